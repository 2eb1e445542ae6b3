// What the first page weighs: raw and brotli bytes of every file it needs, against the cap and the last recorded figures
// (bench/budget.json). Above the cap, or more than 2 % above those figures, fails. Parts that are fetched when they are
// needed are listed, but not counted: a journey sees to it that the first page fetches none of them. --record keeps what
// was measured.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGET = new URL("budget.json", import.meta.url);
const root = process.env.DIST || "dist";
const flags = process.argv.slice(2);
const budget = JSON.parse(await readFile(BUDGET, "utf8"));

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
/** The rows of a folder's files, Trunk's digest of the content left out of their names. */
async function weigh(folder, wanted) {
  const rows = [];
  for (const file of (await readdir(folder)).sort()) {
    if (![".wasm", ".js", ".css", ".html", ".ttf"].includes(extname(file)) || !wanted(file)) continue;
    const bytes = await readFile(join(folder, file));
    rows.push({ name: file.replace(/-[0-9a-f]{16}/, ""), raw: bytes.length, brotli: brotli(bytes) });
  }
  return rows;
}

const FIRST = ["app.js", "app_bg.wasm", "__wasm_split.js"];
const entries = await readdir(root);
const folder = (name) => join(root, entries.find((entry) => new RegExp(`^${name}-[0-9a-f]{16}$`).test(entry)) ?? "");
const [program, pdf] = ["app", "paper"].map(folder);
const rows = [...(await weigh(root, () => true)), ...(await weigh(program, (file) => FIRST.includes(file)))];
const later = [...(await weigh(program, (file) => !FIRST.includes(file))), ...(await weigh(pdf, () => true))];
const total = { name: "total", raw: 0, brotli: 0 };
for (const row of rows) {
  total.raw += row.raw;
  total.brotli += row.brotli;
}

const change = ({ name, brotli }) => {
  const before = budget.recorded[name];
  return before ? `${brotli >= before ? "+" : ""}${(((brotli - before) / before) * 100).toFixed(1)} %` : "new";
};
const line = (...cells) => console.log(cells.map((cell, i) => (i ? String(cell).padStart(12) : cell.padEnd(30))).join(""));
line("first page", "raw bytes", "brotli", "recorded", "change");
for (const row of [...rows, total]) line(row.name, row.raw, row.brotli, budget.recorded[row.name] ?? "-", change(row));
line("cap", "", budget.cap_brotli_bytes, "", `${((total.brotli / budget.cap_brotli_bytes) * 100).toFixed(1)} % used`);

console.log("\nfetched when needed");
for (const row of later) line(row.name, row.raw, row.brotli, budget.recorded[row.name] ?? "-", change(row));

if (total.brotli > budget.cap_brotli_bytes) {
  console.log("FAILED: the first page weighs more than the cap");
  process.exitCode = 1;
}
if (flags.includes("--record")) {
  budget.recorded = Object.fromEntries([...rows, ...later, total].map(({ name, brotli }) => [name, brotli]));
  await writeFile(BUDGET, `${JSON.stringify(budget, null, 2)}\n`);
  console.log("recorded in bench/budget.json");
} else if (total.brotli > (budget.recorded.total ?? Infinity) * 1.02) {
  console.log("FAILED: more than 2 % above the recorded figure; if it is worth it, keep it with ./dev bench --record");
  process.exitCode = 1;
}
