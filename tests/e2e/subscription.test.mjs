// The main tasks of an administrator in a browser: buy, change, schedule, cancel, undo, renew, and read the
// calculation.
import { dialog, go, heading, more, number, PAY, review } from "./support/page.mjs";
import { axe, axeIn, expect, test } from "./support/test.mjs";

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const confirm = (page, name) => dialog(page).getByRole("button", { name, exact: true }).click();

test("buys in a trial, sees the sum of CHG 12, and is told", async ({ open }) => {
  const page = await open("#/subscription/plans");
  await number(page).fill("10");
  await page.getByRole("radio", { name: "Monthly" }).check({ force: true });
  await page.getByRole("radio", { name: "Team" }).check({ force: true });
  await press(page, "Review order…");
  await expect(dialog(page)).toShow("Full term: Team plan, 10 licenses");
  await expect(dialog(page)).toShow("US$160.00");
  await axe(page);
  await confirm(page, PAY);
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("status")).toShow("Bought Team plan, 10 licenses, billed monthly");
});

test("fewer licences than people: the admin chooses who keeps access (LIC 7)", async ({ open }) => {
  const page = await open("#/subscription/plans");
  await review(page, { plan: "Team", licences: 3 });
  const step = dialog(page).getByRole("group", { name: "Who keeps access" });
  await expect(step.getByRole("status")).toShow("3 of 3 selected");
  await axe(page);
  const boxes = step.getByRole("checkbox");
  const everybody = await boxes.count();
  const ticked = () => boxes.evaluateAll((all) => all.map((box, at) => (box.checked ? at : -1)).filter((at) => at >= 0));
  expect(await ticked(), "the most recently seen come first").toStrictEqual([0, 1, 2]);
  await boxes.nth(everybody - 1).check();
  await expect(step.getByRole("status")).toShow("4 of 3 selected. Clear 1 or get more licenses");
  await expect(dialog(page).getByRole("button", { name: "Buy", exact: true })).toHaveAttribute("aria-disabled", "true");
  await boxes.nth(0).focus();
  await page.keyboard.press("Space");
  await expect(step.getByRole("status")).toShow("3 of 3 selected");
  await expect(boxes.nth(0)).toBeFocused();
  const name = await step.getByRole("listitem").nth(1).locator(".checkbox-label").innerText();
  await step.getByRole("textbox", { name: "Search people" }).fill(name);
  await expect(step.getByRole("listitem")).toShow(name);
  await confirm(page, PAY);
  await expect(dialog(page)).toBeHidden();
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await expect(page.locator(".stats")).toShow("3");
  await expect(page.locator(".stat").nth(1)).toShow("3");
  await expect(page.locator(".stat").nth(2)).toShow("0");
});

test("Free with more people than licences asks who keeps access, too (LIC 7)", async ({ open }) => {
  const page = await open("#/subscription?org=expired");
  await page.getByRole("button", { name: "Switch to Free plan…" }).click();
  const step = dialog(page).getByRole("group", { name: "Who keeps access" });
  await expect(step.getByRole("status")).toShow("3 of 3 selected");
  await step.getByRole("checkbox").nth(1).uncheck();
  await expect(step.getByRole("status")).toShow("2 of 3 selected");
  await step.getByRole("button", { name: "Select the most recently active" }).click();
  await expect(step.getByRole("status")).toShow("3 of 3 selected");
});

test("on a narrow screen the buttons of a long dialog stay in sight", async ({ open }) => {
  const page = await open("#/subscription/plans", { width: 360, height: 640 });
  await review(page, { plan: "Team", licences: 3 });
  const buy = dialog(page).getByRole("button", { name: PAY });
  await expect(buy).toBeVisible();
  const { y, height } = await buy.boundingBox();
  expect(y + height, `the button ends at ${y + height} of 640 px`).toBeLessThanOrEqual(640);
});

test("raises licences: arithmetic opens, what CRD 1 says stands before", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await review(page, { licences: 50 });
  await expect(dialog(page)).toShow("You can undo this today at no cost");
  await dialog(page).getByText("Remaining time: Team plan, 50 licenses").click();
  await expect(dialog(page)).toShow("50 × 16.00 × 7 of 30 days = 186.67");
  await confirm(page, PAY);
  await expect(dialog(page)).toBeHidden();
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await expect(page.locator(".stat")).toShow("50");
  await page.reload();
  await expect(page.locator(".stat")).toShow("50");
});

test("a reduction below use is refused in place, with the way out", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await expect(page.locator("body")).toShow("Minimum 37 (in use)");
  await review(page, { licences: 5 });
  await expect(dialog(page).getByRole("alert")).toShow("37 licenses are in use. Remove 32 people first");
  await axe(page);
  await dialog(page).getByRole("button", { name: "Set to 37" }).click();
  await expect(dialog(page)).toShow("Credit you receive");
  await confirm(page, PAY);
  await expect(dialog(page)).toBeHidden();
});

test("schedules at renewal, sees it pending, removes it", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await review(page, { licences: 60 });
  await dialog(page).getByRole("radio", { name: "At renewal" }).check({ force: true });
  await confirm(page, "Schedule");
  await expect(dialog(page)).toBeHidden();
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await expect(page.locator(".card")).toShow("60 licenses, billed monthly, starting with the renewal on 1 Dec 2026");
  await press(page, "Remove");
  await expect(page.getByRole("heading", { name: "At the end of the term" })).toBeHidden();
});

