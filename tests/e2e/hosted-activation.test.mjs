// Activation inside Azure DevOps Server: in the collection's frame, with what is kept there (ACT 1, ACT 3, ACT 4, ACT 6).
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { button, card } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";
import { buy, told } from "./host/inside.mjs";

/** A day from now on as the page writes it. */
const shown = (days) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(Date.now() + days * 86_400_000);

test("act_1 in a collection of a Server what is bought is ordered, issued and activated, and another administrator finds it so", async ({ visit, context, host, vendor, allow }) => {
  await vendor.takeOrders();
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
  await expect(frame.getByRole("heading", { level: 1, name: "Subscription" })).toBeVisible();
  await buy(frame, 5);
  await expect(card(frame, "Activation")).toShow("Works without activation through");
  await frame.getByRole("link", { name: "Offline, proxy, and orders" }).click();
  await expect(card(frame, "Orders for the vendor")).toShow("All orders have been sent to the vendor");
  const [text] = vendor.service.collect;
  const { subscription_id: id, instance, events } = JSON.parse(text);
  const day = events.at(-1).on;
  await vendor.order(text, { id, issuedAt: day });
  await expect(card(frame, "Instances").getByRole("textbox")).toHaveValue(instance);
  await button(card(frame, "Activation"), "Apply").click();
  await expect(card(frame, "Activation")).toShow("Activated online through");
  await axe(frame.inner());
  const other = await visit({ hosted: false, sandbox: true });
  await expect(card(other, "Activation")).toShow("Activated online through");
  expect((await other.getByRole("alert").allTextContents()).filter(Boolean)).toStrictEqual([]);
  // It has not asked again: that the vendor was asked just now is kept for whoever looks. After 15 minutes it asks.
  const answered = () => vendor.service.answers.filter(({ url }) => url.endsWith(".lic")).length;
  const [answer] = await Promise.all([
    context.waitForEvent("response", (it) => it.url().endsWith(".lic")),
    other.inner().evaluate(() => {
      globalThis.later += 15 * 60_000;
      window.dispatchEvent(new Event("focus"));
    }),
  ]);
  await answer.finished();
  expect(answered(), "once by Apply, once by the page that was come back to").toBe(2);
  // A page that stays open is confirmed on the next day, when somebody comes back to it.
  await other.inner().evaluate(() => {
    globalThis.later += 86_400_000;
    window.dispatchEvent(new Event("focus"));
  });
  await expect(card(other, "Activation")).toShow(`confirmed on ${shown(1)}`);
  // The days are the host's. Two days later without the service, and administrators are told; it is back, and so is the rest.
  allow(/ERR_CONNECTION_REFUSED|Failed to load resource/);
  await vendor.service.down();
  host.date = new Date(Date.now() + 3 * 86_400_000);
  const silent = await visit({ hosted: false, sandbox: true });
  await expect(silent.getByRole("alert")).toShow("4 days left");
  await vendor.service.up();
  host.date = new Date(Date.now() + 4 * 86_400_000);
  const back = await visit({ hosted: false, sandbox: true });
  await expect(card(back, "Activation")).toShow("Activated online through");
});

