// The directory inside Azure DevOps: the alternative sources of people, groups and teams, progress and canceling,
// incomplete lists, waiting when asked to, and reading again (LIC 1, LIC 9, ROL 5).
import { button, dialog, heading, more, PAY, review, subtitle } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";
import { buy, opened, told } from "./host/inside.mjs";

const row = (frame, name) => frame.getByRole("grid").locator(".grid-row").filter({ hasText: name }).first();
const bar = (frame) => frame.getByRole("region", { name: "Loading people" });
const missing = (frame) => frame.getByRole("alert");
const refusal = (status, headers) => ({ status, headers });
/** Whether a request is for a page of entitlements, and its continuation token. */
const entitlements = ({ pathname }) => pathname.endsWith("/_apis/userentitlements");
const after = ({ searchParams }) => searchParams.get("continuationToken");
/** A promise that stays pending until `go` is called. */
const held = () => {
  let go;
  const promise = new Promise((done) => (go = done));
  return { promise, go };
};

/** An account with forty licenses, used by all thirty people. */
async function licensed(visit, who) {
  const ada = await opened(visit, who);
  await ada.host.close();
}
/** Three people who came later. */
const NEW = ["Nina New", "Nora New", "Nils New"].map((name, at) => ({ id: `new-${at}`, name }));

for (const [way, refused, asked, not] of [
  ["the graph", [/userentitlements/], /graph\/users/, /filterValue/],
  ["identities", [/userentitlements/, /graph\/users/], /filterValue/, /storagekeys/],
]) {
  test(`lic_1 where entitlements are refused, people come from ${way}, by the same ids and without service accounts`, async ({ visit, host, allow }) => {
    allow(/403/);
    host.directory.before = ({ pathname }) => refused.some((it) => it.test(pathname)) && refusal(403);
    await licensed(visit);
    const people = await visit({ view: "people" });
    await expect(subtitle(people)).toShow("30 people have a license");
    // The person who started the trial is Administrator, by the ID that the SDK returns.
    await expect(row(people, "Ada Muster")).toShow("Administrator");
    await expect(row(people, "Build Service")).toBeAbsent();
    expect(host.asked.some((it) => asked.test(it)), host.asked.join("\n")).toBeTruthy();
    expect(host.asked.some((it) => not.test(it)), host.asked.join("\n")).toBeFalsy();
  });
}

for (const hosted of [true, false]) {
  test(`lic_1 service accounts are nobody, on ${hosted ? "Services" : "Server"}`, async ({ visit }) => {
    await licensed(visit, { hosted });
    const people = await visit({ view: "people", hosted });
    await expect(subtitle(people)).toShow("30 people have a license");
    await expect(row(people, "Build Service")).toBeAbsent();
  });
}

/** Selects the people of a group who have no license, and gives them one. */
async function byGroup(people, group, detail) {
  await button(people, "Add people").click();
  await dialog(people).getByRole("tab", { name: "Group" }).click();
  const box = dialog(people).getByRole("checkbox", { name: group });
  await expect(dialog(people)).toShow(detail);
  await box.check();
  await expect(dialog(people)).toShow("3 people selected");
  await button(dialog(people), "License 3 people").click();
  await told(people, "3 people now have a license.");
  await expect(subtitle(people)).toShow("33 people have a license");
  // From now on, the search includes groups.
  await people.getByRole("searchbox").fill("atlas team");
  await expect(people.locator(".found")).toShow("4 of 33 found");
}

test("rol_5 groups of Services, and groups in them, choose people; they are asked for when they are wanted", async ({ visit, host }) => {
  await licensed(visit);
  host.directory.people.push(...NEW);
  host.directory.groups.set("vssgp.all", { name: "[Atlas]\\Contributors", members: ["vssgp.team", "svc.build"] });
  host.directory.groups.set("vssgp.team", { name: "[Atlas]\\Atlas Team", members: ["aad.ada", "aad.nobody", ...NEW.map(({ id }) => `aad.${id}`)] });
  host.directory.groups.set("vssgp.services", { name: "[Atlas]\\Build services", members: ["svc.build"] });
  for (let at = 0; at < 12; at += 1) host.directory.groups.set(`vssgp.${at}`, { name: `[Other]\\Group ${at}`, members: ["aad.ben"] });
  const people = await visit({ view: "people" });
  await expect(subtitle(people)).toShow("30 people have a license");
  expect(host.asked.some((it) => it.includes("graph/groups")), "not before somebody wants them").toBeFalsy();
  await byGroup(people, "[Atlas]\\Contributors", "3 of 4 unlicensed");
  await expect(people.getByText("Build services")).toBeAbsent();
});

