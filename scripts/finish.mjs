// Trunk's last step (Trunk.toml), after it has compiled, named, and laid out the page. In an optimized build, it
// minifies scripts. It adds the PDF module, and a twin for every file that the page reads.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { transform } from "esbuild";

const { TRUNK_STAGING_DIR: stage, TRUNK_PROFILE, PDF } = process.env;
const optimized = TRUNK_PROFILE === "release";

/** The paths in a folder whose names have one of these endings. */
const paths = async (folder, ...endings) =>
  (await readdir(folder)).filter((name) => endings.some((ending) => name.endsWith(ending))).map((name) => join(folder, name));

/** Minifies a script. Without an output format, it stays a classic script and keeps its global names. */
async function minify(path) {
  const { code } = await transform(await readFile(path, "utf8"), { minify: true });
  await writeFile(path, code);
}

/**
 * Writes a script that contains a file as base64 of gzip, for frames that may run scripts but not read files
 * (web/boot.js).
 */
async function twin(path) {
  const packed = gzipSync(await readFile(path), { level: optimized ? 9 : 1 }).toString("base64");
  await writeFile(`${path}.js`, `timetrackerTwins["${basename(path)}"]="${packed}";\n`);
}

/**
 * Writes the folder with the PDF module, its script, and its fonts. The folder is named after its content. Returns the
 * name.
 */
async function writePdfFolder() {
  const made = execFileSync("scripts/module.sh", ["pdf-module", "pdf", "--no-modules-global", "timetrackerPdf"], {
    env: { ...process.env, PROFILE: optimized ? "release" : "quick" }, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"],
  });
  const folder = join(stage, "pdf");
  await mkdir(folder);
  for (const from of [made.trim(), "assets/fonts"]) await cp(from, folder, { recursive: true });
  await cp("web/pdf-worker.js", join(folder, "pdf-worker.js"));
  if (optimized) await minify(join(folder, "pdf-worker.js"));
  for (const path of await paths(folder, ".wasm", ".ttf")) await twin(path);
  const digest = createHash("sha256");
  for (const path of (await paths(folder, "")).sort()) digest.update(await readFile(path));
  const name = `pdf-${digest.digest("hex").slice(0, 16)}`;
  await rename(folder, join(stage, name));
  return name;
}

if (optimized) for (const script of await paths(stage, ".js")) await minify(script);
for (const path of await paths(stage, ".wasm", "catalogue.json")) await twin(path);
// The PDF module takes minutes, so a quick build includes it only on request.
if (optimized || PDF === "yes") {
  const page = join(stage, "index.html");
  const html = await readFile(page, "utf8");
  await writeFile(page, html.replace(" data-wasm=", ` data-pdf="./${await writePdfFolder()}/pdf-worker.js" data-wasm=`));
}
