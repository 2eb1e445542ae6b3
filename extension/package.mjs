// Packages the built page as an extension of Azure DevOps: ./dev extension [options], see usage below. It collects
// everything in a folder, writes the manifest next to it, checks both (lint.mjs), calls tfx to package them, and checks
// the result. No network access. Progress is printed to stderr, and the path of the package to stdout.
import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import { lint, lintContentTypes } from "./lint.mjs";
import { configured, manifest, misspelt, SCREENSHOTS } from "./manifest.mjs";
import { guarded } from "./policy.mjs";
import { unzip } from "./zip.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const PROJECT = join(HERE, "..");
const say = (line = "") => process.stderr.write(`${line}\n`);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** All files below a folder as a map from relative path to bytes, sorted by path. */
async function read(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const relative = paths.map((path) => path.slice(folder.length + 1).replaceAll("\\", "/")).sort();
  return new Map(await Promise.all(relative.map(async (path) => [path, await readFile(join(folder, path))])));
}

/** The version in Cargo.toml, which is that of the project. */
export async function projectVersion() {
  const cargo = await readFile(join(PROJECT, "Cargo.toml"), "utf8");
  return /^version = "([^"]+)"/m.exec(cargo)[1];
}

/**
 * Copies the page with its policy, the SDK, and the listing into `stage`. Resolves to the paths of the page's files.
 */
async function lay(dist, stage) {
  await rm(stage, { recursive: true, force: true });
  // Trunk may leave a hidden working folder in it.
  await cp(dist, stage, { recursive: true, filter: (path) => !/(^|[\\/])\.[^.\\/]/.test(path.slice(dist.length)) });
  const page = join(stage, "index.html");
  await writeFile(page, guarded(await readFile(page, "utf8")));
  // The SDK as a classic script. A Server's frame may refuse modules, but runs classic scripts. Its license is
  // included.
  const sdk = join(PROJECT, "node_modules/azure-devops-extension-sdk");
  await mkdir(join(stage, "sdk"));
  await cp(join(sdk, "SDK.min.js"), join(stage, "sdk/SDK.min.js"));
  await cp(join(sdk, "LICENSE"), join(stage, "sdk/licence.txt"));
  const paths = [...(await read(stage)).keys()];
  await mkdir(join(stage, "listing"));
  // At the root, so that an image has the same address on the page and in the package.
  await cp(join(HERE, "overview.md"), join(stage, "overview.md"));
  await cp(join(HERE, "icon.png"), join(stage, "listing/icon.png"));
  await cp(join(PROJECT, "LICENSE"), join(stage, "listing/licence.md"));
  for (const picture of SCREENSHOTS) await cp(join(PROJECT, `docs/images/${picture}.png`), join(stage, `listing/${picture}.png`));
  return paths;
}

/** Throws an error with all findings, if there are any. */
function sound(what, findings) {
  if (findings.length) throw new Error(`${what}: ${findings.length} to mend\n${findings.map((found) => `  ${found}`).join("\n")}`);
}

/** The size of every file. Small files are combined in one line. */
function table(files, packed) {
  const rows = [...files].map(([path, { length }]) => [path, length]).sort((a, b) => b[1] - a[1]);
  const small = rows.filter(([, length]) => length < 10_000);
  const sum = (some) => some.reduce((total, [, length]) => total + length, 0);
  const lines = rows.filter(([, length]) => length >= 10_000);
  lines.push([`${small.length} files below 10 KB`, sum(small)], ["all files, unpacked", sum(rows)], ["the package", packed]);
  return lines.map(([name, bytes]) => `  ${kilobytes(bytes).padStart(10)}  ${name}`).join("\n");
}

/**
 * Packages `dist` into the folder `out`. `overrides` are the command-line options. Resolves to the package's path, its
 * manifest, and its files. Rejects with a sentence that says what to fix.
 */
export async function pack({ dist, out, config, overrides = {} }) {
  sound("extension/config.json", misspelt(config));
  const settings = configured(config, await projectVersion(), overrides);
  const stage = resolve(out, "package");
  const made = manifest(settings, await lay(resolve(dist), stage));
  sound("the extension", lint(made, await read(stage)));

  const file = join(resolve(out), `${made.publisher}.${made.id}-${made.version}.vsix`);
  await rm(file, { force: true });
  // tfx expects paths relative to the manifest's folder. The manifest itself is not a file of the package.
  const written = join(stage, "vss-extension.json");
  await writeFile(written, `${JSON.stringify(made, null, 2)}\n`);
  const tfx = join(PROJECT, "node_modules/tfx-cli/_build/tfx-cli.js");
  const options = ["--root", stage, "--manifests", written, "--output-path", file, "--no-prompt", "--no-color", "--json"];
  await promisify(execFile)(process.execPath, [tfx, "extension", "create", ...options]).catch((failed) => {
    throw new Error(`tfx did not make the package:\n${failed.stderr || failed.stdout || failed.message}`);
  });

  const bytes = await readFile(file);
  const files = unzip(bytes);
  const own = new Map([...files].filter(([path]) => !/^(extension\.vs[io]xmanifest|extension\.vsomanifest|\[Content_Types\]\.xml)$/.test(path)));
  sound("the finished package", [
    ...lint(made, own),
    ...lintContentTypes(files.get("[Content_Types].xml").toString(), [...own.keys()]),
  ]);
  return { file, size: bytes.length, manifest: made, files, own };
}

/** Examples that are still in the configuration. They are fine for tests, but not for the Marketplace. */
function examples({ links }, publisher) {
  const left = Object.entries(links).filter(([, uri]) => /\bexample\.(com|org|net)\b/.test(uri)).map(([name]) => `links.${name}`);
  return [...(publisher === "example-publisher" ? ["publisher"] : []), ...left];
}

async function main() {
  const { values } = parseArgs({
    options: { publisher: { type: "string" }, version: { type: "string" }, dev: { type: "boolean" }, out: { type: "string" } },
  });
  const { out = "target/extension", ...overrides } = values;
  const config = JSON.parse(await readFile(join(HERE, "config.json"), "utf8"));
  const made = await pack({ dist: process.env.DIST || "dist", out, config, overrides });
  say(table(made.own, made.size));
  say();
  say(`  ${made.manifest.publisher}.${made.manifest.id} ${made.manifest.version}, ${made.manifest.public ? "public" : "private"}`);
  const left = examples(config, made.manifest.publisher);
  if (left.length) say(`  Examples still, to be replaced in extension/config.json before you publish: ${left.join(", ")}`);
  say(`  ${made.size} bytes in`);
  console.log(made.file);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((failed) => {
    say(failed.message);
    process.exitCode = 1;
  });
}
