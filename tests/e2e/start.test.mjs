// The page starts, or says why it cannot.
import { axe, axeIn, expect, test } from "./support/test.mjs";

test("starts with a heading", async ({ open }) => {
  const page = await open();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await axeIn(page);
});

test("paints a frame before the program is there", async ({ open, context }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await context.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  const page = await open("", { started: false });
  await expect(page.getByRole("status").filter({ hasText: "Loading…" })).toBeVisible();
  release();
  await expect(page.locator("#boot")).toBeHidden();
});

test("a program that cannot be loaded is said, with a way out", async ({ open, context, allow }) => {
  allow(/wasm|Failed to (load|fetch)/i);
  let broken = true;
  await context.route("**/*.wasm", (route) => (broken ? route.abort() : route.continue()));
  const page = await open("", { started: false });
  const notice = page.getByRole("alertdialog", { name: "The page couldn't start" });
  await expect(notice).toBeVisible();
  await axe(page);
  broken = false;
  await notice.getByRole("button", { name: "Reload" }).click();
  await expect(notice).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the page is one module, and fetches nothing more until somebody asks for a PDF", async ({ open, context }) => {
  const modules = new Set();
  context.on("request", (request) => request.url().endsWith(".wasm") && modules.add(request.url()));
  const page = await open("#/subscription?org=team-monthly");
  await expect(page.getByRole("heading", { level: 2, name: "Your subscription" })).toBeVisible();
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Renew now…" }).click();
  await expect(page.getByRole("dialog", { name: "Renew now" })).toBeVisible();
  await page.keyboard.press("Escape");
  for (const name of ["User Management", "Invoices", "Time"]) {
    await page.getByRole("link", { name, exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
  expect(modules.size, [...modules].join("\n")).toBe(1);
});

test("a panic is said, with a way out", async ({ open, allow }) => {
  allow(/made up for the test/);
  const page = await open();
  await page.evaluate(() => dispatchEvent(new CustomEvent("app-panic", { detail: "made up for the test" })));
  const notice = page.getByRole("alertdialog", { name: "The page has stopped" });
  await expect(notice).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(notice, "a dead page must not come back into reach").toBeVisible();
  await notice.getByRole("button", { name: "Reload" }).click();
  await expect(notice).toBeHidden();
});
