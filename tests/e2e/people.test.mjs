// User Management: who has a license, and who needs one? The list, its search and filters, shortcuts, selection, and
// the panel of a person.
import { button, frames, heading, row } from "./support/page.mjs";
import { axe, axeIn, expect, test } from "./support/test.mjs";

const grid = (page) => page.getByRole("grid", { name: "User Management" });
/** The rendered rows of people, without the header row. */
const rows = (page) => grid(page).locator(".grid-row");
const search = (page) => page.getByRole("searchbox", { name: "Search by name, email, or group" });
const selection = (page) => page.getByRole("region", { name: "Selection" });
const column = (page, name) => grid(page).getByRole("columnheader", { name }).getByRole("button");

/** The parameters of the address. */
const values = (page) => page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.split("?")[1])));
/** Waits until the address has these parameters. A `null` means that it must not have the parameter. */
const addressed = (page, wanted) =>
  page.waitForFunction((wanted) => {
    const values = new URLSearchParams(location.hash.split("?")[1]);
    return Object.entries(wanted).every(([name, value]) => values.get(name) === value);
  }, wanted);
/** Waits until the row at this position of the list, from 1, has the focus and is completely visible. */
const focusedRow = (page, place) =>
  page.waitForFunction((index) => {
    const { activeElement } = document;
    if (activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex") !== String(index)) return false;
    const { top, bottom } = activeElement.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, place + 1);
const count = (page) => grid(page).getAttribute("aria-rowcount").then((rows) => Number(rows) - 1);
const counted = (page, people) => expect(grid(page)).toHaveAttribute("aria-rowcount", String(people + 1));

for (const width of [1280, 360]) {
  test(`everybody can use the list, ${width} px wide`, async ({ open }) => {
    const looks = [["light", width], ["dark", width]];
    const page = await open("#/people?org=team-monthly", { width });
    await expect(heading(page, "User Management")).toBeVisible();
    await expect(page.getByRole("main")).toShow("37 people have a license, 23 don't; 8 licenses available");
    await expect(row(page, "Ada Muster")).toBeVisible();
    await axeIn(page, looks);
    await row(page, "Ada Muster").getByRole("checkbox").click();
    await expect(selection(page)).toBeVisible();
    await axeIn(page, looks);
    await page.getByRole("tab", { name: "Unlicensed (23)" }).click();
    await expect(row(page, "Eve Lindqvist")).toBeVisible();
    await axeIn(page, looks);
    await button(row(page, "Eve Lindqvist"), "Eve Lindqvist").click();
    await expect(page.getByRole("complementary", { name: "Eve Lindqvist" })).toBeVisible();
    await axeIn(page, looks);
  });
}

test("the search finds with every letter, and the address follows in place", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual");
  const steps = await page.evaluate(() => history.length);
  await page.keyboard.press("/");
  await page.keyboard.type("SOREN");
  await counted(page, 3);
  await expect(page.getByRole("status")).toShow("3 of 119");
  await expect(row(page, "Søren Virtanen")).toBeVisible();
  await addressed(page, { q: "SOREN" });
  expect(await page.evaluate(() => history.length), "typing adds no steps for Back").toBe(steps);
  await page.keyboard.press("Escape");
  await counted(page, 119);
  await addressed(page, { q: null });
  await search(page).fill("/");
  await expect(search(page), "where something is typed, / is a letter").toHaveValue("/");
  await search(page).fill("nobody is called that");
  await expect(page.getByRole("heading", { name: "No matches" })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(row(page, "Ada Muster")).toBeVisible();
});

test("rol_5 people are found by their groups", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await search(page).fill("atlas");
  await expect(page.getByRole("status")).toShow(/^\d+ of 37/);
  const found = await count(page);
  expect(found > 2 && found < 20, `${found}`).toBeTruthy();
  await page.getByRole("tab", { name: /Unlicensed/ }).click();
  await expect(page.getByRole("status")).toShow(/^\d+ of 23/);
});

test("filters and sorting stand in the address, a link brings them back, and so does Back", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual");
  await page.getByRole("combobox", { name: "Role" }).selectOption("Administrator");
  await counted(page, 2);
  await addressed(page, { role: "administrator" });
  await page.getByRole("combobox", { name: "Last access" }).selectOption("Inactive for 30 days");
  await addressed(page, { role: "administrator", inactive: "30" });
  await expect(page.getByRole("status")).toShow("0 of 119");
  await page.goBack();
  await counted(page, 2);
  await expect(page.getByRole("combobox", { name: "Last access" })).toHaveValue("");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await counted(page, 119);
  await column(page, "Last access").click();
  await addressed(page, { sort: "last-access" });
  await expect(grid(page).locator('[aria-sort="ascending"]').filter({ hasText: "Last access" })).toBeVisible();
  await column(page, "Last access").click();
  await expect(grid(page).locator('[aria-sort="descending"]').filter({ hasText: "Last access" })).toBeVisible();
  await expect(rows(page).first()).toShow("Ada Muster");
  const link = await open(new URL(page.url()).hash);
  await expect(rows(link).first()).toShow("Ada Muster");
  expect((await values(link)).sort).toBe("-last-access");
});

