// The configuration that administrators copy, in a real nginx, between a page's requests and a test service.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { activationService, checked, relay, selfSigned } from "./relay.mjs";

const KNOWN = "/7T4K-9QXM-2HRA.lic";
const UNKNOWN = "/2222-2222-2222.lic";
const TEXT = "a certificate\n";
// Colons, spaces, and non-ASCII characters often cause errors in usernames and passwords.
const [USER, PASSWORD] = ["page", "pass: wörd"];
const basic = (user, password) => ({ authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` });
const GOOD = basic(USER, PASSWORD);
const PLAIN = { "content-type": "text/plain;charset=utf-8" };

let folder, service, open, locked, tls;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "certificates-"));
  await writeFile(join(folder, KNOWN), TEXT);
  tls = await selfSigned(folder);
  service = await activationService({ folder });
  const upstream = { upstream: service.url, orders: service.orders };
  [open, locked] = await Promise.all([relay(upstream), relay({ ...upstream, user: USER, password: PASSWORD })]);
});
after(async () => {
  await Promise.all([open, locked, service].map((it) => it?.close()));
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  service.answers.length = 0;
  service.collect.length = 0;
});

/** Sends a request as a page does. The page may read every answer, and no header occurs twice. */
async function ask(url, options) {
  const response = await fetch(url, { redirect: "error", ...options });
  assert.equal(response.headers.get("access-control-allow-origin"), "*", `${response.status} ${url}`);
  assert.equal(response.headers.get("access-control-allow-methods"), "GET, POST, OPTIONS");
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const seen = () => service.answers.map(({ method, url }) => `${method} ${url}`);

test("nginx finds no fault in the configuration, with TLS and a password or without", async () => {
  await checked({ upstream: service.url, orders: service.orders });
  await checked({ upstream: service.url, tls, user: USER, password: PASSWORD });
});

test("a certificate comes through, with authentication and without", async () => {
  for (const [{ url }, headers] of [[open, {}], [locked, GOOD]]) {
    const { status, text } = await ask(url + KNOWN, { headers });
    assert.deepEqual([status, text], [200, TEXT]);
  }
  assert.equal((await ask(open.url + KNOWN, { method: "HEAD" })).status, 200);
  assert.deepEqual(seen(), [`GET /v1${KNOWN}`, `GET /v1${KNOWN}`, `HEAD /v1${KNOWN}`]);
});

test("the preflight is answered by the relay itself, before anybody is asked for a password", async () => {
  for (const path of [KNOWN, "/orders"]) {
    const { status, text, headers } = await ask(locked.url + path, {
      method: "OPTIONS",
      headers: { origin: "null", "access-control-request-method": "GET", "access-control-request-headers": "authorization" },
    });
    assert.deepEqual([status, text], [204, ""]);
    assert.equal(headers.get("access-control-allow-headers"), "authorization, content-type");
    assert.match(headers.get("access-control-max-age"), /^\d+$/);
  }
  assert.deepEqual(seen(), []);
});

test("without name and password, or with wrong ones, the page reads 401, and nothing goes on", async () => {
  for (const headers of [{}, basic(USER, "pass"), basic("somebody", PASSWORD)]) {
    assert.equal((await ask(locked.url + KNOWN, { headers })).status, 401);
    assert.equal((await ask(`${locked.url}/orders`, { method: "POST", headers: { ...PLAIN, ...headers }, body: "x" })).status, 401);
  }
  assert.deepEqual(seen(), []);
});

test("nothing of the browser goes on: no password, no cookie, not who asks from where", async () => {
  const theirs = { origin: "https://server.example.internal", referer: "https://server.example.internal/page", cookie: "a=b" };
  await ask(locked.url + KNOWN, { headers: { ...GOOD, ...theirs } });
  await ask(`${locked.url}/orders`, { method: "POST", headers: { ...GOOD, ...PLAIN, ...theirs }, body: "x" });
  const [certificate, order] = service.answers.map(({ headers }) => headers);
  const host = new URL(service.url).host;
  assert.deepEqual(certificate, { host, connection: "close", "user-agent": "relay" });
  assert.deepEqual(order, {
    host, connection: "close", "user-agent": "relay", "content-type": PLAIN["content-type"], "content-length": "1",
  });
});

test("what the service says about itself does not hold for the relay", async () => {
  const { headers } = await ask(open.url + KNOWN);
  for (const name of ["set-cookie", "strict-transport-security"]) assert.equal(headers.get(name), null, name);
});

test("an ID that the service does not know is 404", async () => {
  assert.equal((await ask(open.url + UNKNOWN)).status, 404);
  assert.deepEqual(seen(), [`GET /v1${UNKNOWN}`]);
});

test("an order reaches the service with its text", async () => {
  const order = JSON.stringify({ kind: "order", name: "Grüße" });
  for (const [{ url }, headers] of [[open, PLAIN], [locked, { ...PLAIN, ...GOOD }]]) {
    assert.equal((await ask(`${url}/orders`, { method: "POST", headers, body: order })).status, 204);
  }
  assert.deepEqual(service.collect, [order, order]);
});

test("anything else is 404 and goes nowhere", async () => {
  const paths = [
    "/", "/catalogue.json", "/7T4K-9QXM-2HRA.lic/", "/7T4K-9QXM-2HRA", "/7t4k-9qxm-2hra.lic", "/0OIL-2222-2222.lic", `/v1${KNOWN}`,
    "/orders/", "/orders/1", "/%2e%2e/7T4K-9QXM-2HRA.lic/x", "/7T4K-9QXM-2HRA.lic%00",
  ];
  for (const path of paths) {
    const response = await fetch(open.url + path);
    // Requests that no browser sends may be rejected by nginx as invalid.
    assert.ok(response.status === 404 || (path.endsWith("%00") && response.status === 400), path);
    assert.equal(response.headers.get("access-control-allow-origin"), "*", path);
  }
  for (const [method, path] of [["POST", KNOWN], ["PUT", KNOWN], ["DELETE", KNOWN], ["GET", "/orders"], ["PUT", "/orders"], ["POST", "/ORDERS"]]) {
    assert.equal((await ask(open.url + path, { method })).status, 404, `${method} ${path}`);
  }
  assert.deepEqual(seen(), []);
});

test("where the vendor takes no orders, they go nowhere", async () => {
  const { url, close } = await relay({ upstream: service.url });
  try {
    assert.equal((await ask(`${url}/orders`, { method: "POST", headers: PLAIN, body: "x" })).status, 404);
    assert.deepEqual(seen(), []);
  } finally {
    await close();
  }
});

test("an order of more than 1 MB is refused, readably", async () => {
  const response = await ask(`${open.url}/orders`, { method: "POST", headers: PLAIN, body: "x".repeat(2 ** 20 + 1) });
  assert.equal(response.status, 413);
  assert.deepEqual(seen(), []);
});

test("a service that is down is 502, and works again when it is up", async () => {
  await service.down();
  try {
    assert.equal((await ask(locked.url + KNOWN, { headers: GOOD })).status, 502);
    assert.equal((await ask(`${open.url}/orders`, { method: "POST", headers: PLAIN, body: "x" })).status, 502);
  } finally {
    await service.up();
  }
  assert.equal((await ask(open.url + KNOWN)).status, 200);
});

test("a service that says nothing is 504 before the page loses its patience of 10 seconds", async () => {
  service.hang();
  try {
    assert.equal((await ask(open.url + KNOWN, { signal: AbortSignal.timeout(10_000) })).status, 504);
  } finally {
    await service.up();
  }
});

test("a service with TLS has to prove who it is", async () => {
  const secure = await activationService({ folder, tls });
  const upstream = { upstream: secure.url, orders: secure.orders };
  const misnamed = { upstream: secure.url.replace("localhost", "127.0.0.1"), trusted: tls.certificate };
  const relays = [{ ...upstream, trusted: tls.certificate }, upstream, misnamed];
  const [trusting, ...careful] = await Promise.all(relays.map(relay));
  try {
    assert.equal((await ask(trusting.url + KNOWN)).text, TEXT);
    assert.equal((await ask(`${trusting.url}/orders`, { method: "POST", headers: PLAIN, body: "x" })).status, 204);
    for (const { url } of careful) assert.equal((await ask(url + KNOWN)).status, 502);
    assert.deepEqual(secure.answers.map(({ name }) => name), ["localhost", "localhost"]);
    assert.deepEqual(secure.collect, ["x"]);
  } finally {
    await Promise.all([trusting, ...careful, secure].map((it) => it.close()));
  }
});

test("the relay itself has TLS", async () => {
  const { url, close } = await relay({ upstream: service.url, tls });
  try {
    const [status, origin, text] = await new Promise((done, failed) => {
      get(url + KNOWN, { ca: tls.certificate, agent: false }, async (response) => {
        done([response.statusCode, response.headers["access-control-allow-origin"], (await response.toArray()).join("")]);
      }).once("error", failed);
    });
    assert.deepEqual([status, origin, text], [200, "*", TEXT]);
  } finally {
    await close();
  }
});
