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

journey("an organisation that is known needs the first module only", async ({ open, context }) => {
  const page = await open("#/subscription?org=team-monthly");
  await see(page.getByRole("heading", { level: 1, name: "Subscription" }));
  await context.route(/(split|chunk)_.*\.wasm/, () => {}); // never answered
  await page.reload();
  await see(page.getByRole("heading", { level: 2, name: "Your subscription" }));
  await see(page.getByRole("button", { name: "Renew now" }));
});

journey("a part that cannot be loaded is said, with a way out", async ({ open, context, allow }) => {
  allow(/wasm|Failed to (load|fetch)/i);
  const page = await open("#/subscription?org=team-monthly");
  let broken = true;
  await context.route("**/split_ordering.wasm", (route) => (broken ? route.abort() : route.continue()));
  const renew = page.getByRole("button", { name: "Renew now" });
  await renew.click();
  await see(page.getByText("The dialog could not be loaded. Check your connection, then try again."));
  broken = false;
  await renew.click();
  await see(page.getByRole("dialog", { name: "Renew now" }));
});

journey("a page that cannot be loaded is said, with a way out", async ({ open, context, allow }) => {
  allow(/wasm|Failed to (load|fetch)/i);
  let broken = true;
  await context.route("**/split_ordering.wasm", (route) => (broken ? route.abort() : route.continue()));
  const page = await open("#/subscription/plans?org=team-monthly", { started: false });
  await see(page.getByText("This part of the page could not be loaded"));
  await axe(page);
  broken = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await see(page.getByRole("heading", { level: 1, name: "Change your subscription" }));
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
