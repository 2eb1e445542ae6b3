// Activation of a Server: online against a real static host, offline by a file, and what happens when things go wrong
// (ACT 1 to ACT 3, ACT 5 to ACT 8). Certificates are issued with the command-line tool.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { axe, focused, gone, says, see } from "./harness.mjs";
import { ATTEMPTS, UNREACHED, hurry, withVendor } from "./vendor.mjs";

const SERVER = "org=team-monthly&deployment=server";
/** The instance of the demo's organisation. */
const HERE = "team-monthly/server";
/** Its subscription ID, and another one. */
const OWN = "Y58R-E94Y-UJTT";
const OTHER = "7T4K-9QXM-2HRA";
/** What is bought there on 24 November 2026, to the end of its term. */
const BOUGHT = { id: OWN, plan: "team", length: "monthly", licences: 45, start: "2026-11-01", instance: HERE, issuedAt: "2026-11-12" };

/** A journey with a vendor of its own; `at(day, path)` opens a page on a day. */
const activation = (name, body, options) =>
  withVendor(name, options, (own) => {
    const at = (day, path = "/subscription", viewer = "admin") => own.open(`#${path}?${SERVER}&today=${day}&viewer=${viewer}`);
    return body({ ...own, at });
  });

const card = (page, name = "Activation") => page.getByRole("region", { name, exact: true });
const field = (page) => card(page).getByRole("textbox", { name: "Subscription ID" });
const button = (scope, name) => scope.getByRole("button", { name, exact: true });
const paths = (vendor) => vendor.service.answers.map(({ url }) => url);

/** Applies an ID on the card. */
async function apply(page, id) {
  await field(page).fill(id);
  await button(card(page), "Apply").click();
}

/** The day moves on without a new page, as it does while a page stays open. */
const moveTo = (page, day) =>
  page.evaluate((day) => {
    location.hash = location.hash.replace(/today=[\d-]+/, `today=${day}`);
  }, day);

activation("act_1 the subscription ID is applied by keyboard alone, and the licences count from then on", async ({ vendor, at }) => {
  await vendor.issue(BOUGHT);
  const page = await at("2026-11-24");
  await says(page.getByRole("alert"), "45 bought, none activated: 5 can be used until 1 Dec 2026");
  await says(card(page), "Not activated");
  await axe(page);
  // The account's own ID stands there already.
  await field(page).focus();
  assert.equal(await field(page).inputValue(), OWN);
  await page.keyboard.press("Tab");
  await focused(button(card(page), "Apply"));
  await page.keyboard.press("Enter");
  await says(page.locator(".toast"), "Activated.");
  await says(card(page), "Activated online until 30 Nov 2026, confirmed on 24 Nov 2026");
  await says(card(page), "45");
  await gone(page.getByRole("alert"));
  await says(page.getByRole("region", { name: "History" }), "Activated online: Team, 45 licences, Monthly, until 30 Nov 2026");
  assert.deepEqual(paths(vendor), [`/v1/${OWN}.lic`]);
  await axe(page);
});

activation("act_2 a slip, a swap and what is no ID are said in the field before anything is asked", async ({ vendor, at }) => {
  await vendor.issue(BOUGHT);
  const page = await at("2026-11-24");
  for (const [typed, problem] of [
    ["", "Enter the subscription ID"],
    ["Y58R-E94Y", "12 characters"],
    ["Y58R-E94Y-UJT1", "No subscription ID has the character “1”"],
    ["Y58R-E94Y-UJTU", "A character is wrong, or two are swapped"],
    ["Y58R-E94Y-JUTT", "A character is wrong, or two are swapped"],
  ]) {
    await apply(page, typed);
    await says(card(page).locator(".field-error"), problem);
  }
  await axe(page);
  assert.deepEqual(paths(vendor), []);
  // Lower case, with blanks, in the line of an invoice.
  await apply(page, "Subscription ID:  y58r-e94y-ujtt ");
  await says(page.locator(".toast"), "Activated.");
  assert.equal(await field(page).inputValue(), OWN);
});

