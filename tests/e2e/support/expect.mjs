// Playwright's `expect` with more matchers.
import { expect as plain } from "@playwright/test";

export const expect = plain.extend({
  /** At least one element that contains `text` (a string or a pattern, ignoring case) is visible. */
  async toShow(locator, text, options) {
    return held(this, () => plain(locator.filter({ hasText: text }).first()).toBeVisible(options), async () => {
      const shown = await locator.allInnerTexts().catch(() => []);
      return `${locator} shows ${this.utils.printExpected(text)}; it shows ${this.utils.printReceived(shown)}`;
    });
  },

  /** There is no such element. This does not wait: what nobody may see must not appear even briefly. */
  async toBeAbsent(locator) {
    if (this.isNot) throw new Error("use toBeVisible()");
    const count = await locator.count();
    return { pass: count === 0, message: () => `${locator} is absent; there are ${this.utils.printReceived(count)}` };
  },

  /** The focus is on the element or inside it. */
  async toHoldFocus(locator, options) {
    const holds = () => locator.evaluate((it) => it.contains(document.activeElement));
    return held(this, () => plain.poll(holds, options).toBe(true), async () => {
      const at = await locator.page().evaluate(() => document.activeElement?.outerHTML.slice(0, 160));
      return `${locator} holds the focus; it is at ${at}`;
    });
  },
});

/** The result of a matcher: whether `check` succeeded, and the message if it did not. */
async function held({ isNot }, check, message) {
  if (isNot) throw new Error("this matcher has no opposite: wait for something else, or use toBeHidden()");
  try {
    await check();
    return { pass: true, message: () => "" };
  } catch {
    const told = await message();
    return { pass: false, message: () => told };
  }
}
