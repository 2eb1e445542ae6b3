// Activation of a Server: online with a real static host, offline with a file, and errors (ACT 1 to ACT 3, ACT 5 to
// ACT 8). Certificates are issued with the command-line tool.
import { button, commands, shorten } from "./support/page.mjs";
import { axe, expect, withVendor } from "./support/test.mjs";
import { ATTEMPTS, BETWEEN_ATTEMPTS, UNREACHED } from "./vendor.mjs";

const SERVER = "org=team-monthly&deployment=server";
/** The instance of the demo's organization. */
const HERE = "team-monthly/server";
/** Its subscription ID, and another one. */
const OWN = "Y58R-E94Y-UJTT";
const OTHER = "7T4K-9QXM-2HRA";
/** The purchased subscription on November 24, 2026, until the end of its term. */
const BOUGHT = { id: OWN, plan: "team", length: "monthly", licences: 45, start: "2026-11-01", instance: HERE, issuedAt: "2026-11-12" };

const test = withVendor.extend({
  /** `at(day, path, viewer)` opens a page on a day. */
  at: async ({ open }, use) =>
    use((day, path = "/subscription", viewer = "admin") => open(`#${path}?${SERVER}&today=${day}&viewer=${viewer}`)),
});

const card = (page, name = "Activation") => page.getByRole("region", { name, exact: true });
const field = (page) => card(page).getByRole("textbox", { name: "Subscription ID" });
const paths = (vendor) => vendor.service.answers.map(({ url }) => url);

/** Applies an ID on the card. */
async function apply(page, id) {
  await field(page).fill(id);
  await button(card(page), "Apply").click();
}

/** Changes the day without reloading the page, as in a page that stays open. */
const moveTo = (page, day) =>
  page.evaluate((day) => {
    location.hash = location.hash.replace(/today=[\d-]+/, `today=${day}`);
  }, day);

test("act_1 the subscription ID is applied by keyboard alone, and the licences count from then on", async ({ vendor, at }) => {
  await vendor.issue(BOUGHT);
  const page = await at("2026-11-24");
  await expect(page.getByRole("alert")).toShow("Not activated. Only 5 people have access; 32 are locked out. Apply the subscription ID or a file by 1 Dec 2026");
  await expect(card(page)).toShow("Not activated");
  await axe(page);
  // The field already contains the account's own ID.
  await field(page).focus();
  await expect(field(page)).toHaveValue(OWN);
  await page.keyboard.press("Tab");
  await expect(button(card(page), "Apply")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".toast")).toShow("Activated.");
  await expect(card(page)).toShow("Activated online through 30 Nov 2026, confirmed on 24 Nov 2026");
  await expect(card(page)).toShow("45");
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(page.getByRole("region", { name: "History" })).toShow("Activated online: Team plan, 45 licenses, billed monthly, through 30 Nov 2026");
  expect(paths(vendor)).toStrictEqual([`/v1/${OWN}.lic`]);
  await axe(page);
});

test("act_2 a slip, a swap and what is no ID are said in the field before anything is asked", async ({ vendor, at }) => {
  await vendor.issue(BOUGHT);
  const page = await at("2026-11-24");
  for (const [typed, problem] of [
    ["", "Enter the subscription ID"],
    ["Y58R-E94Y", "12 characters"],
    ["Y58R-E94Y-UJT1", "A subscription ID can't contain “1”"],
    ["Y58R-E94Y-UJTU", "A character is wrong or two are swapped"],
    ["Y58R-E94Y-JUTT", "A character is wrong or two are swapped"],
  ]) {
    await apply(page, typed);
    await expect(card(page).locator(".field-error")).toShow(problem);
  }
  await axe(page);
  expect(paths(vendor)).toStrictEqual([]);
  // In lowercase, with spaces, and as part of a line from an invoice.
  await apply(page, "Subscription ID:  y58r-e94y-ujtt ");
  await expect(page.locator(".toast")).toShow("Activated.");
  await expect(field(page)).toHaveValue(OWN);
});

