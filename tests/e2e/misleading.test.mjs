// Errors are reported as what they are: another server answers instead of the activation service, something blocks a
// request, or a file next to the page has a problem (ACT 8).
import { button, heading, PAY, review, shorten } from "./support/page.mjs";
import { expect, test, withVendor } from "./support/test.mjs";
import { BETWEEN_ATTEMPTS } from "./vendor.mjs";

const SERVER = "org=team-monthly&deployment=server&today=2026-11-24";
const ID = "Y58R-E94Y-UJTT";
const card = (page) => page.getByRole("region", { name: "Activation", exact: true });

/** A journey with a vendor whose service gives the journey's answers. Pages do not pause between attempts. */
const activation = withVendor.extend({
  open: async ({ open, context, allow }, use) => {
    allow(/Failed to load|HTTP \d|ERR_|CORS|Content Security Policy|violates/);
    await shorten(context, BETWEEN_ATTEMPTS);
    await use(open);
  },
  page: async ({ open }, use) => use(await open(`#/subscription?${SERVER}`)),
});

/** Applies the ID, with an answer instead of the service's. */
async function applied(page, answer) {
  await page.route("**/v1/*.lic", answer);
  await card(page).getByRole("textbox", { name: "Subscription ID" }).fill(ID);
  await card(page).getByRole("button", { name: "Apply", exact: true }).click();
}

const open = { "access-control-allow-origin": "*" };
const html = (title) => ({ headers: { ...open, "content-type": "text/html; charset=utf-8" }, body: `<!DOCTYPE html><html><head><title>${title}</title></head><body>x</body></html>` });

for (const [name, answer, ...told] of [
  ["a page to sign in", { status: 200, ...html("Sign in to Contoso") }, "Something else responded instead of the activation service", "status 200, text/html: “Sign in to Contoso”"],
  ["a proxy's page", { status: 403, ...html("Access denied by the proxy") }, "status 403, text/html: “Access denied by the proxy”"],
  ["an error as JSON", { status: 200, headers: { ...open, "content-type": "application/json" }, body: '{"error":"tenant unknown"}' }, "status 200, application/json: “{\"error\":\"tenant unknown\"}”"],
  ["nothing at all", { status: 204, headers: open, body: "" }, "status 204, with no text"],
  ["a refusal", { status: 401, headers: { ...open, "content-type": "application/json" }, body: '{"message":"token expired"}' }, "token expired"],
  ["a service that is busy", { status: 429, headers: { ...open, "retry-after": "1" }, body: "slow down" }, "is busy", "ry again"],
  ["a service that is down for a while", { status: 503, ...html("Maintenance") }, "is busy", "Maintenance"],
  ["no leave to read", { status: 200, headers: { "access-control-allow-origin": "https://elsewhere.example" }, body: "x" }, "this page can't read the response (CORS)"],
]) {
  activation(`act_8 ${name} is told as what it is`, async ({ page }) => {
    await applied(page, (route) => route.fulfill(answer));
    for (const words of told) await expect(card(page).getByRole("alert")).toShow(words);
  });
}

activation("act_8 a request that something keeps back is told with what may keep it back", async ({ page }) => {
  await applied(page, (route) => route.abort("blockedbyclient"));
  await expect(card(page).getByRole("alert")).toShow("a browser extension such as an ad blocker");
});

activation("act_8 a computer that is offline is told so", async ({ page, context }) => {
  await expect(card(page)).toBeVisible();
  await context.setOffline(true);
  await card(page).getByRole("textbox", { name: "Subscription ID" }).fill(ID);
  await card(page).getByRole("button", { name: "Apply", exact: true }).click();
  await expect(card(page).getByRole("alert")).toShow("This computer is offline");
  await context.setOffline(false);
});

activation("act_8 an address that the policy of the page forbids is told so", async ({ open, vendor }) => {
  const guarded = await open();
  // A policy as an administrator might set it: the page may send requests only to its own server.
  await guarded.route(`${vendor.page}?guarded`, async (route) => {
    const response = await route.fetch();
    const policy = response.headers()["content-security-policy"].replace("connect-src 'self' https: http:", "connect-src 'self'");
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await guarded.goto(`${vendor.page}?guarded#/subscription?${SERVER}`);
  await expect(card(guarded)).toBeVisible();
  await card(guarded).getByRole("textbox", { name: "Subscription ID" }).fill(ID);
  await card(guarded).getByRole("button", { name: "Apply", exact: true }).click();
  await expect(card(guarded).getByRole("alert")).toShow("This page's security policy blocks the address");
});

activation("act_9 a page that comes in place of the vendor's answer does not make an order sent", async ({ open, vendor }) => {
  await vendor.takeOrders();
  const page = await open("#/subscription/plans?org=new&deployment=server&today=2026-11-24");
  await page.route("**/orders", (route) => route.fulfill({ status: 200, ...html("Sign in to Contoso") }));
  await review(page, { plan: "Ultimate", licences: 25 });
  await button(page.getByRole("dialog"), PAY).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.goto(page.url().replace("/subscription/plans", "/subscription/activation"));
  const orders = page.getByRole("region", { name: "Orders for the vendor", exact: true });
  await expect(orders).toShow("1 order hasn't been sent");
  await button(orders, "Send now").click();
  await expect(page.locator("body")).toShow("status 200, text/html: “Sign in to Contoso”");
  await expect(orders).toShow("1 order hasn't been sent");
});

for (const [name, answer, told] of [
  ["a page to sign in", { status: 200, headers: { "content-type": "text/html" }, body: "<title>Sign in</title>" }, "people.csv couldn't be loaded (status 200, text/html: “Sign in”)"],
  ["an error", { status: 500, body: "no disk" }, "people.csv couldn't be loaded (status 500: “no disk”)"],
  ["nothing", { status: 404, body: "" }, "people.csv is missing"],
]) {
  test(`people.csv in whose place comes ${name} is no fault of the browser's storage`, async ({ open, context, allow }) => {
    allow(/HTTP \d|Failed to load/);
    await context.route("**/people.csv", (route) => route.fulfill(answer));
    const page = await open("#/subscription?org=file");
    await expect(page.locator("main")).toShow(told);
    expect(await page.locator("main").innerText()).not.toMatch(/browser|tabs/);
    await context.unroute("**/people.csv");
    await button(page, "Try again").click();
    await expect(heading(page, "Subscription")).toBeVisible();
  });
}
