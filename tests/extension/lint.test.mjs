// Every rule of the extension's lint finds its error. A rule that cannot fail is worthless.
import assert from "node:assert/strict";
import { homedir } from "node:os";
import { test } from "node:test";
import { LIMITS, lint, lintContentTypes, RULES } from "../../extension/lint.mjs";
import { sound } from "./made.mjs";

const bytes = (text) => Buffer.from(text);
const put = (path, text) => ({ files }) => files.set(path, bytes(text));
const set = (change) => ({ manifest }) => change(manifest);
const html = (inside) => put("index.html", `<!doctype html><html><head>${inside}</head></html>`);
/** Changes index.html. The function gets the page and the element with its policy. */
const policed = (change) => ({ files }) => {
  const page = files.get("index.html").toString();
  files.set("index.html", bytes(change(page, /<meta http-equiv[^>]*>/.exec(page)[0])));
};
/** The first bytes of a PNG of this size. */
const png = (width, height) => {
  const head = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), Buffer.alloc(16)]);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
};

/** rule: [a part of the finding, a function that introduces the error] … */
const FAULTS = {
  ids: [
    ["publisher", set((m) => (m.publisher = "A B"))],
    ["publisher", set((m) => (m.publisher = ""))],
    ["id", set((m) => (m.id = "licensing.pro"))],
    ["64 characters", set((m) => (m.id = "a".repeat(64)))],
    ["contribution", set((m) => (m.contributions[0].id = "Sub scription"))],
  ],
  version: [
    ['"1.0"', set((m) => (m.version = "1.0"))],
    ["without a suffix", set((m) => (m.version = "1.0.0-beta"))],
    ["01.0.0", set((m) => (m.version = "01.0.0"))],
    ["3000000000", set((m) => (m.version = "1.0.3000000000"))],
  ],
  words: [
    ["name", set((m) => (m.name = " "))],
    ["description: missing", set((m) => delete m.description)],
    ["201 characters", set((m) => (m.description = "a".repeat(201)))],
  ],
  scopes: [
    ["high privilege", set((m) => m.scopes.push("vso.graph_manage"))],
    ["not on the list", set((m) => m.scopes.push("vso.code"))],
  ],
  targets: [
    ["categories", set((m) => (m.categories = []))],
    ["Plan and track", set((m) => (m.categories = ["Plan and track"]))],
    ["at least one", set((m) => (m.targets = []))],
    ["not a product", set((m) => (m.targets[0].id = "Microsoft.VisualStudio.Ide"))],
    ["no range", set((m) => (m.targets[1].version = "17+"))],
    ["not known", set((m) => (m.contributions[0].targets = ["ms.vss-web.nowhere"]))],
  ],
  hubs: [
    ["app.html", set((m) => (m.contributions[0].properties.uri = "app.html?view=people"))],
    ["view=null", set((m) => (m.contributions[0].properties.uri = "index.html"))],
    ["view=plans", set((m) => (m.contributions[0].properties.uri = "index.html?view=plans"))],
  ],
  icon: [
    ["not in the package", ({ files }) => files.delete("listing/icon.png")],
    ["no PNG", put("listing/icon.png", "<svg/>")],
    ["127×127", ({ files }) => files.set("listing/icon.png", png(127, 127))],
    ["256×128", ({ files }) => files.set("listing/icon.png", png(256, 128))],
  ],
  links: [
    ["http://", set((m) => (m.links.learn.uri = "http://docs.example.com"))],
    ["undefined", set((m) => (m.links.learn = {}))],
    ["support: missing", set((m) => delete m.links.support)],
    ["privacypolicy: missing", set((m) => delete m.links.privacypolicy)],
  ],
  listing: [
    ["licence.md", ({ files }) => files.delete("listing/licence.md")],
    ["listing/plans.png", ({ files }) => files.delete("listing/plans.png")],
    ["https://elsewhere", put("overview.md", "![A picture](https://elsewhere.example.com/a.png)")],
    ["http://x.example.com", put("overview.md", "[a link](http://x.example.com)")],
  ],
  html: [
    ["inline script", html("<script>go()</script>")],
    ["inline script", html('<script src="boot.js">go()</script>')],
    ["inline style", html("<style>a { b: c }</style>")],
    ["inline style", html('<p style="color: red">')],
    ["inline handler", html('<img src="boot.js" onerror="go()">')],
    ["base", html('<base href="x/">')],
    ["this machine", html('<meta content="localhost:8080">')],
    ["from elsewhere", html('<link href="https://cdn.example.com/a.css">')],
    ["from elsewhere", html('<script src="//cdn.example.com/a.js"></script>')],
    ["from elsewhere", html('<a href="javascript:go()">')],
    ["absolute", html('<script src="/boot.js"></script>')],
    ["not in the package", html('<script src="./gone.js"></script>')],
  ],
  policy: [
    ["no content security policy", html("")],
    ["behind something that loads", policed((page, meta) => page.replace(meta, "").replace("</head>", `${meta}</head>`))],
    ["script-src 'self' 'wasm-unsafe-eval' blob:", policed((page) => page.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' blob:"))],
    ["script-src nowhere", policed((page) => page.replace("script-src", "script-scr"))],
    ["default-src 'self'", policed((page) => page.replace("default-src 'none'", "default-src 'self'"))],
    ["worker-src", policed((page) => page.replace("; base-uri", "; worker-src blob:; base-uri"))],
  ],
  twins: [
    ["a/app.wasm.js: missing", ({ files }) => files.delete("a/app.wasm.js")],
    ["a/app.wasm.js: not the same as a/app.wasm", put("a/app.wasm", "\0asm\x01")],
    ["a/app.wasm.js: not the same as a/app.wasm", put("a/app.wasm.js", "go()")],
    ["a/more.wasm.js: missing", put("a/more.wasm", "\0asm")],
    ["catalogue.json.js: not the same as catalogue.json", put("catalogue.json", '{"name":"another"}')],
    ["paper/font.ttf.js: missing", put("paper/font.ttf", "a font")],
  ],
  css: [
    ["https://cdn", put("a/main.css", 'a { background: url("https://cdn.example.com/a.png") }')],
    ["/a.css", put("a/main.css", '@import "/a.css";')],
  ],
  sourceMaps: [
    ["a source map", put("boot.js.map", "{}")],
    ["names a source map", put("boot.js", "go()\n//# sourceMappingURL=boot.js.map")],
    ["app.wasm", put("a/app.wasm", "\0asm sourceMappingURL")],
  ],
  machinePaths: [
    ["a path of a machine", put("a/app.wasm", `\0asm ${["", "home", "ada", "x.rs"].join("/")}`)],
    ["a path of a machine", put("boot.js", ["C:", "Users", "ada"].join("\\"))],
    ["a path of a machine", put("boot.js", `"${process.cwd()}/src/main.rs"`)],
    ["a path of a machine", put("boot.js", `"${homedir()}/x"`)],
  ],
  sizes: [
    ["boot.js", ({ files }) => files.set("boot.js", Buffer.alloc(LIMITS.file + 1))],
    ["all files", ({ files }) => [1, 2, 3, 4].forEach((n) => files.set(`${n}.js`, Buffer.alloc(LIMITS.file)))],
  ],
  names: [
    ["letters, digits", put("a b.js", "")],
    ["only in capitals", put("Boot.js", "")],
  ],
};

test("a sound extension has no findings", () => {
  const { manifest, files } = sound();
  assert.deepEqual(lint(manifest, files), []);
});

test("every rule has faults that it must find", () => {
  assert.deepEqual(Object.keys(FAULTS).sort(), Object.keys(RULES).sort());
});

for (const [rule, faults] of Object.entries(FAULTS)) {
  for (const [said, fault] of faults) {
    test(`${rule} finds: ${said}`, () => {
      const extension = sound();
      fault(extension);
      const found = lint(extension.manifest, extension.files).filter((finding) => finding.startsWith(`${rule}: `));
      assert.ok(found.some((finding) => finding.includes(said)), `found only: ${found.join(" | ")}`);
    });
  }
}

test("an address is no path of a machine", () => {
  const { manifest, files } = sound();
  files.set("boot.js", bytes(`"docs.example.com${["", "home", "x"].join("/")}"`));
  assert.deepEqual(lint(manifest, files), []);
});

test("content types: missing, wrong, unknown", () => {
  const types = (inside) => `<Types>${inside}</Types>`;
  const wasm = '<Default Extension=".wasm" ContentType="application/wasm"/>';
  assert.deepEqual(lintContentTypes(types(wasm), ["a/app.wasm"]), []);
  const override = '<Override ContentType="application/wasm" PartName="/a/app.wasm"/>';
  assert.deepEqual(lintContentTypes(types(override), ["a/app.wasm"]), []);
  assert.match(lintContentTypes(types(override), ["a/b.wasm"])[0], /a\/b\.wasm: "none", application\/wasm is needed/);
  const wrong = types(wasm.replace("application/wasm", "application/octet-stream"));
  assert.match(lintContentTypes(wrong, ["app.wasm"])[0], /octet-stream/);
  assert.match(lintContentTypes(types(""), ["a.exe"])[0], /not known/);
});
