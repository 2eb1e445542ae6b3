// Activation inside Azure DevOps Server: in the collection's frame, with what is kept there (ACT 1, ACT 3, ACT 4, ACT 6).
import assert from "node:assert/strict";
import { axe, says, see } from "./harness.mjs";
import { button, buy, inside } from "./host/inside.mjs";
import { startVendor } from "./vendor.mjs";

/** A day from now on as the page writes it. */
const shown = (days) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(Date.now() + days * 86_400_000);
const card = (frame, name) => frame.getByRole("region", { name, exact: true });

inside("act_1 in a collection of a Server what is bought is ordered, issued and activated, and another administrator finds it so", async ({ visit, context, host, allow }) => {
  const vendor = await startVendor({ orders: true });
  try {
    await context.route("**/catalogue.json", (route) =>
      route.fulfill({ contentType: "application/json", headers: { "access-control-allow-origin": "*" }, body: vendor.text }));
    // The computer's day can be moved on without a clock that stands in for the timers, too.
    await context.addInitScript(() => {
      const Real = Date;
      globalThis.later = 0;
      globalThis.Date = class extends Real {
        constructor(...parts) {
          super(...(parts.length ? parts : [Real.now() + globalThis.later]));
        }
        static now() {
          return Real.now() + globalThis.later;
        }
      };
    });
    const frame = await visit({ hosted: false, sandbox: true });
    await see(frame.getByRole("heading", { level: 1, name: "Subscription" }));
    await buy(frame, 5);
    await says(card(frame, "Activation"), "Works without activation until");
    await frame.getByRole("link", { name: "Offline, proxy, orders" }).click();
    await says(card(frame, "Orders for the vendor"), "The vendor has everything that was booked");
    const [text] = vendor.service.collect;
    const { subscription_id: id, instance, events } = JSON.parse(text);
    const day = events.at(-1).on;
    await vendor.order(text, { id, issuedAt: day });
    assert.equal(await card(frame, "Instances").getByRole("textbox").inputValue(), instance);
    await button(card(frame, "Activation"), "Apply").click();
    await says(card(frame, "Activation"), "Activated online until");
    await axe(frame.inner());
    const other = await visit({ hosted: false, sandbox: true });
    await says(card(other, "Activation"), "Activated online until");
    assert.deepEqual((await other.getByRole("alert").allTextContents()).filter(Boolean), []);
    // A page that stays open is confirmed on the next day, when somebody comes back to it.
    await other.inner().evaluate(() => {
      globalThis.later += 86_400_000;
      window.dispatchEvent(new Event("focus"));
    });
    await says(card(other, "Activation"), `confirmed on ${shown(1)}`);
    // The days are the host's. Two days later without the service, and administrators are told; it is back, and so is the rest.
    allow(/ERR_CONNECTION_REFUSED|Failed to load resource/);
    await vendor.service.down();
    host.date = new Date(Date.now() + 3 * 86_400_000);
    const silent = await visit({ hosted: false, sandbox: true });
    await says(silent.getByRole("alert"), "4 days are left");
    await vendor.service.up();
    host.date = new Date(Date.now() + 4 * 86_400_000);
    const back = await visit({ hosted: false, sandbox: true });
    await says(card(back, "Activation"), "Activated online until");
  } finally {
    await vendor.close();
  }
}, { administrators: ["ada"] });
