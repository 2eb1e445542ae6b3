// The two servers of a test inside Azure DevOps: one with the host's page, its data service and its interface, in the
// documented form; one, of another origin, with the files of the extension, as they lie in its finished package.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { pack } from "../../../extension/package.mjs";
import { TYPES, dist } from "../serve.mjs";
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

/** Errors of the data service, as it names them. */
const MISSING = { status: 404, serverError: { typeKey: "DocumentDoesNotExistException", message: "TF1590005: Document does not exist" } };
const EXISTS = { status: 409, serverError: { typeKey: "DocumentExistsException", message: "The document exists already" } };

/** The documents of the data service; `fail(what, place)` may answer an error instead, before or after it was written. */
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

/** The files of the finished package, made and unpacked once: what a vendor publishes is what is tested. */
let made;
async function packed() {
  const out = await mkdtemp(join(tmpdir(), "extension-"));
  try {
    const config = JSON.parse(await readFile(join(OWN, "../../../extension/config.json"), "utf8"));
    return (await pack({ dist: dist(), out, config })).own;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/**
 * Starts both. `administrators`: the ids of collection administrators; `directory` has its people and groups; `asked` collects what the interface was asked,
 * `strays` what of it Microsoft's published description of the interface does not know. How the files are served:
 * whether pages without an origin may read them (`readable`), what a module is called (`wasm`), and a policy in a header
 * (`policy`), beside the one that stands in the packaged page.
 */
export async function startHost({ administrators = ["ada"], readable = true, wasm = TYPES[".wasm"], policy } = {}) {
  const unpacked = await (made ??= packed());
  const data = new Data();
  const directory = new Directory();
  const asked = [];
  const strays = [];
  const own = { data, directory, asked, strays, ceiling: "7.1-preview.1", date: null };
  const host = await listen(async (request, response) => {
    const url = new URL(request.url, "http://x");
    const json = (status, value) => response.writeHead(status, cors).end(JSON.stringify(value));
    const cors = {
      "content-type": "application/json", "access-control-allow-origin": request.headers.origin ?? "*",
      "access-control-allow-headers": "authorization,accept,x-tfs-fedauthredirect", "access-control-expose-headers": "date,retry-after,x-ms-continuationtoken",
    };
    // The host's own clock, where a test sets it.
    if (own.date) cors.date = own.date.toUTCString();
    if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
    if (url.pathname === "/data") return json(200, data.answer(JSON.parse(await body(request))));
    if (url.pathname.includes("/_apis/")) {
      const user = request.headers.authorization?.replace("Bearer token-of-", "");
      asked.push(`${request.method} ${url.pathname}${url.search}`);
      strays.push(...stray(request, url, url.pathname.startsWith("/tfs/")));
      if (!user) return json(401, {});
      // A Server refuses versions that are newer than itself.
      if (url.searchParams.get("api-version") > own.ceiling) return json(400, { typeKey: "VssVersionOutOfRangeException", message: "" });
      if (url.pathname.includes("/_apis/permissions/")) return json(200, { count: 1, value: [administrators.includes(user)] });
      const other = await directory.before(url);
      if (other?.status) return void response.writeHead(other.status, { ...cors, ...other.headers }).end(other.text ?? "{}");
      const answer = directory.answer(url);
      if (answer?.next) cors["x-ms-continuationtoken"] = answer.next;
      Object.assign(cors, other?.headers);
      return answer ? json(200, answer.value) : json(404, {});
    }
    if (url.pathname === "/favicon.ico") return void response.writeHead(204).end();
    const file = url.pathname === "/xdm.js" ? join(sdk, "esm/XDM.min.js") : join(OWN, url.pathname);
    response.writeHead(200, { "content-type": TYPES[extname(file)] }).end(await readFile(file));
  });
  const files = await listen(async (request, response) => {
    const { pathname } = new URL(request.url, "http://x");
    const file = unpacked.get(pathname.slice(1));
    const headers = { "content-type": { ...TYPES, ".wasm": wasm }[extname(pathname)] ?? "application/octet-stream" };
    if (policy) headers["content-security-policy"] = policy;
    if (readable) headers["access-control-allow-origin"] = "*";
    response.writeHead(file ? 200 : 404, headers).end(file);
  });
  /** The address of the host's page that shows a hub to somebody. */
  const page = ({ view = "subscription", user = "ada", hosted = true, sandbox = false, theme, organisation = "example", hash = "", mute = false } = {}) => {
    const { id, name } = PEOPLE.find((person) => person.id === user) ?? { id: user, name: user };
    const settings = { extension: files.url, view, user: { id, name: `${id}@example.org`, displayName: name }, hosted, sandbox, theme, organisation, mute };
    return `${host.url}host.html?${encodeURIComponent(JSON.stringify(settings))}${hash && `#${hash}`}`;
  };
  const close = async () => {
    for (const { server } of [host, files]) {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  };
  return Object.assign(own, { page, close });
}