/** A server that lets every page read, and keeps what it was asked; `answer(request)` is a status, headers and a text. */
async function listening(answer) {
  const asked = [];
  const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "authorization", "cache-control": "no-store" };
  const server = createServer(async (request, response) => {
    if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
    asked.push({ url: request.url, authorization: request.headers.authorization ?? null });
    const { status, headers, text } = await answer(request);
    response.writeHead(status, { ...cors, ...headers }).end(text);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const close = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
  return { asked, port: server.address().port, url: `http://127.0.0.1:${server.address().port}`, close };
}

/** Writes a line behind the others into what the collection shares, as anybody can who may write the extension's data. */
function forge(data, on, command, event) {
  const entries = [...data.documents.keys()].filter((key) => /^\|journal-[^|]*\|e\d{10}$/.test(key)).sort();
  const last = entries.at(-1);
  const before = data.documents.get(last).text.split("\n").at(-1);
  const { position, viewer } = JSON.parse(before);
  const record = {
    position: position + 1, rules: 1, previous_sha256: createHash("sha256").update(before).digest("hex"), command_id: `forged-${position}`,
    instant: `${on}T09:00:00Z`, today: on, actor: "Ada Muster", viewer, command, events: [{ ...event, on }],
  };
  const [, collection, id] = last.split("|");
  const number = Number(id.slice(1)) + 1;
  data.documents.set(`|${collection}|e${String(number).padStart(10, "0")}`, { text: JSON.stringify(record), __etag: 1 });
  data.documents.set(`|${collection}|head`, { entries: number + 1, __etag: 1 });
}

test("act_4 a line that somebody has forged sends the relay’s password nowhere, and the page asks for it with both addresses in sight", async ({ visit, context, host, vendor, allow }) => {
  allow(/Failed to load resource|net::ERR/);
  await vendor.takeOrders();
  const seen = { redirect: false };
  const evil = await listening(async () => ({ status: 404 }));
  const relay = await listening(async ({ url }) => {
    if (seen.redirect) return { status: 302, headers: { location: `${evil.url}${url}` } };
    const answer = await fetch(`${vendor.service.url}${url}`);
    return { status: answer.status, text: await answer.text() };
  });
  const password = `Basic ${Buffer.from("page:s3cret").toString("base64")}`;
  try {
    await context.route("**/catalogue.json", (route) =>
      route.fulfill({ contentType: "application/json", headers: { "access-control-allow-origin": "*" }, body: vendor.text }));
    const frame = await visit({ hosted: false, sandbox: true });
    await expect(frame.getByRole("heading", { level: 1, name: "Subscription" })).toBeVisible();
    await buy(frame, 5);
    await frame.getByRole("link", { name: "Offline, proxy, and orders" }).click();
    await expect(card(frame, "Orders for the vendor")).toShow("All orders have been sent to the vendor");
    const [text] = vendor.service.collect;
    const { subscription_id: id, events } = JSON.parse(text);
    const today = events.at(-1).on;
    await vendor.order(text, { id, issuedAt: today });
    // The relay of this collection, and its password.
    const proxy = card(frame, "Proxy settings");
    await proxy.getByRole("switch", { name: "Use a proxy server" }).click();
    await proxy.getByRole("textbox", { name: "Address" }).fill("127.0.0.1");
    await proxy.getByRole("textbox", { name: "Port" }).fill(String(relay.port));
    await proxy.getByRole("switch", { name: "The proxy requires a username and password" }).click();
    // Letter by letter: the field stays while what it says of the password changes.
    await proxy.getByRole("textbox", { name: "Username" }).pressSequentially("page");
    await expect(proxy.getByRole("textbox", { name: "Username" })).toHaveValue("page");
    await button(proxy, "Apply proxy settings").click();
    await expect(proxy.locator(".field-error")).toShow("Enter the password");
    await proxy.getByLabel("Password").fill("s3cret");
    await button(proxy, "Apply proxy settings").click();
    await expect(proxy).toShow("A password is saved for this address");
    await told(frame, "Proxy settings applied.");
    await button(card(frame, "Activation"), "Apply").click();
    await expect(card(frame, "Activation")).toShow("Activated online through");
    expect(relay.asked.length > 0 && relay.asked.every(({ authorization }) => authorization === password)).toBeTruthy();
    // Somebody writes another address, and an activation that nobody has signed, past the page.
    const moved = { enabled: true, address: "127.0.0.1", port: evil.port, user: "page" };
    forge(host.data, today, { kind: "set_relay", relay: moved }, { kind: "relay_set", relay: moved });
    const grant = {
      subscription_id: id, product: JSON.parse(vendor.text).product, plan: "team", length: "monthly", licences: 500,
      term: { start: today, end: "2999-01-01" }, cancelled: false, instances: "any", issued_at: `${today}T00:00:00Z`, valid_until: "2999-01-01",
    };
    forge(host.data, today, { kind: "cancel", reason: null }, { kind: "activated", way: "online", grant, access: null });
    // The next day the page is opened, and nobody clicks.
    host.date = new Date(Date.now() + 86_400_000);
    const next = await visit({ hosted: false, sandbox: true });
    await expect(next.getByRole("alert")).toShow("you haven't entered one for its current address");
    await expect(card(next, "Activation")).toShow("5");
    expect(await card(next, "Activation").textContent()).not.toMatch(/500|2999/);
    expect(evil.asked, "nothing was sent to the address of somebody else").toStrictEqual([]);
    await next.getByRole("link", { name: "Offline, proxy, and orders" }).click();
    const changed = card(next, "Proxy settings");
    await expect(changed).toShow(`“page” at http://127.0.0.1:${relay.port}`);
    await expect(changed).toShow(`“page” at http://127.0.0.1:${evil.port}`);
    await axe(next.inner());
    for (const name of ["Test connection", "Apply proxy settings"]) {
      await button(changed, name).click();
      await expect(changed.locator(".field-error")).toShow(`Enter it again to send it to “page” at http://127.0.0.1:${evil.port}`);
    }
    expect(evil.asked).toStrictEqual([]);
    // What was forged is named as such.
    await next.getByRole("link", { name: "Troubleshooting" }).click();
    await expect(next.getByRole("row", { name: /History/ })).toShow("claims an activation or order that isn't valid");
    await next.getByRole("link", { name: "Back to activation settings" }).click();
    // Set right, the password is good again.
    await changed.getByRole("textbox", { name: "Port" }).fill(String(relay.port));
    await expect(changed).toShow("A password is saved for this address");
    const before = relay.asked.length;
    await button(changed, "Apply proxy settings").click();
    await told(next, "Proxy settings applied.");
    await button(card(next, "Activation"), "Refresh now").click();
    await expect(card(next, "Activation")).toShow(`confirmed on ${shown(1)}`);
    expect(relay.asked.slice(before).map(({ authorization }) => authorization).filter((it) => it !== password)).toStrictEqual([]);
    // A relay that sends on to somebody else is not followed.
    seen.redirect = true;
    await button(card(next, "Activation"), "Refresh now").click();
    await expect(card(next, "Activation")).toShow("redirect, which isn't followed");
    expect(evil.asked).toStrictEqual([]);
  } finally {
    for (const server of [relay, evil]) await server.close();
  }
});

test("act_7 a journal of another deployment than the host’s is refused with words", async ({ visit, host }) => {
  const frame = await visit({ hosted: false, sandbox: true });
  await expect(frame.getByRole("heading", { level: 1, name: "Subscription" })).toBeVisible();
  await buy(frame, 5);
  const first = [...host.data.documents.keys()].find((key) => key.endsWith("|e0000000000"));
  const [opening, booking] = host.data.documents.get(first).text.split("\n");
  const changed = opening.replace('"deployment":"server"', '"deployment":"services"');
  expect(changed).not.toBe(opening);
  const again = { ...JSON.parse(booking), previous_sha256: createHash("sha256").update(changed).digest("hex") };
  host.data.documents.set(first, { text: `${changed}\n${JSON.stringify(again)}`, __etag: 2 });
  const other = await visit({ hosted: false, sandbox: true });
  await expect(other.getByRole("heading", { level: 1, name: "Couldn't load" })).toBeVisible();
  await expect(other.getByText("The history is for")).toShow("“services”, but this page is in “server”");
});
