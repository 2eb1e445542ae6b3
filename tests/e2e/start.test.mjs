// The page starts, and says so when it cannot.
import assert from "node:assert/strict";
import { axe, gone, journey, see } from "./harness.mjs";

for (const theme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    journey(`starts with a heading, ${theme}, ${width} px wide`, async ({ open }) => {
      const page = await open("", { theme, width });
      await see(page.getByRole("heading", { level: 1 }));
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(sideways <= 0, `the page scrolls ${sideways} px sideways`);
      await axe(page);
    });
  }
}

journey("paints a frame before the program is there", async ({ open, context }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await context.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  const page = await open("", { started: false });
  await see(page.getByRole("status").filter({ hasText: "Loading…" }));
  release();
  await gone(page.locator("#boot"));
});

journey("a program that cannot be loaded is said, with a way out", async ({ open, context, allow }) => {
  allow(/wasm|Failed to (load|fetch)/i);
  let broken = true;
  await context.route("**/*.wasm", (route) => (broken ? route.abort() : route.continue()));
  const page = await open("", { started: false });
  const notice = page.getByRole("alertdialog", { name: "The page could not start" });
  await see(notice);
  await axe(page);
  broken = false;
  await notice.getByRole("button", { name: "Reload" }).click();
  await gone(notice);
  await see(page.getByRole("heading", { level: 1 }));
});

journey("the page is one module, and fetches nothing more until somebody asks for a PDF", async ({ open, context }) => {
  const modules = new Set();
  context.on("request", (request) => request.url().endsWith(".wasm") && modules.add(request.url()));
  const page = await open("#/subscription?org=team-monthly");
  await see(page.getByRole("heading", { level: 2, name: "Your subscription" }));
  await page.getByRole("button", { name: "Renew now" }).click();
  await see(page.getByRole("dialog", { name: "Renew now" }));
  await page.keyboard.press("Escape");
  for (const name of ["User Management", "Invoices", "Time"]) {
    await page.getByRole("link", { name, exact: true }).first().click();
    await see(page.getByRole("heading", { level: 1, name }));
  }
  assert.equal(modules.size, 1, [...modules].join("\n"));
});

journey("a panic is said, with a way out", async ({ open, allow }) => {
  allow(/made up for the test/);
  const page = await open();
  await page.evaluate(() => dispatchEvent(new CustomEvent("app-panic", { detail: "made up for the test" })));
  const notice = page.getByRole("alertdialog", { name: "The page has stopped" });
  await see(notice);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  assert.ok(await notice.isVisible(), "a dead page must not come back into reach");
  await notice.getByRole("button", { name: "Reload" }).click();
  await gone(notice);
});
