// Where the focus stays: on the heading while one page takes the place of another, on a control while its card changes.
import { expect, test } from "./support/test.mjs";

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });

/** Marks an element, so that another one in its place is told from it. */
const mark = (locator) => locator.evaluate((it) => void (it.marked = true));

/** Whether the element that has the focus is the marked one. */
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
  await expect(page.getByRole("button", { name: "Cancel subscription…" })).toBeVisible();
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
  const cancel = here.getByRole("button", { name: "Cancel subscription…" });
  await cancel.focus();
  await mark(cancel);
  const there = await open("#/subscription/plans?org=team-monthly");
  await there.getByRole("spinbutton", { name: "Licences" }).press("ArrowUp");
  await there.getByRole("button", { name: "Review order…" }).click();
  const dialog = there.getByRole("dialog");
  await dialog.getByRole("radio", { name: "At renewal" }).click();
  await dialog.getByRole("button", { name: "Schedule at renewal" }).click();
  await expect(dialog).toBeHidden();
  await expect(here.locator(".card")).toShow("46 licences, Monthly from the renewal");
  expect(await isOnMarked(here), "the button still has the focus").toBeTruthy();
  await here.keyboard.press("Enter");
  await expect(here.getByRole("dialog")).toBeVisible();
});
