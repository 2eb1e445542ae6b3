// What the built page weighs, file by file. The scripts that hold other files for a frame without an origin are left out.
import { brotli, filesOf } from "./serve.mjs";

<<<<<<< HEAD
const files = (await filesOf(process.env.DIST || "dist")).filter(({ path }) => !/\.(wasm|ttf|json)\.js$/.test(path));
const line = (name, ...cells) => console.log(name.padEnd(40) + cells.map((cell) => String(cell).padStart(12)).join(""));
line("file", "bytes", "Brotli");
for (const { path, bytes } of files) line(path.replaceAll(/-[0-9a-f]{10,16}(?=[._/]|$)/g, ""), bytes.length, brotli(bytes, 11).length);
=======
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
>>>>>>> 38f1dd2a691ce9efccbc3855d4d4f906d32b0ea2
