// Undoing what was booked today (CHG 13), the change that is scheduled beside another one (SUB 5), and another length (CHG 5).
import assert from "node:assert/strict";
import { axe, gone, journey, says, see } from "./harness.mjs";
import { withVendor } from "./vendor.mjs";

const dialog = (page) => page.getByRole("dialog");
const button = (where, name) => where.getByRole("button", { name, exact: true });
const number = (page) => page.getByRole("spinbutton", { name: "Licences" });
const toasts = (page) => page.locator(".toasts");
const history = (page) => page.getByRole("table", { name: "History" });

/** Changes the number of licenses today. */
async function change(page, licences) {
  await number(page).fill(String(licences));
  await button(page, "Review order…").click();
  await button(dialog(page), "Change today").click();
  await gone(dialog(page));
}

journey("chg_13 a mistaken increase is undone from the toast and costs nothing", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await says(toasts(page), "Booked: Changed to Team, 50 licences, Monthly");
  await button(toasts(page), "Undo").click();
  await says(dialog(page), "This undoes the latest change: Changed to Team, 50 licences, Monthly.");
  await says(dialog(page), "Reversed – Remaining time: Team, 50 licences");
  await says(dialog(page), "INV-0008 is reversed: nothing of it is owed any more.");
  assert.equal(await dialog(page).getByText("Credit you get").count(), 0, "nothing was paid, so no credit comes of it");
  await says(dialog(page).getByRole("row", { name: /Licences/ }), "45");
  await axe(page);
  await button(dialog(page), "Undo change").click();
  await gone(dialog(page));
  await says(toasts(page), "Booked: Undid the latest change");
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await says(page.locator(".stat"), "45");
  await says(history(page), "Changed to Team, 50 licences, Monthly (undone)");
  assert.equal(await button(history(page), "Undo").count(), 0, "an undo cannot be undone");
  await page.getByRole("navigation").getByRole("link", { name: "Invoices" }).first().click();
  await says(page.getByRole("main"), "Reversed");
  await axe(page);
});

journey("chg_13 the page and its history undo, too; what was paid stays", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await button(page, "Undo today's change…").click();
  const paid = dialog(page).getByRole("radio", { name: "Yes" });
  await paid.check({ force: true });
  await says(dialog(page), "A paid change cannot be undone. Change the subscription back instead");
  assert.equal(await button(dialog(page), "Undo change").getAttribute("aria-disabled"), "true");
  await axe(page);
  await button(dialog(page), "Keep as it is").click();
  await gone(dialog(page));
  await says(page.locator(".stat"), "50");
  await button(history(page), "Undo").click();
  await button(dialog(page), "Undo change").click();
  await gone(dialog(page));
  await says(page.locator(".stat"), "45");
  await gone(button(page, "Undo today's change…"));
});

journey("chg_13 the offer goes once another change is seen", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  const other = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await see(button(toasts(page), "Undo"));
  await button(toasts(page), "Undo").hover();
  await change(other, 51);
  await gone(button(toasts(page), "Undo"));
});

journey("chg_13 what another tab books meanwhile is what the dialog undoes and asks about", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  const other = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await button(page, "Undo today's change…").click();
  await see(dialog(page).getByRole("radiogroup", { name: /INV-0008/ }));
  await dialog(page).getByRole("radio", { name: "Yes" }).check({ force: true });
  await change(other, 51);
  await says(dialog(page), "This undoes the latest change: Changed to Team, 51 licences, Monthly.");
  await see(dialog(page).getByRole("radiogroup", { name: /INV-0009/ }));
  assert.equal(await dialog(page).getByRole("radio", { name: "Yes" }).isChecked(), false, "the answer was about another invoice");
  await button(dialog(page), "Undo change").click();
  await gone(dialog(page));
  await says(page.locator(".stat"), "50");
});

withVendor("chg_13 an order that goes by itself leaves the offer", { orders: true }, async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await page.evaluate(() => void (location.hash = location.hash.replace("/plans", "/activation")));
  await says(page.getByRole("region", { name: "Orders for the vendor" }), "The vendor has everything that was booked");
  await button(toasts(page), "Undo").click();
  await says(dialog(page), "This undoes the latest change: Changed to Team, 50 licences, Monthly.");
});

journey("chg_13 who may no longer see the subscription is offered nothing any more", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await see(button(toasts(page), "Undo"));
  await button(toasts(page), "Undo").hover();
  await page.evaluate(() => void (location.hash = `${location.hash.replace("/subscription/plans", "/time")}&viewer=unlicensed`));
  await see(page.getByRole("heading", { level: 1, name: "Nothing here for you yet" }));
  await gone(button(toasts(page), "Undo"));
});

journey("chg_13 an undo by keyboard alone", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await button(history(page), "Undo").focus();
  await page.keyboard.press("Enter");
  await see(dialog(page));
  await button(dialog(page), "Undo change").focus();
  await page.keyboard.press("Enter");
  await gone(dialog(page));
  await says(page.locator(".stat"), "45");
  await page.waitForFunction(() => document.activeElement !== document.body);
});

journey("sub_5 another number today asks what becomes of the scheduled one", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await number(page).fill("42");
  await button(page, "Review order…").click();
  await dialog(page).getByRole("radio", { name: "At renewal" }).check({ force: true });
  await button(dialog(page), "Schedule at renewal").click();
  await gone(dialog(page));
  await number(page).fill("60");
  await button(page, "Review order…").click();
  const question = dialog(page).getByRole("radiogroup", { name: "Scheduled for 1 Dec 2026: Team, 42 licences, Monthly" });
  await see(question);
  await says(dialog(page), "Even if you change the subscription today, it renews on 1 Dec 2026 with Team, 42 licences, Monthly.");
  await axe(page);
  await question.getByRole("radio", { name: "Drop it" }).check({ force: true });
  await says(dialog(page), "then US$960.00 on 1 Dec 2026");
  await button(dialog(page), "Change today").click();
  await gone(dialog(page));
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await says(page.locator(".stat"), "60");
  await gone(page.getByRole("heading", { name: "At the end of the term" }));
  // Undone, it is scheduled again.
  await button(page, "Undo today's change…").click();
  await button(dialog(page), "Undo change").click();
  await gone(dialog(page));
  await says(page.locator(".card"), "42 licences, Monthly from the renewal on 1 Dec 2026");
});

journey("chg_5 another length today keeps the anchor and shows both expiry dates", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await page.getByRole("radio", { name: "Annual" }).check({ force: true });
  await button(page, "Review order…").click();
  await says(dialog(page).getByRole("row", { name: /Expires on/ }), "1 Dec 2026");
  await says(dialog(page).getByRole("row", { name: /Expires on/ }), "1 Nov 2027");
  await says(dialog(page), "Remaining time: Team, 45 licences");
  await says(dialog(page), "Changing the length also changes the expiry date.");
  await button(dialog(page), "Change today").click();
  await gone(dialog(page));
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await says(page.getByRole("main"), "1 Nov 2027");
});
