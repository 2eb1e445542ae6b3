// The page inside a host that behaves like Azure DevOps, on another origin: handshake, viewer, shared documents,
// people, theme, and links, on Services and on Server.
import { action, button, heading } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";
import { buy, opened, told } from "./host/inside.mjs";

for (const [where, hosted, sandbox] of [["Services", true, false], ["Server", false, false], ["Server, in a frame without an origin", false, true]]) {
  test(`a collection administrator starts the trial, buys, and another one finds it, on ${where}`, async ({ visit, host }) => {
    host.administrators = ["ada", "ben"];
    const ada = await visit({ hosted, sandbox });
    await expect(heading(ada, "Subscription")).toBeVisible();
    await ada.host.waitForFunction(() => globalThis.loaded === true);
    await expect(ada.locator(".demo, .demo-line"), "no demonstration in the product").toBeAbsent();
    await button(ada, "Start free trial").click();
    await told(ada, "Trial");
    await buy(ada, 40);
    await expect(ada.locator(".stat").first()).toShow("40");
    const stored = [...host.data.documents.keys()];
    expect(stored.length >= 2 && stored.every((key) => key.split("|")[2].length <= 50), stored.join("\n")).toBeTruthy();
    const ben = await visit({ hosted, sandbox, user: "ben" });
    await expect(ben.locator(".stat").first()).toShow("40");
    expect(host.asked.some((it) => it.includes("/_apis/permissions/3e65f728-f8bc-4ecd-8764-7e378b19bfa7/2?")), host.asked.join("\n")).toBeTruthy();
  });
}

test("the people are those of the organisation, to the last page", async ({ visit, host }) => {
  await opened(visit);
  const people = await visit({ view: "people" });
  await expect(heading(people, "User Management")).toBeVisible();
  await expect(people.locator(".page-subtitle")).toShow("30 people have a license");
  expect(host.asked.filter((it) => it.includes("userentitlements")).length % 3, "three pages of twelve").toBe(0);
});

test("a Server's people are its identities", async ({ visit, host }) => {
  await opened(visit, { hosted: false });
  const people = await visit({ view: "people", hosted: false });
  await expect(people.locator(".page-subtitle")).toShow("30 people have a license");
  // This directory does not report last accesses, so no one loses a license because of them.
  await expect(people.locator(".grid-row").first()).toShow("Unknown");
  await expect(await action(people, "Remove inactive licenses")).toHaveAttribute("aria-disabled", "true");
  await people.locator("html").press("Escape");
  await expect(people.getByRole("combobox", { name: "Last access" })).toBeHidden();
  expect(host.asked.every((it) => !it.includes("userentitlements")), "a Server has no entitlements").toBeTruthy();
});

for (const [name, refusal, said] of [
  ["ended", { status: 401, serverError: { typeKey: "", message: "Unauthorized" } }, "Your Azure DevOps session has ended, so your change wasn't saved."],
  ["not allowed", { status: 403, serverError: { typeKey: "AccessDenied", message: "No" } }, "doesn't let you save this extension's data"],
]) {
  test(`a booking that is refused (${name}) says so, and nothing is booked`, async ({ visit, host }) => {
    const ada = await visit();
    await expect(heading(ada, "Subscription")).toBeVisible();
    host.data.fail = (what) => (what === "createDocument" ? refusal : null);
    await button(ada, "Start free trial").click();
    await expect(ada.locator(".toast")).toShow(said);
    expect(host.data.documents.size).toBe(0);
    host.data.fail = () => null;
    await button(ada, "Try again").click();
    await expect(ada.getByRole("link", { name: "Buy Now" }).first()).toBeVisible();
  });
}

test("a journal that cannot be read is said, and tried again", async ({ visit, host }) => {
  host.data.fail = (what) => (what === "getDocument" ? { status: 403, serverError: { typeKey: "AccessDenied", message: "No" } } : null);
  const ada = await visit();
  await expect(ada.locator(".main")).toShow("Azure DevOps doesn't let you read this extension's data");
  host.data.fail = () => null;
  await button(ada, "Try again").click();
  await expect(heading(ada, "Subscription")).toBeVisible();
});

test("acc_9 who is no collection administrator sees what their role allows", async ({ visit }) => {
  const ada = await visit();
  await button(ada, "Start free trial").click();
  await expect(button(ada, "More actions").or(ada.getByRole("link", { name: "Buy Now" }).first())).toBeVisible();
  const cleo = await visit({ user: "cleo" });
  await expect(heading(cleo, "For project collection administrators")).toBeVisible();
  const time = await visit({ user: "cleo", view: "time" });
  await expect(heading(time, "Time")).toBeVisible();
});

test("what another administrator books is there when the reader comes back, and told", async ({ visit, host }) => {
  host.administrators = ["ada", "ben"];
  const ada = await visit();
  await button(ada, "Start free trial").click();
  await told(ada, "Trial");
  const ben = await visit({ user: "ben" });
  await buy(ben, 40);
  await ada.host.bringToFront();
  await ada.inner().evaluate(() => dispatchEvent(new Event("focus")));
  await told(ada, "Ben Okafor");
  await expect(ada.locator(".stat").first()).toShow("40");
});

