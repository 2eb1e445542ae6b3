// Checks what tfx does not check, and what would otherwise be found by the Marketplace, by an administrator who
// installs the extension, or by a user with a blank page. Each rule is a function from the manifest and the package's
// files to findings. A finding is a sentence that says what to do. The tests have an example for every rule that it
// must find.
import { homedir } from "node:os";
import { posix } from "node:path";
import { gunzipSync } from "node:zlib";

/** The scopes that this extension may request: reading, and its own data. Everything else is rejected. */
const ALLOWED_SCOPES = [
  "vso.extension.data", "vso.extension.data_write", "vso.graph", "vso.identity", "vso.memberentitlementmanagement",
  "vso.profile", "vso.project",
];
/** Azure DevOps shows these scopes as "high privilege" to the administrator who installs the extension. */
const HIGH_PRIVILEGE = [
  "vso.extension_manage", "vso.graph_manage", "vso.identity_manage", "vso.memberentitlementmanagement_write",
  "vso.security_manage",
];
const CATEGORIES = ["Azure Artifacts", "Azure Boards", "Azure Pipelines", "Azure Repos", "Azure Test Plans"];
const INSTALLATION_TARGETS = ["Microsoft.VisualStudio.Services.Cloud", "Microsoft.TeamFoundation.Server", "Microsoft.VisualStudio.Services"];
const HUB_TARGETS = [
  "ms.vss-web.collection-admin-hub-group", "ms.vss-web.project-admin-hub-group", "ms.vss-work-web.work-hub-group",
];
const VIEWS = ["subscription", "people", "invoices", "time"];
const CONTENT_TYPES = {
  css: "text/css", csv: "text/csv", html: "text/html", js: "application/javascript", json: "application/json",
  md: "text/markdown", png: "image/png", svg: "image/svg+xml", ttf: "font/ttf", txt: "text/plain", wasm: "application/wasm",
};

/**
 * The limits in bytes. Microsoft asks for less than 50 MB, and a page that is fetched on every visit should be far
 * smaller. A quick build for tests is two to three times as large as an optimized one, and so is its PDF module.
 */
export const LIMITS = { file: 16_000_000, total: 40_000_000 };
const DESCRIPTION = 200;
const ID = 63;
const ICON = 128;

const extension = (path) => posix.extname(path).slice(1).toLowerCase();
const ending = (files, ...endings) => [...files].filter(([path]) => endings.includes(extension(path)));
const text = (bytes) => bytes.toString("latin1");
const isHttps = (uri) => typeof uri === "string" && /^https:\/\/[^/\s]+\.[^/\s]+/.test(uri);

function ids({ publisher, id, contributions }) {
  const found = [];
  const check = (what, value, shape) => {
    if (typeof value !== "string" || !shape.test(value)) {
      found.push(`${what} "${value}": letters, digits and hyphens, starting with a letter or a digit`);
    } else if (value.length > ID) found.push(`${what} "${value}": ${value.length} characters, ${ID} at most`);
  };
  check("publisher", publisher, /^[a-z0-9][a-z0-9-]*$/i);
  check("id", id, /^[a-z0-9][a-z0-9-]*$/i);
  for (const hub of contributions) check("contribution", hub.id, /^[a-z0-9][a-z0-9-]*$/);
  return found;
}

function version({ version }) {
  const parts = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(version ?? "");
  const fits = parts?.slice(1).every((part) => Number(part) <= 2_147_483_647);
  return fits ? [] : [`version "${version}": three numbers, such as 1.4.0, without a suffix`];
}

function words({ name, description }) {
  const found = [];
  if (!name?.trim()) found.push("name: missing");
  if (!description?.trim()) found.push("description: missing");
  else if (description.length > DESCRIPTION) found.push(`description: ${description.length} characters, ${DESCRIPTION} at most`);
  return found;
}

function scopes({ scopes }) {
  return scopes.flatMap((scope) => {
    if (HIGH_PRIVILEGE.includes(scope)) return [`scope ${scope}: high privilege, which administrators are warned of`];
    return ALLOWED_SCOPES.includes(scope) ? [] : [`scope ${scope}: not on the list of what this extension may ask for`];
  });
}

function targets({ categories, targets, contributions }) {
  const found = [];
  if (!categories?.length) found.push("categories: at least one is needed");
  for (const category of categories ?? []) {
    if (!CATEGORIES.includes(category)) found.push(`category "${category}": the Marketplace has ${CATEGORIES.join(", ")}`);
  }
  if (!targets?.length) found.push("targets: at least one is needed");
  for (const { id, version } of targets ?? []) {
    if (!INSTALLATION_TARGETS.includes(id)) found.push(`target "${id}": not a product to install into`);
    if (version !== undefined && !/^[[(]\d+(\.\d+)*,(\d+(\.\d+)*)?[\])]$/.test(version)) {
      found.push(`target ${id}: "${version}" is no range of versions, such as [17.0,)`);
    }
  }
  for (const { id, targets } of contributions) {
    for (const target of targets) if (!HUB_TARGETS.includes(target)) found.push(`contribution ${id}: target "${target}" is not known`);
  }
  return found;
}

