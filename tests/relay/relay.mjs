// The vendor's activation service and the customer's relay, for tests and for journeys in a browser. The relay is a
// real nginx with the configuration that administrators copy. No dependencies, and independent of any test runner.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";

const SHIPPED = new URL("../../docs/relay/relay.conf", import.meta.url);
const CERTIFICATE = /^\/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\.lic$/;
/** Headers that a service on a static host may send. */
const OF_THE_SERVICE = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET",
  "strict-transport-security": "max-age=31536000",
  "set-cookie": "seen=1",
};

/**
 * The activation service as a static host. `folder` contains the certificates, which are served below `path`. It
 * accepts orders at `/orders`. With `tls`, `{ key, certificate }` in PEM, it is at https://localhost.
 *
 * Resolves to `{ url, orders, answers, collect, down, up, hang, close }`. `url` and `orders` are its addresses, and
 * `url` has no slash at its end. `answers` lists the received requests, `{ method, url, headers, name, status }`, with
 * the server name from TLS. `collect` lists the orders as text. `down()` closes its port, `up()` opens the same port
 * again, and `hang()` stops answering until `up()`.
 */
export async function activationService({ folder, path = "/v1", tls } = {}) {
  const answers = [];
  const collect = [];
  let hanging = false;
  const listen = async (request, response) => {
    const { method, url, headers, socket } = request;
    const seen = { method, url, headers, name: socket.servername || null, status: null };
    answers.push(seen);
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    if (hanging) return;
    const answer = (status, text = "") => {
      seen.status = status;
      response.writeHead(status, { ...OF_THE_SERVICE, ...(text && { "content-type": "text/plain; charset=utf-8" }) });
      response.end(request.method === "HEAD" ? undefined : text);
    };
    const name = request.url.startsWith(`${path}/`) ? request.url.slice(path.length) : "";
    if (request.method === "POST" && request.url === "/orders") {
      collect.push(Buffer.concat(pieces).toString());
      answer(204);
    } else if (["GET", "HEAD"].includes(request.method) && CERTIFICATE.test(name)) {
      // A missing file is unknown. Any other file error is an error of the test, and reported as such.
      const text = await readFile(join(folder, name), "utf8").catch((error) => (error.code === "ENOENT" ? null : `${error}`));
      if (text === null) answer(404, "not found\n");
      else answer(200, text);
    } else {
      answer(404, "not found\n");
    }
  };
  // A browser that aborts a request is not an error of the service.
  const handler = (request, response) => void listen(request, response).catch(() => response.destroy());
  let server;
  const open = async (port) => {
    server = tls ? createSecureServer({ key: tls.key, cert: tls.certificate }, handler) : createServer(handler);
    await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
    return server.address().port;
  };
  const down = () => {
    const closing = server;
    return new Promise((done) => {
      if (!closing.listening) return done();
      closing.close(done);
      closing.closeAllConnections();
    });
  };
  const port = await open(0);
  const address = tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`;
  return {
    url: `${address}${path}`,
    orders: `${address}/orders`,
    answers,
    collect,
    down,
    up: async () => {
      hanging = false;
      if (!server.listening) await open(port);
    },
    hang: () => void (hanging = true),
    close: down,
  };
}

/** A self-signed certificate for localhost, `{ key, certificate }` in PEM. The files are written to `folder`. */
export async function selfSigned(folder) {
  const [key, certificate] = [join(folder, "localhost.key"), join(folder, "localhost.crt")];
  execFileSync("openssl", [
    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
  ], { stdio: "pipe" });
  return { key: await readFile(key, "utf8"), certificate: await readFile(certificate, "utf8") };
}

/** A line of a password file, created as described in the guide. */
export function passwordLine(user, password) {
  return `${user}:${execFileSync("openssl", ["passwd", "-apr1", "-stdin"], { input: `${password}\n`, encoding: "utf8" })}`;
}

/**
 * The shipped configuration with only its marked lines changed. `listen` is the value of that directive. Without `key`,
 * the relay has no TLS. It is an error if a marked line differs from the shipped one.
 */
export async function configuration({ listen, upstream, orders, certificate, key, passwords, trusted }) {
  let text = await readFile(SHIPPED, "utf8");
  const change = (shipped, wanted) => {
    assert.equal(text.split(shipped).length, 2, `relay.conf has "${shipped}" once`);
    text = text.replace(shipped, () => wanted);
  };
  change("listen 8443 ssl;", `listen ${listen};`);
  change("ssl_certificate     /etc/nginx/relay.crt;", key ? `ssl_certificate "${certificate}";` : "");
  change("ssl_certificate_key /etc/nginx/relay.key;", key ? `ssl_certificate_key "${key}";` : "");
  if (passwords) {
    change("# auth_basic           \"Relay\";", "auth_basic \"Relay\";");
    change("# auth_basic_user_file /etc/nginx/relay.passwords;", `auth_basic_user_file "${passwords}";`);
  }
  change("proxy_pass https://activation.example.com/v1/;", `proxy_pass ${upstream}/;`);
  change("proxy_pass https://orders.example.com/orders;", orders ? `proxy_pass ${orders};` : "return 404;");
  change(
    "proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;",
    `proxy_ssl_trusted_certificate "${trusted}";`,
  );
  return text;
}

/** The nginx configuration around that of the relay. All files that nginx writes are in `folder`. */
function around(folder) {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return [
    // If started as root, nginx would switch to a user who may not read the folder.
    process.getuid?.() === 0 ? "user root;" : "",
    "worker_processes 1;",
    `pid "${folder}/nginx.pid";`,
    "error_log stderr notice;",
    "events { worker_connections 128; }",
    "http {",
    "  access_log off;",
    ...temporary.map((name) => `  ${name}_temp_path "${folder}/${name}";`),
    `  include "${folder}/relay.conf";`,
    "}",
    "",
  ].join("\n");
}

/** A port that was free a moment ago. */
async function freePort() {
  const server = createServer();
  await new Promise((done, failed) => server.once("error", failed).listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Writes everything that `relay` was given into a folder for nginx. Resolves to `{ folder, remove }`. */
async function prepared(port, { upstream, orders, user, password, tls, trusted }) {
  const folder = await mkdtemp(join(tmpdir(), "relay-"));
  const file = async (name, text) => {
    if (text === undefined) return undefined;
    await writeFile(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const text = await configuration({
    listen: `127.0.0.1:${port}${tls ? " ssl" : ""}`,
    upstream,
    orders,
    certificate: await file("relay.crt", tls?.certificate),
    key: await file("relay.key", tls?.key),
    passwords: await file("relay.passwords", user === undefined ? undefined : passwordLine(user, password)),
    // The list of trusted roots is in different places on different systems, and minimal systems have none. Node
    // includes one.
    trusted: await file("trusted.crt", trusted ?? rootCertificates.join("\n")),
  });
  await file("relay.conf", text);
  await file("nginx.conf", around(folder));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

const command = (folder, ...more) => ["-p", folder, "-c", join(folder, "nginx.conf"), ...more];

/**
 * The output of `nginx -t` for the configuration with these `options`, as for `relay`. Throws with that output if it
 * finds an error.
 */
export async function checked(options) {
  const { folder, remove } = await prepared(await freePort(), options);
  try {
    execFileSync("nginx", command(folder, "-t"), { stdio: "pipe" });
  } finally {
    await remove();
  }
}

/**
 * Starts nginx as the relay on a free local port, in the foreground.
 *
 * `upstream` and `orders` are the addresses of a service, without a slash at their ends. `user` and `password` enable
 * authentication. `tls`, `{ key, certificate }` in PEM, makes it https://localhost. `trusted` contains the
 * certificates, in PEM, that it trusts if the service has TLS (default: those that Node trusts). Resolves to `{ url,
 * close }` once it accepts connections. `url` has no slash at its end.
 */
export async function relay(options) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return await started(port, options);
    } catch (error) {
      // Another program may have taken the port in the meantime.
      if (attempt === 3 || !/Address already in use/.test(error.message)) throw error;
    }
  }
}

async function started(port, options) {
  const { folder, remove } = await prepared(port, options);
  const nginx = spawn("nginx", command(folder, "-g", "daemon off;"), { stdio: ["ignore", "ignore", "pipe"] });
  const kill = () => void nginx.kill("SIGTERM");
  process.once("exit", kill);
  const gone = new Promise((done) => nginx.once("close", done).once("error", done));
  const close = async () => {
    kill();
    await gone;
    process.off("exit", kill);
    await remove();
  };
  let said = "";
  // nginx opens its port before it starts its workers, and reports that it has started them. So no retries and no
  // delays are needed.
  const ready = new Promise((done) => {
    nginx.stderr.setEncoding("utf8").on("data", (text) => {
      said = (said + text).slice(-10_000);
      if (said.includes("start worker process ")) done(true);
    });
  });
  const failed = gone.then((why) => (why instanceof Error ? why.message : said));
  const result = await Promise.race([ready, failed]);
  if (result !== true) {
    await close();
    throw new Error(`nginx did not start: ${result}`);
  }
  return { url: options.tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`, close };
}
