// Where the focus stays: on the heading while one page replaces another, and on a control while its card changes.
import { button, card, dialog, more, PAY, review, setRole, shorten } from "./support/page.mjs";
import { expect, test, withVendor } from "./support/test.mjs";
import { UNREACHED } from "./vendor.mjs";

const TEAM = "org=team-monthly";
const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });

/** Marks an element, to distinguish it from another one in its place. */
const mark = (locator) => locator.evaluate((it) => void (it.marked = true));

/** Whether the focused element is the marked one. */
const isOnMarked = (page) => page.evaluate(() => document.activeElement.marked === true);

test("the focus stays on the heading when the page takes the place of its outline", async ({ open, context }) => {
  let release;
  const released = new Promise((resolve) => void (release = resolve));
  await context.route("**/catalogue.json", async (route) => {
    await released;
    await route.continue();
  });
  const page = await open("#/subscription?org=team-monthly", { started: false });
  await expect(page.locator(".skeleton").first()).toBeVisible();
  const title = page.getByRole("heading", { level: 1 });
  await title.click();
  await expect(title).toBeFocused();
  await mark(title);
  release();
  await expect(heading(page, "Subscription")).toBeVisible();
  await expect(page.locator(".skeleton").first()).toBeHidden();
  await expect(page.getByRole("button", { name: "More actions" })).toBeVisible();
  expect(await isOnMarked(page), "the heading still has the focus").toBeTruthy();
});

test("one heading stands above every page, and takes the focus with each", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await mark(page.getByRole("heading", { level: 1 }));
  const pages = page.getByRole("navigation", { name: "Pages" });
  for (const [link, title] of [["Time", "Time"], ["User Management", "User Management"], ["Invoices", "Invoices"], ["Subscription", "Subscription"]]) {
    await pages.getByRole("link", { name: link }).click();
    await expect(heading(page, title)).toBeFocused();
    expect(await isOnMarked(page), `the heading of ${title} is the same element`).toBeTruthy();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  }
});

test("what another tab books leaves the focus on the control that has it", async ({ open }) => {
  const here = await open("#/subscription?org=team-monthly");
  const menu = here.getByRole("button", { name: "More actions" });
  await menu.focus();
  await mark(menu);
  const there = await open("#/subscription/plans?org=team-monthly");
  await there.getByRole("spinbutton", { name: "Licenses" }).press("ArrowUp");
  await there.getByRole("button", { name: "Review order…" }).click();
  const dialog = there.getByRole("dialog");
  await dialog.getByRole("radio", { name: "At renewal" }).click();
  await dialog.getByRole("button", { name: "Schedule" }).click();
  await expect(dialog).toBeHidden();
  await expect(here.locator(".card")).toShow("46 licenses, billed monthly, starting with the renewal");
  expect(await isOnMarked(here), "the button still has the focus").toBeTruthy();
  await here.keyboard.press("Enter");
  await expect(here.getByRole("menuitem", { name: "Cancel subscription…" })).toBeVisible();
});

/** Changes the number of licenses on the plans page, today or at renewal. */
async function change(page, licences, { at = "Today", confirm = PAY } = {}) {
  await review(page, { licences });
  await dialog(page).getByRole("radio", { name: at }).check({ force: true });
  await button(dialog(page), confirm).click();
  await expect(dialog(page)).toBeHidden();
}
const atRenewal = { at: "At renewal", confirm: "Schedule" };

withVendor("what another tab books leaves the focus on Cancel while the vendor is asked", async ({ open, vendor, allow }) => {
  allow(...UNREACHED);
  vendor.service.hang();
  const here = await open(`#/subscription/activation?${TEAM}&deployment=server&today=2026-11-24`);
  const activation = card(here, "Activation");
  await button(activation, "Apply").focus();
  await here.keyboard.press("Enter");
  await expect(activation.getByRole("status")).toShow("Contacting the activation service");
  await here.keyboard.press("Tab");
  const cancel = button(activation, "Cancel");
  await expect(cancel).toBeFocused();
  await mark(cancel);
  const there = await open(`#/subscription/plans?${TEAM}&deployment=server&today=2026-11-24`);
  await change(there, 46);
  await expect(activation).toShow("Not activated. Only");
  expect(await isOnMarked(here), "the button still has the focus").toBeTruthy();
  await here.keyboard.press("Enter");
  await expect(activation.getByRole("alert")).toShow("Canceled. Nothing was changed");
});

