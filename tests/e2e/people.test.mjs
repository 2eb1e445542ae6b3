// User Management: who has a licence, who needs one? The list, its search and filters, keys, selection, a person.
import assert from "node:assert/strict";
import { axe, gone, journey, says, see } from "./harness.mjs";

const grid = (page) => page.getByRole("grid", { name: "User Management" });
/** The drawn rows of people, without the heading. */
const rows = (page) => grid(page).locator(".grid-row");
const row = (page, name) => rows(page).filter({ hasText: name }).first();
const search = (page) => page.getByRole("searchbox", { name: "Search by name, e-mail or group" });
const selection = (page) => page.getByRole("region", { name: "Selection" });
const column = (page, name) => grid(page).getByRole("columnheader", { name }).getByRole("button");

/** The values of the address behind the path. */
const values = (page) => page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.split("?")[1])));
/** Waits until the address has (or, with null, has not) these values. */
const addressed = (page, wanted) =>
  page.waitForFunction((wanted) => {
    const values = new URLSearchParams(location.hash.split("?")[1]);
    return Object.entries(wanted).every(([name, value]) => values.get(name) === value);
  }, wanted);
/** Waits until the row with the focus is the one with this place in the list, from 1, and wholly in sight. */
const focusedRow = (page, place) =>
  page.waitForFunction((index) => {
    const { activeElement } = document;
    if (activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex") !== String(index)) return false;
    const { top, bottom } = activeElement.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, place + 1);
const count = (page) => grid(page).getAttribute("aria-rowcount").then((rows) => Number(rows) - 1);
const counted = (page, people) =>
  page.waitForFunction((rows) => document.querySelector("[role=grid]")?.getAttribute("aria-rowcount") === rows, String(people + 1));
/** Two painted frames: scrolling has been answered. */
const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

for (const theme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    journey(`everybody can use the list, ${theme}, ${width} px wide`, async ({ open }) => {
      const page = await open("#/people?org=team-monthly", { theme, width });
      await see(page.getByRole("heading", { level: 1, name: "User Management" }));
      await says(page.getByRole("main"), "37 people hold a licence, 23 do not; 8 licences are free");
      await see(row(page, "Ada Muster"));
      await axe(page);
      await row(page, "Ada Muster").getByRole("checkbox").click();
      await see(selection(page));
      await axe(page);
      await page.getByRole("tab", { name: "Unlicensed (23)" }).click();
      await see(row(page, "Eve Lindqvist"));
      await axe(page);
      await row(page, "Eve Lindqvist").getByRole("button", { name: "Eve Lindqvist", exact: true }).click();
      await see(page.getByRole("complementary", { name: "Eve Lindqvist" }));
      await axe(page);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(sideways <= 0, `the page scrolls ${sideways} px sideways`);
    });
  }
}

journey("the search finds with every letter, and the address follows in place", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual");
  const steps = await page.evaluate(() => history.length);
  await page.keyboard.press("/");
  await page.keyboard.type("SOREN");
  await counted(page, 3);
  await says(page.getByRole("status"), "3 of 119");
  await see(row(page, "Søren Virtanen"));
  await addressed(page, { q: "SOREN" });
  assert.equal(await page.evaluate(() => history.length), steps, "typing adds no steps for Back");
  await page.keyboard.press("Escape");
  await counted(page, 119);
  await addressed(page, { q: null });
  await search(page).fill("/");
  assert.equal(await search(page).inputValue(), "/", "where something is typed, / is a letter");
  await search(page).fill("nobody is called that");
  await see(page.getByRole("heading", { name: "Nobody matches" }));
  await axe(page);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await see(row(page, "Ada Muster"));
});

journey("rol_5 people are found by their groups", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await search(page).fill("atlas");
  await says(page.getByRole("status"), /^\d+ of 37/);
  const found = await count(page);
  assert.ok(found > 2 && found < 20, `${found}`);
  await page.getByRole("tab", { name: /Unlicensed/ }).click();
  await says(page.getByRole("status"), /^\d+ of 23/);
});

journey("filters and sorting stand in the address, a link brings them back, and so does Back", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual");
  await page.getByRole("combobox", { name: "Role" }).selectOption("Administrator");
  await counted(page, 2);
  await addressed(page, { role: "administrator" });
  await page.getByRole("combobox", { name: "Last access" }).selectOption("Not seen for 30 days");
  await addressed(page, { role: "administrator", inactive: "30" });
  await says(page.getByRole("status"), "0 of 119");
  await page.goBack();
  await counted(page, 2);
  assert.equal(await page.getByRole("combobox", { name: "Last access" }).inputValue(), "");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await counted(page, 119);
  await column(page, "Last access").click();
  await addressed(page, { sort: "last-access" });
  await see(grid(page).locator('[aria-sort="ascending"]').filter({ hasText: "Last access" }));
  await column(page, "Last access").click();
  await see(grid(page).locator('[aria-sort="descending"]').filter({ hasText: "Last access" }));
  await says(rows(page).first(), "Ada Muster");
  const link = await open(new URL(page.url()).hash);
  await says(rows(link).first(), "Ada Muster");
  assert.equal((await values(link)).sort, "-last-access");
});

journey("lic_9 who has left is found with name, mark and role", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await page.getByRole("button", { name: "Left the directory" }).click();
  await counted(page, 2);
  await says(rows(page), "Jürgen Müller");
  await says(rows(page), "Left");
  assert.equal(await page.getByRole("button", { name: "Left the directory" }).getAttribute("aria-pressed"), "true");
});

