// Adding people: by search, by a pasted or loaded list, by a group; where licences are short, the raise and the roles in
// one booking (ROL 5, LIC 2, LIC 5). And the export of who is licensed.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { axe, gone, journey, says, see } from "./harness.mjs";

const TEAM = "#/people?org=team-monthly";
const dialog = (page) => page.getByRole("dialog");
const button = (page, name) => dialog(page).getByRole("button", { name, exact: true });
const tab = (page, name) => dialog(page).getByRole("tab", { name });
const toast = (page) => page.locator(".toast");
const subtitle = (page) => page.locator(".page-subtitle");
const add = (page) => page.getByRole("button", { name: "Add people" });
const search = (page) => dialog(page).getByRole("searchbox", { name: "Search people without a licence" });
const list = (page) => dialog(page).getByLabel("E-mails, accounts or ids");
/** A part of the report, by its heading. */
const part = (page, name) => dialog(page).locator("details").filter({ hasText: name });

const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
/** Nothing in the dialog is wider than the dialog. */
const fits = async (page) => {
  assert.ok((await sideways(page)) <= 0, "the page scrolls sideways");
  const over = await dialog(page).evaluate((it) => {
    const body = it.querySelector(".dialog-body");
    return body.scrollWidth - body.clientWidth;
  });
  assert.ok(over <= 0, `the dialog scrolls ${over} px sideways`);
};

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
  journey(`rol_5 people are found, listed and grouped, and get a licence, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open(TEAM, { theme, width });
    await add(page).click();
    await see(page.getByRole("heading", { name: "Add people" }));
    await says(dialog(page), "Nobody is chosen yet");
    await see(dialog(page).getByRole("tab", { name: "Search", selected: true }));
    await axe(page);
    await search(page).fill("lindq");
    await dialog(page).getByRole("checkbox", { name: /Eve Lindqvist/ }).check();
    await says(dialog(page), "1 person chosen");
    await axe(page);
    await fits(page);
    await tab(page, "Paste or load a list").click();
    await list(page).fill(
      "Dan Kowalski <DAN@example.org>; ada@example.org\nnobody@example.org,eve@example.org\ndan@example.org",
    );
    await says(part(page, "Found"), "2");
    await says(part(page, "Licensed already"), "1");
    await says(part(page, "Not found"), "1");
    await part(page, "Not found").locator("summary").click();
    await says(part(page, "Not found"), "nobody@example.org Line 2");
    await part(page, "Licensed already").locator("summary").click();
    await says(part(page, "Licensed already"), "Ada Muster");
    await says(dialog(page), "1 entry names somebody again; everybody counts once.");
    // Eve was found in two ways and counts once.
    await says(dialog(page), "2 people chosen");
    await says(dialog(page), "2 people get access; 6 of 45 licences are free afterwards.");
    await axe(page);
    await fits(page);
    await tab(page, "Group").click();
    await says(dialog(page), "later changes of the group do nothing");
    await axe(page);
    await fits(page);
    await dialog(page).getByLabel("Role").selectOption("Product");
    await button(page, "Give 2 people a licence").click();
    await says(toast(page), "2 people have a licence now.");
    await gone(dialog(page));
    await says(subtitle(page), "39 people hold a licence, 21 do not; 6 licences are free");
    await says(page.locator(".grid-row").filter({ hasText: "Eve Lindqvist" }), "Product");
  });

  journey(`lic_5 licences run out: raise and assign in one booking, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open(TEAM, { theme, width });
    await add(page).click();
    await tab(page, "Group").click();
    const groups = dialog(page).getByRole("checkbox");
    for (let at = 0; at < (await groups.count()); at += 1) await groups.nth(at).check();
    await says(dialog(page), "23 people chosen");
    await says(dialog(page).getByRole("alert"), "15 licences are missing: the subscription has 45.");
    await axe(page);
    await button(page, "Raise to 60 licences").click();
    await says(dialog(page), "23 people get access; 0 of 60 licences are free afterwards.");
    const text = await dialog(page).textContent();
    for (const told of ["-168.00", "224.00", "56.00"]) assert.ok(text.includes(told), `${told} in ${text}`);
    await axe(page);
    await fits(page);
    // Fewer people need fewer licences, and the raise follows them.
    await groups.first().uncheck();
    await says(dialog(page).getByRole("button"), /^Raise to 5\d licences and assign$/);
    await groups.first().check();
    await button(page, "Do not raise").click();
    await button(page, "Raise to 60 licences").click();
    await button(page, "Raise to 60 licences and assign").click();
    await says(toast(page), "23 people have a licence now.");
    await says(subtitle(page), "60 people hold a licence, 0 do not; no licence is free");
    await page.goto(page.url().replace("#/people", "#/subscription"));
    await says(page.getByRole("main"), "60 licences");
  });
}