test("a booking that is tried again leaves the focus on the question about another one", async ({ open, context }) => {
  await shorten(context, { 10_000: 1000 });
  const page = await open(`#/people?${TEAM}&save=hangs`);
  const slow = page.getByRole("alert").filter({ hasText: "Saving is taking longer" });
  await setRole(page, "Aisha Bauer", "Budget");
  await expect(slow).toHaveCount(1);
  await setRole(page, "Ben Okafor", "Product");
  await expect(slow).toHaveCount(2);
  const wait = button(slow.nth(1), "Keep waiting");
  await wait.focus();
  await mark(wait);
  await button(slow.first(), "Try again").evaluate((it) => it.click());
  await expect(slow).toHaveCount(1);
  expect(await isOnMarked(page), "the question about Ben still has the focus").toBeTruthy();
});

test("another scheduled change leaves the focus on the question what becomes of it", async ({ open }) => {
  const here = await open(`#/subscription/plans?${TEAM}`);
  await change(here, 42, atRenewal);
  const there = await open(`#/subscription/plans?${TEAM}`);
  await review(here, { licences: 60 });
  const question = (licences) => dialog(here).getByRole("radiogroup", { name: `Scheduled for 1 Dec 2026: Team plan, ${licences} licenses, billed monthly` });
  const drop = question(42).getByRole("radio", { name: "Remove it" });
  await drop.check({ force: true });
  await drop.focus();
  await mark(drop);
  await change(there, 43, atRenewal);
  await expect(question(43)).toBeVisible();
  expect(await isOnMarked(here), "the answer still has the focus").toBeTruthy();
});

test("another change leaves the focus on the question whether the invoice was paid", async ({ open }) => {
  const here = await open(`#/subscription/plans?${TEAM}`);
  const there = await open(`#/subscription/plans?${TEAM}`);
  await change(here, 50);
  await here.getByRole("link", { name: "Back to Subscription" }).click();
  await button(here, "Undo today's change…").click();
  const question = (number) => dialog(here).getByRole("radiogroup", { name: number });
  const paid = question(/INV-0008/).getByRole("radio", { name: "Yes" });
  await paid.focus();
  await mark(paid);
  await change(there, 51);
  await expect(question(/INV-0009/)).toBeVisible();
  expect(await isOnMarked(here), "the answer still has the focus").toBeTruthy();
});

test("who is freed in another tab leaves the focus on the person that has it", async ({ open }) => {
  const here = await open("#/people?org=ultimate-annual");
  await more(here, "Remove inactive licenses");
  const boxes = dialog(here).getByRole("checkbox");
  const name = (box) => box.evaluate((it) => it.closest("label").querySelector(".checkbox-label").textContent);
  const [first, second] = [await name(boxes.nth(0)), await name(boxes.nth(1))];
  const count = await boxes.count();
  await boxes.nth(1).focus();
  await mark(boxes.nth(1));
  const there = await open(`#/people?org=ultimate-annual&q=${encodeURIComponent(first)}`);
  await setRole(there, first, "None");
  await dialog(there).getByRole("button", { name: /^Remove 1 license$/ }).click();
  await expect(dialog(there)).toBeHidden();
  await expect(boxes).toHaveCount(count - 1);
  expect(await isOnMarked(here), "the box still has the focus").toBeTruthy();
  expect(await here.evaluate(() => document.activeElement.closest("label").textContent)).toContain(second);
});

test("who gets a licence in another tab leaves the focus on the group that has it", async ({ open }) => {
  const here = await open(`#/people?${TEAM}`);
  await button(here, "Add people").click();
  await dialog(here).getByRole("tab", { name: "Group" }).click();
  const group = dialog(here).getByRole("list", { name: "Groups" }).getByRole("listitem").first();
  const before = await group.textContent();
  await group.getByRole("checkbox").focus();
  await mark(group.getByRole("checkbox"));
  const there = await open(`#/people?${TEAM}`);
  await button(there, "Add people").click();
  await dialog(there).getByRole("tab", { name: "Group" }).click();
  await dialog(there).getByRole("listitem").first().getByRole("checkbox").check();
  await dialog(there).getByRole("button", { name: /^License \d+ people$/ }).click();
  await expect(dialog(there)).toBeHidden();
  await expect(group).not.toHaveText(before);
  expect(await isOnMarked(here), "the group still has the focus").toBeTruthy();
});
