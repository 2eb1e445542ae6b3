// Activation inside Azure DevOps Server: in the collection's frame, with what is kept there (ACT 1, ACT 3, ACT 4, ACT 6).
import assert from "node:assert/strict";
import { axe, says, see } from "./harness.mjs";
import { button, buy, inside } from "./host/inside.mjs";
import { startVendor } from "./vendor.mjs";

const card = (frame, name) => frame.getByRole("region", { name, exact: true });

inside("act_1 in a collection of a Server what is bought is ordered, issued and activated, and another administrator finds it so", async ({ visit, context }) => {
  const vendor = await startVendor({ orders: true });
  try {
    await vendor.use(context);
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
    await says(card(frame, "Instances"), instance);
    await button(card(frame, "Activation"), "Apply").click();
    await says(card(frame, "Activation"), "Activated online until");
    await axe(frame.inner());
    const other = await visit({ hosted: false, sandbox: true });
    await says(card(other, "Activation"), "Activated online until");
    assert.equal(await other.getByRole("alert").count(), 0);
  } finally {
    await vendor.close();
  }
}, { administrators: ["ada"] });