activation("act_8 an ID that the service does not know says so, and support has the details", async ({ vendor, at, allow }) => {
  UNREACHED.forEach(allow);
  const page = await at("2026-11-24");
  await apply(page, OTHER);
  await says(card(page).getByRole("alert"), "does not know this subscription ID");
  await axe(page);
  // Support is one click away, with the details filled in.
  const asked = new URL(await card(page).getByRole("link", { name: "Contact support" }).getAttribute("href"));
  assert.match(asked.searchParams.get("body"), /Activation service \(Failed\): .*does not know/);
  await card(page).getByRole("link", { name: "Find out why" }).click();
  await see(page.getByRole("heading", { level: 1, name: "Troubleshooting" }));
  const row = page.getByRole("row", { name: /Activation service/ });
  await says(row, "Failed");
  await says(page.getByRole("region", { name: "What was contacted" }), `${vendor.service.url}/${OTHER}.lic`);
  await says(page.getByRole("region", { name: "What was contacted" }), "404");
  const report = await page.getByRole("textbox", { name: "Report for support" }).inputValue();
  assert.match(report, /Activation service \(Failed\): .*does not know/);
  assert.match(report, new RegExp(`Subscription ID of the account: ${OWN}`));
  assert.doesNotMatch(report, /Ada Muster/);
  const support = new URL(await page.getByRole("link", { name: "Contact support" }).getAttribute("href"));
  assert.equal(support.searchParams.get("body"), report);
  await axe(page);
});

activation("act_1 a changed subscription arrives by itself", async ({ vendor, at }) => {
  await vendor.issue(BOUGHT);
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await says(card(page), "Activated online until 30 Nov 2026");
  // The renewal of 1 December has 42 licences, as was scheduled.
  await vendor.issue({ ...BOUGHT, licences: 42, start: "2026-12-01", issuedAt: "2026-11-29" }).catch((error) => assert.fail(error.stderr));
  const later = await at("2026-12-01");
  await says(card(later), "Activated online until 31 Dec 2026, confirmed on 1 Dec 2026");
  await gone(later.getByRole("alert"));
  // The button asks at once; nothing new has come.
  await button(card(later), "Refresh now").click();
  await says(later.locator(".toast"), "The activation is up to date");
});

activation("act_7 where bought and activated differ the page says both and what to do", async ({ vendor, at }) => {
  await vendor.issue({ ...BOUGHT, licences: 40 });
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await says(card(page), "45 bought, 40 activated; 45 can be used until 1 Dec 2026: refresh");
});

activation("act_5 a service that is down for one day is told by a countdown, and for six days shuts out", async ({ vendor, at, allow }) => {
  UNREACHED.forEach(allow);
  // The renewal of 1 December works without its certificate until the 20th.
  await vendor.issue({ ...BOUGHT, start: "2026-11-01", end: "2027-11-01", length: "annual" });
  const page = await at("2026-12-21");
  await apply(page, OWN);
  await says(card(page), "confirmed on 21 Dec 2026");
  await vendor.service.down();
  const yesterday = await at("2026-12-22");
  await says(yesterday.getByRole("alert"), "has not confirmed the subscription since 21 Dec 2026. 5 days are left, until 26 Dec 2026");
  await says(card(yesterday), "Not confirmed");
  await axe(yesterday);
  const last = await at("2026-12-26");
  await says(last.getByRole("alert"), "Today is the last day");
  const shut = await at("2026-12-27");
  await says(shut.getByRole("alert"), "nobody can use the product");
  await says(card(shut), "Inactive");
  await axe(shut);
  // Whoever has a role is not let in, is told why, and is not sent to ask for access.
  const door = await at("2026-12-27", "/time", "team");
  await see(door.getByRole("heading", { level: 1, name: "This door is locked" }));
  await says(door.locator("main"), "fewer licences are activated than are in use");
  assert.equal(await door.getByRole("button", { name: "Ask for access" }).count(), 0);
  // The service is back: opening the page is enough.
  await vendor.service.up();
  const back = await at("2026-12-28");
  await says(card(back), "confirmed on 28 Dec 2026");
});

