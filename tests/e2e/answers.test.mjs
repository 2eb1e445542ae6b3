// What happens after an answer: it is reported wherever the user is by then, it is reported as it was stored, and it
// does not undo anything that has happened in the meantime.
import { button, dialog, go, heading, more, PAY, row, rows, setRole, shorten, toast } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";

const TEAM = "org=team-monthly";
const stopped = (page) => page.locator("#boot-notice");
const slow = (where) => where.getByRole("alert").filter({ hasText: "Saving is taking longer" });

/** Shortens the ten seconds after which the page asks to one second. */
const hurry = (context) => shorten(context, { 10_000: 1000 });
/** Lets a hanging request continue, optionally at another path. */
const release = (page, hash) => go(page, hash ?? new URL(page.url()).hash.replace("&save=hangs", ""));
const sound = async (page) => await expect(stopped(page), "the page has stopped").toBeAbsent();

test("a slow save in a dialog is tried again, books once and is told", async ({ open, context }) => {
  await hurry(context);
  const page = await open(`#/subscription?${TEAM}&save=hangs`);
  await more(page, "Renew now…");
  await button(dialog(page), PAY).click();
  await expect(slow(dialog(page))).toBeVisible();
  await button(slow(dialog(page)), "Try again").click();
  await expect(slow(dialog(page))).toBeHidden();
  await expect(slow(dialog(page))).toBeVisible();
  await button(slow(dialog(page)), "Try again").click();
  await release(page);
  await expect(dialog(page)).toBeHidden();
  await expect(toast(page)).toShow("Renewed early with Team plan");
  await sound(page);
});

for (const [name, from, confirm, to, told] of [
  [
    "billing details", `#/invoices/billing?${TEAM}&save=hangs`,
    async (page) => {
      await page.getByRole("textbox", { name: "Company or name" }).fill("Beispiel GmbH");
      await button(page, "Save billing details").click();
    },
    `#/subscription?${TEAM}`, "Billing details saved.",
  ],
  [
    "a role for a selection", `#/people?${TEAM}&save=hangs`,
    async (page) => {
      await rows(page).nth(1).focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("Shift+ArrowDown");
      await button(page, "Change role").click();
      await page.getByRole("menuitemradio", { name: /^Budget/ }).click();
    },
    `#/subscription?${TEAM}`, "2 people now have the Budget role.",
  ],
  [
    "a payment", `#/invoices/INV-0007?${TEAM}&save=hangs`,
    async (page) => {
      await button(page, "Record payment").click();
      await button(dialog(page), "Record payment").click();
    },
    `#/subscription?${TEAM}`, "INV-0007 recorded as paid.",
  ],
  [
    "a role that is asked first", `#/people?${TEAM}&save=hangs`,
    async (page) => {
      await setRole(page, "Aisha Bauer", "None");
      await button(dialog(page), "Remove 1 license").click();
    },
    `#/invoices?${TEAM}`, "Aisha Bauer no longer has access.",
  ],
  [
    "people who are added", `#/people?${TEAM}&save=hangs`,
    async (page) => {
      await button(page, "Add people").click();
      await dialog(page).getByRole("tab", { name: "Paste or upload a list" }).click();
      await dialog(page).getByLabel("Email addresses, accounts, or IDs").fill("eve@example.org");
      await button(dialog(page), "License 1 person").click();
    },
    `#/invoices?${TEAM}`, "1 person",
  ],
  [
    "an import", `#/people?${TEAM}&save=hangs`,
    async (page) => {
      await more(page, "Import roles");
      await dialog(page).getByLabel("Table of people and roles").fill("e-mail,role\ncleo@example.org,Product");
      await button(dialog(page), "Change 1 role").click();
    },
    `#/invoices?${TEAM}`, "1 role changed.",
  ],
  [
    "an order", `#/subscription?${TEAM}&save=hangs`,
    async (page) => {
      await more(page, "Renew now…");
      await button(dialog(page), PAY).click();
    },
    `#/people?${TEAM}`, "Renewed early with Team plan",
  ],
  [
    "a request", "#/time?org=team-monthly&viewer=unlicensed&deployment=server&save=hangs",
    async (page) => {
      await button(page, "Request access").click();
      await button(page, "Send request").click();
    },
    "#/time?org=team-monthly&viewer=admin&deployment=server", "Request sent",
  ],
]) {
  test(`${name} under way: whoever goes on to another page is told there`, async ({ open }) => {
    const page = await open(from);
    await confirm(page);
    await expect(page.getByRole("progressbar").first()).toBeVisible();
    await release(page, to);
    await expect(toast(page)).toShow(told);
    await expect(page.locator("dialog[open]")).toBeHidden();
    await sound(page);
  });
}