journey("rol_5 keys alone: search, tick, choose, confirm; the focus returns to the button", async ({ open }) => {
  const page = await open(TEAM);
  await add(page).focus();
  await page.keyboard.press("Enter");
  await see(dialog(page));
  const focused = (wanted) =>
    page.waitForFunction((wanted) => (document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "").includes(wanted) ||
      document.activeElement?.closest("label")?.textContent.includes(wanted), wanted);
  const tabTo = async (wanted) => {
    for (let at = 0; at < 40; at += 1) {
      await page.keyboard.press("Tab");
      const here = await page.evaluate(() => {
        const it = document.activeElement;
        return `${it?.getAttribute("aria-label") ?? ""} ${it?.closest("label")?.textContent ?? it?.textContent ?? ""}`;
      });
      if (here.includes(wanted)) return;
    }
    assert.fail(`Tab does not reach ${wanted}`);
  };
  await tabTo("Search");
  await page.keyboard.press("ArrowRight");
  await see(list(page));
  await page.keyboard.press("ArrowLeft");
  await tabTo("Search people without a licence");
  await page.keyboard.type("kowalski");
  await see(dialog(page).getByRole("checkbox", { name: /Dan Kowalski/ }));
  await tabTo("Dan Kowalski");
  await page.keyboard.press("Space");
  await focused("Dan Kowalski");
  await says(dialog(page), "1 person chosen");
  await tabTo("Give 1 person a licence");
  await page.keyboard.press("Enter");
  await says(toast(page), "1 person has a licence now.");
  await gone(dialog(page));
  await focused("Add people");
  await page.keyboard.press("Enter");
  await see(dialog(page));
  await page.keyboard.press("Escape");
  await gone(dialog(page));
  await focused("Add people");
});

journey("a list is loaded as a file, put away again, and dropped", async ({ open }) => {
  const page = await open(TEAM);
  await add(page).click();
  await tab(page, "Paste or load a list").click();
  const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  const input = dialog(page).getByLabel("Choose a file");
  await input.setInputFiles(file("people.csv", "\ufeffName;E-Mail\r\n\"Lindqvist; Eve\";eve@example.org\r\n"));
  await says(dialog(page), "Loaded: people.csv");
  await says(dialog(page), "1 person chosen");
  await gone(list(page));
  await axe(page);
  await button(page, "Remove the file").click();
  await says(dialog(page), "Nobody is chosen yet");
  await page.waitForFunction(() => document.activeElement.type === "file");
  await input.setInputFiles({ name: "names.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004\0\0") });
  await says(dialog(page).getByRole("alert"), "This is no text in UTF-8.");
  // Made in the page: twenty million bytes take long on their way into it.
  const drop = async (name, text, times = 1) => {
    const dataTransfer = await page.evaluateHandle(
      ([name, text, times]) => {
        const data = new DataTransfer();
        data.items.add(new File([text.repeat(times)], name, { type: "text/plain" }));
        return data;
      },
      [name, text, times],
    );
    await dialog(page).locator(".file-picker").dispatchEvent("drop", { dataTransfer });
  };
  await drop("large.csv", "x", 20_000_001);
  await says(dialog(page).getByRole("alert"), "The file is larger than 20 MB.");
  await drop("dropped.txt", "dan@example.org\n");
  await says(dialog(page), "Loaded: dropped.txt");
  await says(part(page, "Found"), "1");
});

journey("rol_4 a Default that resolves to None gives nobody access, and the dialog says so before", async ({ open }) => {
  const page = await open(TEAM);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Change default role" }).click();
  await dialog(page).getByRole("combobox").selectOption("none");
  await button(page, "Set default role to None").click();
  await gone(dialog(page));
  // The panel of the settings covers the buttons of the page until it is closed.
  await page.getByRole("complementary").getByRole("button", { name: "Close" }).click();
  await add(page).click();
  await search(page).fill("lindq");
  await dialog(page).getByRole("checkbox", { name: /Eve Lindqvist/ }).check();
  await says(dialog(page), "Default resolves to None at present, so nobody gets access by it.");
  await see(button(page, "Give 1 person the role Default (None)"));
  await dialog(page).getByLabel("Role").selectOption("Team");
  await see(button(page, "Give 1 person a licence"));
});

journey("nobody is added while nothing runs, and the button says why", async ({ open }) => {
  const page = await open("#/people?org=expired");
  assert.equal(await add(page).getAttribute("aria-disabled"), "true");
  await says(page.getByRole("main"), "The subscription has ended. Buy again to give people access");
});

journey("lic_9 the export has the licensed as they are filtered, with roles, dates and marks", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual");
  const saved = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    assert.equal(download.suggestedFilename(), "licensed-users-2026-11-24.csv");
    return readFile(await download.path(), "utf8");
  };
  const all = await saved("Export CSV (119)");
  await says(toast(page), "119 licensed people exported to licensed-users-2026-11-24.csv.");
  assert.ok(all.startsWith("\ufeffName,E-mail or account,ID,Role,Licensed since,Last access,Left,Account,State\r\n"), all.slice(0, 200));
  assert.equal(all.split("\r\n").length, 1 + 119 + 1);
  assert.ok(all.includes('"O\'Neil ""Bobby"" <b>Tables</b> & \'Co\'; --",'), "quoted");
  assert.ok(/Ada Muster,ada@example\.org,ada,Administrator,\d{4}-\d{2}-\d{2},2026-11-24,,,active\r\n/.test(all));
  await page.getByRole("combobox", { name: "Role", exact: true }).first().selectOption("Administrator");
  const some = await saved("Export CSV (2)");
  assert.equal(some.split("\r\n").length, 1 + 2 + 1);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.getByRole("tab", { name: /Unlicensed/ }).click();
  await see(page.getByRole("button", { name: "Export CSV (119)" }));
});
