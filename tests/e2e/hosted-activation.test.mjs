// Activation inside Azure DevOps Server: in the collection's frame, with the data stored there (ACT 1, ACT 3, ACT 4,
// ACT 6).
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { button, card } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";
import { buy, told } from "./host/inside.mjs";

/** A day relative to today, in the page's format. */
const shown = (days) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(Date.now() + days * 86_400_000);

test("act_1 in a collection of a Server what is bought is ordered, issued and activated, and another administrator finds it so", async ({ visit, context, host, vendor, allow }) => {
  await vendor.takeOrders();
  await context.route("**/catalogue.json", (route) =>
    route.fulfill({ contentType: "application/json", headers: { "access-control-allow-origin": "*" }, body: vendor.text }));
  // Lets a journey advance the computer's day without replacing its timers.
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
  // The page has not sent another request, because the time of the last one is stored for the user. After 15 minutes,
  // it sends one.
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
  // A page that stays open is confirmed on the next day, when the user returns to it.
  await other.inner().evaluate(() => {
    globalThis.later += 86_400_000;
    window.dispatchEvent(new Event("focus"));
  });
  await expect(card(other, "Activation")).toShow(`confirmed on ${shown(1)}`);
  // The day comes from the host. After two days without the service, administrators see a notice. Once the service is
  // back, the notice disappears.
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

/**
 * A server that every page may read, and that records its requests. `answer(request)` returns a status, headers, and a
 * text.
 */
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

/** Appends a line to the collection's shared journal, as anyone with write access to the extension's data can. */
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
    // Character by character: the field is kept while the hint about the password changes.
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
    // Someone bypasses the page and writes another address, and an activation without a signature.
    const moved = { enabled: true, address: "127.0.0.1", port: evil.port, user: "page" };
    forge(host.data, today, { kind: "set_relay", relay: moved }, { kind: "relay_set", relay: moved });
    const grant = {
      subscription_id: id, product: JSON.parse(vendor.text).product, plan: "team", length: "monthly", licences: 500,
      term: { start: today, end: "2999-01-01" }, cancelled: false, instances: "any", issued_at: `${today}T00:00:00Z`, valid_until: "2999-01-01",
    };
    forge(host.data, today, { kind: "cancel", reason: null }, { kind: "activated", way: "online", grant, access: null });
    // On the next day, the page is opened, and nobody clicks.
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
    // The forged entries are reported.
    await next.getByRole("link", { name: "Troubleshooting" }).click();
    await expect(next.getByRole("row", { name: /History/ })).toShow("claims an activation or order that isn't valid");
    await next.getByRole("link", { name: "Back to activation settings" }).click();
    // With the correct address, the password is valid again.
    await changed.getByRole("textbox", { name: "Port" }).fill(String(relay.port));
    await expect(changed).toShow("A password is saved for this address");
    const before = relay.asked.length;
    await button(changed, "Apply proxy settings").click();
    await told(next, "Proxy settings applied.");
    await button(card(next, "Activation"), "Refresh now").click();
    await expect(card(next, "Activation")).toShow(`confirmed on ${shown(1)}`);
    expect(relay.asked.slice(before).map(({ authorization }) => authorization).filter((it) => it !== password)).toStrictEqual([]);
    // A redirect of the relay to another server is not followed.
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
