// Orders of an organization on Services: the same card, no certificate, no names of people, and Free is included
// (ACT 9, PLN 4).
import { writeFile } from "node:fs/promises";
import { button, orderFile, PAY, review } from "./support/page.mjs";
import { axe, expect, test, withVendor } from "./support/test.mjs";
import { licensing } from "./vendor.mjs";

const card = (page, name = "Orders for the vendor") => page.getByRole("region", { name, exact: true });

async function buy(page, plan, licences) {
  await review(page, { plan, licences });
  await button(page.getByRole("dialog"), PAY).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

/** What the vendor's tool reads from an order on a day. */
async function told(text, on) {
  const file = test.info().outputPath("order.json");
  await writeFile(file, text);
  const { status, licences } = JSON.parse(await licensing("read-order", file, "--catalogue", "catalogue.json", "--on", on)).subscription;
  return [status, licences];
}

for (const width of [1280, 360]) {
  test(`act_9 what is bought on Services is sent with a file, and needs no certificate, ${width} px`, async ({ open }) => {
    const page = await open("#/subscription/plans?org=new&today=2026-11-24", { width });
    await buy(page, "Start", 5);
    await page.goto(page.url().replace("/subscription/plans", "/subscription"));
    await expect(card(page)).toShow("1 order hasn't been sent to the vendor.");
    await axe(page);
    await card(page).getByRole("link", { name: "Send or download" }).click();
    await expect(card(page)).toShow("doesn't contain any names");
    await expect(card(page)).toShow("Bought Start plan, 5 licen");
    expect(await card(page).textContent()).not.toMatch(/certificate/);
    await axe(page);
    const mail = new URL(await card(page).getByRole("link", { name: "Write email" }).getAttribute("href"));
    expect(mail.searchParams.get("body")).not.toMatch(/certificate/);
    const text = await orderFile(page);
    expect([JSON.parse(text).deployment, JSON.parse(text).events.at(-1).kind]).toStrictEqual(["services", "purchased"]);
    expect(text).not.toMatch(/Ada|@/);
    expect(await told(text, "2026-11-24")).toStrictEqual(["active", 5]);
    await button(card(page), "Mark as sent").click();
    await expect(card(page)).toShow("All orders have been sent to the vendor");
    await page.goto(page.url().replace("/subscription/activation", "/subscription"));
    await expect(page.getByRole("table", { name: "History" })).toBeVisible();
    await expect(card(page), "there is nothing left to do").toBeAbsent();
  });
}

withVendor("act_9 on Services orders go by themselves to the address of the catalog, Free as well", async ({ open, vendor }) => {
  await vendor.takeOrders();
  const page = await open("#/subscription?org=new&today=2026-11-24");
  await button(page, "Switch to Free plan…").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Free/ }).last().click();
  await expect(dialog).toBeHidden();
  await page.goto(page.url().replace("#/subscription", "#/subscription/activation"));
  await expect(card(page)).toShow("All orders have been sent to the vendor");
  const sent = vendor.service.collect.at(-1);
  expect([JSON.parse(sent).deployment, JSON.parse(sent).events.at(-1).kind]).toStrictEqual(["services", "free_started"]);
  expect(await told(sent, "2026-11-24")).toStrictEqual(["free", 3]);
});

test("act_9 of a long history only the first bookings are listed", async ({ open }) => {
  const page = await open("#/subscription/activation?org=documents-5000");
  await expect(card(page)).toShow(/\d,?\d+ orders haven't been sent to the vendor/);
  await expect(card(page)).toShow(/and .* more/);
  await expect(card(page).getByRole("row"), "the heading and fifty bookings").toHaveCount(51);
});

withVendor("act_9 what is booked while an order is on its way goes after it", async ({ open, context, vendor }) => {
  await vendor.takeOrders();
  let release;
  const released = new Promise((resolve) => void (release = resolve));
  await context.route("**/orders", async (route) => {
    await released;
    await route.continue();
  });
  const page = await open("#/subscription/plans?org=new&today=2026-11-24");
  await Promise.all([page.waitForRequest("**/orders"), buy(page, "Start", 5)]);
  await review(page, { licences: 6 });
  await button(page.getByRole("dialog"), PAY).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  release();
  await page.evaluate(() => void (location.hash = location.hash.replace("/plans", "/activation")));
  await expect(card(page)).toShow("All orders have been sent to the vendor");
});
