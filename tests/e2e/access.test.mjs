// Who can see what: Time, the pages without access, and pages of others (ACC 1, ACC 2, ACC 5 to ACC 7).
import { axeIn, expect, test } from "./support/test.mjs";

const cases = [
  // viewer, deployment, path, heading, whether the navigation contains Subscription
  ["admin", "services", "/subscription", "Subscription", true],
  ["team", "services", "/time", "Time", false],
  ["team", "services", "/subscription", "For project collection administrators", false],
  ["administrator", "server", "/subscription", "For project collection administrators", false],
  ["none", "server", "/subscription", "This door is locked", false],
  ["none", "services", "/time", "Access needed", false],
  ["unlicensed", "services", "/subscription", "Access needed", false],
  ["unknown", "server", "/subscription", "For project collection administrators", false],
];

for (const [viewer, deployment, path, heading, subscription] of cases) {
  test(`${viewer} on ${deployment} at ${path}: ${heading}`, async ({ open }) => {
    const page = await open(`#${path}?org=team-monthly&viewer=${viewer}&deployment=${deployment}`);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    const link = page.getByRole("navigation").getByRole("link", { name: "Subscription" });
    await expect(link).toBeVisible({ visible: subscription });
    await axeIn(page, [["light", 1280], ["dark", 1280]]);
  });
}

test("the locked door names whom to ask", async ({ open }) => {
  const page = await open("#/time?org=team-monthly&viewer=none&deployment=server");
  await expect(page.locator("main")).toShow("Ada Muster");
  await expect(page.getByRole("button", { name: "Request access" })).toBeVisible();
});

/** Everything that a page shows or announces about itself: its texts, titles, icon, and the icons of its navigation. */
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
    await expect(page.getByRole("heading", { level: 1, name: "Access needed" })).toBeVisible();
    const { words, title, favicon, icons } = await shown(page);
    expect(words + title, path).not.toMatch(PRODUCT);
    expect([favicon, icons], path).toStrictEqual(["data:,", 0]);
  }
  // A viewer with access sees the name of the product, until the access is lost.
  const page = await open("#/time?org=team-monthly&viewer=team");
  await expect(page.getByRole("heading", { level: 1, name: "Time" })).toBeVisible();
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute("href", "icon.svg");
  await page.evaluate(() => void (location.hash = location.hash.replace("viewer=team", "viewer=none")));
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute("href", "data:,");
});

for (const [deployment, title] of [["services", "Access needed"], ["server", "This door is locked"]]) {
  test(`acc_7 a collection administrator without access of their own gets the way to their pages, on ${deployment}`, async ({ open }) => {
    const page = await open(`#/time?org=expired&deployment=${deployment}`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("note").filter({ hasText: "Why am I seeing this?" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Request access" })).toBeHidden();
    for (const name of ["Subscription", "User Management", "Invoices"]) {
      await expect(page.getByRole("navigation").getByRole("link", { name })).toBeVisible();
    }
    await page.getByRole("link", { name: "Go to Subscription" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Subscription" })).toBeVisible();
  });
}
