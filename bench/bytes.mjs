// The size of the built page, file by file. Scripts that contain other files, for a frame without an origin, are
// omitted.
import { brotli, filesOf } from "./serve.mjs";

const files = (await filesOf(process.env.DIST || "dist")).filter(({ path }) => !/\.(wasm|ttf|json)\.js$/.test(path));
const line = (name, ...cells) => console.log(name.padEnd(40) + cells.map((cell) => String(cell).padStart(12)).join(""));
line("file", "bytes", "Brotli");
for (const { path, bytes } of files) line(path.replaceAll(/-[0-9a-f]{10,16}(?=[._/]|$)/g, ""), bytes.length, brotli(bytes, 11).length);
