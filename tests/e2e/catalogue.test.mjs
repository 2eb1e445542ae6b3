// The catalog next to the page: missing, not reachable, invalid, older, or in another currency (PLN 3, CRD 1).
import { readFile } from "node:fs/promises";
import { button, dialog, PAY, review } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";

const FILE = "**/catalogue.json";
const PLANS = "#/subscription/plans?org=team-monthly";
const catalogue = JSON.parse(await readFile(new URL("../../catalogue.json", import.meta.url), "utf8"));

const notice = (page) => page.getByRole("alert");

/** Orders 50 licenses, up to the open dialog. */
async function order(page) {
  await review(page, { licences: 50 });
}

/** Orders 50 licenses. */
async function goes(page) {
  await order(page);
  await button(dialog(page), PAY).click();
  await expect(dialog(page)).toBeHidden();
}

const UNREADABLE = [
  ["an error of the server", (route) => route.fulfill({ status: 500, body: "broken" })],
  ["no access", (route) => route.fulfill({ status: 403, body: "no" })],
  ["half a file", (route) => route.fulfill({ body: '{"product":', contentType: "application/json" })],
  ["a page instead of the file", (route) => route.fulfill({ body: "<!doctype html><title>Sign in</title>", contentType: "text/html" })],
  ["a faulty catalog", (route) => route.fulfill({ json: { ...catalogue, minor_digits: 9 } })],
  ["no connection", (route) => route.abort("connectionrefused")],
];

for (const [what, answer] of UNREADABLE) {
  test(`pln_3 prices that cannot be read price nothing, and are asked for again: ${what}`, async ({ open, context, allow }) => {
    allow(/catalogue\.json/);
    const first = await open(PLANS);
    await first.close();
    await context.route(FILE, answer);
    const page = await open(PLANS);
    await expect(notice(page)).toShow("The price catalog is missing or contains errors");
    await order(page);
    await expect(dialog(page)).toShow("Prices couldn't be read");
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
    await context.unroute(FILE, answer);
    await button(notice(page), "Try again").click();
    await expect(notice(page)).toBeHidden();
    await goes(page);
  });
}

test("pln_3 a first visit without readable prices shows the page and stores nothing", async ({ open, context, allow }) => {
  allow(/catalogue\.json/);
  const broken = (route) => route.fulfill({ status: 500, body: "broken" });
  await context.route(FILE, broken);
  const page = await open("#/subscription?org=team-monthly");
  await expect(notice(page)).toShow("The price catalog is missing or contains errors");
  await context.unroute(FILE, broken);
  // With a catalog in another currency, the account starts in that currency, because the built-in prices were not
  // recorded.
  await context.route(FILE, (route) => route.fulfill({ json: { ...catalogue, currency: "EUR" } }));
  await page.reload();
  await page.goto(page.url().replace("#/subscription", "#/subscription/plans"));
  await goes(page);
});

test("pln_3 without a catalog beside the page the built-in one counts", async ({ open, context, allow }) => {
  allow(/catalogue\.json/);
  await context.route(FILE, (route) => route.fulfill({ status: 404, body: "none" }));
  const page = await open(PLANS);
  await goes(page);
});

test("pln_3 a page that knows less than the journal says Reload and prices nothing", async ({ open, context }) => {
  const newer = structuredClone(catalogue);
  newer.price_lists.push({ ...structuredClone(newer.price_lists.at(-1)), from: "2027-01-01", renewals_from: "2027-02-01" });
  const serve = (json) => (route) => route.fulfill({ json });
  await context.route(FILE, serve(newer));
  const page = await open(PLANS);
  await goes(page);
  await context.unroute(FILE);
  const older = await open(PLANS);
  await expect(notice(older)).toShow("Your prices are newer than this page");
  await review(older, { licences: 60 });
  await expect(dialog(older)).toShow("Your prices are newer than this page");
  await older.keyboard.press("Escape");
  await context.route(FILE, serve(newer));
  await button(notice(older), "Reload").click();
  await expect(notice(older)).toBeHidden();
  await expect(older.getByRole("spinbutton", { name: "Licenses" })).toBeVisible();
});

test("crd_1 an account stays in its currency", async ({ open, context }) => {
  const first = await open(PLANS);
  await first.close();
  await context.route(FILE, (route) => route.fulfill({ json: { ...catalogue, currency: "EUR" } }));
  const page = await open(PLANS);
  await expect(notice(page)).toShow("This account uses USD with 2 decimal places, but the price list uses EUR with 2");
  await order(page);
  await expect(dialog(page)).toShow("An account's currency can't change");
});