activation("act_8 what comes with a refresh and is refused is told above every page, and what was activated stays", async ({ vendor, at }) => {
  await vendor.issue(BOUGHT);
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await says(card(page), "confirmed on 24 Nov 2026");
  await vendor.issue({ ...BOUGHT, licences: 30, issuedAt: "2026-11-25" });
  const people = await at("2026-11-26", "/people");
  await says(people.getByRole("alert"), "This certificate has 30 licences, and more are in use. Free licences in User Management first");
  await axe(people);
  const later = await at("2026-11-26", "/subscription/activation");
  await says(card(later), "45");
});

activation("act_5 a service that hangs is asked again, and can be called off", async ({ vendor, at, allow }) => {
  UNREACHED.forEach(allow);
  await vendor.issue(BOUGHT);
  vendor.service.hang();
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await says(card(page).getByRole("status"), "Asking the activation service");
  await button(card(page), "Cancel").click();
  await says(card(page).getByRole("alert"), "Called off. Nothing was changed");
  await vendor.service.up();
  await button(card(page), "Apply").click();
  await says(page.locator(".toast"), "Activated.");
});

activation("act_8 a certificate of another subscription is not taken for the one that was asked for", async ({ vendor, at }) => {
  await vendor.issue({ ...BOUGHT, id: OTHER });
  const { copyFile } = await import("node:fs/promises");
  await copyFile(`${vendor.folder}/${OTHER}.lic`, `${vendor.folder}/${OWN}.lic`);
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await says(card(page).getByRole("alert"), `What came is the certificate of the subscription ${OTHER}`);
});

activation("act_3 offline: a file is looked at before it is applied, and the way leads back online", async ({ vendor, at }) => {
  const text = await vendor.issue({ ...BOUGHT, elsewhere: true });
  const page = await at("2026-11-24", "/subscription/activation");
  const begin = button(card(page, "Offline validation"), "Enforce offline validation mode");
  await begin.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await says(dialog, "Online activation stops");
  await axe(page);
  // Esc closes, and the focus returns.
  await page.keyboard.press("Escape");
  await focused(begin);
  await begin.click();
  await dialog.locator("input[type=file]").setInputFiles({ name: "mine.lic", mimeType: "text/plain", buffer: Buffer.from(text) });
  await says(dialog, "Loaded mine.lic");
  await says(dialog, "It has passed every check");
  await says(dialog, "Valid until");
  await axe(page);
  await button(dialog, "Apply file").click();
  await says(page.locator(".toast"), "Activated.");
  await says(card(page), "Activated by a file until 30 Nov 2026");
  assert.deepEqual(paths(vendor), [], "nothing is asked in offline mode");
  // Another day is noted, so that a clock that is set back is noticed.
  await moveTo(page, "2026-11-26");
  await button(card(page, "Offline validation"), "Load a new file").click();
  await says(dialog, "Online activation stops");
  await page.keyboard.press("Escape");
  const later = await at("2026-11-26", "/subscription/activation");
  await says(later.getByRole("region", { name: "Activation", exact: true }), "Activated by a file");
  // Back online: the file stays in force until that has worked.
  await vendor.issue(BOUGHT);
  const offline = card(later, "Offline validation");
  await button(offline, "Apply").click();
  await says(later.locator(".toast"), "Activated.");
  await says(card(later), "Activated online until 30 Nov 2026, confirmed on 26 Nov 2026");
});