test("rol_5 teams of a Server choose people, to the last page of projects and members", async ({ visit, host }) => {
  await licensed(visit, { hosted: false });
  host.directory.people.push(...NEW);
  const strangers = Array.from({ length: 100 }, (_, at) => `stranger-${at}`);
  host.directory.projects = Array.from({ length: 101 }, (_, at) => ({ id: `p${at}`, name: `Project ${at}`, teams: [] }));
  host.directory.projects[100] = { id: "atlas", name: "Atlas", teams: [{ id: "t", name: "Atlas Team", members: [...strangers, "ada", ...NEW.map(({ id }) => id)] }] };
  const people = await visit({ view: "people", hosted: false });
  await expect(subtitle(people)).toShow("30 people have a license");
  await byGroup(people, "[Atlas]\\Atlas Team", "3 of 4 unlicensed");
});

test("rol_5 groups that cannot be read say so and are tried again; the rest works", async ({ visit, host, allow }) => {
  allow(/500/);
  await licensed(visit);
  host.directory.people.push(...NEW);
  host.directory.groups.set("vssgp.team", { name: "[Atlas]\\Atlas Team", members: NEW.map(({ id }) => `aad.${id}`) });
  host.directory.before = ({ pathname }) => pathname.includes("/Memberships/") && refusal(500);
  const people = await visit({ view: "people" });
  await button(people, "Add people").click();
  await dialog(people).getByRole("tab", { name: "Group" }).click();
  await expect(dialog(people).getByRole("alert")).toShow("Groups couldn't be loaded");
  await axe(people.inner());
  await dialog(people).getByRole("tab", { name: "Search" }).click();
  await dialog(people).getByRole("searchbox").fill("nina");
  await dialog(people).getByRole("checkbox", { name: /Nina New/ }).check();
  host.directory.before = () => null;
  // Returning to the groups loads them again.
  await dialog(people).getByRole("tab", { name: "Group" }).click();
  await dialog(people).getByRole("checkbox", { name: "[Atlas]\\Atlas Team" }).check();
  await expect(dialog(people)).toShow("3 people selected");
});

test("reading tells how far it is, and can be called off; who was not read is asked for again", async ({ visit, host }) => {
  await licensed(visit);
  const last = held();
  host.directory.before = (url) => entitlements(url) && after(url) === "24" && last.promise;
  const people = await visit({ view: "people" });
  await expect(bar(people)).toShow("Loading people… 24 so far");
  await button(people, "Cancel").click();
  await expect(missing(people)).toShow("The list of people is incomplete");
  await expect(missing(people)).toShow("24 people were loaded before you canceled.");
  await expect(heading(people, "User Management")).toBeVisible();
  last.go();
  host.directory.before = () => null;
  await button(people, "Try again").click();
  await told(people, "30 people were loaded.");
  await expect(missing(people)).toBeHidden();
});

test("pages that need no people stand before they are read; what counts people comes with them, and what is booked meanwhile stays", async ({ visit, host }) => {
  const last = held();
  host.directory.before = (url) => entitlements(url) && after(url) === "24" && last.promise;
  const first = await visit();
  await expect(heading(first, "Subscription")).toBeVisible();
  // Actions that need all people have to wait, and say why.
  await expect(bar(first)).toShow("Loading people… 24 so far");
  await expect(button(first, "Start free trial")).toHaveAttribute("aria-disabled", "true");
  await button(first, "Start free trial").hover();
  await expect(first.locator(".reason:visible")).toShow("People are still loading. You can do this once the list is complete.");
  await axe(first.inner());
  last.go();
  await expect(bar(first)).toBeHidden();
  host.directory.before = () => null;
  await button(first, "Start free trial").click();
  await buy(first, 40);
  await first.host.close();

  const end = held();
  host.directory.before = (url) => entitlements(url) && after(url) === "24" && end.promise;
  const ada = await visit();
  const stat = (label) => ada.locator(".stat").filter({ hasText: label });
  await expect(stat("purchased")).toShow("40");
  await expect(stat("In use")).toShow("…");
  await more(ada, "Cancel subscription…");
  await button(dialog(ada), "Cancel subscription").click();
  await expect(button(ada, "Undo cancellation")).toBeVisible();
  // User Management shows its heading and waits, and so does the plans page.
  const go = (to) => ada.inner().evaluate((to) => void (location.hash = to), to);
  await go("/people");
  await expect(heading(ada, "User Management")).toBeVisible();
  await expect(bar(ada)).toShow("Loading people… 24 so far");
  await expect(ada.getByRole("grid")).toHaveCount(0);
  await axe(ada.inner());
  end.go();
  await expect(subtitle(ada)).toShow("30 people have a license");
  await expect(row(ada, "Ada Muster")).toBeVisible();
  await go("/subscription");
  await expect(stat("In use")).toShow("30");
  await expect(button(ada, "Undo cancellation")).toBeVisible();
});