journey("keys reach all of a hundred thousand people", async ({ open }) => {
  const page = await open("#/people?org=people-100000&tab=unlicensed");
  const people = await count(page);
  assert.ok(people > 99_000, `${people}`);
  await rows(page).first().focus();
  await page.keyboard.press("End");
  await focusedRow(page, people);
  assert.ok((await rows(page).count()) < 60, "only what is in sight is drawn");
  await page.keyboard.press("ArrowUp");
  await focusedRow(page, people - 1);
  await page.keyboard.press("PageUp");
  await page.keyboard.press("Home");
  await focusedRow(page, 1);
  for (let i = 0; i < 40; i += 1) await page.keyboard.press("ArrowDown");
  await focusedRow(page, 41);
  await page.keyboard.press("PageDown");
  const place = await page.evaluate(() => Number(document.activeElement.getAttribute("aria-rowindex")) - 1);
  assert.ok(place > 45 && place < 70, `a page further is row ${place}`);
  // The box and the name of the row with the focus are the next Tab stops, and arrows move on from there.
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "checkbox");
  await page.keyboard.press("ArrowDown");
  await focusedRow(page, place + 1);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "checkbox");
});

journey("scrolled from end to end, no row is blank and none is doubled", async ({ open }) => {
  const page = await open("#/people?org=licensed-10000");
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height > 57 * 10_000, `${height}`);
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
    assert.ok(bare.bare === 0 && bare.seen > 5 && bare.doubled === 0, `at ${at}: ${JSON.stringify(bare)}`);
  }
});

journey("the focus stays with its row while the list is scrolled away below it", async ({ open }) => {
  const page = await open("#/people?org=licensed-1000");
  await rows(page).nth(4).focus();
  const name = await rows(page).nth(4).locator(".who-name").textContent();
  for (const y of [3000, 20_000, 0]) {
    await page.evaluate((y) => scrollTo(0, y), y);
    await frames(page);
    await page.waitForFunction((name) => document.activeElement.querySelector?.(".who-name")?.textContent === name, name);
  }
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-rowindex")), "6");
});

journey("rows are selected by keys, with Shift, by the boxes, and all that match at once", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual");
  await rows(page).first().focus();
  await page.keyboard.press("Space");
  await says(selection(page), "1 selected");
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("Shift+ArrowDown");
  await says(selection(page), "4 selected");
  await page.keyboard.press("Shift+ArrowUp");
  await says(selection(page), "3 selected");
  assert.equal(await rows(page).nth(1).getAttribute("aria-selected"), "true");
  await rows(page).nth(6).getByRole("checkbox").click();
  await says(selection(page), "4 selected");
  await rows(page).nth(8).click({ modifiers: ["Shift"], position: { x: 500, y: 20 } });
  await says(selection(page), "6 selected");
  await search(page).fill("soren");
  await counted(page, 3);
  await says(selection(page), "6 selected, 6 of them not in this list");
  await grid(page).getByRole("checkbox", { name: "Select all that match" }).click();
  await says(selection(page), "9 selected, 6 of them not in this list");
  await search(page).fill("");
  await counted(page, 119);
  assert.equal(
    await grid(page).getByRole("checkbox", { name: "Select all that match" }).getAttribute("aria-checked"),
    "mixed",
  );
  await rows(page).first().focus();
  await page.keyboard.press("Control+a");
  await says(selection(page), "119 selected");
  await page.keyboard.press("Escape");
  await gone(selection(page));
  await rows(page).first().click({ modifiers: ["Control"], position: { x: 500, y: 20 } });
  await says(selection(page), "1 selected");
  await page.getByRole("tab", { name: /Unlicensed/ }).click();
  await gone(selection(page));
});

journey("a row tells who, in which role, since when; odd names are shown whole", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual&q=p0000");
  await counted(page, 5);
  const told = await grid(page).ariaSnapshot();
  for (const wanted of [
    "O'Neil \\\"Bobby\\\" <b>Tables</b> & 'Co'; --",
    "Sam Rivera 🚀",
    "محمد الأحمد",
    'gridcell "Role of Sam Rivera 🚀: Default (Team)"',
    'checkbox "Select Sam Rivera 🚀"',
  ]) {
    assert.ok(told.includes(wanted), `${wanted}\n${told}`);
  }
  const long = row(page, "Llanfairpwll").locator(".who-name");
  assert.equal((await long.getAttribute("title")).length, 200);
  const cut = await long.evaluate((it) => it.scrollWidth > it.clientWidth && getComputedStyle(it).textOverflow === "ellipsis");
  assert.ok(cut, "a name that is too long is cut");
  assert.equal(await row(page, "محمد").locator(".who-name").evaluate((it) => getComputedStyle(it).direction), "rtl");
});

journey("a person's panel opens from the row, and closing gives the row the focus", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await rows(page).nth(2).focus();
  const name = await rows(page).nth(2).locator(".who-name").textContent();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name });
  await see(panel);
  await page.waitForFunction(() => document.activeElement?.id === "person");
  await says(panel, "Use the product, own worklogs and timesheet");
  await says(panel, "role Default");
  assert.ok((await values(page)).person);
  await page.keyboard.press("Escape");
  await gone(panel);
  await focusedRow(page, 3);
  await page.goBack();
  await see(panel);
});

journey("acc_4 others are told whose page it is, and before a trial it says what comes next", async ({ open }) => {
  const team = await open("#/people?org=team-monthly&viewer=team");
  await see(team.getByRole("heading", { level: 1, name: "For project collection administrators" }));
  await gone(team.getByRole("link", { name: "User Management" }));
  const page = await open("#/people?org=new");
  await see(page.getByRole("heading", { name: "Nobody holds a licence" }));
  await axe(page);
  await page.getByRole("button", { name: "Show the unlicensed" }).click();
  await see(row(page, "Eve Lindqvist"));
});
