// The two servers of a test inside Azure DevOps. One has the host's page, its data service, and its APIs in the
// documented format. The other one, on a different origin, has the files of the extension from its finished package.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { TYPES } from "../serve.mjs";
import { Directory, PEOPLE } from "./directory.mjs";
import { stray } from "./published.mjs";

const sdk = dirname(createRequire(import.meta.url).resolve("azure-devops-extension-sdk"));
const listen = (handler) =>
  new Promise((done) => {
    const server = createServer((request, response) =>
      handler(request, response).catch((error) => response.writeHead(500).end(String(error))),
    );
    server.listen(0, "127.0.0.1", () => done({ server, url: `http://127.0.0.1:${server.address().port}/` }));
  });
const body = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
};

/** Errors of the data service, with its names. */
const MISSING = { status: 404, serverError: { typeKey: "DocumentDoesNotExistException", message: "TF1590005: Document does not exist" } };
const EXISTS = { status: 409, serverError: { typeKey: "DocumentExistsException", message: "The document exists already" } };

/**
 * The documents of the data service. `fail(what, place)` can return an error instead, before or after the document was
 * written.
 */
export class Data {
  documents = new Map();
  fail = () => null;

  answer({ what, args, user }) {
    const scope = (options) => (options?.scopeType === "User" ? user : "");
    const place = (collection, id, options) => [scope(options), collection, id].join("|");
    const wanted = what === "getDocument" ? place(...args) : place(args[0], args[1]?.id, args[2]);
    const before = this.fail(what, wanted, "before");
    if (before) return before;
    const done = this.#do(what, args, wanted);
    return this.fail(what, wanted, "after") ?? done;
  }

  #do(what, args, wanted) {
    switch (what) {
      case "getValue":
        return { value: null };
      case "getDocument":
        return this.documents.has(wanted) ? { value: this.documents.get(wanted) } : MISSING;
      case "createDocument":
        if (this.documents.has(wanted)) return EXISTS;
        this.documents.set(wanted, { ...args[1], __etag: 1 });
        return { value: this.documents.get(wanted) };
      case "setDocument":
        this.documents.set(wanted, { ...args[1], __etag: 1 });
        return { value: this.documents.get(wanted) };
      default:
        return { status: 400, serverError: { typeKey: "ArgumentException", message: `${what} is not answered here` } };
    }
  }
}

const OWN = new URL(".", import.meta.url).pathname;

/**
 * The Azure DevOps of a journey: its users, its data, and its behavior. A journey can change these fields at any time.
 */
class Host {
  data = new Data();
  directory = new Directory();
  /** The IDs of the collection administrators. */
  administrators = ["ada"];
  /** The requests to the APIs, and those that Microsoft's published description does not cover. */
  asked = [];
  strays = [];
  /** The newest API version that a Server supports. */
  ceiling = "7.1-preview.1";
  /** The host's clock, if a journey sets it. */
  date = null;
  /** Whether pages without an origin may read the files of the extension. */
  readable = true;
  /** The content type of a module. */
  wasm = TYPES[".wasm"];
  /** A policy in a header, in addition to the one in the packaged page. */
  policy = null;

  constructor(url, extension) {
    this.url = url;
    this.extension = extension;
  }

  /** The URL of the host's page that shows a hub to a user. */
  address({ view = "subscription", user = "ada", hosted = true, sandbox = false, theme, organisation = "example", hash = "", mute = false } = {}) {
    const { id, name } = PEOPLE.find((person) => person.id === user) ?? { id: user, name: user };
    const settings = { extension: this.extension, view, user: { id, name: `${id}@example.org`, displayName: name }, hosted, sandbox, theme, organisation, mute };
    return `${this.url}host.html?${encodeURIComponent(JSON.stringify(settings))}${hash && `#${hash}`}`;
  }

  /** Answers a request to the APIs or to the data service. */
  async answer(request, response) {
    const url = new URL(request.url, "http://x");
    const headers = {
      "content-type": "application/json", "access-control-allow-origin": request.headers.origin ?? "*",
      "access-control-allow-headers": "authorization,accept,x-tfs-fedauthredirect", "access-control-expose-headers": "date,retry-after,x-ms-continuationtoken",
    };
    const json = (status, value) => void response.writeHead(status, headers).end(JSON.stringify(value));
    if (this.date) headers.date = this.date.toUTCString();
    if (request.method === "OPTIONS") return void response.writeHead(204, headers).end();
    if (url.pathname === "/data") return json(200, this.data.answer(JSON.parse(await body(request))));
    const user = request.headers.authorization?.replace("Bearer token-of-", "");
    this.asked.push(`${request.method} ${url.pathname}${url.search}`);
    this.strays.push(...stray(request, url, url.pathname.startsWith("/tfs/")));
    if (!user) return json(401, {});
    // A Server rejects versions that are newer than its own.
    if (url.searchParams.get("api-version") > this.ceiling) return json(400, { typeKey: "VssVersionOutOfRangeException", message: "" });
    if (url.pathname.includes("/_apis/permissions/")) return json(200, { count: 1, value: [this.administrators.includes(user)] });
    const other = await this.directory.before(url);
    if (other?.status) return void response.writeHead(other.status, { ...headers, ...other.headers }).end(other.text ?? "{}");
    const answer = this.directory.answer(url);
    if (answer?.next) headers["x-ms-continuationtoken"] = answer.next;
    Object.assign(headers, other?.headers);
    return answer ? json(200, answer.value) : json(404, {});
  }

  /** The headers of a file of the extension. */
  headers(path) {
    const headers = { "content-type": { ...TYPES, ".wasm": this.wasm }[extname(path)] ?? "application/octet-stream" };
    if (this.policy) headers["content-security-policy"] = this.policy;
    if (this.readable) headers["access-control-allow-origin"] = "*";
    return headers;
  }
}

/**
 * Starts both servers with the files of a package, by path. `begin()` returns a new host, which answers all requests
 * from then on.
 */
export async function startHost(files) {
  let now;
  const host = await listen(async (request, response) => {
    const { pathname } = new URL(request.url, "http://x");
    if (pathname === "/data" || pathname.includes("/_apis/")) return now.answer(request, response);
    if (pathname === "/favicon.ico") return void response.writeHead(204).end();
    const file = pathname === "/xdm.js" ? join(sdk, "esm/XDM.min.js") : join(OWN, pathname);
    response.writeHead(200, { "content-type": TYPES[extname(file)] }).end(await readFile(file));
  });
  const extension = await listen(async (request, response) => {
    const { pathname } = new URL(request.url, "http://x");
    const file = files.get(pathname.slice(1));
    response.writeHead(file ? 200 : 404, now.headers(pathname)).end(file);
  });
  const close = async () => {
    for (const { server } of [host, extension]) {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  };
  return { begin: () => (now = new Host(host.url, extension.url)), close };
}
