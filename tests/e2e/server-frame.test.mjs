// The frame in which a Server shows the page. It has no origin and therefore no storage and no workers. The server
// might not let it read its own files, serve modules with another content type, or send a policy. With every
// combination, the page works or shows an error message.
import { button, heading } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";
import { buy, told } from "./host/inside.mjs";
import { POLICY } from "../../extension/policy.mjs";

const SERVER = { hosted: false, sandbox: true };

/**
 * The browser's messages about the first attempt if the page cannot read its files, and about modules with another
 * content type.
 */
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
      test(`the page stands, books and opens its parts: ${how}`, async ({ visit, context, allow, host }) => {
        Object.assign(host, { readable, wasm, policy });
        if (!readable) allow(...REFUSED);
        else if (wasm !== NAMES[0]) allow(CALLED_OTHERWISE);
        const scripts = [];
        context.on("request", (request) => scripts.push(new URL(request.url()).pathname.split("/").pop()));
        const ada = await visit(SERVER);
        await expect(heading(ada, "Subscription")).toBeVisible();
        await ada.host.waitForFunction(() => globalThis.loaded === true);
        expect(scripts.some((name) => /^app-\w+_bg\.wasm\.js$/.test(name))).toBe(!readable);
        await button(ada, "Start free trial").click();
        await told(ada, "Trial");
        await buy(ada, 40);
        const people = await visit({ ...SERVER, view: "people" });
        await expect(people.locator(".page-subtitle")).toShow("30 people have a license");
        const invoices = await visit({ ...SERVER, view: "invoices" });
        await expect(heading(invoices, "Invoices")).toBeVisible();
        await expect(invoices.getByRole("link", { name: "INV-0001" }).first()).toBeVisible();
      });
    }
  }
}

for (const readable of [true, false]) {
  for (const wasm of NAMES) {
    test(`a policy that forbids WebAssembly is said: ${readable ? "readable" : "unreadable"} files, ${wasm}`, async ({ visit, allow, host }) => {
      Object.assign(host, { readable, wasm, policy: POLICY.replace(" 'wasm-unsafe-eval'", "") });
      allow(/unsafe-eval/);
      if (!readable) allow(...REFUSED);
      else if (wasm !== NAMES[0]) allow(CALLED_OTHERWISE);
      const ada = await visit(SERVER);
      const notice = ada.getByRole("alertdialog", { name: "The page couldn't start" });
      await expect(notice).toShow("The server blocks WebAssembly. Ask its administrator to allow it");
    });
  }
}

test("a server that is gone is said once, with a way out", async ({ visit, context, allow }) => {
  allow(/ERR_FAILED|Failed to fetch/);
  let asked = 0;
  let broken = true;
  await context.route(/\/app-\w+/, (route) => (broken ? ((asked += 1), route.abort()) : route.continue()));
  const ada = await visit(SERVER);
  const notice = ada.getByRole("alertdialog", { name: "The page couldn't start" });
  await expect(notice).toShow("Check your connection");
  const before = asked;
  expect(before, `${before} files were asked for`).toBeLessThanOrEqual(5);
  broken = false;
  await button(notice, "Reload").click();
  await expect(notice).toBeHidden();
  await expect(heading(ada, "Subscription")).toBeVisible();
  expect(asked, "nothing was asked for again before the reader did").toBe(before);
});

test("inv_4 a PDF is made where the page can read none of its files, and of what its letters need only", async ({ visit, context, allow, host }) => {
  host.readable = false;
  allow(...REFUSED);
  // In such a frame, the browser's PDF viewer is also blocked in a window that the frame opens.
  allow(/blob:null.*ERR_BLOCKED_BY_CLIENT/);
  const ada = await visit(SERVER);
  await button(ada, "Start free trial").click();
  await buy(ada, 40);
  const asked = [];
  context.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").pop()));
  const invoices = await visit({ ...SERVER, view: "invoices", hash: "/invoices/INV-0001" });
  await expect(heading(invoices, "Invoice INV-0001")).toBeVisible();
  expect(asked.some((name) => name.startsWith("pdf")), "nothing for PDFs before the first").toBeFalsy();
  const [opened] = await Promise.all([context.waitForEvent("page"), button(invoices, "Open PDF").click()]);
  await opened.close();
  await expect(invoices.getByRole("status")).toShow("The PDF opened in a new window");
  const files = asked.filter((name) => /^pdf|\.ttf/.test(name)).sort();
  expect(files).toStrictEqual(["NotoSans-Bold.ttf.js", "NotoSans-Regular.ttf.js", "pdf-worker.js", "pdf.js", "pdf_bg.wasm.js"]);
});

test("a part that does not come as a script is said, and can be tried again", async ({ visit, context, allow, host }) => {
  host.readable = false;
  allow(...REFUSED);
  allow(/pdf_bg\.wasm\.js/);
  let broken = true;
  await context.route("**/pdf_bg.wasm.js", (route) => (broken ? route.abort() : route.continue()));
  const ada = await visit(SERVER);
  await button(ada, "Start free trial").click();
  await buy(ada, 40);
  const invoices = await visit({ ...SERVER, view: "invoices", hash: "/invoices/INV-0001" });
  await button(invoices, "Open PDF").click();
  await expect(button(invoices, "Try again")).toBeVisible();
  broken = false;
  allow(/blob:null.*ERR_BLOCKED_BY_CLIENT/);
  const [opened] = await Promise.all([context.waitForEvent("page"), button(invoices, "Try again").click()]);
  await opened.close();
});

test("on Services, storage that the browser blocks stops nothing", async ({ visit, context }) => {
  // As browsers do in third-party frames: even reading the property throws an error.
  await context.addInitScript(() => {
    const blocked = () => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) Object.defineProperty(globalThis, name, { get: blocked });
    Object.defineProperty(document, "cookie", { get: blocked, set: blocked });
  });
  const ada = await visit();
  await expect(heading(ada, "Subscription")).toBeVisible();
  await button(ada, "Start free trial").click();
  await buy(ada, 40);
  const people = await visit({ view: "people" });
  await expect(people.locator(".page-subtitle")).toShow("30 people have a license");
});
