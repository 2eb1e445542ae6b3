// Importing roles: every change and every faulty line before anything is booked, then all of it at once (ROL 3, ROL 5).
import { dialog, download, row, subtitle, toast } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";

const TEAM = "#/people?org=team-monthly";
const button = (page, name) => dialog(page).getByRole("button", { name, exact: true });
const openImport = (page) => page.getByRole("button", { name: "Import roles" }).first().click();
const table = (page) => dialog(page).getByLabel("A table of people and roles");
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
    await expect(dialog(page).getByRole("alert")).toShow("2 lines to correct");
    await expect(dialog(page)).toShow("Line 2: Nobody has the e-mail, account or id “nobody@example.org”.");
    await expect(dialog(page)).toShow("Line 3: “Boss” is no role.");
    await expect(dialog(page)).toShow("Nothing is changed while lines are faulty.");
    await expect(button(page, "Change 2 roles")).toHaveAttribute("aria-disabled", "true");
    await axe(page);
    await dialog(page).getByLabel("Leave out the 2 faulty lines and import the rest").check();
    await expect(dialog(page)).toShow("1 person gets access, 1 person loses access; 8 of 45 licences are free afterwards.");
    await table(page).fill(faulty.replace("nobody@", "ada@").replace("Boss", "Default"));
    await expect(dialog(page)).toShow("1 person loses access");
    await part(page, "None: 1 person").locator("summary").click();
    await expect(part(page, "None: 1 person")).toShow("Cleo Marchetti");
    await axe(page);
    const over = await dialog(page).locator(".dialog-body").evaluate((it) => it.scrollWidth - it.clientWidth);
    expect(over, `the dialog scrolls ${over} px sideways`).toBeLessThanOrEqual(0);
    await button(page, "Change 4 roles").click();
    await expect(dialog(page)).toShow("Cleo Marchetti was seen on");
    await button(page, "Yes, change 4 roles").click();
    await expect(toast(page)).toShow("4 roles changed.");
    await expect(dialog(page)).toBeHidden();
    await expect(subtitle(page)).toShow("38 people hold a licence, 22 do not; 7 licences are free");
    await expect(row(page, "Dan Kowalski")).toShow("Budget");
    await expect(row(page, "Eve Lindqvist")).toShow("Default (Team)");
    // It is one booking, and another visit finds it as it was left.
    await page.reload();
    await expect(row(page, "Dan Kowalski")).toShow("Budget");
  });
}

test("an export is changed and imported again, and unchanged it changes nothing", async ({ open }) => {
  const page = await open(TEAM);
  const { bytes } = await download(page, () => page.getByRole("button", { name: "Export CSV (37)" }).click());
  const text = bytes.toString();
  await openImport(page);
  const file = (text) => ({ name: "roles.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const input = dialog(page).getByLabel("Choose a file");
  await input.setInputFiles(file(text));
  await expect(dialog(page)).toShow("37 people have the role already; nothing changes for them.");
  await expect(dialog(page)).toShow("Nothing would change: everybody has these roles already.");
  await axe(page);
  await input.setInputFiles(file(text.replaceAll("Default (Team)", "Product")));
  await expect(dialog(page)).toShow("Product:");
  await expect(dialog(page)).toShow("Nobody gets or loses access; 8 of 45 licences are free afterwards.");
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
  await expect(dialog(page).getByRole("alert")).toShow("missing: the subscription has 45.");
  await dialog(page).getByRole("button", { name: /^Raise to \d+ licences$/ }).click();
  await expect(dialog(page)).toShow("Remaining time");
  await axe(page);
  await dialog(page).getByRole("button", { name: /^Raise to \d+ licences and assign$/ }).click();
  await expect(toast(page)).toShow(/\d+ roles changed\./);
  await expect(subtitle(page)).toShow("60 people hold a licence, 0 do not; no licence is free");
});

test("rol_5 keys alone: a table is typed and imported", async ({ open }) => {
  const page = await open(TEAM);
  await page.getByRole("button", { name: "Import roles" }).focus();
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
  await expect(dialog(page)).toShow("1 person gets access");
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
  await expect(subtitle(page)).toShow("37 people hold a licence");
});