test("acc_8 who is no collection administrator waits for the people, by whom it is known what is theirs", async ({ visit, host }) => {
  await licensed(visit);
  const last = held();
  host.directory.before = (url) => entitlements(url) && after(url) === "24" && last.promise;
  const ben = await visit({ user: "ben", view: "time" });
  await expect(bar(ben)).toShow("Loading people… 24 so far");
  await expect(heading(ben, "Loading")).toBeVisible();
  await expect(ben.getByRole("link", { name: "Time" })).toHaveCount(0);
  last.go();
  await expect(heading(ben, "Time")).toBeVisible();
});

test("lic_9 a directory that fails half way lets nobody have left, and says what it lacks", async ({ visit, host, allow }) => {
  allow(/500/);
  await licensed(visit);
  // Before the first booking, only the people that it named were recorded, so all thirty have a license by name.
  host.directory.before = (url) => entitlements(url) && after(url) === "24" && refusal(500);
  const people = await visit({ view: "people" });
  await expect(missing(people)).toShow("24 people were loaded before loading stopped: Azure DevOps returned the status 500.");
  await expect(subtitle(people)).toShow("30 people have a license");
  await people.getByRole("searchbox").fill("person 29");
  await expect(row(people, "Person 29")).toBeVisible();
  await expect(people.getByRole("grid").getByText("Left", { exact: true })).toBeAbsent();
  await people.getByRole("searchbox").fill("");
  await people.getByRole("button", { name: "No longer in organization" }).click();
  await expect(people.locator(".found")).toShow("0 of 30 found");
  host.directory.before = () => null;
  await button(people, "Try again").click();
  await told(people, "30 people were loaded.");
  await expect(missing(people)).toBeHidden();
});

/** Incomplete answers with status 200. */
const HALF = [
  ["no list", () => ({})],
  ["null in its place", (all) => ({ members: null, totalCount: all.totalCount })],
  ["another name", (all) => ({ value: all.members, totalCount: all.totalCount })],
  ["an error as JSON", () => ({ $id: "1", message: "TF400898: An Internal Error Occurred.", typeKey: "Exception" })],
  ["an empty list", () => ({ members: [], continuationToken: null, totalCount: 0 })],
  ["fewer than there are", (all) => ({ ...all, continuationToken: null })],
  ["a list of nulls", (all) => ({ ...all, members: all.members.map(() => null) })],
  ["marks in a circle", (all) => ({ ...all, continuationToken: "0" })],
];
test("lic_9 an answer that tells not everybody lets nobody have left, and nothing is booked that depends on them", async ({ visit, host }) => {
  await licensed(visit);
  for (const [what, answer] of HALF) {
    host.directory.before = (url) => {
      if (!entitlements(url)) return null;
      return { status: 200, text: JSON.stringify(answer(host.directory.answer(url).value)) };
    };
    const people = await visit({ view: "people" });
    await expect(missing(people)).toShow("The list of people is incomplete");
    await expect(subtitle(people)).toShow("30 people have a license");
    await expect(people.getByRole("grid").getByText("Left", { exact: true }), what).toBeAbsent();
    await people.host.close();
  }
});

test("lic_9 a Server that answers with nulls lets nobody have left", async ({ visit, host }) => {
  await licensed(visit, { hosted: false });
  host.directory.before = (url) => /identities/.test(url.pathname) && url.searchParams.get("identityIds") && { status: 200, text: JSON.stringify({ count: 31, value: Array(31).fill(null) }) };
  const server = await visit({ view: "people", hosted: false });
  await expect(missing(server)).toShow("The list of people is incomplete");
  await expect(subtitle(server)).toShow("30 people have a license");
});

