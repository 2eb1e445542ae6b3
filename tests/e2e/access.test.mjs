// Who sees what: Time, the doors, and pages that are not theirs (ACC 1, ACC 2, ACC 5 to ACC 7).
import { axe, expect, test } from "./support/test.mjs";
import { button, buy, heading } from "./host/inside.mjs";

const cases = [
  // viewer, deployment, path, heading, whether Subscription stands in the navigation
  ["admin", "services", "/subscription", "Subscription", true],
  ["team", "services", "/time", "Time", false],
  ["team", "services", "/subscription", "For project collection administrators", false],
  ["administrator", "server", "/subscription", "For project collection administrators", false],
  ["none", "server", "/subscription", "This door is locked", false],
  ["none", "services", "/time", "Nothing here for you yet", false],
  ["unlicensed", "services", "/subscription", "Nothing here for you yet", false],
  ["unknown", "server", "/subscription", "For project collection administrators", false],
];

for (const [viewer, deployment, path, heading, subscription] of cases) {
  test(`${viewer} on ${deployment} at ${path}: ${heading}`, async ({ open }) => {
    for (const theme of ["light", "dark"]) {
      const page = await open(`#${path}?org=team-monthly&viewer=${viewer}&deployment=${deployment}`, { theme });
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      const link = page.getByRole("navigation").getByRole("link", { name: "Subscription" });
      await (subscription ? expect(link).toBeVisible() : expect(link).toBeHidden());
      await axe(page);
    }
  });
}

test("the locked door names whom to ask", async ({ open }) => {
  const page = await open("#/time?org=team-monthly&viewer=none&deployment=server");
  await expect(page.locator("main")).toShow("Ada Muster");
  await expect(page.getByRole("button", { name: "Ask for access" })).toBeVisible();
});

/** Everything that a page shows or says of itself: its words, its titles, its icon, the icons of its navigation. */
const shown = (page) =>
  page.evaluate(() => ({
    words: [...document.querySelectorAll("body > *, .frame *")].filter((it) => !it.closest(".demo")).map((it) => [it.innerText, it.ariaLabel, it.title].join(" ")).join(" "),
    title: document.title,
    favicon: document.querySelector('link[rel="icon"]')?.getAttribute("href"),
    icons: [...document.querySelectorAll("nav svg")].filter((it) => it.checkVisibility()).length,
  }));
const PRODUCT = /timetracker|7pace|subscription|licen[cs]|\btime\b|organi[sz]ation settings/i;

