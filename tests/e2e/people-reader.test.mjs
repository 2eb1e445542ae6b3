// User Management as a screen reader gets it: the accessibility tree that the browser hands over, and what is said.
import assert from "node:assert/strict";
import { journey, says, see } from "./harness.mjs";

/** Everything below the page's grid in the accessibility tree, with what a reader would say of it. */
async function read(page, context) {
  const devtools = await context.newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  await devtools.detach();
  const by = new Map(nodes.map((node) => [node.nodeId, node]));
  const made = (node) => {
    const value = (name) => node.properties?.find((it) => it.name === name)?.value.value;
    const below = (node.childIds ?? []).map((id) => by.get(id)).filter(Boolean);
    const children = below.flatMap((child) => (child.ignored || ["generic", "none"].includes(child.role?.value) ? made(child).children : [made(child)]));
    return { role: node.role?.value, name: node.name?.value ?? "", value, node, children };
  };
  return made(nodes[0]);
}
/** All nodes of a role below a node. */
const all = (tree, role) => tree.children.flatMap((child) => [...(child.role === role ? [child] : []), ...all(child, role)]);
const texts = (node) => all(node, "StaticText").map(({ name }) => name);

const rows = (page) => page.locator(".grid-row");
const search = (page) => page.getByRole("searchbox", { name: "Search by name, e-mail or group" });
const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

journey("the table is read with its name, its size, its columns and their sort", async ({ open, context }) => {
  const page = await open("#/people?org=ultimate-annual&sort=-last-access");
  const tree = await read(page, context);
  const [grid] = all(tree, "grid");
  assert.equal(grid.name, "User Management");
  assert.equal(grid.value("multiselectable"), true);
  const element = page.getByRole("grid");
  assert.equal(await element.getAttribute("aria-rowcount"), "120");
  const heads = all(grid, "columnheader");
  assert.deepEqual(heads.map(({ name }) => name).slice(1), ["Name", "Role", "Licensed since", "Last access"]);
  assert.ok(heads[0].name !== "" || all(heads[0], "checkbox").length === 1, "the first column is of boxes");
  const sorted = await element.getByRole("columnheader").evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-sort")));
  assert.deepEqual(sorted, [null, null, null, null, "descending"]);
  assert.deepEqual(all(heads[4], "button").map(({ name }) => name), ["Last access"], "what sorts is a button of that name");
  assert.equal(all(heads[0], "checkbox")[0].name, "Select all that match");
});

journey("a row is read with its box, name, e-mail, role, days and whether it is selected", async ({ open, context }) => {
  const page = await open("#/people?org=team-monthly&q=ada");
  await see(rows(page).filter({ hasText: "Ada Muster" }));
  const own = async () => {
    const [grid] = all(await read(page, context), "grid");
    return all(grid, "row").find((row) => all(row, "rowheader").some(({ name }) => name.includes("Ada Muster")));
  };
  const before = await own();
  const [box] = all(before, "checkbox");
  assert.equal(box.name, "Select Ada Muster");
  assert.equal(String(box.value("checked")), "false");
  assert.equal(Boolean(before.value("selected")), false);
  assert.equal(all(before, "button").some(({ name }) => name === "Ada Muster"), true, "the name opens the person");
  assert.equal(all(before, "button").some(({ name }) => name.startsWith("Role of Ada Muster: ")), true, "the role is a menu");
  const read_ = texts(before).join(" | ");
  for (const wanted of ["Ada Muster", "ada@example.org"]) assert.ok(read_.includes(wanted), `${wanted} in ${read_}`);
  const cells = [...all(before, "rowheader"), ...all(before, "gridcell")];
  assert.equal(cells.length, 5, "as many cells as columns");
  const days = all(before, "gridcell").slice(-2).map((cell) => texts(cell).join(""));
  for (const day of days) assert.match(day, /^\d{1,2} \w{3} \d{4}$|^Never$/, `a day is read, not its column twice: ${day}`);
  await rows(page).filter({ hasText: "Ada Muster" }).getByRole("checkbox").click();
  const after = await own();
  assert.equal(String(all(after, "checkbox")[0].value("checked")), "true");
  assert.equal(after.value("selected"), true);
  assert.ok(!after.name.includes("undefined"));
});

journey("rows keep their number while the list is scrolled", async ({ open, context }) => {
  const page = await open("#/people?org=licensed-10000");
  for (const [part, first] of [[0, 2], [0.5, 4000], [1, 9900]]) {
    await page.evaluate((part) => scrollTo(0, part * document.documentElement.scrollHeight), part);
    await frames(page);
    const places = await rows(page).evaluateAll((all) =>
      all.map((row) => [Number(row.getAttribute("aria-rowindex")), Math.round((row.getBoundingClientRect().top - row.parentElement.getBoundingClientRect().top) / row.offsetHeight)]),
    );
    const last = Math.max(...places.map(([index]) => index));
    assert.ok(last >= first, `${last} at ${part}`);
    for (const [index, place] of places) assert.equal(index, place + 2, "the number is that of the place");
    // In the tree as in the page: in order, each once.
    const indices = places.map(([index]) => index);
    assert.deepEqual(indices, [...new Set(indices)].sort((a, b) => a - b));
    const [grid] = all(await read(page, context), "grid");
    assert.equal(all(grid, "row").length, places.length + 1);
  }
});

journey("what is found and what is selected is said", async ({ open, context }) => {
  const page = await open("#/people?org=ultimate-annual");
  /** Everything that any live region says from now on. */
  await page.evaluate(() => {
    globalThis.said = [];
    const regions = "[role=status], [role=alert], [aria-live]";
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(regions);
        if (region?.textContent) globalThis.said.push(region.textContent.trim());
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const said = (text) => page.waitForFunction((text) => globalThis.said.includes(text), text);
  await search(page).focus();
  await page.keyboard.type("soren");
  await said("3 of 119 found");
  const found = all(await read(page, context), "status").map((node) => texts(node).join(""));
  assert.ok(found.includes("3 of 119 found"), found.join(" | "));
  await rows(page).first().focus();
  await page.keyboard.press("Space");
  await said("1 selected");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await said("2 selected");
  await page.keyboard.press("Escape");
  await said("Nothing selected");
  await says(page.getByRole("status"), "3 of 119");
});
