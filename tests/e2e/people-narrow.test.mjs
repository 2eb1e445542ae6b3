// User Management in narrow windows and in print: names stay readable, nothing scrolls sideways, every row is printed.
import { download, more, row } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";

const dialog = (page) => page.locator("dialog[open]");
const button = (at, name) => at.getByRole("button", { name }).first();
const LONG = "Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh de la Fuente y Santamaría von Hohenzollern";
const WHOLE = "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochpersonTaumatawhakatangihangakoauauotamateaturipukakapikimaungahoronuku";
const HEADING = "id,name,email,last_access,account,state\n";
const PEOPLE = `${HEADING}ada,Ada Muster,ada@example.org,2026-11-24,CORP\\ada,
ben,${LONG},benjamin.featherstonehaugh.of.long.names@corporation.example.org,,benjamin@tenant.onmicrosoft.com,disabled
cem,Cem Kaya,cem@example.org,2026-01-02,,expired
dan,Dan,DAN@x.org,2026-01-02,,deleted
da2,Dan,dan@x.org,,,
lan,${WHOLE},lan@x.org,2026-01-02,,disabled
`;
const serve = (context, text) => context.route("**/people.csv", (route) => route.fulfill({ body: text, contentType: "text/csv" }));

/** Visible texts that are broken into very short lines, and elements that extend beyond the window. */
const badly = (page) =>
  page.evaluate(() => {
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.data.trim();
      const element = node.parentElement;
      if (text.length < 5 || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".unseen, textarea, option")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = new Set([...range.getClientRects()].filter((it) => it.width > 0).map((it) => Math.round(it.top)));
      if (lines.size > 2 && text.length / lines.size < 6) found.push(`${lines.size} lines: ${text}`);
    }
    const wide = document.documentElement.scrollWidth - innerWidth;
    return wide > 0 ? [...found, `the page scrolls ${wide} px sideways`] : found;
  });
const readable = async (page, where) => expect(await badly(page), where).toStrictEqual([]);

for (const width of [360, 320]) {
  test(`names stay readable and nothing scrolls sideways, ${width} px wide`, async ({ open, context }) => {
    await serve(context, PEOPLE);
    const page = await open("#/people?org=file", { width });
    await button(page, "Start free trial").click();
    await expect(row(page, "Cem Kaya")).toShow("Expired");
    await readable(page, "the list");
    // The content next to a name leaves enough room for the name.
    const widths = await page.locator(".who-name").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().width));
    expect(Math.min(...widths), `${widths}`).toBeGreaterThan(20);
    for (const name of [LONG, WHOLE]) {
      await button(row(page, name), name).click();
      await expect(page.getByRole("complementary", { name })).toBeVisible();
      await readable(page, `the panel of ${name.slice(0, 12)}`);
      await page.keyboard.press("Escape");
    }
    await more(page, "Import roles");
    await dialog(page).getByRole("textbox").fill("Mail;Role\nbenjamin@tenant.onmicrosoft.com;Budget\nlan@x.org;Budget\nada@example.org;Product\nno-one-with-a-very-long-name@example.org;Team\n");
    await expect(dialog(page).getByText("Changes")).toBeVisible();
    for (const summary of await dialog(page).locator("summary").all()) await summary.click();
    await expect(dialog(page).getByText(WHOLE)).toBeVisible();
    await readable(page, "the import");
    await page.keyboard.press("Escape");
    await row(page, "Ada Muster").getByRole("checkbox").click();
    await readable(page, "what is selected");
    const waiting = await open("#/people?org=team-monthly", { width });
    await expect(row(waiting, "Ada Muster")).toBeVisible();
    await readable(waiting, "those who wait");
    await more(waiting, "Remove inactive licenses");
    await expect(dialog(waiting).getByRole("checkbox").first()).toBeVisible();
    await readable(waiting, "whose licences nobody uses");
  });

  test(`people to choose from stay readable, ${width} px wide`, async ({ open, context }) => {
    await serve(context, PEOPLE);
    const page = await open("#/people?org=file", { width });
    await button(page, "Start free trial").click();
    await expect(row(page, "Cem Kaya")).toBeVisible();
    // Removes their roles, so that they can be added again.
    await more(page, "Import roles");
    await dialog(page).getByRole("textbox").fill("ID;Role\nben;None\nlan;None\nada;None\n");
    await dialog(page).getByRole("button", { name: "Change 3 roles" }).click();
    await expect(page.getByRole("tab", { name: "Unlicensed (3)" })).toBeVisible();
    await button(page, "Add people").click();
    await expect(dialog(page).getByText(WHOLE)).toBeVisible();
    await readable(page, "the search");
    await dialog(page).getByRole("tab", { name: "Paste or upload a list" }).click();
    await dialog(page).getByRole("textbox").fill("benjamin@tenant.onmicrosoft.com\nlan@x.org\nada@example.org\ncem@example.org\nnobody-of-this-name@corporation.example.org");
    await expect(dialog(page).getByText("Not found")).toBeVisible();
    for (const summary of await dialog(page).locator("summary").all()) await summary.click();
    await readable(page, "the report of a list");
    await dialog(page).getByRole("tab", { name: "Group" }).click();
    await readable(page, "the groups");
    await page.keyboard.press("Escape");
    await more(page, "Settings");
    await readable(page, "the settings");
  });
}

