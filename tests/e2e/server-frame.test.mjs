// The frame in which a Server shows the page: without an origin, so without storage and workers, and perhaps with a server
// that does not let it read its own files, calls modules something else, or sends a policy. Each combination ends with
// the page or with words.
import assert from "node:assert/strict";
import { gone, says, see } from "./harness.mjs";
import { button, buy, heading, inside, told } from "./host/inside.mjs";
import { POLICY } from "../../extension/policy.mjs";

const SERVER = { hosted: false, sandbox: true };

/** What the browser says of the first attempt where the page cannot read its files, and of modules with another name. */
const REFUSED = [
  /\/(app-\w+_bg\.wasm|catalogue\.json)' from origin 'null' has been blocked by CORS/,
  /\/(app-\w+_bg\.wasm|catalogue\.json)\b.*ERR_FAILED/,
  /ERR_FAILED.*\/(app-\w+_bg\.wasm|catalogue\.json)\b/,
];
const CALLED_OTHERWISE = /does not serve Wasm with `application\/wasm` MIME type/;

const POLICIES = [["no policy in a header", undefined], ["a strict policy in a header", POLICY]];
const NAMES = ["application/wasm", "application/octet-stream"];

for (const readable of [true, false]) {
  for (const wasm of NAMES) {
    for (const [named, policy] of POLICIES) {
      const how = `${readable ? "readable" : "unreadable"} files, ${wasm}, ${named}`;
      inside(`the page stands, books and opens its parts: ${how}`, async ({ visit, context, allow }) => {
        if (!readable) REFUSED.forEach(allow);
        else if (wasm !== NAMES[0]) allow(CALLED_OTHERWISE);
        const scripts = [];
        context.on("request", (request) => scripts.push(new URL(request.url()).pathname.split("/").pop()));
        const ada = await visit(SERVER);
        await see(heading(ada, "Subscription"));
        await ada.host.waitForFunction(() => globalThis.loaded === true);
        assert.equal(scripts.some((name) => /^app-\w+_bg\.wasm\.js$/.test(name)), !readable);
        await button(ada, "Start free trial").click();
        await told(ada, "Trial");
        await buy(ada, 40);
        const people = await visit({ ...SERVER, view: "people" });
        await says(people.locator(".page-subtitle"), "30 people hold a licence");
        const invoices = await visit({ ...SERVER, view: "invoices" });
        await see(heading(invoices, "Invoices"));
        await see(invoices.getByRole("link", { name: "INV-0001" }).first());
      }, { readable, wasm, policy });
    }
  }
}

for (const readable of [true, false]) {
  for (const wasm of NAMES) {
    inside(`a policy that forbids WebAssembly is said: ${readable ? "readable" : "unreadable"} files, ${wasm}`, async ({ visit, allow }) => {
      allow(/unsafe-eval/);
      if (!readable) REFUSED.forEach(allow);
      else if (wasm !== NAMES[0]) allow(CALLED_OTHERWISE);
      const ada = await visit(SERVER);
      const notice = ada.getByRole("alertdialog", { name: "The page could not start" });
      await says(notice, "The server forbids it. Ask its administrator to allow WebAssembly");
    }, { readable, wasm, policy: POLICY.replace(" 'wasm-unsafe-eval'", "") });
  }
}

inside("a server that is gone is said once, with a way out", async ({ visit, context, allow }) => {
  allow(/ERR_FAILED|Failed to fetch/);
  let asked = 0;
  let broken = true;
  await context.route(/\/app-\w+/, (route) => (broken ? ((asked += 1), route.abort()) : route.continue()));
  const ada = await visit(SERVER);
  const notice = ada.getByRole("alertdialog", { name: "The page could not start" });
  await says(notice, "Check your connection");
  const before = asked;
  assert.ok(before <= 5, `${before} files were asked for`);
  broken = false;
  await button(notice, "Reload").click();
  await gone(notice);
  await see(heading(ada, "Subscription"));
  assert.equal(asked, before, "nothing was asked for again before the reader did");
});

inside("inv_4 a PDF is made where the page can read none of its files, and of what its letters need only", async ({ visit, context, allow }) => {
  REFUSED.forEach(allow);
  // Such a frame forbids the browser's own view of a PDF in the window that it opens, too.
  allow(/blob:null.*ERR_BLOCKED_BY_CLIENT/);
  const ada = await visit(SERVER);
  await button(ada, "Start free trial").click();
  await buy(ada, 40);
  const asked = [];
  context.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").pop()));
  const invoices = await visit({ ...SERVER, view: "invoices", hash: "/invoices/INV-0001" });
  await see(heading(invoices, "Invoice INV-0001"));
  assert.ok(!asked.some((name) => name.startsWith("pdf")), "nothing for PDFs before the first");
  const [opened] = await Promise.all([context.waitForEvent("page"), button(invoices, "Open PDF").click()]);
  await opened.close();
  await says(invoices.getByRole("status"), "A window was opened");
  const papers = asked.filter((name) => /^pdf|\.ttf/.test(name)).sort();
  assert.deepEqual(papers, ["NotoSans-Bold.ttf.js", "NotoSans-Regular.ttf.js", "pdf.js", "pdf_bg.wasm.js"]);
}, { readable: false });

inside("a part that does not come as a script is said, and can be tried again", async ({ visit, context, allow }) => {
  REFUSED.forEach(allow);
  allow(/pdf_bg\.wasm\.js/);
  let broken = true;
  await context.route("**/pdf_bg.wasm.js", (route) => (broken ? route.abort() : route.continue()));
  const ada = await visit(SERVER);
  await button(ada, "Start free trial").click();
  await buy(ada, 40);
  const invoices = await visit({ ...SERVER, view: "invoices", hash: "/invoices/INV-0001" });
  await button(invoices, "Open PDF").click();
  await see(button(invoices, "Try again"));
  broken = false;
  allow(/blob:null.*ERR_BLOCKED_BY_CLIENT/);
  const [opened] = await Promise.all([context.waitForEvent("page"), button(invoices, "Try again").click()]);
  await opened.close();
}, { readable: false });

inside("on Services, storage that the browser blocks stops nothing", async ({ visit, context }) => {
  // As browsers do in frames from elsewhere: looking is already an error.
  await context.addInitScript(() => {
    const blocked = () => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) Object.defineProperty(globalThis, name, { get: blocked });
    Object.defineProperty(document, "cookie", { get: blocked, set: blocked });
  });
  const ada = await visit();
  await see(heading(ada, "Subscription"));
  await button(ada, "Start free trial").click();
  await buy(ada, 40);
  const people = await visit({ view: "people" });
  await says(people.locator(".page-subtitle"), "30 people hold a licence");
});
