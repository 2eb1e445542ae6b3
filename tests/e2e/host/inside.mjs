// What journeys inside Azure DevOps share: a host for each, visits in its frame, and the first steps of an account.
import assert from "node:assert/strict";
import { journey, says } from "../harness.mjs";
import { startHost } from "./server.mjs";

/**
 * A journey in a host of its own. `visit(options)` opens the host's page for somebody and answers its frame, with the
 * host's page as `host`, and what scripts run in as `inner()`.
 */
export const inside = (name, body, options) =>
  journey(name, async (own) => {
    const host = await startHost(options);
    const visit = async (who = {}) => {
      const page = await own.context.newPage();
      await page.setViewportSize({ width: 1280, height: 900 });
      if (who.clock) await page.clock.install();
      await page.goto(host.page(who));
      return Object.assign(page.frameLocator("iframe"), { host: page, inner: () => page.frames()[1] });
    };
    try {
      await body({ ...own, host, visit });
      assert.deepEqual(host.strays, [], "the interface was asked in a way that is not published");
    } finally {
      await host.close();
    }
  }, options);
export const heading = (frame, name) => frame.getByRole("heading", { level: 1, name });
export const button = (frame, name) => frame.getByRole("button", { name, exact: true });
export const dialog = (frame) => frame.getByRole("dialog");

/** Waits until something is told: by a toast of the host, or of the page where the host has none. */
export const told = (frame, text) =>
  Promise.any([
    frame.host.waitForFunction((text) => globalThis.toasts?.some(({ message }) => message.toLowerCase().includes(text)), text.toLowerCase()),
    says(frame.locator(".toast"), text),
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