const many = (count) => HEADING + Array.from({ length: count }, (_, at) => `p${at},Person ${String(at).padStart(6, "0")},p${at}@example.org,,,\n`).join("");
const printed = (page, names) =>
  page.waitForFunction((names) => {
    const text = document.querySelector("[role=grid]").innerText;
    return names.every((name) => text.includes(name));
  }, names);

test("on paper stands every row that is found, with names in full", async ({ open, context }) => {
  await serve(context, many(1200) + `lan,${WHOLE},lan@x.org,,,disabled\n`);
  const page = await open("#/people?org=file");
  await button(page, "Start free trial").click();
  await expect(row(page, "Person 000001")).toBeVisible();
  expect(await page.locator(".grid-row").count()).toBeLessThan(200);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await printed(page, ["Person 000000", "Person 000600", "Person 001199", WHOLE]);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".grid-row")).toHaveCount(1201);
  const layout = await page.evaluate((whole) => {
    const rows = [...document.querySelectorAll(".grid-row")].map((it) => it.getBoundingClientRect());
    const name = [...document.querySelectorAll(".who-name")].find((it) => it.textContent === whole);
    return { apart: rows.every((it, at) => at === 0 || it.top >= rows[at - 1].bottom - 1), inside: name.scrollWidth <= name.clientWidth + 1 };
  }, WHOLE);
  expect(layout).toStrictEqual({ apart: true, inside: true });
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.waitForFunction(() => document.querySelectorAll(".grid-row").length < 200);
  // Print output contains the filtered rows, also in a preview that only emulates print media.
  await page.getByRole("searchbox").first().fill("person 0011");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "101");
  await page.emulateMedia({ media: "print" });
  await printed(page, ["Person 001100", "Person 001199"]);
  await expect(page.locator(".grid-row")).toHaveCount(100);
});

test("a list that is too long for paper says how to take it along instead", async ({ open }) => {
  const page = await open("#/people?org=enterprise");
  await expect(page.locator(".grid-row").first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".on-paper")).toShow(/too many to print.*Export CSV/);
  await page.locator("[role=grid]").waitFor({ state: "hidden" });
});

test("lists stand in the order of the reader's language", async ({ open, context }) => {
  const text = `${HEADING}1,Ермак,,,,\n2,Ёлкин,,,,\n3,Ежов,,,,\n4,Zoe,,,,\n5,Åsa,,,,\n6,Ada,,,,\n`;
  const names = (page) => page.locator(".who-name").allTextContents();
  await serve(context, text);
  const page = await open("#/people?org=file");
  await button(page, "Start free trial").click();
  await expect(row(page, "Ada")).toBeVisible();
  expect(await names(page)).toStrictEqual(["Ada", "Åsa", "Zoe", "Ежов", "Ёлкин", "Ермак"]);
  const swedish = await context.browser().newContext({ locale: "sv-SE" });
  await serve(swedish, text);
  const other = await swedish.newPage();
  await other.goto(page.url());
  await button(other, "Start free trial").click();
  await expect(row(other, "Ada")).toBeVisible();
  expect((await names(other)).slice(0, 3)).toStrictEqual(["Ada", "Zoe", "Åsa"]);
  await swedish.close();
});

test("lic_2 accounts and their states are shown, found, filtered, linked and exported", async ({ open, context }) => {
  await serve(context, `${PEOPLE}gus,Gus Guest,,,gus_home.example#EXT#@tenant.onmicrosoft.com,\n`);
  const page = await open("#/people?org=file");
  await button(page, "Start free trial").click();
  await expect(row(page, "Ada Muster")).toShow("CORP\\ada");
  await expect(row(page, LONG)).toShow("Disabled");
  await page.getByRole("combobox", { name: "Account" }).selectOption("disabled");
  await expect(page).toHaveURL(/state=disabled/);
  await expect(page.getByRole("status")).toShow("2 of 7 found");
  await page.reload();
  await expect(page.getByRole("status")).toShow("2 of 7 found");
  const { bytes } = await download(page, () => more(page, "Export CSV (2)"));
  const text = bytes.toString();
  expect(text).toMatch(/^\uFEFFName,E-mail or account,ID,Role,Licensed since,Last access,Left,Account,State\r\n/);
  expect(text.match(/,disabled\r\n/g)).toHaveLength(2);
  await button(page, "Clear filters").click();
  for (const [typed, name] of [["gus@home.example", "Gus Guest"], ["corp\\ad", "Ada Muster"], ["benjamin@tenant", LONG]]) {
    await page.getByRole("searchbox").first().fill(typed);
    await expect(page.getByRole("status")).toShow("1 of 7 found");
    await expect(row(page, name)).toBeVisible();
  }
});