test("acc_6 the neutral page shows nothing of the product, before it has loaded either", async ({ open }) => {
  const early = await open("#/time?org=team-monthly&viewer=none", { started: false });
  const source = await (await early.request.get(early.url())).text();
  const [, title] = source.match(/<title>(.*)<\/title>/);
  const boot = source.slice(source.indexOf("<body>")).replaceAll(/<!--.*?-->|<[^>]*>/gs, "");
  expect(title + boot).not.toMatch(PRODUCT);
  expect(source).not.toMatch(/rel="icon" href="icon/);
  for (const path of ["/time", "/subscription", "/people", "/invoices/INV-0001"]) {
    const page = await open(`#${path}?org=team-monthly&viewer=none`);
    await expect(page.getByRole("heading", { level: 1, name: "Nothing here for you yet" })).toBeVisible();
    const { words, title, favicon, icons } = await shown(page);
    expect(words + title, path).not.toMatch(PRODUCT);
    expect([favicon, icons], path).toStrictEqual(["data:,", 0]);
  }
  // Who is let in sees what it is, and back again.
  const page = await open("#/time?org=team-monthly&viewer=team");
  await expect(page.getByRole("heading", { level: 1, name: "Time" })).toBeVisible();
  await page.waitForFunction(() => document.querySelector('link[rel="icon"]').getAttribute("href") === "icon.svg");
  await page.evaluate(() => void (location.hash = location.hash.replace("viewer=team", "viewer=none")));
  await page.waitForFunction(() => document.querySelector('link[rel="icon"]').getAttribute("href") === "data:,");
});

for (const [deployment, title] of [["services", "Nothing here for you yet"], ["server", "This door is locked"]]) {
  test(`acc_7 a collection administrator without access of their own gets the way to their pages, on ${deployment}`, async ({ open }) => {
    const page = await open(`#/time?org=expired&deployment=${deployment}`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("note").filter({ hasText: "Why am I seeing this?" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Ask for access" })).toBeHidden();
    for (const name of ["Subscription", "User Management", "Invoices"]) {
      await expect(page.getByRole("navigation").getByRole("link", { name })).toBeVisible();
    }
    await page.getByRole("link", { name: "Go to Subscription" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Subscription" })).toBeVisible();
  });
}

test("acc_6 in a project nothing is titled after the settings, and the neutral page not at all", async ({ visit }) => {
  const stranger = await visit({ user: "cleo", view: "time" });
  await expect(heading(stranger, "Nothing here for you yet")).toBeVisible();
  const before = await shown(stranger.inner());
  expect(before.words + before.title).not.toMatch(PRODUCT);
  expect(before.icons).toBe(0);
  const ada = await visit();
  await button(ada, "Start free trial").click();
  await buy(ada, 40);
  const time = await visit({ view: "time" });
  await expect(heading(time, "Time")).toBeVisible();
  expect((await shown(time.inner())).words).not.toMatch(/organi[sz]ation settings/i);
  await expect(time.getByRole("navigation")).toShow("7pace Timetracker");
});

test("acc_9 where it cannot be asked who looks, that is said with a retry, and nobody is told to ask for access", async ({ visit, context, allow }) => {
  allow(/ERR_FAILED|Failed to load|ERR_INTERNET/);
  const ada = await visit();
  await button(ada, "Start free trial").click();
  await buy(ada, 40);
  await context.route("**/_apis/permissions/**", (route) => route.abort());
  for (const [who, door] of [[{ user: "nobody-yet" }, "Nothing here for you yet"], [{ user: "nobody-yet", hosted: false, organisation: "other" }, "This door is locked"]]) {
    const blocked = await visit({ ...who, view: "time" });
    await expect(heading(blocked, door)).toBeVisible();
    await expect(blocked.locator("main")).toShow("This page could not find out whether you are a project collection administrator");
    await expect(blocked.locator("main")).toShow("there was no answer");
    await expect(button(blocked, "Ask for access")).toBeHidden();
    await expect(button(blocked, "Try again")).toBeVisible();
  }
  // Who is let in all the same stays in, and is told on every page.
  const cut = await visit({ view: "subscription" });
  await expect(heading(cut, "For project collection administrators")).toBeVisible();
  await expect(cut.getByRole("alert").or(cut.locator(".message"))).toShow("This page could not find out");
  await Promise.all([cut.waitForEvent("requestfailed", (it) => it.url().includes("/_apis/permissions/")), button(cut, "Try again").click()]);
  await expect(cut.locator(".message")).toShow("This page could not find out");
  await context.unroute("**/_apis/permissions/**");
  await button(cut, "Try again").click();
  await expect(heading(cut, "Subscription")).toBeVisible();
  await expect(cut.locator(".message").filter({ hasText: "This page could not find out" })).toBeHidden();
});

test("acc_9 what keeps the question back is told as it is", async ({ visit, context, allow }) => {
  allow(/ERR_FAILED|Failed to load|CORS|HTTP (401|500|200)/);
  const cors = { "access-control-allow-origin": "*", "content-type": "application/json" };
  for (const [answer, told] of [
    [{ status: 200, headers: { ...cors, "access-control-allow-origin": "https://elsewhere.example" }, body: "{}" }, "does not let this page read the answer"],
    [{ status: 401, headers: cors, body: "{}" }, "Reload the page"],
    [{ status: 500, headers: cors, body: "{}" }, "status 500"],
    [{ status: 200, headers: { ...cors, "content-type": "text/plain" }, body: "Blocked by the firewall" }, "text/plain: “Blocked by the firewall”"],
    [{ status: 200, headers: { ...cors, "content-type": "text/html" }, body: "<title>Sign in</title>" }, "Reload the page"],
  ]) {
    const pattern = "**/_apis/permissions/**";
    const preflight = { status: 204, headers: { ...cors, "access-control-allow-headers": "*, authorization" } };
    await context.route(pattern, (route) => route.fulfill(route.request().method() === "OPTIONS" ? preflight : answer));
    const blocked = await visit({ view: "time" });
    await expect(blocked.locator("main")).toShow(told);
    await expect(button(blocked, "Ask for access")).toBeHidden();
    await context.unroute(pattern);
    await blocked.host.close();
  }
});
