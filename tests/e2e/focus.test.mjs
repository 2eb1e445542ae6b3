// Where the focus stays: on the heading while one page takes the place of another, on a control while its card changes.
import assert from "node:assert/strict";
import { focused, gone, journey, says, see } from "./harness.mjs";

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });

/** Marks an element, so that another one in its place is told from it. */
const mark = (locator) => locator.evaluate((it) => void (it.marked = true));

/** Whether the element that has the focus is the marked one. */
const isOnMarked = (page) => page.evaluate(() => document.activeElement.marked === true);

journey("the focus stays on the heading when the page takes the place of its outline", async ({ open, context }) => {
  let release;
  const released = new Promise((resolve) => void (release = resolve));
  await context.route("**/catalogue.json", async (route) => {
    await released;
    await route.continue();
  });
  const page = await open("#/subscription?org=team-monthly", { started: false });
  await see(page.locator(".skeleton").first());
  const title = page.getByRole("heading", { level: 1 });
  await title.click();
  await focused(title);
  await mark(title);
  release();
  await see(heading(page, "Subscription"));
  await gone(page.locator(".skeleton").first());
  await see(page.getByRole("button", { name: "Cancel subscription…" }));
  assert.ok(await isOnMarked(page), "the heading still has the focus");
});

journey("one heading stands above every page, and takes the focus with each", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await mark(page.getByRole("heading", { level: 1 }));
  const pages = page.getByRole("navigation", { name: "Pages" });
  for (const [link, title] of [["Time", "Time"], ["User Management", "User Management"], ["Invoices", "Invoices"], ["Subscription", "Subscription"]]) {
    await pages.getByRole("link", { name: link }).click();
    await focused(heading(page, title));
    assert.ok(await isOnMarked(page), `the heading of ${title} is the same element`);
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  }
});

journey("what another tab books leaves the focus on the control that has it", async ({ open }) => {
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
  await gone(dialog);
  await says(here.locator(".card"), "46 licences, Monthly from the renewal");
  assert.ok(await isOnMarked(here), "the button still has the focus");
  await here.keyboard.press("Enter");
  await see(here.getByRole("dialog"));
});