function hubs({ contributions }, files) {
  const found = [];
  for (const { id, type, properties } of contributions) {
    if (type !== "ms.vss-web.hub") continue;
    const [path, query = ""] = (properties?.uri ?? "").split("?");
    if (!files.has(path)) found.push(`contribution ${id}: its page "${path}" is not in the package`);
    const view = new URLSearchParams(query).get("view");
    if (!VIEWS.includes(view)) found.push(`contribution ${id}: "?view=${view}" names none of ${VIEWS.join(", ")}`);
  }
  return found;
}

/** The width and height of a PNG. `undefined` if the bytes are not a PNG. */
function pngSize(bytes) {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(signature)) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function icon({ icons }, files) {
  const path = icons?.default;
  if (!files.has(path)) return [`icon: "${path}" is not in the package`];
  const size = pngSize(files.get(path));
  if (!size) return [`icon: ${path} is no PNG`];
  const fits = size.width === size.height && size.width >= ICON;
  return fits ? [] : [`icon: ${path} has ${size.width}×${size.height}, a square of at least ${ICON}×${ICON} is needed`];
}

function links({ links }) {
  const wrong = Object.entries(links ?? {}).filter(([, { uri }]) => !isHttps(uri));
  const found = wrong.map(([name, { uri }]) => `link ${name}: "${uri}" is no https address`);
  for (const name of ["support", "privacypolicy"]) if (!links?.[name]) found.push(`link ${name}: missing`);
  return found;
}

/** The listing page: its own files, its images, and its addresses. */
function listing({ content, screenshots }, files) {
  const found = [];
  for (const { path } of [...Object.values(content ?? {}), ...(screenshots ?? [])]) {
    if (!files.has(path)) found.push(`listing: "${path}" is not in the package`);
  }
  const overview = content?.details?.path;
  if (!files.has(overview)) return found;
  for (const [, picture, address] of text(files.get(overview)).matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g)) {
    const inside = files.has(posix.join(posix.dirname(overview), address));
    if (picture ? !inside : !inside && !isHttps(address)) found.push(`${overview}: "${address}" is neither in the package nor an https address`);
  }
  return found;
}

function html(_, files) {
  const found = [];
  for (const [path, bytes] of ending(files, "html")) {
    const page = text(bytes).replace(/<!--[\s\S]*?-->/g, "");
    const say = (what) => found.push(`${path}: ${what}`);
    for (const [, attributes, inside] of page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
      if (!/\ssrc=/i.test(attributes) || inside.trim()) say("an inline script, which a content security policy blocks");
    }
    if (/<style\b|\sstyle\s*=/i.test(page)) say("an inline style, which a content security policy blocks");
    if (/<[^>]+\son[a-z]+\s*=/i.test(page)) say("an inline handler, which a content security policy blocks");
    if (/<base\b/i.test(page)) say("a base address, which the host's address of the page contradicts");
    if (/localhost|127\.0\.0\.1/i.test(page)) say("names this machine (localhost)");
    for (const [, address] of page.matchAll(/\s(?:src|href|data-wasm|data-pdf)\s*=\s*"([^"]*)"/gi)) {
      if (address === "data:,") continue; // Nothing: the icon before the viewer is known.
      const local = address.replace(/[?#].*$/, "");
      if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address) || /^[a-z][a-z0-9+.-]*:/i.test(address)) say(`"${address}" is an address from elsewhere`);
      else if (address.startsWith("/")) say(`"${address}" is absolute; the host serves the page from a folder of its own`);
      else if (local && !files.has(posix.join(posix.dirname(path), local))) say(`"${address}" is not in the package`);
    }
  }
  return found;
}

/** The policy in every page: only the page's own scripts, and nothing is loaded before the policy is in force. */
function policy(_, files) {
  const found = [];
  for (const [path, bytes] of ending(files, "html")) {
    const page = text(bytes);
    const say = (what) => found.push(`${path}: ${what}`);
    const [meta, content] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/i.exec(page) ?? [];
    if (!meta) {
      say("no content security policy");
      continue;
    }
    if (/<(?:script|link|style|body)\b/i.test(page.slice(0, page.indexOf(meta)))) say("the policy stands behind something that loads");
    const sources = new Map(content.split(";").map((part) => part.trim().split(/\s+/)).map(([name, ...values]) => [name, values.join(" ")]));
    for (const [name, wanted] of Object.entries({ "default-src": "'none'", "script-src": "'self' 'wasm-unsafe-eval'", "base-uri": "'none'" })) {
      if (sources.get(name) !== wanted) say(`its policy has ${name} ${sources.get(name) ?? "nowhere"}, ${wanted} is needed`);
    }
    if (sources.has("worker-src")) say("its policy has worker-src: workers are scripts like all others");
  }
  return found;
}

