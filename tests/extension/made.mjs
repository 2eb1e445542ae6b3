// A small, valid manifest and package. Tests introduce one error into it.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { configured, manifest } from "../../extension/manifest.mjs";
import { guarded } from "../../extension/policy.mjs";

export const config = JSON.parse(await readFile(new URL("../../extension/config.json", import.meta.url), "utf8"));
const icon = await readFile(new URL("../../extension/icon.png", import.meta.url));
const overview = "# Hello\n\n![A picture](listing/plans.png) [more](https://docs.example.com/)\n";
const page = guarded(`<!doctype html><html lang="en"><head><meta charset="utf-8" /><link rel="stylesheet" href="./a/main.css" />
<script defer src="./a/app.js" data-wasm="./a/app.wasm"></script><script defer src="./boot.js"></script></head><body><!-- <style> --></body></html>`);
const twin = (name, text) => `timetrackerTwins["${name}"]="${gzipSync(text).toString("base64")}";`;

/** A new copy of the manifest and its files for each test. */
export function sound() {
  const texts = {
    "index.html": page, "boot.js": "go()", "a/main.css": "a { background: url(data:x) }", "a/app.js": "", "a/app.wasm": "\0asm",
    "a/app.wasm.js": twin("app.wasm", "\0asm"), "catalogue.json": "{}", "catalogue.json.js": twin("catalogue.json", "{}"), "overview.md": overview, "listing/licence.md": "MIT",
  };
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
  const made = manifest(configured(config, "1.2.3"), ["index.html", "boot.js", "a/main.css", "a/app.wasm"]);
  for (const { path } of made.screenshots) files.set(path, icon);
  files.set(made.icons.default, icon);
  return { manifest: structuredClone(made), files };
}
