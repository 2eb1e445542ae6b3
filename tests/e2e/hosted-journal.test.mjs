// What members can write into the documents of the shared journal: collection administrators see it, and it blocks
// nobody. An entry that continues the journal but cannot be read can be set aside by a collection administrator.
import { createHash } from "node:crypto";
import { button, dialog, heading, more } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";
import { opened, told } from "./host/inside.mjs";

const HOSTED = { hosted: true };
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const aside = (frame) => frame.getByRole("alert").filter({ hasText: "Set aside" });

/** The entries of the journal in the host's data, in order, and a function that writes another one. */
function journal(host) {
  const keys = [...host.data.documents.keys()].filter((key) => /\|e\d{10}$/.test(key)).sort();
  const [, collection] = keys[0].split("|");
  const lines = keys.flatMap((key) => host.data.documents.get(key).text.split("\n"));
  const plant = (id, document) => host.data.documents.set(`|${collection}|${id}`, { ...document, id, __etag: 1 });
  const entry = (number, document) => plant(`e${String(number).padStart(10, "0")}`, document);
  return { count: keys.length, lines, plant, entry };
}

/** A line that continues a journal, with different content. */
const after = (lines, other) =>
  JSON.stringify({ ...JSON.parse(lines.at(-1)), position: lines.length, previous_sha256: sha256(lines.at(-1)), command_id: "planted", ...other });

test("a booking appends at the known position without reading the journal first", async ({ visit, host }) => {
  const ada = await opened(visit, HOSTED);
  const { count } = journal(host);
  const asked = [];
  host.data.fail = (what, place, when) => void (when === "before" && asked.push(`${what} ${place.split("|").at(-1)}`));
  await more(ada, "Cancel subscription…");
  await button(dialog(ada), "Cancel subscription").click();
  await expect(dialog(ada)).toBeHidden();
  host.data.fail = () => null;
  const entry = (number) => `e${String(number).padStart(10, "0")}`;
  const before = asked.slice(0, asked.indexOf(`createDocument ${entry(count)}`));
  expect(asked.join("\n")).toContain(`createDocument ${entry(count)}`);
  // What it does ask is whether the journal still ends where the page knows: nothing is read to book.
  expect(before.filter((it) => it === `getDocument ${entry(count)}`), before.join("\n")).toStrictEqual([]);
});

test("sub_7 what is no part of the journal is named, and stops nobody", async ({ visit, host }) => {
  const ada = await opened(visit, HOSTED);
  const { count, lines, plant, entry } = journal(host);
  entry(count, { text: "junk" });
  entry(count + 1, { text: after(lines, { today: "2999-12-31" }) });
  entry(count + 2, { parts: 10_000, sha256: "00" });
  plant("head", { entries: 2_000_001 });
  plant("s1-0000000000", { text: "planted" });
  const again = await visit(HOSTED);
  await expect(again.locator(".stat").first()).toShow("40");
  const id = (number) => `e${String(number).padStart(10, "0")}`;
  for (const text of [`${id(count)} (it isn't a history entry)`, `${id(count + 1)} (it's dated 2999-12-31`, id(count + 2)])
    await expect(aside(again)).toShow(text);
  await axe(again.inner());
  // Other users see nothing of it.
  const ben = await visit({ ...HOSTED, view: "time", user: "ben" });
  await expect(heading(ben, "Time")).toBeVisible();
  await expect(aside(ben)).toBeAbsent();
  // Both an open page and a new one can continue to book.
  for (const [from, role] of [[ada, "Budget"], [again, "Product"]]) {
    await from.inner().evaluate(() => void (location.hash = "/people"));
    await from.getByRole("button", { name: "Role of Ben Okafor" }).click();
    await from.getByRole("menuitemradio", { name: new RegExp(`^${role}`) }).click();
    await told(from, `Ben Okafor now has the ${role} role.`);
  }
  const last = await visit({ ...HOSTED, view: "people" });
  await expect(last.locator(".grid-row").filter({ hasText: "Ben Okafor" }).first()).toShow("Product");
  expect(host.data.documents.get([...host.data.documents.keys()].find((key) => key.endsWith(id(count)))).text).toBe("junk");
});

test("a line that cannot be read is set aside by a collection administrator", async ({ visit, host }) => {
  await opened(visit, HOSTED);
  const { count, lines, entry } = journal(host);
  entry(count, { text: after(lines, { events: [{ kind: "purchased", on: 5 }] }) });
  const ben = await visit({ ...HOSTED, view: "time", user: "ben" });
  await expect(heading(ben, "Couldn't load")).toBeVisible();
  await expect(button(ben, "Set aside unreadable entries…")).toBeAbsent();
  const ada = await visit(HOSTED);
  await expect(ada.getByText("The history is damaged")).toBeVisible();
  await button(ada, "Set aside unreadable entries…").click();
  await axe(ada.inner());
  await button(ada, "Set aside").click();
  await expect(heading(ada, "Couldn't load")).toBeHidden();
  await expect(ada.locator(".stat").first()).toShow("40");
  await expect(aside(ada)).toShow("an administrator set it aside");
  await button(ben, "Try again").click();
  await expect(heading(ben, "Time")).toBeVisible();
});
