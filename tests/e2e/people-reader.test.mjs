// User Management for screen readers: the accessibility tree of the browser, and the announcements.
import { frames, rows } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";

/** The part of the accessibility tree below the page's grid, with everything that a screen reader would announce. */
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
/** All descendants of a node with a role. */
const all = (tree, role) => tree.children.flatMap((child) => [...(child.role === role ? [child] : []), ...all(child, role)]);
const texts = (node) => all(node, "StaticText").map(({ name }) => name);

const search = (page) => page.getByRole("searchbox", { name: "Search by name, email, or group" });

test("the table is read with its name, its size, its columns and their sort", async ({ open, context }) => {
  const page = await open("#/people?org=ultimate-annual&sort=-last-access");
  const tree = await read(page, context);
  const [grid] = all(tree, "grid");
  expect(grid.name).toBe("User Management");
  expect(grid.value("multiselectable")).toBe(true);
  const element = page.getByRole("grid");
  await expect(element).toHaveAttribute("aria-rowcount", "120");
  const heads = all(grid, "columnheader");
  expect(heads.map(({ name }) => name).slice(1)).toStrictEqual(["Name", "Role", "Licensed since", "Last access"]);
  expect(heads[0].name !== "" || all(heads[0], "checkbox").length === 1, "the first column is of boxes").toBeTruthy();
  const sorted = await element.getByRole("columnheader").evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-sort")));
  expect(sorted).toStrictEqual([null, null, null, null, "descending"]);
  expect(all(heads[4], "button").map(({ name }) => name), "what sorts is a button of that name").toStrictEqual(["Last access"]);
  expect(all(heads[0], "checkbox")[0].name).toBe("Select all matches");
});

test("a row is read with its box, name, e-mail, role, days and whether it is selected", async ({ open, context }) => {
  const page = await open("#/people?org=team-monthly&q=ada");
  await expect(rows(page).filter({ hasText: "Ada Muster" })).toBeVisible();
  const own = async () => {
    const [grid] = all(await read(page, context), "grid");
    return all(grid, "row").find((row) => all(row, "rowheader").some(({ name }) => name.includes("Ada Muster")));
  };
  const before = await own();
  const [box] = all(before, "checkbox");
  expect(box.name).toBe("Select Ada Muster");
  expect(String(box.value("checked"))).toBe("false");
  expect(Boolean(before.value("selected"))).toBe(false);
  expect(all(before, "button").some(({ name }) => name === "Ada Muster"), "the name opens the person").toBe(true);
  expect(all(before, "button").some(({ name }) => name.startsWith("Role of Ada Muster: ")), "the role is a menu").toBe(true);
  const read_ = texts(before).join(" | ");
  for (const wanted of ["Ada Muster", "ada@example.org"]) expect(read_).toContain(wanted);
  const cells = [...all(before, "rowheader"), ...all(before, "gridcell")];
  expect(cells, "as many cells as columns").toHaveLength(5);
  const days = all(before, "gridcell").slice(-2).map((cell) => texts(cell).join(""));
  for (const day of days) expect(day, `a day is read, not its column twice: ${day}`).toMatch(/^\d{1,2} \w{3} \d{4}$|^Never$/);
  await rows(page).filter({ hasText: "Ada Muster" }).getByRole("checkbox").click();
  const after = await own();
  expect(String(all(after, "checkbox")[0].value("checked"))).toBe("true");
  expect(after.value("selected")).toBe(true);
  expect(after.name.includes("undefined")).toBeFalsy();
});

test("rows keep their number while the list is scrolled", async ({ open, context }) => {
  const page = await open("#/people?org=licensed-10000");
  for (const [part, first] of [[0, 2], [0.5, 4000], [1, 9900]]) {
    await page.evaluate((part) => scrollTo(0, part * document.documentElement.scrollHeight), part);
    await frames(page);
    const places = await rows(page).evaluateAll((all) =>
      all.map((row) => [Number(row.getAttribute("aria-rowindex")), Math.round((row.getBoundingClientRect().top - row.parentElement.getBoundingClientRect().top) / row.offsetHeight)]),
    );
    const last = Math.max(...places.map(([index]) => index));
    expect(last, `${last} at ${part}`).toBeGreaterThanOrEqual(first);
    for (const [index, place] of places) expect(index, "the number is that of the place").toBe(place + 2);
    // In the tree as in the page: in order, and each only once.
    const indices = places.map(([index]) => index);
    expect(indices).toStrictEqual([...new Set(indices)].sort((a, b) => a - b));
    const [grid] = all(await read(page, context), "grid");
    expect(all(grid, "row").length).toBe(places.length + 1);
  }
});

test("what is found and what is selected is said", async ({ open, context }) => {
  const page = await open("#/people?org=ultimate-annual");
  /** Records everything that any live region announces from now on. */
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
  expect(found).toContain("3 of 119 found");
  await rows(page).first().focus();
  await page.keyboard.press("Space");
  await said("1 selected");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await said("2 selected");
  await page.keyboard.press("Escape");
  await said("Nothing selected");
  await expect(page.getByRole("status")).toShow("3 of 119");
});