/**
 * The twins that a Server's frame loads if it cannot read the page's files: next to each file, a script with the same
 * content.
 */
function twins(_, files) {
  const read = [...files].filter(([path]) => ["wasm", "ttf"].includes(extension(path)) || posix.basename(path) === "catalogue.json");
  return read.flatMap(([path, bytes]) => {
    const twin = `${path}.js`;
    if (!files.has(twin)) return [`${twin}: missing, for frames that cannot read ${path}; build the page again`];
    const [, name, packed] = /^timetrackerTwins\["([^"]+)"\]="([^"]*)";?\s*$/.exec(text(files.get(twin))) ?? [];
    const same = name === posix.basename(path) && gunzipSync(Buffer.from(packed, "base64")).equals(bytes);
    return same ? [] : [`${twin}: not the same as ${path}; build the page again`];
  });
}

function css(_, files) {
  return ending(files, "css").flatMap(([path, bytes]) =>
    [...text(bytes).matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s]+)/gi)]
      .map(([, address]) => address)
      .filter((address) => !/^data:|^#/i.test(address) && /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(address))
      .map((address) => `${path}: "${address}" is not relative`),
  );
}

function sourceMaps(_, files) {
  const maps = [...files.keys()].filter((path) => extension(path) === "map").map((path) => `${path}: a source map`);
  const naming = ending(files, "js", "css", "wasm").filter(([, bytes]) => text(bytes).includes("sourceMappingURL"));
  return [...maps, ...naming.map(([path]) => `${path}: names a source map`)];
}

/** Paths of the computer that built the package, which often contain a person's name. */
function machinePaths(_, files, places = [process.cwd(), homedir()]) {
  const users = ["home", "root", "Users"].map((folder) => `/${folder}/`);
  const own = places.filter((place) => place.length > 1).map((place) => `${place}/`);
  const needles = [...new Set([...users, ...own, ":\\Users\\"])];
  return [...files].flatMap(([path, bytes]) => {
    const content = text(bytes);
    // In an address such as example.com/home/, the path is preceded by a letter, digit, or period, so it is not a local
    // path.
    const stands = (needle) => {
      for (let at = content.indexOf(needle); at >= 0; at = content.indexOf(needle, at + 1)) {
        if (needle.startsWith(":") || at === 0 || !/[\w.-]/.test(content[at - 1])) return true;
      }
      return false;
    };
    return needles.filter(stands).map((needle) => `${path}: holds "${needle}…", a path of a machine`);
  });
}

function sizes(_, files) {
  const large = [...files].filter(([, bytes]) => bytes.length > LIMITS.file);
  const found = large.map(([path, bytes]) => `${path}: ${bytes.length} bytes, ${LIMITS.file} at most`);
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  return total > LIMITS.total ? [...found, `all files: ${total} bytes, ${LIMITS.total} at most`] : found;
}

/**
 * The names of files in the package must work on every web server: no characters that need escaping, and no duplicates.
 */
function names(_, files) {
  const odd = [...files.keys()].filter((path) => !/^[\w.-]+(\/[\w.-]+)*$/.test(path)).map((path) => `"${path}": letters, digits, . _ - only`);
  const seen = new Map();
  for (const path of files.keys()) {
    const small = path.toLowerCase();
    if (seen.has(small)) odd.push(`"${path}" and "${seen.get(small)}" differ only in capitals`);
    seen.set(small, path);
  }
  return odd;
}

export const RULES = {
  ids, version, words, scopes, targets, hubs, icon, links, listing, html, policy, twins, css, sourceMaps, machinePaths, sizes, names,
};

/** All findings for a manifest and its files (a map from path to bytes), as `rule: sentence`. */
export function lint(manifest, files) {
  return Object.entries(RULES).flatMap(([name, rule]) => rule(manifest, files).map((said) => `${name}: ${said}`));
}

/** Checks the content types in the finished package: `[Content_Types].xml` against the files of the package. */
export function lintContentTypes(xml, paths) {
  const read = (kind, key) =>
    new Map(
      [...xml.matchAll(new RegExp(`<${kind}\\b([^>]*)>`, "g"))].map(([, attributes]) => {
        const value = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
        return [value(key), value("ContentType")];
      }),
    );
  const [byExtension, byName] = [read("Default", "Extension"), read("Override", "PartName")];
  return paths.flatMap((path) => {
    const type = byName.get(`/${path}`) ?? byExtension.get(`.${extension(path)}`) ?? byExtension.get(extension(path));
    const wanted = CONTENT_TYPES[extension(path)];
    if (!wanted) return [`contentTypes: ${path}: which type it has is not known here`];
    return type === wanted ? [] : [`contentTypes: ${path}: "${type ?? "none"}", ${wanted} is needed`];
  });
}
