// Who can see what inside Azure DevOps, and the page if the viewer's membership cannot be checked (ACC 6, ACC 9).
import { opened } from "./host/inside.mjs";
import { button, heading } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";

/** Everything that a page shows or announces about itself: its texts, titles, icon, and the icons of its navigation. */
const shown = (page) =>
  page.evaluate(() => ({
    words: [...document.querySelectorAll("body > *, .frame *")].filter((it) => !it.closest(".demo")).map((it) => [it.innerText, it.ariaLabel, it.title].join(" ")).join(" "),
    title: document.title,
    favicon: document.querySelector('link[rel="icon"]')?.getAttribute("href"),
    icons: [...document.querySelectorAll("nav svg")].filter((it) => it.checkVisibility()).length,
  }));
const PRODUCT = /timetracker|7pace|subscription|licen[cs]|\btime\b|organi[sz]ation settings/i;

test("acc_6 in a project nothing is titled after the settings, and the neutral page not at all", async ({ visit }) => {
  const stranger = await visit({ user: "cleo", view: "time" });
  await expect(heading(stranger, "Access needed")).toBeVisible();
  const before = await shown(stranger.inner());
  expect(before.words + before.title).not.toMatch(PRODUCT);
  expect(before.icons).toBe(0);
  await opened(visit);
  const time = await visit({ view: "time" });
  await expect(heading(time, "Time")).toBeVisible();
  expect((await shown(time.inner())).words).not.toMatch(/organi[sz]ation settings/i);
  await expect(time.getByRole("navigation")).toShow("7pace Timetracker");
});

test("acc_9 where it cannot be asked who looks, that is said with a retry, and nobody is told to ask for access", async ({ visit, context, allow }) => {
  allow(/ERR_FAILED|Failed to load|ERR_INTERNET/);
  await opened(visit);
  await context.route("**/_apis/permissions/**", (route) => route.abort());
  for (const [who, door] of [[{ user: "nobody-yet" }, "Access needed"], [{ user: "nobody-yet", hosted: false, organisation: "other" }, "This door is locked"]]) {
    const blocked = await visit({ ...who, view: "time" });
    await expect(heading(blocked, door)).toBeVisible();
    await expect(blocked.locator("main")).toShow("We couldn't verify that you're a project collection administrator");
    await expect(blocked.locator("main")).toShow("Azure DevOps didn't respond");
    await expect(button(blocked, "Request access")).toBeHidden();
    await expect(button(blocked, "Try again")).toBeVisible();
  }
  // A viewer with access keeps it, and every page says that the membership is unknown.
  const cut = await visit({ view: "subscription" });
  await expect(heading(cut, "For project collection administrators")).toBeVisible();
  await expect(cut.getByRole("alert").or(cut.locator(".message"))).toShow("We couldn't verify");
  await Promise.all([cut.host.waitForEvent("requestfailed", (it) => it.url().includes("/_apis/permissions/")), button(cut, "Try again").click()]);
  await expect(cut.locator(".message")).toShow("We couldn't verify");
  await context.unroute("**/_apis/permissions/**");
  await button(cut, "Try again").click();
  await expect(heading(cut, "Subscription")).toBeVisible();
  await expect(cut.locator(".message").filter({ hasText: "We couldn't verify" })).toBeHidden();
});

test("acc_9 what keeps the question back is told as it is", async ({ visit, context, allow }) => {
  allow(/ERR_FAILED|Failed to load|CORS|HTTP (401|500|200)/);
  const cors = { "access-control-allow-origin": "*", "content-type": "application/json" };
  for (const [answer, told] of [
    [{ status: 200, headers: { ...cors, "access-control-allow-origin": "https://elsewhere.example" }, body: "{}" }, "page can't read the response"],
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
    await expect(button(blocked, "Request access")).toBeHidden();
    await context.unroute(pattern);
    await blocked.host.close();
  }
});
