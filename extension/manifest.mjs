// The extension's manifest, generated from the vendor's configuration (config.json) and the constants below: where its
// pages are, who sees them, and what they may request from Azure DevOps. Pure, so the tests do not need a package.

/**
 * The permissions of the extension in an organization, each with the one reason for it. Administrators read this list
 * when they install the extension. A scope that is added later blocks every update until someone approves it.
 */
export const SCOPES = {
  "vso.extension.data_write": "keeps the journal of bookings, which everybody's page reads and appends to",
  "vso.memberentitlementmanagement": "reads who is in the organization and when they were last there (Services)",
  "vso.graph": "reads groups and their members, to choose people by group, and users where member entitlements are refused (Services)",
  "vso.identity": "reads the people of a collection (Server, which has no member entitlements and no graph), and who is who in the graph (Services)",
  "vso.project": "reads projects, teams and their members, to choose people by team (Server)",
};

/**
 * The pages: the view in `?view=`, the name in the menu, the position, and the audience. The settings call User
 * Management "Permissions" (ACC 10).
 */
const HUBS = [
  { view: "subscription", name: "Subscription", order: 101, icon: "PaymentCard" },
  { view: "people", name: "Permissions", order: 102, icon: "People" },
  { view: "invoices", name: "Invoices", order: 103, icon: "ReceiptCheck" },
  // For everyone in a project. Administrators of the product find User Management in it, if ACC 4 permits.
  { view: "time", name: "Time", order: 101, icon: "Clock", project: true },
];

const COLLECTION_SETTINGS = "ms.vss-web.collection-admin-hub-group"; // Organization settings on Services
const BOARDS = "ms.vss-work-web.work-hub-group";

/** Services of the host that the page uses. The host prepares them before the page asks. */
const INCLUDES = [
  "ms.vss-features.extension-data-service",
  "ms.vss-features.location-service",
  "ms.vss-features.host-navigation-service",
  "ms.vss-tfs-web.tfs-global-messages-service",
];

/**
 * Users who can "Edit collection-level information" are collection administrators (ACC 1). Others do not see the entry.
 * Microsoft does not document this format, and it only hides the entry: the page itself decides who has access (ACC 8).
 */
const COLLECTION_ADMINISTRATORS = {
  name: "Security",
  properties: {
    namespaceId: "3e65f728-f8bc-4ecd-8764-7e378b19bfa7",
    namespaceToken: "NAMESPACE",
    permission: 2,
    allowSystemContext: true,
    serviceInstanceType: "00000028-0000-8888-8000-000000000000",
  },
};

/** Content types that the packager does not know, or guesses only with a tool that not every computer has. */
const CONTENT_TYPES = {
  wasm: "application/wasm",
  ttf: "font/ttf",
  csv: "text/csv",
  txt: "text/plain",
};

/** The images of the listing page: files in docs/images/, in this order. */
export const SCREENSHOTS = ["plans", "order", "people", "people-raise", "time"];

function contribution({ view, name, order, icon, project }, { name: product, hideFromOthers }) {
  return {
    id: view,
    type: "ms.vss-web.hub",
    description: `${name}: a page of ${product}`,
    targets: [project ? BOARDS : COLLECTION_SETTINGS],
    includes: INCLUDES,
    ...(hideFromOthers && !project ? { constraints: [COLLECTION_ADMINISTRATORS] } : {}),
    properties: { name, order, iconName: icon, uri: `index.html?view=${view}`, supportsMobile: true },
  };
}

/** The entry of a file, as the packager expects it. `path` is relative to the root of the package. */
function entry(path) {
  const contentType = CONTENT_TYPES[path.split(".").pop()];
  return { path, addressable: true, ...(contentType ? { contentType } : {}) };
}

/** The fields of config.json and their types. An empty text means none. */
const FIELDS = {
  publisher: "string", id: "string", name: "string", version: "string", description: "string", public: "boolean",
  hideFromOthers: "boolean", links: "object", "links.support": "string", "links.learn": "string", "links.privacy": "string",
  "links.repository": "string", branding: "object", "branding.color": "string", "branding.theme": "string", tags: "object",
};

/**
 * The errors in the fields of a configuration. A misspelled field would otherwise have no effect, without any message.
 */
export function misspelt(config) {
  const inside = (name) => Object.entries(config[name] ?? {}).map(([key, value]) => [`${name}.${key}`, value]);
  const given = new Map([...Object.entries(config), ...inside("links"), ...inside("branding")]);
  const missing = Object.entries(FIELDS).filter(([key, type]) => typeof given.get(key) !== type);
  const unknown = [...given.keys()].filter((key) => !(key in FIELDS));
  return [...missing.map(([key, type]) => `${key}: missing, or no ${type}`), ...unknown.map((key) => `${key}: no such field`)];
}

/** The configuration of a package for tests. It has another name, so it can be installed next to the published one. */
const asTest = (config) => ({ ...config, id: `${config.id}-dev`, name: `${config.name} (test)`, public: false });

/**
 * The configuration with the command-line options `publisher`, `version`, and `dev` (a package for tests). The default
 * version is that of the project (`projectVersion`).
 */
export function configured(config, projectVersion, { publisher, version, dev = false } = {}) {
  const all = { ...config, publisher: publisher ?? config.publisher, version: version || config.version || projectVersion };
  return dev ? asTest(all) : all;
}

/** The manifest. `files` are the paths of the page's files in the package. */
export function manifest(config, files) {
  const { publisher, id, name, version, description, links, branding, tags } = config;
  const link = (uri) => ({ uri });
  return {
    manifestVersion: 1,
    publisher,
    id,
    name,
    version,
    description,
    public: config.public,
    categories: ["Azure Boards"],
    tags,
    targets: [
      { id: "Microsoft.VisualStudio.Services.Cloud" },
      { id: "Microsoft.TeamFoundation.Server", version: "[17.0,)" }, // Azure DevOps Server 2019 and later
    ],
    scopes: Object.keys(SCOPES),
    icons: { default: "listing/icon.png" },
    branding,
    content: {
      details: { path: "overview.md" },
      license: { path: "listing/licence.md" },
    },
    screenshots: SCREENSHOTS.map((picture) => ({ path: `listing/${picture}.png` })),
    links: {
      support: link(links.support),
      learn: link(links.learn),
      getstarted: link(links.learn),
      privacypolicy: link(links.privacy),
      ...(links.repository ? { repository: link(links.repository) } : {}),
    },
    files: files.map(entry),
    contributions: HUBS.map((hub) => contribution(hub, config)),
  };
}
