// Importing roles: every change and every line with an error is shown before anything is booked, then all changes are
// booked at once (ROL 3, ROL 5).
import { dialog, download, more, row, subtitle, toast } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";

const TEAM = "#/people?org=team-monthly";
const button = (page, name) => dialog(page).getByRole("button", { name, exact: true });
const openImport = (page) => more(page, "Import roles");
const table = (page) => dialog(page).getByLabel("Table of people and roles");
const part = (page, name) => dialog(page).locator("details").filter({ hasText: name });

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
  test(`rol_5 faults by line, then a good file in one booking, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open(TEAM, { theme, width });
    await openImport(page);
    await expect(page.getByRole("heading", { name: "Import roles" })).toBeVisible();
    await expect(dialog(page)).toShow("Choose a file or paste a table first.");
    await axe(page);
    const faulty = "e-mail,role\nnobody@example.org,Team\neve@example.org,Boss\ncleo@example.org,None\ndan@example.org,budget";
    await table(page).fill(faulty);
    await expect(dialog(page).getByRole("alert")).toShow("2 lines to fix");
    await expect(dialog(page)).toShow("Line 2: No one has the email, account, or ID “nobody@example.org”.");
    await expect(dialog(page)).toShow("Line 3: “Boss” isn't a role.");
    await expect(dialog(page)).toShow("Fix the lines with errors or skip them");
    await expect(button(page, "Change 2 roles")).toHaveAttribute("aria-disabled", "true");
    await axe(page);
    await dialog(page).getByLabel("Skip the 2 lines with errors and import the rest").check();
    await expect(dialog(page)).toShow("1 person gains access, 1 person loses access. 8 of 45 licenses will be available.");
    await table(page).fill(faulty.replace("nobody@", "ada@").replace("Boss", "Default"));
    await expect(dialog(page)).toShow("1 person loses access");
    await part(page, "None: 1 person").locator("summary").click();
    await expect(part(page, "None: 1 person")).toShow("Cleo Marchetti");
    await axe(page);
    const over = await dialog(page).locator(".dialog-body").evaluate((it) => it.scrollWidth - it.clientWidth);
    expect(over, `the dialog scrolls ${over} px sideways`).toBeLessThanOrEqual(0);
    await button(page, "Change 4 roles").click();
    await expect(dialog(page)).toShow("Cleo Marchetti last used Azure DevOps on");
    await button(page, "Yes, change 4 roles").click();
    await expect(toast(page)).toShow("4 roles changed.");
    await expect(dialog(page)).toBeHidden();
    await expect(subtitle(page)).toShow("38 people have a license, 22 don't; 7 licenses available");
    await expect(row(page, "Dan Kowalski")).toShow("Budget");
    await expect(row(page, "Eve Lindqvist")).toShow("Default (Team role)");
    // It is a single booking, and another visit shows the same state.
    await page.reload();
    await expect(row(page, "Dan Kowalski")).toShow("Budget");
  });
}

test("an export is changed and imported again, and unchanged it changes nothing", async ({ open }) => {
  const page = await open(TEAM);
  const { bytes } = await download(page, () => more(page, "Export CSV (37)"));
  const text = bytes.toString();
  await openImport(page);
  const file = (text) => ({ name: "roles.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const input = dialog(page).getByLabel("Choose file");
  await input.setInputFiles(file(text));
  await expect(dialog(page)).toShow("37 people already have the role and won't change.");
  await expect(dialog(page)).toShow("Nothing to change. Everyone already has these roles.");
  await axe(page);
  await input.setInputFiles(file(text.replaceAll("Default (Team role)", "Product")));
  await expect(dialog(page)).toShow("Product:");
  await expect(dialog(page)).toShow("No one gains or loses access. 8 of 45 licenses will be available.");
  await dialog(page).getByRole("button", { name: /^Change \d+ roles$/ }).click();
  await expect(toast(page)).toShow(/\d+ roles changed\./);
  await expect(row(page, "Aisha Bauer")).toShow("Product");
});

test("lic_5 an import that needs more licences raises them in the same booking", async ({ open }) => {
  const page = await open(TEAM);
  await page.getByRole("tab", { name: /Unlicensed/ }).click();
  const ids = ["dan", "eve", ...Array.from({ length: 55 }, (_, at) => `p${String(at + 1).padStart(6, "0")}`)];
  await openImport(page);
  await table(page).fill(`id;role\n${ids.map((id) => `${id};Team`).join("\n")}\n`);
  await expect(dialog(page).getByRole("alert")).toShow("more licenses than the 45 you have.");
  await dialog(page).getByRole("button", { name: /^Increase to \d+ licenses$/ }).click();
  await expect(dialog(page)).toShow("Remaining time");
  await axe(page);
  await dialog(page).getByRole("button", { name: /^Increase to \d+ licenses and assign$/ }).click();
  await expect(toast(page)).toShow(/\d+ roles changed\./);
  await expect(subtitle(page)).toShow("60 people have a license, 0 don't; no licenses available");
});

test("rol_5 keys alone: a table is typed and imported", async ({ open }) => {
  const page = await open(TEAM);
  await page.getByRole("button", { name: "More actions" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Import roles" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  const tabTo = async (wanted) => {
    for (let at = 0; at < 30; at += 1) {
      await page.keyboard.press("Tab");
      const reached = await page.evaluate((wanted) => {
        const it = document.activeElement;
        return it.tagName.toLowerCase() === wanted || (it.textContent ?? "").includes(wanted);
      }, wanted);
      if (reached) return;
    }
    throw new Error(`Tab does not reach ${wanted}`);
  };
  await tabTo("textarea");
  await page.keyboard.type("eve@example.org,team");
  await expect(dialog(page)).toShow("1 person gains access");
  await tabTo("Change 1 role");
  await page.keyboard.press("Enter");
  await expect(toast(page)).toShow("1 role changed.");
  await expect(row(page, "Eve Lindqvist")).toShow("Team");
});

test("chg_10 a save that fails says so, and nothing is lost", async ({ open }) => {
  const page = await open(`${TEAM}&save=fails`);
  await openImport(page);
  await table(page).fill("eve@example.org,team");
  await button(page, "Change 1 role").click();
  await expect(dialog(page).getByRole("alert")).toBeVisible();
  await expect(table(page)).toHaveValue("eve@example.org,team");
  await expect(subtitle(page)).toShow("37 people have a license");
});