test("lic_2 accounts of a Server stand with their domain; what is the computer's own is nobody", async ({ visit, host }) => {
  const windows = (id, sid, domain, account) => ({
    id, isActive: true, providerDisplayName: account, descriptor: `System.Security.Principal.WindowsIdentity;${sid}`,
    properties: { SchemaClassName: { $value: "User" }, Domain: { $value: domain }, Account: { $value: account } },
  });
  const own = [windows("john", "S-1-5-21-1-2-3-1", "CORP", "jsmith"), windows("jane", "S-1-5-21-4-5-6-1", "PARTNER", "jsmith"), windows("system", "S-1-5-18", "NT AUTHORITY", "SYSTEM")];
  host.directory.before = ({ pathname, searchParams }) => {
    if (!pathname.endsWith("/identities")) return null;
    const ids = searchParams.get("identityIds")?.split(",");
    const value = ids ? own.filter(({ id }) => ids.includes(id)) : [{ id: "all", isContainer: true, memberIds: own.map(({ id }) => id) }];
    return { status: 200, text: JSON.stringify({ count: value.length, value }) };
  };
  const ada = await visit({ hosted: false, user: "ada" });
  await button(ada, "Start free trial").click();
  const people = await visit({ view: "people", hosted: false });
  await expect(subtitle(people)).toShow("2 people have access");
  await people.getByRole("searchbox").fill("partner\\js");
  await expect(row(people, "jsmith")).toShow("PARTNER\\jsmith");
});

test("lic_2 guests are found by their own address, and accounts that are not active are marked", async ({ visit, host }) => {
  const [dan, eve] = ["dan", "eve"].map((id) => host.directory.people.findIndex((it) => it.id === id));
  const own = host.directory.people;
  host.directory.people = own.map((it, at) => {
    if (at === dan) return { ...it, status: "disabled" };
    return at === eve ? { ...it, account: "eve_home.example#EXT#@tenant.onmicrosoft.com", mail: "", status: "expired" } : it;
  });
  await licensed(visit);
  const people = await visit({ view: "people" });
  await expect(row(people, "Dan Kowalski")).toShow("Disabled");
  await people.getByRole("searchbox").fill("eve@home.example");
  await expect(row(people, "Eve Lindqvist")).toShow("Expired");
  await people.getByRole("searchbox").fill("");
  await people.getByRole("combobox", { name: "Account" }).selectOption("expired");
  await expect(row(people, "Dan Kowalski")).toBeHidden();
  await expect(row(people, "Eve Lindqvist")).toBeVisible();
});

test("lic_9 who is made anew has the licence, whether the old row is there still or gone", async ({ visit, host }) => {
  await licensed(visit);
  const anew = { id: "ben-2", name: "Ben Okafor", mail: "BEN@example.org" };
  const before = host.directory.people;
  for (const [people, count] of [[[...before, anew], 30], [[...before.filter(({ id }) => id !== "ben"), anew], 30]]) {
    host.directory.people = people;
    const page = await visit({ view: "people" });
    await expect(subtitle(page)).toShow(`${count} people have a license`);
    await expect(page.getByRole("grid").getByText("Left", { exact: true })).toBeAbsent();
  }
});

test("reading people ends where the host never tells where they are", async ({ visit }) => {
  const ada = await visit({ mute: true, clock: true });
  await expect(bar(ada)).toShow("Loading people… 0 so far");
  await ada.host.clock.fastForward(16_000);
  await expect(missing(ada)).toShow("Azure DevOps didn't respond within");
});

test("lic_7 what depends on everybody waits until everybody is read", async ({ visit, host, allow }) => {
  allow(/500/);
  const ada = await visit();
  await button(ada, "Start free trial").click();
  await expect(ada.getByRole("link", { name: "Buy Now" }).first()).toBeVisible();
  host.directory.before = (url) => entitlements(url) && after(url) === "12" && refusal(500);
  const again = await visit();
  await expect(missing(again)).toShow("12 people were loaded");
  await again.getByRole("link", { name: "Buy Now" }).first().click();
  await review(again, { plan: "Team", licences: 40 });
  await button(dialog(again), PAY).click();
  await expect(dialog(again)).toShow("Your change wasn't saved because it needs the complete list of people");
  await again.host.keyboard.press("Escape");
  host.directory.before = () => null;
  await button(again, "Try again").click();
  await told(again, "30 people were loaded.");
  await button(again, "Review order…").click();
  await button(dialog(again), PAY).click();
  await again.getByRole("link", { name: "Back to Subscription" }).click();
  await expect(again.locator(".stat").first()).toShow("40");
});

