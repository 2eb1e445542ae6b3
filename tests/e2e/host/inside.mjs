// What journeys inside Azure DevOps share: parts of a page in its frame, and the first steps of an account.
import { expect } from "../support/expect.mjs";
import { button, dialog, review, toast } from "../support/page.mjs";


/** Waits until something is told: by a toast of the host, or of the page where the host has none. */
export const told = (frame, text) =>
  Promise.any([
    frame.host.waitForFunction((text) => globalThis.toasts?.some(({ message }) => message.toLowerCase().includes(text)), text.toLowerCase()),
    expect(toast(frame)).toShow(text),
  ]);

/** Buys the plan Team, monthly, from the page Subscription, and returns to it. */
export async function buy(frame, licences) {
  await frame.getByRole("link", { name: "Buy Now" }).first().click();
  await review(frame, { plan: "Team", licences });
  await button(dialog(frame), "Buy").click();
  await frame.getByRole("link", { name: "Back to Subscription" }).click();
}