test("a file that is still being read when its dialog closes is let go", async ({ open, context }) => {
  await context.addInitScript(() => {
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = function () {
      return new Promise((done) => (globalThis.finish = () => arrayBuffer.call(this).then(done)));
    };
  });
  const page = await open(`#/people?${TEAM}`);
  await more(page, "Import roles");
  await dialog(page).locator("input[type=file]").setInputFiles({ name: "roles.csv", mimeType: "text/csv", buffer: Buffer.from("e-mail,role\ncleo@example.org,Product") });
  await page.waitForFunction(() => globalThis.finish);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await page.evaluate(() => globalThis.finish());
  await more(page, "Import roles");
  await expect(dialog(page)).toShow("Choose a file or paste a table first.");
  await sound(page);
});

test("a text that is still being copied when its page is left is let go", async ({ open, context }) => {
  await context.addInitScript(() => {
    // The empty page before has no clipboard.
    if (!globalThis.Clipboard) return;
    Clipboard.prototype.writeText = () => new Promise((done) => (globalThis.finish = done));
  });
  const page = await open(`#/subscription?${TEAM}`);
  await button(page, "Copy subscription ID").click();
  await page.waitForFunction(() => globalThis.finish);
  await go(page, `#/people?${TEAM}`);
  await expect(heading(page, "User Management")).toBeVisible();
  await page.evaluate(() => globalThis.finish());
  await go(page, `#/subscription?${TEAM}`);
  await expect(heading(page, "Subscription")).toBeVisible();
  await sound(page);
});

test("what a toast offers is done from another page, too", async ({ open }) => {
  const page = await open(`#/people?${TEAM}`);
  await page.getByRole("tab", { name: /Unlicensed/ }).click();
  await page.getByRole("searchbox").fill("eve");
  await setRole(page, "Eve Lindqvist", "Budget");
  await expect(toast(page)).toShow("Eve Lindqvist now has the Budget role.");
  await go(page, `#/subscription?${TEAM}`);
  await expect(heading(page, "Subscription")).toBeVisible();
  // Undoing removes access, so it needs a confirmation in User Management.
  await button(toast(page), "Undo").click();
  await expect(toast(page)).toShow("Open User Management and change the role there.");
  await sound(page);
});

test("a question whether to wait is about its own booking, and gives up no other", async ({ open, context }) => {
  await hurry(context);
  const page = await open(`#/people?${TEAM}&save=hangs`);
  await setRole(page, "Aisha Bauer", "Budget");
  await expect(slow(page).first()).toBeVisible();
  await setRole(page, "Ben Okafor", "Product");
  await button(slow(page).first(), "Try again").click();
  await release(page);
  // Both were requested, and both are booked, in any order.
  await expect(row(page, "Aisha Bauer")).toShow("Budget");
  await expect(row(page, "Ben Okafor")).toShow("Product");
  await expect(slow(page).first()).toBeHidden();
  await sound(page);
});

test("another organization shown during a hanging save is shown as it is, and what was confirmed is booked where it belongs", async ({ open }) => {
  const page = await open("#/subscription?org=new&save=hangs");
  await button(page, "Start free trial").click();
  await expect(page.getByRole("progressbar").first()).toBeVisible();
  await go(page, `#/subscription?${TEAM}`);
  await expect(page.getByRole("main")).toShow("Covered through");
  await expect(toast(page)).toShow("Trial started");
  await expect(page.locator(".stat").first()).toShow("45");
  await expect(page.getByRole("main")).toShow("Covered through");
  await go(page, "#/subscription?org=new");
  await expect(page.getByRole("note")).toShow("28 days left");
  await sound(page);
});
