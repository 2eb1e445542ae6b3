// Flows with the keyboard alone: a change at renewal, Free, and the shortcuts of a page.
import { button, dialog } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";

const keys = (page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });
const hasFocus = (locator) => locator.evaluate((it) => it === document.activeElement);

/** Presses Tab until the element has the focus. It gives up after as many times as the page has controls. */
async function tabTo(locator, key = "Tab") {
  const page = locator.page();
  await expect(locator).toBeVisible();
  for (let i = 0; i < 60; i += 1) {
    if (await hasFocus(locator)) {
      const ring = await locator.evaluate((it) => {
        const { outlineStyle, boxShadow } = getComputedStyle(it);
        return it.matches(":focus-visible") && (outlineStyle !== "none" || boxShadow !== "none");
      });
      expect(ring, `${locator} shows that it has the focus`).toBeTruthy();
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${locator}`);
}

/** Moves to an element with Tab, then presses a key. */
async function press(locator, key = "Enter") {
  await tabTo(locator);
  await locator.page().keyboard.press(key);
}

test("a change is scheduled at the renewal, and removed, by keyboard alone", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await press(page.getByRole("link", { name: "Change", exact: true }));
  await expect(page.getByRole("heading", { level: 1, name: /Plans|Choose|Buy|Change/ })).toBeVisible();
  await tabTo(page.getByRole("spinbutton", { name: "Licenses" }));
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("spinbutton", { name: "Licenses" })).toHaveValue("48");
  await press(button(page, "Review order…"));
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page)).toHoldFocus();
  const today = dialog(page).getByRole("radio", { name: "Today" });
  await tabTo(today);
  await page.keyboard.press("ArrowRight");
  await expect(dialog(page).getByRole("radio", { name: "At renewal", checked: true })).toBeFocused();
  await expect(dialog(page).getByRole("table")).toShow("48");
  await press(button(dialog(page), "Schedule"));
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("status")).toShow("Scheduled for renewal: Team plan, 48 licenses, billed monthly.");
  await expect(page.locator("body")).not.toBeFocused();
  await press(page.getByRole("link", { name: "Back to Subscription" }));
  await expect(page.locator(".card")).toShow("48 licenses, billed monthly, starting with the renewal on 1 Dec 2026");
  await press(button(page, "Remove"));
  await expect(page.getByRole("heading", { name: "At the end of the term" })).toBeHidden();
  await expect(page.locator("body")).not.toBeFocused();
});

test("Free is chosen by keyboard alone, with who keeps access (PLN 4, LIC 7)", async ({ open }) => {
  const page = await open("#/subscription?org=expired");
  await press(button(page, "Switch to Free plan…"));
  const step = dialog(page).getByRole("group", { name: "Who keeps access" });
  await expect(step.getByRole("status")).toShow("3 of 3 selected");
  const first = step.getByRole("checkbox").nth(0);
  await tabTo(first);
  await page.keyboard.press("Space");
  await expect(step.getByRole("status")).toShow("2 of 3 selected");
  await press(step.getByRole("checkbox").nth(3), "Space");
  await expect(step.getByRole("status")).toShow("3 of 3 selected");
  await axe(page);
  // Esc changes nothing, and the focus returns to the button.
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(button(page, "Switch to Free plan…")).toBeFocused();
  await page.keyboard.press("Enter");
  await press(button(dialog(page), "Switch to Free plan"));
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("main")).toShow("Free for 3 people, with no end date");
  await expect(page.locator("body")).not.toBeFocused();
});

test("? shows the keys of what stands on the page, and Esc gives the focus back", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  const row = page.locator(".grid-row").first();
  await row.focus();
  await page.keyboard.press("?");
  await expect(keys(page)).toBeVisible();
  for (const wanted of ["Go to search", "Move up or down one page", "Select all matches", "Show keyboard shortcuts", "Go to the next tab"]) {
    await expect(keys(page)).toShow(wanted);
  }
  await expect(keys(page)).toHoldFocus();
  await axe(page);
  // Shortcuts of the page have no effect while the dialog is open.
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  await expect(keys(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys(page)).toBeHidden();
  await expect(row).toBeFocused();
  await page.keyboard.press("/");
  await page.keyboard.type("what?");
  await expect(page.getByRole("searchbox", { name: "Search by name, email, or group" })).toHaveValue("what?");
  await expect(keys(page)).toBeHidden();
});

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
  test(`where there is no list, ? tells no keys of it, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open("#/time?org=team-monthly", { theme, width });
    await page.keyboard.press("?");
    await expect(keys(page)).toBeVisible();
    await expect(keys(page)).toShow("Close what's open");
    await expect(keys(page).getByText("Go to search")).toBeAbsent();
    await expect(keys(page).getByRole("heading", { level: 3, name: "List" })).toBeAbsent();
    await axe(page);
    await button(keys(page), "Close").last().click();
    await expect(keys(page)).toBeHidden();
    await page.keyboard.press("?");
    await expect(keys(page)).toBeVisible();
  });
}
