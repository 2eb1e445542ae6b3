// What the built page weighs: raw and brotli bytes of every file of the first page, and of what is fetched on demand.
// These figures are printed, and nothing depends on them: requests and work at the start cost a reader more than bytes.
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const root = process.env.DIST || "dist";

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** The files of a folder with their bytes; what names their content is left out of their names. */
async function weigh(folder) {
  const rows = [];
  for (const file of (await readdir(folder).catch(() => [])).sort()) {
    if (![".wasm", ".js", ".css", ".html", ".ttf"].includes(extname(file))) continue;
    const bytes = await readFile(join(folder, file));
    rows.push({ name: file.replace(/-[0-9a-f]{10,16}(?=[._])/, ""), raw: bytes.length, brotli: brotli(bytes) });
  }
  return rows;
}

/** Twins are for frames that may not read the files that they hold (web/boot.js). */
const isTwin = ({ name }) => /\.(wasm|json|ttf)\.js$/.test(name);
const page = await weigh(root);
const first = page.filter((row) => !isTwin(row));
const pdf = (await readdir(root)).find((entry) => /^paper-[0-9a-f]{16}$/.test(entry)) ?? "paper";
const onDemand = [...page.filter(isTwin), ...(await weigh(join(root, pdf)))];
const sum = (key) => first.reduce((total, row) => total + row[key], 0);

const line = (...cells) => console.log(cells.map((cell, i) => (i ? String(cell).padStart(12) : cell.padEnd(30))).join(""));
line("first page", "raw bytes", "brotli");
for (const row of first) line(row.name, row.raw, row.brotli);
line("total", sum("raw"), sum("brotli"));
console.log("\nfetched on demand");
for (const row of onDemand) line(row.name, row.raw, row.brotli);
