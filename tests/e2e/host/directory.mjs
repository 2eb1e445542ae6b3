// The people and groups of the simulated Azure DevOps, in the documented format of its APIs: user entitlements and the
// Graph API on Services, identities on both, projects and teams on a Server.

const NAMES = ["Ada Muster", "Ben Okafor", "Cleo Marchetti", "Dan Kowalski", "Eve Lindqvist"];
/** Thirty people. */
export const PEOPLE = Array.from({ length: 30 }, (_, at) => ({
  id: NAMES[at]?.split(" ")[0].toLowerCase() ?? `user-${at}`,
  name: NAMES[at] ?? `Person ${at}`,
}));
/** An account that no list of people may show. */
const SERVICE = { id: "build", name: "Build Service (example)", descriptor: "svc.build", origin: "vsts" };
const descriptor = (it) => it.descriptor ?? `aad.${it.id}`;
const mail = ({ id, mail }) => mail ?? `${id}@example.org`;
const graphUser = (it) => ({
  subjectKind: "user", metaType: "member", domain: "tenant", origin: it.origin ?? "aad", originId: it.id,
  descriptor: descriptor(it), displayName: it.name, principalName: it.account ?? mail(it), mailAddress: mail(it), isDeletedInOrigin: it.isDeletedInOrigin,
});
const entitlement = (it) => ({ id: it.id, lastAccessedDate: "2026-11-20T08:00:00Z", user: graphUser(it), accessLevel: { licensingSource: "account", accountLicenseType: "express", status: it.status ?? "active" } });
const identity = (it) => ({
  id: it.id, isActive: true, subjectDescriptor: descriptor(it), providerDisplayName: it.name,
  descriptor: it.origin ? `Microsoft.TeamFoundation.ServiceIdentity;${it.id}` : `Microsoft.IdentityModel.Claims.ClaimsIdentity;tenant\\${mail(it)}`,
  properties: { SchemaClassName: { $type: "System.String", $value: "User" }, Mail: { $type: "System.String", $value: mail(it) } },
});

export class Directory {
  people = [...PEOPLE];
  /** The number of people or groups per answer of Services. */
  pageSize = 12;
  /** The groups of Services by descriptor: a name, and the descriptors of the members. */
  groups = new Map();
  /** Projects of a Server: `{ id, name, teams: [{ id, name, members: [ids] }] }`. */
  projects = [];
  /** Overrides the answer to a request: `{ status, headers, text }`, or a promise that delays it. */
  before = () => null;

  /** The answer to a request, `{ value, next }`. `undefined` if there is no such resource. */
  answer({ pathname, searchParams }) {
    const all = [...this.people, SERVICE];
    const [, path] = pathname.split("/_apis/");
    const members = path.match(/^projects\/([^/]+)\/teams\/([^/]+)\/members$/);
    const teams = path.match(/^projects\/([^/]+)\/teams$/);
    const memberships = path.match(/^graph\/Memberships\/(.+)$/);
    const key = path.match(/^graph\/storagekeys\/(.+)$/);
    const project = (id) => this.projects.find((it) => it.id === id);
    if (path === "userentitlements") {
      const { value, next } = this.#page(all, searchParams, entitlement);
      return { value: { members: value.value, continuationToken: next, totalCount: all.length } };
    }
    if (path === "graph/users") return this.#page(all, searchParams, graphUser);
    if (path === "graph/groups") {
      const group = ([descriptor, { name }]) => ({ subjectKind: "group", origin: "vsts", descriptor, displayName: name.split("\\").at(-1), principalName: name });
      return this.#page([...this.groups].map(group), searchParams);
    }
    if (memberships) {
      const container = decodeURIComponent(memberships[1]);
      const one = (member) => ({ containerDescriptor: container, memberDescriptor: member });
      return list((this.groups.get(container)?.members ?? []).map(one));
    }
    if (key) {
      const known = all.find((it) => descriptor(it) === decodeURIComponent(key[1]));
      return known && { value: { value: known.id } };
    }
    if (path === "identities") {
      const ids = searchParams.get("identityIds")?.split(",");
      const descriptors = searchParams.get("subjectDescriptors")?.split(",");
      // One user is not found by descriptor, as happens with people who have never signed in.
      if (descriptors) return list(all.filter((it) => descriptors.includes(descriptor(it)) && it.id !== "user-7").map(identity));
      if (ids) return list(all.filter(({ id }) => ids.includes(id)).map(identity));
      return list([{ id: "valid-users", isContainer: true, memberIds: all.map(({ id }) => id) }]);
    }
    if (path === "projects") return this.#slice(this.projects.map(({ id, name }) => ({ id, name })), searchParams);
    if (teams) return this.#slice(project(teams[1]).teams.map(({ id, name }) => ({ id, name })), searchParams);
    if (members) {
      const team = project(members[1]).teams.find((it) => it.id === members[2]);
      const one = (id) => ({ isTeamAdmin: false, identity: { id, displayName: id, uniqueName: `EXAMPLE\\${id}` } });
      return this.#slice(team.members.map(one), searchParams);
    }
    return null;
  }

  /** Services returns pages, each with the continuation token of the next one. `one` creates an entry. */
  #page(all, searchParams, one = (it) => it) {
    const from = Number(searchParams.get("continuationToken") ?? 0);
    const next = from + this.pageSize < all.length ? String(from + this.pageSize) : null;
    return { ...list(all.slice(from, from + this.pageSize).map(one)), next };
  }

  /** A Server is told how many entries to skip, and returns at most a hundred. */
  #slice(all, searchParams) {
    const [top, skip] = ["$top", "$skip"].map((name) => Number(searchParams.get(name) ?? 0));
    return list(all.slice(skip, skip + Math.min(top || 100, 100)));
  }
}

const list = (value) => ({ value: { count: value.length, value } });
