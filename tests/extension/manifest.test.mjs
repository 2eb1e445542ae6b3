// The manifest generated from the vendor's configuration: pages, who sees them, scopes, and the command-line options.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { configured, manifest, misspelt, SCOPES } from "../../extension/manifest.mjs";
import { config } from "./made.mjs";

const made = (overrides, changes = {}) => manifest(configured({ ...config, ...changes }, "1.2.3", overrides), ["index.html", "a.wasm"]);

test("acc_10 three pages in the collection's settings, by the names of the FAQ, one in the project", () => {
  const pages = made().contributions.map(({ targets, properties }) => [targets.join(), properties.name, properties.uri]);
  const settings = "ms.vss-web.collection-admin-hub-group";
  assert.deepEqual(pages, [
    [settings, "Subscription", "index.html?view=subscription"],
    [settings, "Permissions", "index.html?view=people"],
    [settings, "Invoices", "index.html?view=invoices"],
    ["ms.vss-work-web.work-hub-group", "Time", "index.html?view=time"],
  ]);
});

test("only collection administrators see the entries of the settings (ACC 1), unless the vendor switches that off", () => {
  const hidden = (manifest) => manifest.contributions.filter(({ constraints }) => constraints).map(({ id }) => id);
  assert.deepEqual(hidden(made()), ["subscription", "people", "invoices"]);
  assert.deepEqual(hidden(made({}, { hideFromOthers: false })), []);
});

test("every scope has its reason, in the vendor's guide too", async () => {
  const guide = await readFile(new URL("../../docs/vendor.md", import.meta.url), "utf8");
  assert.deepEqual(made().scopes, Object.keys(SCOPES));
  for (const [scope, reason] of Object.entries(SCOPES)) assert.ok(guide.includes(`| \`${scope}\` | ${reason} |`), scope);
});

test("the version is the project's, the configuration's or the command line's", () => {
  assert.equal(made().version, "1.2.3");
  assert.equal(made({}, { version: "2.0.0" }).version, "2.0.0");
  assert.equal(made({ version: "3.0.0" }, { version: "2.0.0" }).version, "3.0.0");
});

test("a package for tests is private and stands beside the published one", () => {
  const { publisher, id, name, public: isPublic } = made({ publisher: "me", dev: true }, { public: true });
  assert.deepEqual([publisher, id, name, isPublic], ["me", `${config.id}-dev`, `${config.name} (test)`, false]);
});

test("types that the packager only guesses are named", () => {
  assert.deepEqual(made().files, [
    { path: "index.html", addressable: true },
    { path: "a.wasm", addressable: true, contentType: "application/wasm" },
  ]);
});

test("a repository is named where there is one", () => {
  assert.equal(made().links.repository, undefined);
  const links = { ...config.links, repository: "https://git.example.com/timetracker" };
  assert.deepEqual(made({}, { links }).links.repository, { uri: links.repository });
});

test("a misspelt, missing or wrong field of the configuration is told", () => {
  assert.deepEqual(misspelt(config), []);
  assert.deepEqual(misspelt({ ...config, hideFromOther: true }), ["hideFromOther: no such field"]);
  assert.deepEqual(misspelt({ ...config, public: "no" }), ["public: missing, or no boolean"]);
  const links = { ...config.links, suport: "", support: undefined };
  assert.deepEqual(misspelt({ ...config, links }), ["links.support: missing, or no string", "links.suport: no such field"]);
  assert.ok(misspelt({}).includes("links: missing, or no object"));
});