activation("act_3 a file is pasted with blanks around it, or dropped", async ({ vendor, at }) => {
  const text = await vendor.issue({ ...BOUGHT, elsewhere: true });
  const page = await at("2026-11-24", "/subscription/activation");
  await button(card(page, "Offline validation"), "Enforce offline validation mode").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Activation certificate" }).fill(`\n  ${text}\n\n`);
  await says(dialog, "It has passed every check");
  await dialog.getByRole("textbox", { name: "Activation certificate" }).fill("");
  await gone(dialog.getByText("It has passed every check"));
  // As mail programs and editors leave it.
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  const forms = [`\uFEFF${text}`, text.replaceAll("\n", "\r"), text.replaceAll("\n", "\n\n"), text.replaceAll("\n", "\r\n").replace("\r\n", "\n"), utf16];
  for (const [at, form] of forms.entries()) {
    await dialog.locator("input[type=file]").setInputFiles({ name: `form-${at}.lic`, mimeType: "text/plain", buffer: Buffer.from(form) });
    await says(dialog, `Loaded form-${at}.lic`);
    await says(dialog, "It has passed every check");
  }
  await dialog.locator("input[type=file]").setInputFiles({ name: "bytes.lic", mimeType: "text/plain", buffer: Buffer.from([0xff, 0xd8, 0, 1]) });
  await says(dialog, "This is no activation certificate, or it is damaged");
  await button(dialog, "Remove").click();
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.lic", { type: "text/plain" }));
    return transfer;
  }, text);
  await dialog.locator(".file-picker").dispatchEvent("drop", { dataTransfer: data });
  await says(dialog, "Loaded dropped.lic");
  await button(dialog, "Apply file").click();
  await says(page.locator(".toast"), "Activated.");
});

activation("act_8 each thing that is wrong with a file is told, and nothing is applied", async ({ vendor, at }) => {
  const good = await vendor.issue({ ...BOUGHT, elsewhere: true });
  const lines = good.split("\n");
  const tampered = [...lines.slice(0, 5), lines[5].replace(/[A-Ya-y]/, (it) => String.fromCharCode(it.charCodeAt(0) + 1)), ...lines.slice(6)].join("\n");
  const files = [
    ["hello", "This is no activation certificate, or it is damaged"],
    [tampered, /damaged|was changed after it was signed/],
    [await vendor.issue({ ...BOUGHT, instance: "server-0", elsewhere: true }), "for the instance server-0 and not for this one"],
    [await vendor.issue({ ...BOUGHT, validUntil: "2026-11-20", elsewhere: true }), "could be used until 2026-11-20"],
    [await vendor.issue({ ...BOUGHT, start: "2026-10-01", issuedAt: "2026-10-01", elsewhere: true }), /could be used until 2026-10-31|ended on/],
    [await vendor.issue({ ...BOUGHT, start: "2026-12-01", issuedAt: "2026-11-20", elsewhere: true }), "is valid from 2026-12-01"],
  ];
  const page = await at("2026-11-24", "/subscription/activation");
  await button(card(page, "Offline validation"), "Enforce offline validation mode").click();
  const dialog = page.getByRole("dialog");
  for (const [text, problem] of files) {
    await dialog.getByRole("textbox", { name: "Activation certificate" }).fill(text);
    await says(dialog.getByRole("alert"), problem);
    await see(dialog.getByRole("link", { name: "Contact support" }));
    assert.equal(await button(dialog, "Apply file").getAttribute("aria-disabled"), "true");
  }
  await axe(page);
  await page.keyboard.press("Escape");
  await says(card(page), "Not activated");
});

activation("act_6 this instance is marked, with its ID to copy, and what the plan allows", async ({ vendor, at, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await vendor.issue(BOUGHT);
  const page = await at("2026-11-24", "/subscription/activation");
  const instances = card(page, "Instances");
  await says(instances, "good for one instance");
  await says(instances, "This instance, not activated");
  await button(instances, "Copy instance ID").click();
  await says(instances.getByRole("status"), "Copied");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), HERE);
  await apply(page, OWN);
  await says(card(page), "Activated online");
  await see(instances.getByText("This instance", { exact: true }));
});

