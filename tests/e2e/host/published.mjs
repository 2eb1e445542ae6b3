// Microsoft's published description of every request that the page may send to the APIs of Azure DevOps: method, path,
// parameters, and the newest version that supports it. Taken from the public specifications of the areas (security,
// memberEntitlementManagement, graph, ims, core) for Services 7.1, and for Server 5.0 to 7.1.

const GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const ANYWHERE = ["Services", "Server"];
const SERVICES = ["Services"];
const question = (where, method, path, parameters, preview = false) => ({
  where, method, preview, path: new RegExp(`^${path}$`, "i"), parameters: ["api-version", ...parameters],
});

const PUBLISHED = [
  question(ANYWHERE, "GET", `permissions/${GUID}/\\d+`, ["tokens", "alwaysAllowAdministrators", "delimiter"]),
  question(SERVICES, "GET", "userentitlements", ["continuationToken", "select", "$filter", "$orderBy"]),
  question(ANYWHERE, "GET", "identities", ["descriptors", "identityIds", "subjectDescriptors", "searchFilter", "filterValue", "queryMembership"]),
  question(SERVICES, "GET", "graph/users", ["subjectTypes", "continuationToken", "scopeDescriptor"], true),
  question(SERVICES, "GET", "graph/groups", ["subjectTypes", "continuationToken", "scopeDescriptor"], true),
  question(SERVICES, "GET", "graph/memberships/[^/]+", ["direction", "depth"], true),
  question(SERVICES, "GET", "graph/storagekeys/[^/]+", [], true),
  question(SERVICES, "POST", "graph/subjectlookup", [], true),
  question(ANYWHERE, "GET", "projects", ["stateFilter", "$top", "$skip", "continuationToken", "getDefaultTeamImageUrl"]),
  question(ANYWHERE, "GET", "projects/[^/]+/teams", ["$mine", "$top", "$skip", "$expandIdentity"]),
  question(ANYWHERE, "GET", "projects/[^/]+/teams/[^/]+/members", ["$top", "$skip"]),
  question(ANYWHERE, "GET", "teams", ["$mine", "$top", "$skip", "$expandIdentity"], true),
];
const VERSIONS = ["5.0", "5.1", "6.0", "7.0", "7.1"];

/**
 * The parts of a request that are not in the published description. Empty if there are none. `server` means not
 * Services.
 */
export function stray({ method }, url, server = false) {
  const path = url.pathname.split("/_apis/")[1];
  const asked = `${method} ${url.pathname}${url.search}`;
  const known = PUBLISHED.filter((it) => it.path.test(path));
  const there = known.find((it) => it.method === method && it.where.includes(server ? "Server" : "Services"));
  if (!there) return [`${asked}: no such question is published for ${server ? "Server" : "Services"}`];
  const strangers = [...url.searchParams.keys()].filter((name) => !there.parameters.includes(name));
  const version = url.searchParams.get("api-version") ?? "";
  const [number, preview] = version.split("-");
  return [
    ...strangers.map((name) => `${asked}: the parameter ${name} is unknown`),
    ...(VERSIONS.includes(number) ? [] : [`${asked}: version ${version} is unknown`]),
    ...(there.preview && !preview ? [`${asked}: only previews of it are published`] : []),
  ];
}
