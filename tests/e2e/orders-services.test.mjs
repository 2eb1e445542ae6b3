// Orders of an organization on Services: the same card, no certificate, nobody named, and Free is told (ACT 9, PLN 4).
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { axe, gone, journey, says, see } from "./harness.mjs";
import { licensing, withVendor } from "./vendor.mjs";

const button = (scope, name) => scope.getByRole("button", { name, exact: true });
const card = (page, name = "Orders for the vendor") => page.getByRole("region", { name, exact: true });

async function buy(page, plan, licences) {
  await page.getByRole("spinbutton", { name: /Licen[cs]es/ }).fill(String(licences));
  await page.getByRole("radio", { name: plan }).check({ force: true });
  await button(page, "Review order…").click();
  await button(page.getByRole("dialog"), "Buy").click();
  await gone(page.getByRole("dialog"));
}

async function order(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(card(page), "Download order file").click()]);
  return readFile(await download.path(), "utf8");
}

/** What the vendor's tool reads of an order on a day. */
async function told(text, on) {
  const file = `${process.env.TMPDIR ?? "/tmp"}/order-${process.pid}.json`;
  await writeFile(file, text);
  return JSON.parse(await licensing("read-order", file, "--catalogue", "catalogue.json", "--on", on)).subscription;
}

for (const width of [1280, 360]) {
  journey(`act_9 what is bought on Services is sent by a file, and needs no certificate, ${width} px`, async ({ open }) => {
    const page = await open("#/subscription/plans?org=new&today=2026-11-24", { width });
    await buy(page, "Start", 5);
    await page.goto(page.url().replace("/subscription/plans", "/subscription"));
    await says(card(page), "1 booking has not been sent to the vendor.");
    await axe(page);
    await card(page).getByRole("link", { name: "Send or download" }).click();
    await says(card(page), "The file names no people");
    await says(card(page), "Bought Start, 5 licen");
    assert.doesNotMatch(await card(page).textContent(), /certificate/);
    await axe(page);
    const mail = new URL(await card(page).getByRole("link", { name: "Write the mail" }).getAttribute("href"));
    assert.doesNotMatch(mail.searchParams.get("body"), /certificate/);
    const text = await order(page);
    assert.deepEqual([JSON.parse(text).deployment, JSON.parse(text).events.at(-1).kind], ["services", "purchased"]);
    assert.doesNotMatch(text, /Ada|@/);
    assert.deepEqual((({ status, licences }) => [status, licences])(await told(text, "2026-11-24")), ["active", 5]);
    await button(card(page), "Mark as sent").click();
    await says(card(page), "The vendor has everything that was booked");
    await page.goto(page.url().replace("/subscription/activation", "/subscription"));
    await see(page.getByRole("table", { name: "History" }));
    assert.equal(await card(page).count(), 0, "there is nothing left to do");
  });
}

withVendor("act_9 on Services orders go by themselves to the address of the catalog, Free as well", { orders: true }, async ({ open, vendor }) => {
  const page = await open("#/subscription?org=new&today=2026-11-24");
  await button(page, "Go on with Free…").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Free/ }).last().click();
  await gone(dialog);
  await page.goto(page.url().replace("#/subscription", "#/subscription/activation"));
  await says(card(page), "The vendor has everything that was booked");
  const sent = vendor.service.collect.at(-1);
  assert.deepEqual([JSON.parse(sent).deployment, JSON.parse(sent).events.at(-1).kind], ["services", "free_started"]);
  assert.deepEqual((({ status, licences }) => [status, licences])(await told(sent, "2026-11-24")), ["free", 3]);
});

journey("act_9 of a long history only the first bookings are listed", async ({ open }) => {
  const page = await open("#/subscription/activation?org=documents-5000");
  await says(card(page), /\d,?\d+ bookings have not been sent to the vendor/);
  await says(card(page), /and .* more/);
  assert.equal(await card(page).getByRole("row").count(), 51, "the heading and fifty bookings");
});

withVendor("act_9 what is booked while an order is on its way goes after it", { orders: true }, async ({ open, context }) => {
  let release;
  const released = new Promise((resolve) => void (release = resolve));
  await context.route("**/orders", async (route) => {
    await released;
    await route.continue();
  });
  const page = await open("#/subscription/plans?org=new&today=2026-11-24");
  await Promise.all([page.waitForRequest("**/orders"), buy(page, "Start", 5)]);
  await page.getByRole("spinbutton", { name: /Licen[cs]es/ }).fill("6");
  await button(page, "Review order…").click();
  await button(page.getByRole("dialog"), "Change today").click();
  await gone(page.getByRole("dialog"));
  release();
  await page.evaluate(() => void (location.hash = location.hash.replace("/plans", "/activation")));
  await says(card(page), "The vendor has everything that was booked");
});