/** The commands of the journal, as it is exported. */
async function commands(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(card(page, "History"), "Export").click()]);
  const text = await readFile(await download.path(), "utf8");
  return text.trim().split("\n").slice(1).map((line) => JSON.parse(line).command);
}

/** Lets the computer's clock be moved on, without one that stands in for the timers, too: the answer sets how many minutes. */
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

activation("act_1 it is asked again whenever an administrator opens the page, at most every 15 minutes, and booked only where it differs", async ({ vendor, at, context }) => {
  const later = await clockOf(context);
  /** Opens the page and waits until the vendor was asked by nobody's click. */
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
  await says(card(page), "confirmed on 24 Nov 2026");
  assert.equal(paths(vendor).length, 1);
  const booked = (await commands(page)).length;
  // Within 15 minutes nothing is asked: the next question is that of the button.
  await later(page, 10);
  const soon = await at("2026-11-24");
  await button(card(soon), "Refresh now").click();
  await says(soon.locator(".toast"), "The activation is up to date");
  assert.equal(paths(vendor).length, 2);
  // The button has asked, too: 15 minutes count from then.
  await later(page, 20);
  const sooner = await at("2026-11-24");
  await button(card(sooner), "Refresh now").click();
  await says(sooner.locator(".toast"), "The activation is up to date");
  assert.equal(paths(vendor).length, 3);
  await later(page, 35);
  await asksBy("2026-11-24");
  assert.equal(paths(vendor).length, 4);
  assert.equal((await commands(opened)).length, booked, "the same certificate is booked once a day");
  // Coming back to a page that stayed open is opening it.
  await later(page, 51);
  await Promise.all([
    context.waitForEvent("response", (it) => it.url().endsWith(".lic")),
    opened.evaluate(() => window.dispatchEvent(new Event("focus"))),
  ]);
  // What differs is booked on the same day.
  await vendor.issue({ ...BOUGHT, licences: 60, issuedAt: "2026-11-23" });
  await later(page, 90);
  await asksBy("2026-11-24", "/people");
  await opened.goto(opened.url().replace("/people", "/subscription"));
  await says(card(opened), "60");
  assert.deepEqual((await commands(opened)).slice(booked).map((it) => it.kind), ["confirm"]);
  // Who administers nothing asks once a day, and that is booked.
  await later(page, 600);
  const asked = paths(vendor).length;
  await at("2026-11-24", "/time", "team");
  await asksBy("2026-11-25", "/time", "team");
  assert.equal(paths(vendor).length, asked + 1);
  await later(page, 601);
  const admin = await at("2026-11-25");
  await says(card(admin), "confirmed on 25 Nov 2026");
  assert.deepEqual((await commands(admin)).slice(booked).map((it) => it.kind), ["confirm", "confirm"]);
});

activation("act_1 a quiet question that nobody answers says nothing where the day is confirmed", async ({ vendor, at, context, allow }) => {
  UNREACHED.forEach(allow);
  const later = await clockOf(context);
  await hurry(context);
  await vendor.issue({ ...BOUGHT, end: "2027-11-01", length: "annual" });
  const page = await at("2026-11-24");
  await apply(page, OWN);
  await says(card(page), "confirmed on 24 Nov 2026");
  await vendor.service.down();
  await later(page, 60);
  let failed = 0;
  const [, again] = await Promise.all([
    context.waitForEvent("requestfailed", (it) => it.url().endsWith(".lic") && ++failed === ATTEMPTS),
    at("2026-11-24"),
  ]);
  // What the page makes of the last attempt, it shows in the next frame.
  await again.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
  await says(card(again), "confirmed on 24 Nov 2026");
  assert.deepEqual((await again.getByRole("alert").allTextContents()).filter(Boolean), []);
  assert.equal(await card(again).getByRole("status").count(), 0, "it shows no progress that nobody asked for");
});
