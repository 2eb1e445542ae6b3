// Orders of a Server that are sent to the vendor, the certificates issued from them, and a second instance (ACT 6,
// ACT 9). Also requests through a relay, which is a real nginx (ACT 4).
import { relay } from "../relay/relay.mjs";
import { button, card, orderFile, PAY, review } from "./support/page.mjs";
import { axe, expect, withVendor } from "./support/test.mjs";
import { UNREACHED } from "./vendor.mjs";

const activation = (page) => card(page, "Activation");

/** Buys a plan on the plans page. */
async function buy(page, plan, licences) {
  await review(page, { plan, licences });
  await button(page.getByRole("dialog"), PAY).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

withVendor("act_9 what is bought goes to the vendor with a file, and what is issued from it activates", async ({ open, vendor }) => {
  const server = "deployment=server&today=2026-11-24";
  const page = await open(`#/subscription/plans?org=new&${server}`);
  await buy(page, "Ultimate", 25);
  await page.goto(page.url().replace("/subscription/plans", "/subscription/activation"));
  const orders = card(page, "Orders for the vendor");
  await expect(orders).toShow("1 order hasn't been sent to the vendor");
  await expect(orders).toShow("Bought Ultimate plan, 25 licenses");
  await axe(page);
  const mail = new URL(await orders.getByRole("link", { name: "Write email" }).getAttribute("href"));
  expect(mail.protocol).toBe("mailto:");
  const text = await orderFile(page);
  const id = JSON.parse(text).subscription_id;
  expect(text, "an order names nobody").not.toMatch(/Ada|@/);
  await button(orders, "Mark as sent").click();
  await expect(orders).toShow("All orders have been sent to the vendor");
  await vendor.order(text, { id, issuedAt: "2026-11-24" });
  await button(activation(page), "Apply").click();
  await expect(activation(page)).toShow("Activated online through");
  await expect(card(page, "Instances")).toShow("any number of instances");

  // The same ID on a second instance. Ultimate covers any number of instances.
  const second = await open(`#/subscription?org=trial-day-9&${server}`);
  await activation(second).getByRole("textbox", { name: "Subscription ID" }).fill(id);
  await button(activation(second), "Apply").click();
  await expect(activation(second)).toShow("Activated online through");
  await expect(second.locator("main")).toShow("Manage it where it was purchased");
  await axe(second);
  // Roles work as with a purchased subscription, but buying does not.
  const people = await open(`#/people?org=trial-day-9&${server}`);
  await expect(people.getByRole("heading", { level: 1, name: "User Management" })).toBeVisible();
  await expect(people.locator("main")).toShow("25");
});

withVendor("act_6 a Team subscription is refused on a second instance, which is told where it belongs", async ({ open, vendor }) => {
  const server = "deployment=server&today=2026-11-24";
  const page = await open(`#/subscription/plans?org=new&${server}`);
  await buy(page, "Team", 5);
  await page.goto(page.url().replace("/subscription/plans", "/subscription/activation"));
  const text = await orderFile(page);
  const id = JSON.parse(text).subscription_id;
  await vendor.order(text, { id, issuedAt: "2026-11-24" });
  const second = await open(`#/subscription?org=trial-day-9&${server}`);
  await activation(second).getByRole("textbox", { name: "Subscription ID" }).fill(id);
  await button(activation(second), "Apply").click();
  await expect(activation(second).getByRole("alert")).toShow("for instance new/server, not this one");
  await button(activation(page), "Apply").click();
  await expect(activation(page)).toShow("Activated online through");
});

withVendor("act_9 where the vendor has an address for orders they go by themselves, and what fails stays in the list", async ({ open, vendor, allow }) => {
  await vendor.takeOrders();
  allow(...UNREACHED);
  await vendor.service.down();
  const page = await open("#/subscription/plans?org=new&deployment=server&today=2026-11-24");
  await buy(page, "Team", 5);
  await expect(page.locator(".toast")).toShow("Automatic sending failed");
  await page.goto(page.url().replace("/subscription/plans", "/subscription/activation"));
  const orders = card(page, "Orders for the vendor");
  await expect(orders).toShow("1 order hasn't been sent");
  await vendor.service.up();
  await button(orders, "Send now").click();
  await expect(orders).toShow("All orders have been sent to the vendor");
  const [sent] = vendor.service.collect;
  expect(JSON.parse(sent).events.at(-1).kind).toBe("purchased");
  // From now on, orders are sent automatically.
  await page.goto(page.url().replace("/subscription/activation", "/subscription/plans"));
  await review(page, { licences: 8 });
  await button(page.getByRole("dialog"), PAY).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.goto(page.url().replace("/subscription/plans", "/subscription/activation"));
  await expect(orders).toShow("All orders have been sent to the vendor");
  expect(vendor.service.collect).toHaveLength(2);
});

const OWN = "Y58R-E94Y-UJTT";
const SERVER = "#/subscription/activation?org=team-monthly&deployment=server&today=2026-11-24";
const BOUGHT = { id: OWN, plan: "team", length: "monthly", licences: 45, start: "2026-11-01", instance: "team-monthly/server", issuedAt: "2026-11-12" };

/** Enters a relay, with a username if given. */
async function enter(page, url, user, password) {
  const proxy = card(page, "Proxy settings");
  const { protocol, hostname, port } = new URL(url);
  const on = proxy.getByRole("switch", { name: "Use a proxy server" });
  if ((await on.getAttribute("aria-checked")) === "false") await on.click();
  await proxy.getByRole("textbox", { name: "Address" }).fill(`${protocol}//${hostname}`);
  await proxy.getByRole("textbox", { name: "Port" }).fill(port);
  if (user) {
    const asks = proxy.getByRole("switch", { name: "The proxy requires a username and password" });
    if ((await asks.getAttribute("aria-checked")) === "false") await asks.click();
    await proxy.getByRole("textbox", { name: "Username" }).fill(user);
    await proxy.getByLabel("Password").fill(password);
  }
}

withVendor("act_4 the way goes through a relay without a password, once it is applied", async ({ open, vendor, allow }) => {
  allow(...UNREACHED);
  await vendor.issue(BOUGHT);
  const nginx = await relay({ upstream: vendor.service.url });
  try {
    const page = await open(SERVER);
    const proxy = card(page, "Proxy settings");
    await proxy.getByRole("switch", { name: "Use a proxy server" }).click();
    await button(proxy, "Apply proxy settings").click();
    await expect(proxy.locator(".field-error")).toShow("Enter the relay's host");
    await axe(page);
    await enter(page, nginx.url);
    await button(proxy, "Test connection").click();
    await expect(proxy).toShow("Connection successful. The activation service responded through the relay");
    await button(proxy, "Apply proxy settings").click();
    await expect(page.locator(".toast")).toShow("Proxy settings applied");
    await button(activation(page), "Apply").click();
    await expect(activation(page)).toShow("Activated online through");
    await page.getByRole("link", { name: "Troubleshooting" }).click();
    await expect(card(page, "Contacted services")).toShow(`${nginx.url}/${OWN}.lic`);
    await axe(page);
    // The relay responds, but the service behind it does not.
    await vendor.service.down();
    await page.getByRole("link", { name: "Back to activation settings" }).click();
    await button(proxy, "Test connection").click();
    await expect(proxy.getByRole("alert")).toShow("couldn't reach the activation service");
  } finally {
    await nginx.close();
  }
});

withVendor("act_4 with a password the relay answers the preflight without it, and the password stays out of everything", async ({ open, vendor, allow }) => {
  allow(...UNREACHED);
  allow(/401/);
  await vendor.issue(BOUGHT);
  const nginx = await relay({ upstream: vendor.service.url, user: "page", password: "s3cret-of-the-relay" });
  try {
    const page = await open(SERVER);
    const proxy = card(page, "Proxy settings");
    await enter(page, nginx.url, "page", "wrong");
    await button(proxy, "Test connection").click();
    await expect(proxy.getByRole("alert")).toShow("The relay rejected the username and password");
    await enter(page, nginx.url, "page", "s3cret-of-the-relay");
    await button(proxy, "Test connection").click();
    await expect(proxy).toShow("Connection successful");
    await button(proxy, "Apply proxy settings").click();
    await expect(page.locator(".toast")).toShow("Proxy settings applied");
    await button(activation(page), "Apply").click();
    await expect(activation(page)).toShow("Activated online through");
    expect(vendor.service.answers.every(({ headers }) => headers.authorization === undefined), "the password goes no further than the relay").toBeTruthy();
    const said = orderFile(page);
    expect(await said).not.toMatch(/s3cret|relay/);
    await page.getByRole("link", { name: "Troubleshooting" }).click();
    expect(await page.getByRole("textbox", { name: "Report for support" }).inputValue()).not.toMatch(/s3cret/);
    const journal = await page.evaluate(async () => {
      const open = (name) => new Promise((done, failed) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      const texts = [];
      for (const { name } of await indexedDB.databases()) {
        const database = await open(name);
        for (const store of database.objectStoreNames) {
          const all = database.transaction(store).objectStore(store).getAll();
          texts.push(JSON.stringify(await new Promise((done) => { all.onsuccess = () => done(all.result); })));
        }
        database.close();
      }
      return texts.join("\n");
    });
    expect(journal).toMatch(/relay_set/);
    expect(journal).not.toMatch(/s3cret/);
  } finally {
    await nginx.close();
  }
});

withVendor("act_4 a relay that refuses the preflight, or lets no page read, is told apart", async ({ open, vendor, allow }) => {
  allow(...UNREACHED);
  allow(/CORS|ERR_FAILED|401|405/);
  const { createServer } = await import("node:http");
  const serve = (handler) => new Promise((done) => {
    const server = createServer(handler);
    server.listen(0, "127.0.0.1", () => done({ server, url: `http://127.0.0.1:${server.address().port}` }));
  });
  const strict = await serve((request, response) => response.writeHead(401, { "access-control-allow-origin": "*" }).end());
  const mute = await serve((_, response) => response.writeHead(200).end("hello"));
  try {
    await vendor.issue(BOUGHT);
    const page = await open(SERVER);
    const proxy = card(page, "Proxy settings");
    await enter(page, mute.url);
    await button(proxy, "Test connection").click();
    await expect(proxy.getByRole("alert")).toShow("Access-Control-Allow-Origin header is missing");
    await enter(page, strict.url, "page", "any");
    await button(proxy, "Test connection").click();
    await expect(proxy.getByRole("alert")).toShow("requires the password before it answers the browser’s preflight");
    await axe(page);
  } finally {
    for (const { server } of [strict, mute]) server.close();
  }
});