test("act_8 an ID that the service does not know says so, and support has the details", async ({ vendor, at, allow }) => {
  allow(...UNREACHED);
  const page = await at("2026-11-24");
  await apply(page, OTHER);
  await expect(card(page).getByRole("alert")).toShow("doesn't recognize this subscription ID");
  await axe(page);
  // Support is one click away, with the details filled in.
  const asked = new URL(await card(page).getByRole("link", { name: "Contact support" }).getAttribute("href"));
  expect(asked.searchParams.get("body")).toMatch(/Activation service \(Failed\): .*doesn't recognize/);
  await card(page).getByRole("link", { name: "Find out why" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Troubleshooting" })).toBeVisible();
  const row = page.getByRole("row", { name: /Activation service/ });
  await expect(row).toShow("Failed");
  await expect(page.getByRole("region", { name: "Contacted services" })).toShow(`${vendor.service.url}/${OTHER}.lic`);
  await expect(page.getByRole("region", { name: "Contacted services" })).toShow("404");
  const report = await page.getByRole("textbox", { name: "Report for support" }).inputValue();
  expect(report).toMatch(/Activation service \(Failed\): .*doesn't recognize/);
  expect(report).toMatch(new RegExp(`Account subscription ID: ${OWN}`));
  expect(report).not.toMatch(/Ada Muster/);
  const support = new URL(await page.getByRole("link", { name: "Contact support" }).getAttribute("href"));
  expect(support.searchParams.get("body")).toBe(report);
  await axe(page);
});

test("act_1 a changed subscription arrives by itself", async ({ vendor, at }) => {
  await vendor.issue(BOUGHT);
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await expect(card(page)).toShow("Activated online through 30 Nov 2026");
  // The renewal of December 1 has 42 licenses, as scheduled.
  await vendor.issue({ ...BOUGHT, licences: 42, start: "2026-12-01", issuedAt: "2026-11-29" });
  const later = await at("2026-12-01");
  await expect(card(later)).toShow("Activated online through 31 Dec 2026, confirmed on 1 Dec 2026");
  await expect(later.getByRole("alert")).toBeHidden();
  // The button sends a request immediately. Nothing has changed.
  await button(card(later), "Refresh now").click();
  await expect(later.locator(".toast")).toShow("The activation is up to date");
});

test("act_7 where bought and activated differ the page says both and what to do", async ({ vendor, at }) => {
  await vendor.issue({ ...BOUGHT, licences: 40 });
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await expect(card(page)).toShow("45 licenses purchased, 40 activated, 45 usable through 1 Dec 2026. Refresh");
});

test("act_5 a service that is down for one day is told by a countdown, and for six days shuts out", async ({ vendor, at, allow }) => {
  allow(...UNREACHED);
  // The renewal of December 1 works without a certificate until December 20.
  await vendor.issue({ ...BOUGHT, start: "2026-11-01", end: "2027-11-01", length: "annual" });
  const page = await at("2026-12-21");
  await apply(page, OWN);
  await expect(card(page)).toShow("confirmed on 21 Dec 2026");
  await vendor.service.down();
  const yesterday = await at("2026-12-22");
  await expect(yesterday.getByRole("alert")).toShow("hasn't confirmed the subscription since 21 Dec 2026. 5 days left, through 26 Dec 2026");
  await expect(card(yesterday)).toShow("Not confirmed");
  await axe(yesterday);
  const last = await at("2026-12-26");
  await expect(last.getByRole("alert")).toShow("Today is the last day");
  const shut = await at("2026-12-27");
  await expect(shut.getByRole("alert")).toShow("no one has access");
  await expect(card(shut)).toShow("Inactive");
  await axe(shut);
  // A person with a role has no access, sees why, and is not told to request access.
  const door = await at("2026-12-27", "/time", "team");
  await expect(door.getByRole("heading", { level: 1, name: "This door is locked" })).toBeVisible();
  await expect(door.locator("main")).toShow("more licenses are in use than activated");
  await expect(door.getByRole("button", { name: "Request access" })).toBeAbsent();
  // The service is back. Opening the page is enough.
  await vendor.service.up();
  const back = await at("2026-12-28");
  await expect(card(back)).toShow("confirmed on 28 Dec 2026");
});

test("act_8 what comes with a refresh and is refused is told above every page, and what was activated stays", async ({ vendor, at }) => {
  await vendor.issue(BOUGHT);
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await expect(card(page)).toShow("confirmed on 24 Nov 2026");
  await vendor.issue({ ...BOUGHT, licences: 30, issuedAt: "2026-11-25" });
  const people = await at("2026-11-26", "/people");
  await expect(people.getByRole("alert")).toShow("This certificate covers 30 licenses, but more are in use. Remove licenses in User Management first");
  await axe(people);
  const later = await at("2026-11-26", "/subscription/activation");
  await expect(card(later)).toShow("45");
});

test("act_5 a service that hangs is asked again, and can be called off", async ({ vendor, at, allow }) => {
  allow(...UNREACHED);
  await vendor.issue(BOUGHT);
  vendor.service.hang();
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await expect(card(page).getByRole("status")).toShow("Contacting the activation service");
  await button(card(page), "Cancel").click();
  await expect(card(page).getByRole("alert")).toShow("Canceled. Nothing was changed");
  await vendor.service.up();
  await button(card(page), "Apply").click();
  await expect(page.locator(".toast")).toShow("Activated.");
});

test("act_8 a certificate of another subscription is not taken for the one that was asked for", async ({ vendor, at }) => {
  await vendor.issue({ ...BOUGHT, id: OTHER });
  const { copyFile } = await import("node:fs/promises");
  await copyFile(`${vendor.folder}/${OTHER}.lic`, `${vendor.folder}/${OWN}.lic`);
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await expect(card(page).getByRole("alert")).toShow(`a certificate for a different subscription, ${OTHER}`);
});

test("act_3 offline: a file is looked at before it is applied, and the way leads back online", async ({ vendor, at }) => {
  const text = await vendor.issue({ ...BOUGHT, elsewhere: true });
  const page = await at("2026-11-24", "/subscription/activation");
  const begin = button(card(page, "Offline validation"), "Enforce offline validation mode");
  await begin.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toShow("Online activation stops");
  await axe(page);
  // Esc closes the dialog, and the focus returns.
  await page.keyboard.press("Escape");
  await expect(begin).toBeFocused();
  await begin.click();
  await dialog.locator("input[type=file]").setInputFiles({ name: "mine.lic", mimeType: "text/plain", buffer: Buffer.from(text) });
  await expect(dialog).toShow("Uploaded mine.lic");
  await expect(dialog).toShow("Passed every check");
  await expect(dialog).toShow("Valid through");
  await axe(page);
  await button(dialog, "Apply file").click();
  await expect(page.locator(".toast")).toShow("Activated.");
  await expect(card(page)).toShow("Activated with a file through 30 Nov 2026");
  expect(paths(vendor), "nothing is asked in offline mode").toStrictEqual([]);
  // A booking on another day records that day, so the page notices if the clock is set back.
  await moveTo(page, "2026-11-26");
  await button(card(page, "Offline validation"), "Apply a new file").click();
  await expect(dialog).toShow("Online activation stops");
  await page.keyboard.press("Escape");
  const later = await at("2026-11-26", "/subscription/activation");
  await expect(later.getByRole("region", { name: "Activation", exact: true })).toShow("Activated with a file");
  // Back to online: the file stays in force until the request has succeeded.
  await vendor.issue(BOUGHT);
  const offline = card(later, "Offline validation");
  await button(offline, "Apply").click();
  await expect(later.locator(".toast")).toShow("Activated.");
  await expect(card(later)).toShow("Activated online through 30 Nov 2026, confirmed on 26 Nov 2026");
});

test("act_3 a file is pasted with blanks around it, or dropped", async ({ vendor, at }) => {
  const text = await vendor.issue({ ...BOUGHT, elsewhere: true });
  const page = await at("2026-11-24", "/subscription/activation");
  await button(card(page, "Offline validation"), "Enforce offline validation mode").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Activation certificate" }).fill(`\n  ${text}\n\n`);
  await expect(dialog).toShow("Passed every check");
  await dialog.getByRole("textbox", { name: "Activation certificate" }).fill("");
  await expect(dialog.getByText("Passed every check")).toBeHidden();
  // Files as email programs and editors change them.
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  const forms = [`\uFEFF${text}`, text.replaceAll("\n", "\r"), text.replaceAll("\n", "\n\n"), text.replaceAll("\n", "\r\n").replace("\r\n", "\n"), utf16];
  for (const [at, form] of forms.entries()) {
    await dialog.locator("input[type=file]").setInputFiles({ name: `form-${at}.lic`, mimeType: "text/plain", buffer: Buffer.from(form) });
    await expect(dialog).toShow(`Uploaded form-${at}.lic`);
    await expect(dialog).toShow("Passed every check");
  }
  await dialog.locator("input[type=file]").setInputFiles({ name: "bytes.lic", mimeType: "text/plain", buffer: Buffer.from([0xff, 0xd8, 0, 1]) });
  await expect(dialog).toShow("This isn't an activation certificate, or it's damaged");
  await button(dialog, "Remove").click();
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.lic", { type: "text/plain" }));
    return transfer;
  }, text);
  await dialog.locator(".file-picker").dispatchEvent("drop", { dataTransfer: data });
  await expect(dialog).toShow("Uploaded dropped.lic");
  await button(dialog, "Apply file").click();
  await expect(page.locator(".toast")).toShow("Activated.");
});

test("act_8 each thing that is wrong with a file is told, and nothing is applied", async ({ vendor, at }) => {
  const good = await vendor.issue({ ...BOUGHT, elsewhere: true });
  const lines = good.split("\n");
  const tampered = [...lines.slice(0, 5), lines[5].replace(/[A-Ya-y]/, (it) => String.fromCharCode(it.charCodeAt(0) + 1)), ...lines.slice(6)].join("\n");
  const files = [
    ["hello", "This isn't an activation certificate, or it's damaged"],
    [tampered, /damaged|was changed after it was signed/],
    [await vendor.issue({ ...BOUGHT, instance: "server-0", elsewhere: true }), "for instance server-0, not this one"],
    [await vendor.issue({ ...BOUGHT, validUntil: "2026-11-20", elsewhere: true }), "was valid through 2026-11-20"],
    [await vendor.issue({ ...BOUGHT, start: "2026-10-01", issuedAt: "2026-10-01", elsewhere: true }), /was valid through 2026-10-31|ended on/],
    [await vendor.issue({ ...BOUGHT, start: "2026-12-01", issuedAt: "2026-11-20", elsewhere: true }), "is valid from 2026-12-01"],
  ];
  const page = await at("2026-11-24", "/subscription/activation");
  await button(card(page, "Offline validation"), "Enforce offline validation mode").click();
  const dialog = page.getByRole("dialog");
  for (const [text, problem] of files) {
    await dialog.getByRole("textbox", { name: "Activation certificate" }).fill(text);
    await expect(dialog.getByRole("alert")).toShow(problem);
    await expect(dialog.getByRole("link", { name: "Contact support" })).toBeVisible();
    await expect(button(dialog, "Apply file")).toHaveAttribute("aria-disabled", "true");
  }
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(card(page)).toShow("Not activated");
});

test("act_6 this instance is marked, with its ID to copy, and what the plan allows", async ({ vendor, at, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await vendor.issue(BOUGHT);
  const page = await at("2026-11-24", "/subscription/activation");
  const instances = card(page, "Instances");
  await expect(instances).toShow("covers one instance");
  await expect(instances).toShow("This instance, not activated");
  await button(instances, "Copy instance ID").click();
  await expect(instances.getByRole("status")).toShow("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(HERE);
  await apply(page, OWN);
  await expect(card(page)).toShow("Activated online");
  await expect(instances.getByText("This instance", { exact: true })).toBeVisible();
});

/**
 * Lets a journey advance the computer's clock without replacing its timers. Returns a function that sets the number of
 * minutes.
 */
async function clockOf(context) {
  await context.addInitScript(() => {
    const Real = Date;
    const now = () => Real.now() + 60_000 * Number(localStorage.getItem("minutes-later") ?? 0);
    globalThis.Date = class extends Real {
      constructor(...parts) {
        super(...(parts.length ? parts : [now()]));
      }
      static now() {
        return now();
      }
    };
  });
  return (page, minutes) => page.evaluate((minutes) => localStorage.setItem("minutes-later", minutes), minutes);
}

test("act_1 it is asked again whenever an administrator opens the page, at most every 15 minutes, and booked only where it differs", async ({ vendor, at, context }) => {
  const later = await clockOf(context);
  /** Opens the page and waits for its automatic request to the vendor. */
  const asksBy = async (day, path, viewer) => {
    const [response] = await Promise.all([
      context.waitForEvent("response", (it) => it.url().endsWith(".lic")),
      at(day, path, viewer).then((page) => (opened = page)),
    ]);
    await response.finished();
  };
  let opened;
  await vendor.issue(BOUGHT);
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await expect(card(page)).toShow("confirmed on 24 Nov 2026");
  expect(paths(vendor)).toHaveLength(1);
  const booked = (await commands(page)).length;
  // Within 15 minutes, no automatic request is sent. The next request is that of the button.
  await later(page, 10);
  const soon = await at("2026-11-24");
  await button(card(soon), "Refresh now").click();
  await expect(soon.locator(".toast")).toShow("The activation is up to date");
  expect(paths(vendor)).toHaveLength(2);
  // The button has sent a request, too. The 15 minutes start from there.
  await later(page, 20);
  const sooner = await at("2026-11-24");
  await button(card(sooner), "Refresh now").click();
  await expect(sooner.locator(".toast")).toShow("The activation is up to date");
  expect(paths(vendor)).toHaveLength(3);
  await later(page, 35);
  await asksBy("2026-11-24");
  expect(paths(vendor)).toHaveLength(4);
  expect((await commands(opened)).length, "the same certificate is booked once a day").toBe(booked);
  // Returning to a page that stayed open counts as opening it.
  await later(page, 51);
  // While the page is still processing the last answer, it sends no other request.
  await expect(async () => {
    await opened.evaluate(() => window.dispatchEvent(new Event("focus")));
    expect(paths(vendor)).toHaveLength(5);
  }).toPass();
  // A different certificate is booked on the same day.
  await vendor.issue({ ...BOUGHT, licences: 60, issuedAt: "2026-11-23" });
  await later(page, 90);
  await asksBy("2026-11-24", "/people");
  await opened.goto(opened.url().replace("/people", "/subscription"));
  await expect(card(opened)).toShow("60");
  expect((await commands(opened)).slice(booked).map((it) => it.kind)).toStrictEqual(["confirm"]);
  // A user who administers nothing sends one request per day, and its result is booked.
  await later(page, 600);
  const asked = paths(vendor).length;
  await at("2026-11-24", "/time", "team");
  await asksBy("2026-11-25", "/time", "team");
  expect(paths(vendor).length).toBe(asked + 1);
  await later(page, 601);
  const admin = await at("2026-11-25");
  await expect(card(admin)).toShow("confirmed on 25 Nov 2026");
  expect((await commands(admin)).slice(booked).map((it) => it.kind)).toStrictEqual(["confirm", "confirm"]);
});

test("act_1 a quiet question that nobody answers says nothing where the day is confirmed", async ({ vendor, at, context, allow }) => {
  allow(...UNREACHED);
  const later = await clockOf(context);
  await shorten(context, BETWEEN_ATTEMPTS);
  await vendor.issue({ ...BOUGHT, end: "2027-11-01", length: "annual" });
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await expect(card(page)).toShow("confirmed on 24 Nov 2026");
  await vendor.service.down();
  await later(page, 60);
  let failed = 0;
  const [, again] = await Promise.all([
    context.waitForEvent("requestfailed", (it) => it.url().endsWith(".lic") && ++failed === ATTEMPTS),
    at("2026-11-24"),
  ]);
  // The page shows the result of the last attempt in the next frame.
  await again.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
  await expect(card(again)).toShow("confirmed on 24 Nov 2026");
  expect((await again.getByRole("alert").allTextContents()).filter(Boolean)).toStrictEqual([]);
  await expect(card(again).getByRole("status"), "it shows no progress that nobody asked for").toBeAbsent();
});
