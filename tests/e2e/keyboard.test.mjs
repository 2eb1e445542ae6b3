// Walks with the keyboard alone: a change at the renewal, Free, and the keys that a page has.
import assert from "node:assert/strict";
import { axe, focused, focusedIn, gone, journey, says, see } from "./harness.mjs";

const dialog = (page) => page.getByRole("dialog");
const keys = (page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });
const button = (where, name) => where.getByRole("button", { name, exact: true });
const hasFocus = (locator) => locator.evaluate((it) => it === document.activeElement);

/** Presses Tab until the focus is where it is wanted: as often as the page has controls, at most. */
async function tabTo(locator, key = "Tab") {
  const page = locator.page();
  await see(locator);
  for (let i = 0; i < 60; i += 1) {
    if (await hasFocus(locator)) {
      const ring = await locator.evaluate((it) => {
        const { outlineStyle, boxShadow } = getComputedStyle(it);
        return it.matches(":focus-visible") && (outlineStyle !== "none" || boxShadow !== "none");
      });
      assert.ok(ring, `${locator} shows that it has the focus`);
      return;
    }
    await page.keyboard.press(key);
  }
  assert.fail(`Tab does not reach ${locator}`);
}

/** Tab to something, then a key on it. */
async function press(locator, key = "Enter") {
  await tabTo(locator);
  await locator.page().keyboard.press(key);
}

journey("a change is scheduled at the renewal, and removed, by keyboard alone", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await press(page.getByRole("link", { name: "Change licences" }));
  await see(page.getByRole("heading", { level: 1, name: /Plans|Choose|Buy|Change/ }));
  await tabTo(page.getByRole("spinbutton", { name: "Licences" }));
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("ArrowUp");
  assert.equal(await page.getByRole("spinbutton", { name: "Licences" }).inputValue(), "48");
  await press(button(page, "Review order…"));
  await see(dialog(page));
  await focusedIn(dialog(page));
  const today = dialog(page).getByRole("radio", { name: "Today" });
  await tabTo(today);
  await page.keyboard.press("ArrowRight");
  await focused(dialog(page).getByRole("radio", { name: "At renewal", checked: true }));
  await says(dialog(page).getByRole("table"), "48");
  await press(button(dialog(page), "Schedule at renewal"));
  await gone(dialog(page));
  await says(page.getByRole("status"), "Booked");
  await page.waitForFunction(() => document.activeElement !== document.body);
  await press(page.getByRole("link", { name: "Back to Subscription" }));
  await says(page.locator(".card"), "48 licences, Monthly from the renewal on 1 Dec 2026");
  await press(button(page, "Remove"));
  await gone(page.getByRole("heading", { name: "At the end of the term" }));
  await page.waitForFunction(() => document.activeElement !== document.body);
});

journey("Free is chosen by keyboard alone, with who keeps access (PLN 4, LIC 7)", async ({ open }) => {
  const page = await open("#/subscription?org=expired");
  await press(button(page, "Go on with Free…"));
  const step = dialog(page).getByRole("group", { name: "Who keeps access" });
  await says(step.getByRole("status"), "3 of 3 chosen");
  const first = step.getByRole("checkbox").nth(0);
  await tabTo(first);
  await page.keyboard.press("Space");
  await says(step.getByRole("status"), "2 of 3 chosen");
  await press(step.getByRole("checkbox").nth(3), "Space");
  await says(step.getByRole("status"), "3 of 3 chosen");
  await axe(page);
  // Esc leaves everything as it is, and the focus is back at the button.
  await page.keyboard.press("Escape");
  await gone(dialog(page));
  await focused(button(page, "Go on with Free…"));
  await page.keyboard.press("Enter");
  await press(button(dialog(page), "Choose Free"));
  await gone(dialog(page));
  await says(page.getByRole("main"), "Free for 3 people, without an end");
  await page.waitForFunction(() => document.activeElement !== document.body);
});

journey("? shows the keys of what stands on the page, and Esc gives the focus back", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  const row = page.locator(".grid-row").first();
  await row.focus();
  await page.keyboard.press("?");
  await see(keys(page));
  for (const wanted of ["Go to the search", "Go a screen up or down", "Select all that match", "Show these keys", "Go to the tab beside"]) {
    await says(keys(page), wanted);
  }
  await focusedIn(keys(page));
  await axe(page);
  // A key of the page means nothing while the dialog stands above it.
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  await see(keys(page));
  await page.keyboard.press("Escape");
  await gone(keys(page));
  await focused(row);
  await page.keyboard.press("/");
  await page.keyboard.type("what?");
  assert.equal(await page.getByRole("searchbox", { name: "Search by name, e-mail or group" }).inputValue(), "what?");
  await gone(keys(page));
});

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
  journey(`where there is no list, ? tells no keys of it, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open("#/time?org=team-monthly", { theme, width });
    await page.keyboard.press("?");
    await see(keys(page));
    await says(keys(page), "Close what stands open");
    assert.equal(await keys(page).getByText("Go to the search").count(), 0);
    assert.equal(await keys(page).getByRole("heading", { level: 3, name: "List" }).count(), 0);
    await axe(page);
    await button(keys(page), "Close").last().click();
    await gone(keys(page));
    await page.keyboard.press("?");
    await see(keys(page));
  });
}
