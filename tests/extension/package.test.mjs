// The finished package: tfx makes it from the page as it was last built, and the tests inspect its content.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pack } from "../../extension/package.mjs";
import { ALONE, guarded, POLICY } from "../../extension/policy.mjs";
import { unzip } from "../../extension/zip.mjs";
import { config } from "./made.mjs";

const dist = resolve(process.env.DIST || "dist");
let out, made;

before(async () => {
  out = await mkdtemp(join(tmpdir(), "extension-"));
  made = await pack({ dist, out, config, overrides: { publisher: "somebody", version: "9.8.7", dev: true } });
});
after(() => rm(out, { recursive: true, force: true }));

test("it is called after publisher, id and version", async () => {
  assert.ok((await readdir(out)).includes(`somebody.${config.id}-dev-9.8.7.vsix`));
});

test("it holds the page as it was built, byte by byte but for its policy, and nothing hidden", async () => {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const built = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length + 1))
    .filter((path) => !/(^|\/)\./.test(path));
  assert.ok(built.includes("index.html") && built.includes("catalogue.json"));
  for (const path of built) {
    const file = await readFile(join(dist, path));
    assert.deepEqual(made.files.get(path), path === "index.html" ? Buffer.from(guarded(file.toString())) : file, path);
  }
  const others = [...made.own.keys()].filter((path) => !built.includes(path) && !path.startsWith("listing/"));
  assert.deepEqual(others.sort(), ["overview.md", "sdk/SDK.min.js", "sdk/licence.txt"]);
});

test("the licenses of what it is made of go with it: those of the crates, the fonts and the SDK", () => {
  const notices = made.files.get("third-party-notices.txt").toString();
  for (const part of [/^ {2}leptos \d/m, /^ {2}krilla \d/m, /Noto Sans/, /azure-devops-extension-sdk/]) assert.match(notices, part);
});

test("its policy is that of the page that stands alone, but for the SDK's styles and the frame", async () => {
  const framed = ALONE.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace("; frame-ancestors 'none'", "");
  assert.equal(POLICY, framed);
  assert.ok(made.files.get("index.html").includes(`content="${framed}"`));
  const guide = (await readFile("docs/security.md", "utf8")).replaceAll(/\s+/g, " ");
  assert.ok(guide.includes(ALONE), "the guide has the policy of the page that stands alone");
});

test("the SDK is the one that package.json pins, as a classic script", async () => {
  const sdk = made.files.get("sdk/SDK.min.js");
  assert.deepEqual(sdk, await readFile("node_modules/azure-devops-extension-sdk/SDK.min.js"));
  assert.match(sdk.toString(), /^define\(\["exports"\]/);
});

test("Azure DevOps reads the pages, scopes and limits that the manifest names", () => {
  const read = JSON.parse(made.files.get("extension.vsomanifest"));
  assert.deepEqual(read.contributions, made.manifest.contributions);
  assert.deepEqual(read.scopes, made.manifest.scopes);
});

test("the Marketplace reads name, version, products, icon, licence and links, and that it is not public", () => {
  const read = made.files.get("extension.vsixmanifest").toString();
  for (const expected of [
    `Publisher="somebody" Id="${config.id}-dev" Version="9.8.7"`,
    'InstallationTarget Id="Microsoft.VisualStudio.Services.Cloud"',
    'InstallationTarget Id="Microsoft.TeamFoundation.Server" Version="[17.0,)"',
    "<Icon>listing/icon.png</Icon>",
    "<License>listing/licence.md</License>",
    "<Categories>Azure Boards</Categories>",
    `Links.Support" Value="${config.links.support}"`,
  ]) {
    assert.ok(read.includes(expected), expected);
  }
  assert.ok(!read.includes("Public</GalleryFlags>"));
});

test("every file can be fetched, and a module is served as one", () => {
  const read = made.files.get("extension.vsixmanifest").toString();
  const addressable = [...read.matchAll(/<Asset [^>]*Path="([^"]+)" Addressable="true"/g)].map(([, path]) => path);
  for (const path of made.own.keys()) assert.ok(addressable.includes(path), path);
  const types = made.files.get("[Content_Types].xml").toString();
  const modules = [...made.own.keys()].filter((path) => path.endsWith(".wasm"));
  assert.ok(modules.length > 0);
  for (const path of modules) assert.ok(types.includes(`ContentType="application/wasm" PartName="/${path}"`), path);
});

test("another zip reader finds the same files", (t) => {
  const list = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print('\\n'.join(z.namelist()))";
  let names;
  try {
    names = execFileSync("python3", ["-c", list, made.file], { encoding: "utf8" });
  } catch (error) {
    if (error.code === "ENOENT") return t.skip("there is no Python 3 here");
    throw error;
  }
  assert.deepEqual(names.trim().split("\n").filter((name) => !name.endsWith("/")).sort(), [...made.files.keys()].sort());
});

test("a fault in the configuration stops it with a sentence", async () => {
  const wrong = { ...config, links: { ...config.links, support: "support.example.com" } };
  await assert.rejects(pack({ dist, out: join(out, "wrong"), config: wrong }), /link support: "support\.example\.com" is no https address/);
});

test("what is no zip, or is packed in an unknown way, is refused", () => {
  assert.throws(() => unzip(Buffer.from("hello")), /not a zip file/);
});