test("lic_9 who has left is found with name, mark and role", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await page.getByRole("button", { name: "No longer in organization" }).click();
  await counted(page, 2);
  await expect(rows(page)).toShow("Jürgen Müller");
  await expect(rows(page)).toShow("Left");
  await expect(page.getByRole("button", { name: "No longer in organization" })).toHaveAttribute("aria-pressed", "true");
});

test("keys reach all of a hundred thousand people", async ({ open }) => {
  const page = await open("#/people?org=people-100000&tab=unlicensed");
  const people = await count(page);
  expect(people, `${people}`).toBeGreaterThan(99_000);
  await rows(page).first().focus();
  await page.keyboard.press("End");
  await focusedRow(page, people);
  expect(await rows(page).count(), "only what is in sight is drawn").toBeLessThan(60);
  await page.keyboard.press("ArrowUp");
  await focusedRow(page, people - 1);
  await page.keyboard.press("PageUp");
  await page.keyboard.press("Home");
  await focusedRow(page, 1);
  for (let i = 0; i < 40; i += 1) await page.keyboard.press("ArrowDown");
  await focusedRow(page, 41);
  await page.keyboard.press("PageDown");
  const place = await page.evaluate(() => Number(document.activeElement.getAttribute("aria-rowindex")) - 1);
  expect(place > 45 && place < 70, `a page further is row ${place}`).toBeTruthy();
  // The checkbox and the name of the focused row are the next Tab stops, and arrow keys continue from there.
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.getAttribute("role"))).toBe("checkbox");
  await page.keyboard.press("ArrowDown");
  await focusedRow(page, place + 1);
  expect(await page.evaluate(() => document.activeElement.getAttribute("role"))).toBe("checkbox");
});

test("scrolled from end to end, no row is blank and none is doubled", async ({ open }) => {
  const page = await open("#/people?org=licensed-10000");
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height, `${height}`).toBeGreaterThan(57 * 10_000);
  for (const at of [0, 0.013, 0.2, 0.2004, 0.5, 0.77, 0.999, 1, 0.3]) {
    await page.evaluate((at) => scrollTo(0, at * document.documentElement.scrollHeight), at);
    await frames(page);
    const bare = await page.evaluate(() => {
      const body = document.querySelector(".grid-body").getBoundingClientRect();
      const places = new Set();
      let bare = 0;
      for (let y = Math.max(body.top, 60) + 5; y < Math.min(body.bottom, innerHeight) - 5; y += 20) {
        const row = document.elementsFromPoint(body.left + 300, y).find((it) => it.classList.contains("grid-row"));
        if (row && row.querySelector(".who-name")?.textContent) places.add(row.getAttribute("aria-rowindex"));
        else bare += 1;
      }
      const all = [...document.querySelectorAll(".grid-row")].map((it) => it.getAttribute("aria-rowindex"));
      return { bare, seen: places.size, doubled: all.length - new Set(all).size };
    });
    expect(bare.bare === 0 && bare.seen > 5 && bare.doubled === 0, `at ${at}: ${JSON.stringify(bare)}`).toBeTruthy();
  }
});

