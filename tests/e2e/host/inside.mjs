// Shared by journeys inside Azure DevOps: parts of a page in its frame, and the first steps of an account.
import { expect } from "../support/expect.mjs";
import { button, dialog, PAY, review, toast } from "../support/page.mjs";

/** Waits for a message: in a toast of the host, or of the page if the host has none. */
export const told = (frame, text) =>
  expect.poll(async () => {
    const byHost = await frame.host.evaluate(() => (globalThis.toasts ?? []).map(({ message }) => message));
    const byPage = await toast(frame).filter({ visible: true }).allInnerTexts();
    return [...byHost, ...byPage].join("\n").toLowerCase();
  }, { message: `"${text}" is told`, intervals: [50, 100] }).toContain(text.toLowerCase());

/** Buys the Team plan, billed monthly, starting on the Subscription page, and returns there. */
export async function buy(frame, licences) {
  await frame.getByRole("link", { name: "Buy Now" }).first().click();
  await review(frame, { plan: "Team", licences });
  await button(dialog(frame), PAY).click();
  await frame.getByRole("link", { name: "Back to Subscription" }).click();
}

/** Opens Subscription on an account that has had a trial, and buys 40 licenses. */
export async function opened(visit, where) {
  const ada = await visit(where);
  await button(ada, "Start free trial").click();
  await buy(ada, 40);
  await expect(ada.locator(".stat").first()).toShow("40");
  return ada;
}