test("cancels with a reason and undoes it", async ({ open }) => {
  const page = await open("#/subscription?org=ultimate-annual");
  await more(page, "Cancel subscription…");
  await expect(dialog(page)).toShow("no refund");
  await dialog(page).getByRole("textbox", { name: "Reason (optional)" }).fill("Project ended");
  await axe(page);
  await confirm(page, "Cancel subscription");
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("table", { name: "History" })).toShow("Canceled the subscription: Project ended");
  await press(page, "Undo cancellation");
  await expect(page.getByRole("button", { name: "Undo cancellation" })).toBeHidden();
  await expect(page.locator(".page-subtitle")).toShow("renews on");
});

test("renews now and moves the expiry date", async ({ open }) => {
  const page = await open("#/subscription?org=ultimate-annual");
  await more(page, "Renew now…");
  await expect(dialog(page)).toShow("Unused time");
  await expect(dialog(page)).toShow("24 Nov 2027");
  await confirm(page, PAY);
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator(".page-subtitle")).toShow("renews on 24 Nov 2027");
});

test("starts the trial; why is explained by keyboard", async ({ open }) => {
  const page = await open("#/subscription?org=new");
  const why = page.getByRole("button", { name: "Why am I seeing this?" });
  await why.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Because you're a project collection administrator.")).toBeVisible();
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(page.getByText("Because you're a project collection administrator.")).toBeHidden();
  await press(page, "Start free trial");
  await expect(page.locator(".ribbon")).toShow("28 days left");
});

test("a failing save loses nothing and books nothing; a second try books once", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly&save=fails");
  await review(page, { licences: 50 });
  await confirm(page, PAY);
  await expect(dialog(page).getByRole("alert")).toShow("Your change couldn't be saved");
  await page.evaluate(() => { location.hash = "#/subscription/plans?org=team-monthly"; });
  await confirm(page, PAY);
  await expect(dialog(page)).toBeHidden();
});

test("a booking whose dialog is gone is announced all the same", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly&save=hangs");
  await review(page, { licences: 50 });
  await confirm(page, PAY);
  await go(page, "#/people?org=team-monthly&save=hangs");
  await expect(heading(page, "User Management")).toBeVisible();
  await go(page, "#/people?org=team-monthly");
  await expect(page.locator(".toast")).toShow("Changed the subscription to Team plan, 50 licenses, billed monthly");
});

test("a conflict shows who was first, and books only after another look", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly&save=conflicts");
  await review(page, { licences: 50 });
  await confirm(page, PAY);
  await expect(dialog(page).getByRole("alert")).toShow("Fay Rival just changed the subscription to Team plan, 46 licenses");
  await confirm(page, PAY);
  await expect(dialog(page)).toBeHidden();
});

test("two tabs on one account see each other's bookings at once", async ({ open }) => {
  const first = await open("#/subscription?org=team-monthly");
  const second = await open("#/subscription/plans?org=team-monthly");
  await review(second, { licences: 49 });
  await confirm(second, PAY);
  await expect(dialog(second)).toBeHidden();
  await expect(first.locator(".stat")).toShow("49");
  await expect(first.getByRole("status")).toShow("Ada Muster changed the subscription to Team plan, 49 licenses");
});

/** Books 49 licenses in another tab. */
const bookElsewhere = async (open) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await review(page, { licences: 49 });
  await confirm(page, PAY);
  await expect(dialog(page)).toBeHidden();
};

test("a booking in another tab leaves what is open, and the focus, where they are", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await page.getByText("View as text").click();
  await page.locator(".disclosure-line").first().click();
  const link = page.getByRole("link", { name: "Change", exact: true });
  await link.focus();
  await bookElsewhere(open);
  await expect(page.locator(".stat")).toShow("49");
  await expect(page.locator("details[open]")).toHaveCount(2);
  await expect(link).toBeFocused();
});

test("a booking in another tab leaves an open dialog as it is", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await more(page, "Cancel subscription…");
  const reason = dialog(page).getByRole("textbox", { name: "Reason (optional)" });
  await reason.fill("Project ended");
  const plans = await open("#/subscription/plans?org=team-monthly");
  await review(plans, { licences: 60 });
  const monthly = dialog(plans).getByRole("radio", { name: "Monthly" });
  await monthly.focus();
  await bookElsewhere(open);
  await expect(page.locator(".stat")).toShow("49");
  await expect(reason).toHaveValue("Project ended");
  await expect(reason).toBeFocused();
  await expect(dialog(plans).getByRole("table")).toShow("49");
  await expect(monthly).toBeFocused();
  await plans.keyboard.press("ArrowRight");
  await expect(dialog(plans).getByRole("radio", { checked: true })).toShow("Annual");
  await expect(dialog(plans).getByRole("radio", { name: "Annual" })).toBeFocused();
});

for (const org of ["trial-day-9", "trial-last-day", "trial-ended", "new", "team-monthly", "ultimate-annual", "cancelled", "expired", "free", "legacy", "people-100000"]) {
  test(`axe is content with ${org}`, async ({ open }) => {
    const page = await open(`#/subscription?org=${org}`);
    const subscription = page.getByRole("heading", { level: 1, name: "Subscription", exact: true });
    await expect(subscription).toBeVisible();
    await axeIn(page, [["light", 1280], ["dark", 1280]]);
    await go(page, `#/subscription/plans?org=${org}`);
    await expect(subscription).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".skeleton").first()).toBeHidden();
    await axeIn(page, [["light", 360], ["dark", 360]]);
  });
}