test("the focus stays with its row while the list is scrolled away below it", async ({ open }) => {
  const page = await open("#/people?org=licensed-1000");
  await rows(page).nth(4).focus();
  const name = await rows(page).nth(4).locator(".who-name").textContent();
  for (const y of [3000, 20_000, 0]) {
    await page.evaluate((y) => scrollTo(0, y), y);
    await frames(page);
    await page.waitForFunction((name) => document.activeElement.querySelector?.(".who-name")?.textContent === name, name);
  }
  expect(await page.evaluate(() => document.activeElement.getAttribute("aria-rowindex"))).toBe("6");
});

test("rows are selected by keys, with Shift, by the boxes, and all that match at once", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual");
  await rows(page).first().focus();
  await page.keyboard.press("Space");
  await expect(selection(page)).toShow("1 selected");
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("Shift+ArrowDown");
  await expect(selection(page)).toShow("4 selected");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(selection(page)).toShow("3 selected");
  await expect(rows(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await rows(page).nth(6).getByRole("checkbox").click();
  await expect(selection(page)).toShow("4 selected");
  await rows(page).nth(8).click({ modifiers: ["Shift"], position: { x: 500, y: 20 } });
  await expect(selection(page)).toShow("6 selected");
  await search(page).fill("soren");
  await counted(page, 3);
  await expect(selection(page)).toShow("6 selected, 6 not in this list");
  await grid(page).getByRole("checkbox", { name: "Select all matches" }).click();
  await expect(selection(page)).toShow("9 selected, 6 not in this list");
  await search(page).fill("");
  await counted(page, 119);
  await expect(grid(page).getByRole("checkbox", { name: "Select all matches" })).toHaveAttribute("aria-checked", "mixed");
  await rows(page).first().focus();
  await page.keyboard.press("Control+a");
  await expect(selection(page)).toShow("119 selected");
  await page.keyboard.press("Escape");
  await expect(selection(page)).toBeHidden();
  await rows(page).first().click({ modifiers: ["Control"], position: { x: 500, y: 20 } });
  await expect(selection(page)).toShow("1 selected");
  await page.getByRole("tab", { name: /Unlicensed/ }).click();
  await expect(selection(page)).toBeHidden();
});

test("a row tells who, in which role, since when; odd names are shown whole", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual&q=p0000");
  await counted(page, 5);
  const told = await grid(page).ariaSnapshot();
  for (const wanted of [
    "O'Neil \\\"Bobby\\\" <b>Tables</b> & 'Co'; --",
    "Sam Rivera 🚀",
    "محمد الأحمد",
    'gridcell "Role of Sam Rivera 🚀: Default (Team role)"',
    'checkbox "Select Sam Rivera 🚀"',
  ]) {
    expect(told).toContain(wanted);
  }
  const long = row(page, "Llanfairpwll").locator(".who-name");
  expect(await long.getAttribute("title")).toHaveLength(200);
  const cut = await long.evaluate((it) => it.scrollWidth > it.clientWidth && getComputedStyle(it).textOverflow === "ellipsis");
  expect(cut, "a name that is too long is cut").toBeTruthy();
  expect(await row(page, "محمد").locator(".who-name").evaluate((it) => getComputedStyle(it).direction)).toBe("rtl");
});

test("a person's panel opens from the row, and closing gives the row the focus", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await rows(page).nth(2).focus();
  const name = await rows(page).nth(2).locator(".who-name").textContent();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name });
  await expect(panel).toBeVisible();
  await expect(page.locator("#person")).toBeFocused();
  await expect(panel).toShow("Use the product, own worklogs, and own timesheet");
  await expect(panel).toShow("to the Default role");
  expect((await values(page)).person).toBeTruthy();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await focusedRow(page, 3);
  await page.goBack();
  await expect(panel).toBeVisible();
});

test("acc_4 others are told whose page it is, and before a trial it says what comes next", async ({ open }) => {
  const team = await open("#/people?org=team-monthly&viewer=team");
  await expect(team.getByRole("heading", { level: 1, name: "For project collection administrators" })).toBeVisible();
  await expect(team.getByRole("link", { name: "User Management" })).toBeHidden();
  const page = await open("#/people?org=new");
  await expect(page.getByRole("heading", { name: "No licensed people" })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Show unlicensed people" }).click();
  await expect(row(page, "Eve Lindqvist")).toBeVisible();
});
