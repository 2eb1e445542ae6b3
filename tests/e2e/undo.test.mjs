// Undoing a booking of today (CHG 13), the scheduled change next to another one (SUB 5), and another billing interval
// (CHG 5).
import { button, dialog, PAY, review } from "./support/page.mjs";
import { axe, expect, test, withVendor } from "./support/test.mjs";

const toasts = (page) => page.locator(".toasts");
const history = (page) => page.getByRole("table", { name: "History" });

/** Changes the number of licenses today. */
async function change(page, licences) {
  await review(page, { licences });
  await button(dialog(page), PAY).click();
  await expect(dialog(page)).toBeHidden();
}

test("chg_13 a mistaken increase is undone from the toast and costs nothing", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await expect(toasts(page)).toShow("Changed the subscription to Team plan, 50 licenses, billed monthly");
  await button(toasts(page), "Undo").click();
  await expect(dialog(page)).toShow("This undoes the latest change: Changed the subscription to Team plan, 50 licenses, billed monthly.");
  await expect(dialog(page)).toShow("Reversed: Remaining time: Team plan, 50 licenses");
  await expect(dialog(page)).toShow("INV-0008 is reversed, and nothing is owed on it.");
  await expect(dialog(page).getByText("Credit you receive"), "nothing was paid, so no credit comes of it").toBeAbsent();
  await expect(dialog(page).getByRole("row", { name: /Licenses/ })).toShow("45");
  await axe(page);
  await button(dialog(page), "Undo change").click();
  await expect(dialog(page)).toBeHidden();
  await expect(toasts(page)).toShow("Undid the latest change");
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await expect(page.locator(".stat")).toShow("45");
  await expect(history(page)).toShow("Changed the subscription to Team plan, 50 licenses, billed monthly (undone)");
  await expect(button(history(page), "Undo"), "an undo cannot be undone").toBeAbsent();
  await page.getByRole("navigation").getByRole("link", { name: "Invoices" }).first().click();
  await expect(page.getByRole("main")).toShow("Reversed");
  await axe(page);
});

test("chg_13 the page and its history undo, too; what was paid stays", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await button(page, "Undo today's change…").click();
  const paid = dialog(page).getByRole("radio", { name: "Yes" });
  await paid.check({ force: true });
  await expect(dialog(page)).toShow("A paid change can't be undone. Change the subscription back instead");
  await expect(button(dialog(page), "Undo change")).toHaveAttribute("aria-disabled", "true");
  await axe(page);
  await button(dialog(page), "Cancel").click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator(".stat")).toShow("50");
  await button(history(page), "Undo").click();
  await button(dialog(page), "Undo change").click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator(".stat")).toShow("45");
  await expect(button(page, "Undo today's change…")).toBeHidden();
});

test("chg_13 the offer goes once another change is seen", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  const other = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await expect(button(toasts(page), "Undo")).toBeVisible();
  await button(toasts(page), "Undo").hover();
  await change(other, 51);
  await expect(button(toasts(page), "Undo")).toBeHidden();
});

test("chg_13 what another tab books meanwhile is what the dialog undoes and asks about", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  const other = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await button(page, "Undo today's change…").click();
  await expect(dialog(page).getByRole("radiogroup", { name: /INV-0008/ })).toBeVisible();
  await dialog(page).getByRole("radio", { name: "Yes" }).check({ force: true });
  await change(other, 51);
  await expect(dialog(page)).toShow("This undoes the latest change: Changed the subscription to Team plan, 51 licenses, billed monthly.");
  await expect(dialog(page).getByRole("radiogroup", { name: /INV-0009/ })).toBeVisible();
  await expect(dialog(page).getByRole("radio", { name: "Yes" }), "the answer was about another invoice").not.toBeChecked();
  await button(dialog(page), "Undo change").click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator(".stat")).toShow("50");
});

withVendor("chg_13 an order that goes by itself leaves the offer", async ({ open, vendor }) => {
  await vendor.takeOrders();
  const page = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await page.evaluate(() => void (location.hash = location.hash.replace("/plans", "/activation")));
  await expect(page.getByRole("region", { name: "Orders for the vendor" })).toShow("All orders have been sent to the vendor");
  await button(toasts(page), "Undo").click();
  await expect(dialog(page)).toShow("This undoes the latest change: Changed the subscription to Team plan, 50 licenses, billed monthly.");
});

test("chg_13 who may no longer see the subscription is offered nothing any more", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await expect(button(toasts(page), "Undo")).toBeVisible();
  await button(toasts(page), "Undo").hover();
  await page.evaluate(() => void (location.hash = `${location.hash.replace("/subscription/plans", "/time")}&viewer=unlicensed`));
  await expect(page.getByRole("heading", { level: 1, name: "Access needed" })).toBeVisible();
  await expect(button(toasts(page), "Undo")).toBeHidden();
});

test("chg_13 an undo by keyboard alone", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await change(page, 50);
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await button(history(page), "Undo").focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  await button(dialog(page), "Undo change").focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator(".stat")).toShow("45");
  await expect(page.locator("body")).not.toBeFocused();
});

test("sub_5 another number today asks what becomes of the scheduled one", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await review(page, { licences: 42 });
  await dialog(page).getByRole("radio", { name: "At renewal" }).check({ force: true });
  await button(dialog(page), "Schedule").click();
  await expect(dialog(page)).toBeHidden();
  await review(page, { licences: 60 });
  const question = dialog(page).getByRole("radiogroup", { name: "Scheduled for 1 Dec 2026: Team plan, 42 licenses, billed monthly" });
  await expect(question).toBeVisible();
  await expect(dialog(page)).toShow("Even if you change the subscription today, it renews on 1 Dec 2026 with Team plan, 42 licenses, billed monthly.");
  await axe(page);
  await question.getByRole("radio", { name: "Remove it" }).check({ force: true });
  await expect(dialog(page)).toShow("then US$960.00 on 1 Dec 2026");
  await button(dialog(page), PAY).click();
  await expect(dialog(page)).toBeHidden();
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await expect(page.locator(".stat")).toShow("60");
  await expect(page.getByRole("heading", { name: "At the end of the term" })).toBeHidden();
  // After undoing, it is scheduled again.
  await button(page, "Undo today's change…").click();
  await button(dialog(page), "Undo change").click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator(".card")).toShow("42 licenses, billed monthly, starting with the renewal on 1 Dec 2026");
});

test("chg_5 another length today keeps the anchor and shows both expiry dates", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await page.getByRole("radio", { name: "Annual" }).check({ force: true });
  await button(page, "Review order…").click();
  await expect(dialog(page).getByRole("row", { name: /Expires on/ })).toShow("1 Dec 2026");
  await expect(dialog(page).getByRole("row", { name: /Expires on/ })).toShow("1 Nov 2027");
  await expect(dialog(page)).toShow("Remaining time: Team plan, 45 licenses");
  await expect(dialog(page)).toShow("Changing the billing period also changes the expiration date.");
  await button(dialog(page), PAY).click();
  await expect(dialog(page)).toBeHidden();
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await expect(page.getByRole("main")).toShow("1 Nov 2027");
});