test("how User Management is sorted is kept for each reader", async ({ visit, host }) => {
  host.administrators = ["ada", "ben"];
  await opened(visit);
  const first = (frame) => frame.locator(".grid-row").first();
  const people = await visit({ view: "people" });
  await expect(first(people)).toShow("Ada Muster");
  await people.getByRole("columnheader", { name: "Name" }).getByRole("button").click();
  await expect(first(people)).toShow("Person 9");
  const again = await visit({ view: "people" });
  await expect(first(again)).toShow("Person 9");
  // A link contains the order. Another user has a different order.
  const link = await visit({ view: "people", hash: "/people?sort=since" });
  await expect(first(link)).toShow("Ada Muster");
  const ben = await visit({ view: "people", user: "ben" });
  await expect(first(ben)).toShow("Ada Muster");
});

test("sub_7 a computer that is more than a day off is told whose day counts", async ({ visit, host }) => {
  host.date = new Date(Date.now() + 3 * 86_400_000);
  const ada = await visit();
  await expect(ada.locator(".message")).toShow("This computer's date is off by more than a day");
  await button(ada, "Start free trial").click();
  const day = host.date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  await expect(ada.getByRole("table", { name: "History" })).toShow(day);
});

test("the colours are the host's, and follow it", async ({ visit }) => {
  const light = { "background-color": "#ffffff", "palette-neutral-100": "0, 0, 0", "palette-neutral-0": "255, 255, 255" };
  const ada = await visit({ theme: light });
  await expect(heading(ada, "Subscription")).toBeVisible();
  const shown = () => ada.locator("html").evaluate((root) => root.dataset.theme);
  expect(await shown()).toBe("light");
  await ada.host.evaluate(() => globalThis.showTheme({ "background-color": "#252423", "palette-neutral-100": "255, 255, 255", "palette-neutral-0": "37, 36, 35" }));
  await ada.locator('html[data-theme="dark"]').waitFor();
});

test("a link to the host's address opens the page, and the page's own links go into it", async ({ visit }) => {
  const ada = await visit({ view: "invoices", hash: "/invoices/billing" });
  await expect(heading(ada, "Billing details")).toBeVisible();
  await ada.getByRole("link", { name: "All invoices" }).click();
  await expect(heading(ada, "Invoices")).toBeVisible();
  await ada.host.waitForFunction(() => location.hash.startsWith("#/invoices"));
});

test("inv_1 where a frame allows neither origin, workers nor downloads, the page prints, and texts open", async ({ visit, context, allow }) => {
  // In such a frame, the browser's PDF viewer is also blocked in a window that the frame opens.
  allow(/blob:null.*ERR_BLOCKED_BY_CLIENT/);
  await opened(visit, { sandbox: true, hosted: false });
  const invoices = await visit({ sandbox: true, hosted: false, view: "invoices", hash: "/invoices/INV-0001" });
  await expect(heading(invoices, "Invoice INV-0001")).toBeVisible();
  await expect(invoices.locator(".main")).toShow("Downloads might be blocked");
  const [pdf] = await Promise.all([context.waitForEvent("page"), button(invoices, "Open PDF").click()]);
  await pdf.close();
  await expect(invoices.getByRole("status")).toShow("If the window stays empty");
  await invoices.locator("html").evaluate(() => void (globalThis.print = () => (globalThis.printed = true)));
  await button(invoices, "Print").click();
  expect(await invoices.locator("html").evaluate(() => globalThis.printed)).toBeTruthy();
  const [text] = await Promise.all([context.waitForEvent("page"), button(invoices, "Download CSV").click()]);
  await text.getByText("INV-0001").first().waitFor();
  await expect(invoices.getByRole("status")).toShow("save it from there as");
  // Without a buyer there is no XML, and a link to the billing details is next to it.
  await invoices.getByRole("link", { name: "Add billing address" }).click();
  await expect(heading(invoices, "Billing details")).toBeVisible();
});

test("a part of the page that does not come is said, and not told as a host that does not answer", async ({ visit, context, allow }) => {
  allow(/sdk|SDK|Failed to load|ERR_FAILED/);
  await context.route("**/SDK.min.js", (route) => route.abort());
  const ada = await visit();
  await expect(ada.locator(".main")).toShow("Part of this page couldn't be loaded");
  await expect(ada.locator(".main")).toShow("The Azure DevOps SDK couldn't be loaded");
  await context.unroute("**/SDK.min.js");
  await button(ada, "Try again").click();
  await expect(heading(ada, "Subscription")).toBeVisible();
});

test("an answer that is lost books once; a conflict is shown and books nothing", async ({ visit, host }) => {
  const ada = await visit();
  let lost = 0;
  host.data.fail = (what, _, when) =>
    what === "createDocument" && when === "after" && (lost += 1) === 1
      ? { status: 0, serverError: { typeKey: "", message: "Failed to fetch" } }
      : null;
  await button(ada, "Start free trial").click();
  await told(ada, "Trial");
  expect(lost).toBeGreaterThanOrEqual(1);
  const again = await visit();
  await expect(again.getByRole("link", { name: "Buy Now" }).first()).toBeVisible();
});
