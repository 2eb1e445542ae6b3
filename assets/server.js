// The program as one classic script, glue and compiled parts, for the frame of a Server that runs scripts but does not
// let the page read its own files (boot.js). The build bundles it with the glue (scripts/finish.sh), so that neither a
// module nor a `blob:` address is needed, and puts the fetch of assets/server-fetch.js in place of the glue's own.
import * as glue from "./app.js";
import { fetch, files } from "./server-fetch.js";

const module = fetch(new URL("app_bg.wasm", document.baseURI));
globalThis.timetrackerServer = { program: [glue, module], fetch, files };
