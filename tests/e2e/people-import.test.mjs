// Importing roles: every change and every faulty line before anything is booked, then all of it at once (ROL 3, ROL 5).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { axe, gone, journey, says, see } from "./harness.mjs";

const TEAM = "#/people?org=team-monthly";
const dialog = (page) => page.getByRole("dialog");
const button = (page, name) => dialog(page).getByRole("button", { name, exact: true });
const toast = (page) => page.locator(".toast");
const subtitle = (page) => page.locator(".page-subtitle");
const openImport = (page) => page.getByRole("button", { name: "Import roles" }).first().click();
const table = (page) => dialog(page).getByLabel("A table of people and roles");
const row = (page, name) => page.locator(".grid-row").filter({ hasText: name }).first();
const part = (page, name) => dialog(page).locator("details").filter({ hasText: name });

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
  journey(`rol_5 faults by line, then a good file in one booking, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open(TEAM, { theme, width });
    await openImport(page);
    await see(page.getByRole("heading", { name: "Import roles" }));
    await says(dialog(page), "Choose a file or paste a table first.");
    await axe(page);
    const faulty = "e-mail,role\nnobody@example.org,Team\neve@example.org,Boss\ncleo@example.org,None\ndan@example.org,budget";
    await table(page).fill(faulty);
    await says(dialog(page).getByRole("alert"), "2 lines to correct");
    await says(dialog(page), "Line 2: Nobody has the e-mail, account or id “nobody@example.org”.");
    await says(dialog(page), "Line 3: “Boss” is no role.");
    await says(dialog(page), "Nothing is changed while lines are faulty.");
    assert.equal(await button(page, "Change 2 roles").getAttribute("aria-disabled"), "true");
    await axe(page);
    await dialog(page).getByLabel("Leave out the 2 faulty lines and import the rest").check();
    await says(dialog(page), "1 person gets access, 1 person loses access; 8 of 45 licences are free afterwards.");
    await table(page).fill(faulty.replace("nobody@", "ada@").replace("Boss", "Default"));
    await says(dialog(page), "1 person loses access");
    await part(page, "None: 1 person").locator("summary").click();
    await says(part(page, "None: 1 person"), "Cleo Marchetti");
    await axe(page);
    const over = await dialog(page).locator(".dialog-body").evaluate((it) => it.scrollWidth - it.clientWidth);
    assert.ok(over <= 0, `the dialog scrolls ${over} px sideways`);
    await button(page, "Change 4 roles").click();
    await says(dialog(page), "Cleo Marchetti was seen on");
    await button(page, "Yes, change 4 roles").click();
    await says(toast(page), "4 roles changed.");
    await gone(dialog(page));
    await says(subtitle(page), "38 people hold a licence, 22 do not; 7 licences are free");
    await says(row(page, "Dan Kowalski"), "Budget");
    await says(row(page, "Eve Lindqvist"), "Default (Team)");
    // It is one booking, and another visit finds it as it was left.
    await page.reload();
    await says(row(page, "Dan Kowalski"), "Budget");
  });
}

journey("an export is changed and imported again, and unchanged it changes nothing", async ({ open }) => {
  const page = await open(TEAM);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export CSV (37)" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  await openImport(page);
  const file = (text) => ({ name: "roles.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const input = dialog(page).getByLabel("Choose a file");
  await input.setInputFiles(file(text));
  await says(dialog(page), "37 people have the role already; nothing changes for them.");
  await says(dialog(page), "Nothing would change: everybody has these roles already.");
  await axe(page);
  await input.setInputFiles(file(text.replaceAll("Default (Team)", "Product")));
  await says(dialog(page), "Product:");
  await says(dialog(page), "Nobody gets or loses access; 8 of 45 licences are free afterwards.");
  await dialog(page).getByRole("button", { name: /^Change \d+ roles$/ }).click();
  await says(toast(page), /\d+ roles changed\./);
  await says(row(page, "Aisha Bauer"), "Product");
});

journey("lic_5 an import that needs more licences raises them in the same booking", async ({ open }) => {
  const page = await open(TEAM);
  await page.getByRole("tab", { name: /Unlicensed/ }).click();
  const ids = ["dan", "eve", ...Array.from({ length: 55 }, (_, at) => `p${String(at + 1).padStart(6, "0")}`)];
  await openImport(page);
  await table(page).fill(`id;role\n${ids.map((id) => `${id};Team`).join("\n")}\n`);
  await says(dialog(page).getByRole("alert"), "missing: the subscription has 45.");
  await dialog(page).getByRole("button", { name: /^Raise to \d+ licences$/ }).click();
  await says(dialog(page), "Remaining time");
  await axe(page);
  await dialog(page).getByRole("button", { name: /^Raise to \d+ licences and assign$/ }).click();
  await says(toast(page), /\d+ roles changed\./);
  await says(subtitle(page), "60 people hold a licence, 0 do not; no licence is free");
});

journey("rol_5 keys alone: a table is typed and imported", async ({ open }) => {
  const page = await open(TEAM);
  await page.getByRole("button", { name: "Import roles" }).focus();
  await page.keyboard.press("Enter");
  await see(dialog(page));
  const tabTo = async (wanted) => {
    for (let at = 0; at < 30; at += 1) {
      await page.keyboard.press("Tab");
      const reached = await page.evaluate((wanted) => {
        const it = document.activeElement;
        return it.tagName.toLowerCase() === wanted || (it.textContent ?? "").includes(wanted);
      }, wanted);
      if (reached) return;
    }
    assert.fail(`Tab does not reach ${wanted}`);
  };
  await tabTo("textarea");
  await page.keyboard.type("eve@example.org,team");
  await says(dialog(page), "1 person gets access");
  await tabTo("Change 1 role");
  await page.keyboard.press("Enter");
  await says(toast(page), "1 role changed.");
  await says(row(page, "Eve Lindqvist"), "Team");
});

journey("chg_10 a save that fails says so, and nothing is lost", async ({ open }) => {
  const page = await open(`${TEAM}&save=fails`);
  await openImport(page);
  await table(page).fill("eve@example.org,team");
  await button(page, "Change 1 role").click();
  await see(dialog(page).getByRole("alert"));
  assert.equal(await table(page).inputValue(), "eve@example.org,team");
  await says(subtitle(page), "37 people hold a licence");
});
