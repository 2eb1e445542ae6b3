// Reads the page's own files where the browser does not let it: they come inside of scripts, as base64 of gzip.
import files from "./files.json";

/** Files by name; a script beside a file, named like it with `.js` behind, adds it here. */
export { files };

const OWN = new URL(".", document.baseURI).href;

/** Adds a script to the page; one that does not come is taken away, so that it can be tried again. */
const script = (src) =>
  new Promise((loaded, failed) => {
    const element = Object.assign(document.createElement("script"), { src, onload: loaded });
    element.onerror = () => (element.remove(), failed(new TypeError(`Failed to fetch ${src}`)));
    document.head.append(element);
  });

/** Like the browser's, which it asks for everything that is not the page's own. */
export async function fetch(asked, options) {
  const address = asked.url ?? String(asked);
  if (!address.startsWith(OWN)) return globalThis.fetch(asked, options);
  const name = address.slice(address.lastIndexOf("/") + 1);
  if (!(name in files)) await script(`${address}.js`);
  const packed = Uint8Array.from(atob(files[name]), (letter) => letter.charCodeAt(0));
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  // The one type that somebody looks at: whoever compiles a module while it comes.
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
}
