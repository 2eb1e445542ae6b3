// A journey inside a host that speaks as Azure DevOps does, and what its pages are made of.
import { journey } from "../harness.mjs";
import { startHost } from "./server.mjs";

/** A journey in a host of its own. `visit(options)` opens the host's page for somebody and answers its frame. */
export const inside = (name, body, options) =>
  journey(name, async (own) => {
    const host = await startHost(options);
    const visit = async (who = {}) => {
      const page = await own.context.newPage();
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(host.page(who));
      return Object.assign(page.frameLocator("iframe"), { host: page });
    };
    try {
      await body({ ...own, host, visit });
    } finally {
      await host.close();
    }
  });

export const heading = (frame, name) => frame.getByRole("heading", { level: 1, name });
export const button = (frame, name) => frame.getByRole("button", { name, exact: true });
export const dialog = (frame) => frame.getByRole("dialog");

/** Orders licences of Team, from the first page and back to it. */
export async function buy(frame, licences) {
  await frame.getByRole("link", { name: "Buy Now" }).first().click();
  await frame.getByRole("spinbutton", { name: "Licences" }).fill(String(licences));
  await frame.getByRole("radio", { name: "Team" }).check({ force: true });
  await button(frame, "Review order…").click();
  await button(dialog(frame), "Buy").click();
  await frame.getByRole("link", { name: "Back to Subscription" }).click();
}
