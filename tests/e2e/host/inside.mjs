// What journeys inside Azure DevOps share: parts of a page in its frame, and the first steps of an account.
import { expect } from "../support/expect.mjs";

export const heading = (frame, name) => frame.getByRole("heading", { level: 1, name });
export const button = (frame, name) => frame.getByRole("button", { name, exact: true });
export const dialog = (frame) => frame.getByRole("dialog");

/** Waits until something is told: by a toast of the host, or of the page where the host has none. */
export const told = (frame, text) =>
  Promise.any([
    frame.host.waitForFunction((text) => globalThis.toasts?.some(({ message }) => message.toLowerCase().includes(text)), text.toLowerCase()),
    expect(frame.locator(".toast")).toShow(text),
  ]);

/** Buys the plan Team, monthly, from the page Subscription, and returns to it. */
export async function buy(frame, licences) {
  await frame.getByRole("link", { name: "Buy Now" }).first().click();
  await frame.getByRole("spinbutton", { name: "Licences" }).fill(String(licences));
  await frame.getByRole("radio", { name: "Team" }).check({ force: true });
  await button(frame, "Review order…").click();
  await button(dialog(frame), "Buy").click();
  await frame.getByRole("link", { name: "Back to Subscription" }).click();
}