test("a host that is busy is left alone as long as it says, also with an answer; a token is renewed once", async ({ visit, host, allow }) => {
  allow(/429|401/);
  await licensed(visit);
  const asked = [];
  host.directory.before = (url) => {
    if (!entitlements(url)) return null;
    asked.push(after(url));
    const times = asked.filter((it) => it === after(url)).length;
    if (after(url) === null && times === 1) return refusal(401);
    if (after(url) === "12" && times === 1) return refusal(429, { "retry-after": "2" });
    // An answer with a `Retry-After` header.
    return after(url) === "12" ? { headers: { "retry-after": "5" } } : null;
  };
  const people = await visit({ view: "people" });
  await expect(bar(people)).toShow("Azure DevOps is busy. Loading continues in 2 seconds");
  await expect(bar(people)).toShow(/Loading continues in [45] seconds/);
  await expect(subtitle(people)).toShow("30 people have a license");
  expect(asked).toStrictEqual([null, null, "12", "12", "24"]);
});

test("a page to sign in in place of an answer is said as the end of the session", async ({ visit, host }) => {
  host.directory.before = (url) => entitlements(url) && after(url) === "12" && { status: 203, headers: { "content-type": "text/html" }, text: "<html>" };
  const ada = await visit();
  await expect(missing(ada)).toShow("12 people were loaded before loading stopped: Your Azure DevOps session has ended.");
});

test("lic_9 Refresh finds who is new and who has left; where it fails, what was read before stays", async ({ visit, host, allow }) => {
  allow(/500/);
  await licensed(visit);
  const people = await visit({ view: "people" });
  await expect(subtitle(people)).toShow("30 people have a license, 0 don't");
  host.directory.before = (url) => entitlements(url) && after(url) === "24" && refusal(500);
  host.directory.people = [...host.directory.people.slice(0, 29), NEW[0]];
  await more(people, "Refresh");
  await expect(missing(people)).toShow("The list of people couldn't be refreshed");
  await expect(missing(people)).toShow("The list shows the people found earlier.");
  await expect(subtitle(people)).toShow("30 people have a license, 0 don't");
  await axe(people.inner());
  host.directory.before = () => null;
  await more(people, "Refresh");
  await told(people, "30 people were loaded.");
  await expect(missing(people)).toBeHidden();
  await expect(subtitle(people)).toShow("30 people have a license, 1 doesn't");
  await people.getByRole("searchbox").fill("person 29");
  await expect(row(people, "Person 29")).toShow("Left");
  await people.getByRole("tab", { name: /Unlicensed/ }).click();
  await people.getByRole("searchbox").fill("nina");
  await expect(row(people, "Nina New")).toBeVisible();
});

test("who is selected stays so when people are read again, and who is there no more is let go of", async ({ visit, host }) => {
  await licensed(visit);
  const [nina, nora, nils] = NEW;
  host.directory.people.push(nina, nora, nils);
  const people = await visit({ view: "people", hash: "/people?tab=unlicensed" });
  const selection = people.getByRole("region", { name: "Selection" });
  for (const { name } of [nina, nils]) await row(people, name).getByRole("checkbox").click();
  await expect(selection).toShow("2 selected");
  // Aaron comes first, so all other rows get new numbers.
  host.directory.people = [{ id: "aaron", name: "Aaron New" }, ...host.directory.people.filter((it) => it !== nils)];
  await more(people, "Refresh");
  await told(people, "33 people were loaded.");
  await expect(selection).toShow("1 selected");
  await expect(row(people, nina.name)).toHaveAttribute("aria-selected", "true");
  await expect(row(people, "Aaron New")).toHaveAttribute("aria-selected", "false");
  await people.getByRole("tab", { name: /^Licen[cs]ed/ }).click();
  await expect(selection).toBeHidden();
});
