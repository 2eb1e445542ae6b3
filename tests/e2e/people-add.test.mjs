// Adding people: by search, from a pasted or uploaded list, by group. If there are too few licenses, a single booking
// adds licenses and roles (ROL 5, LIC 2, LIC 5). Also the export of licensed people.
import { action, dialog, download, more, subtitle, toast } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";

const TEAM = "#/people?org=team-monthly";
const button = (page, name) => dialog(page).getByRole("button", { name, exact: true });
const tab = (page, name) => dialog(page).getByRole("tab", { name });
const add = (page) => page.getByRole("button", { name: "Add people" });
const search = (page) => dialog(page).getByRole("searchbox", { name: "Search unlicensed people" });
const list = (page) => dialog(page).getByLabel("Email addresses, accounts, or IDs");
/** A part of the report, by its heading. */
const part = (page, name) => dialog(page).locator("details").filter({ hasText: name });

const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
/** Checks that nothing in the dialog is wider than the dialog. */
const fits = async (page) => {
  expect(await sideways(page), "the page scrolls sideways").toBeLessThanOrEqual(0);
  const over = await dialog(page).evaluate((it) => {
    const body = it.querySelector(".dialog-body");
    return body.scrollWidth - body.clientWidth;
  });
  expect(over, `the dialog scrolls ${over} px sideways`).toBeLessThanOrEqual(0);
};

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
  test(`rol_5 people are found, listed and grouped, and get a licence, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open(TEAM, { theme, width });
    await add(page).click();
    await expect(page.getByRole("heading", { name: "Add people" })).toBeVisible();
    await expect(dialog(page)).toShow("No one selected");
    await expect(dialog(page).getByRole("tab", { name: "Search", selected: true })).toBeVisible();
    await axe(page);
    await search(page).fill("lindq");
    await dialog(page).getByRole("checkbox", { name: /Eve Lindqvist/ }).check();
    await expect(dialog(page)).toShow("1 person selected");
    await axe(page);
    await fits(page);
    await tab(page, "Paste or upload a list").click();
    await list(page).fill(
      "Dan Kowalski <DAN@example.org>; ada@example.org\nnobody@example.org,eve@example.org\ndan@example.org",
    );
    await expect(part(page, "Found")).toShow("2");
    await expect(part(page, "Already licensed")).toShow("1");
    await expect(part(page, "Not found")).toShow("1");
    await part(page, "Not found").locator("summary").click();
    await expect(part(page, "Not found")).toShow("nobody@example.org Line 2");
    await part(page, "Already licensed").locator("summary").click();
    await expect(part(page, "Already licensed")).toShow("Ada Muster");
    await expect(dialog(page)).toShow("1 entry is a duplicate. Each person counts once.");
    // Eve was selected in two ways and counts once.
    await expect(dialog(page)).toShow("2 people selected");
    await expect(dialog(page)).toShow("2 people gain access. 6 of 45 licenses will be available.");
    await axe(page);
    await fits(page);
    await tab(page, "Group").click();
    await expect(dialog(page)).toShow("later changes to the group have no effect");
    await axe(page);
    await fits(page);
    await dialog(page).getByLabel("Role").selectOption("Product");
    await button(page, "License 2 people").click();
    await expect(toast(page)).toShow("2 people now have a license.");
    await expect(dialog(page)).toBeHidden();
    await expect(subtitle(page)).toShow("39 people have a license, 21 don't; 6 licenses available");
    await expect(page.locator(".grid-row").filter({ hasText: "Eve Lindqvist" })).toShow("Product");
  });

  test(`lic_5 licenses run out: raise and assign in one booking, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open(TEAM, { theme, width });
    await add(page).click();
    await tab(page, "Group").click();
    const groups = dialog(page).getByRole("checkbox");
    for (let at = 0; at < (await groups.count()); at += 1) await groups.nth(at).check();
    await expect(dialog(page)).toShow("23 people selected");
    await expect(dialog(page).getByRole("alert")).toShow("You need 15 more licenses than the 45 you have.");
    await axe(page);
    await button(page, "Increase to 60 licenses").click();
    await expect(dialog(page)).toShow("23 people gain access. 0 of 60 licenses will be available.");
    const text = await dialog(page).textContent();
    for (const told of ["-168.00", "224.00", "56.00"]) expect(text).toContain(told);
    await axe(page);
    await fits(page);
    // Fewer people need fewer licenses, and the increase changes accordingly.
    await groups.first().uncheck();
    await expect(dialog(page).getByRole("button")).toShow(/^Increase to 5\d licenses and assign$/);
    await groups.first().check();
    await button(page, "Don't add licenses").click();
    await button(page, "Increase to 60 licenses").click();
    await button(page, "Increase to 60 licenses and assign").click();
    await expect(toast(page)).toShow("23 people now have a license.");
    await expect(subtitle(page)).toShow("60 people have a license, 0 don't; no licenses available");
    await page.goto(page.url().replace("#/people", "#/subscription"));
    await expect(page.getByRole("main")).toShow("60 licenses");
  });
}

test("rol_5 keys alone: search, tick, choose, confirm; the focus returns to the button", async ({ open }) => {
  const page = await open(TEAM);
  await add(page).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
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
    throw new Error(`Tab does not reach ${wanted}`);
  };
  await tabTo("Search");
  await page.keyboard.press("ArrowRight");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await tabTo("Search unlicensed people");
  await page.keyboard.type("kowalski");
  await expect(dialog(page).getByRole("checkbox", { name: /Dan Kowalski/ })).toBeVisible();
  await tabTo("Dan Kowalski");
  await page.keyboard.press("Space");
  await focused("Dan Kowalski");
  await expect(dialog(page)).toShow("1 person selected");
  await tabTo("License 1 person");
  await page.keyboard.press("Enter");
  await expect(toast(page)).toShow("1 person now has a license.");
  await expect(dialog(page)).toBeHidden();
  await focused("Add people");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await focused("Add people");
});

test("a list is loaded as a file, put away again, and dropped", async ({ open }) => {
  const page = await open(TEAM);
  await add(page).click();
  await tab(page, "Paste or upload a list").click();
  const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  const input = dialog(page).getByLabel("Choose file");
  await input.setInputFiles(file("people.csv", "\ufeffName;E-Mail\r\n\"Lindqvist; Eve\";eve@example.org\r\n"));
  await expect(dialog(page)).toShow("Uploaded people.csv");
  await expect(dialog(page)).toShow("1 person selected");
  await expect(list(page)).toBeHidden();
  await axe(page);
  await button(page, "Remove file").click();
  await expect(dialog(page)).toShow("No one selected");
  await page.waitForFunction(() => document.activeElement.type === "file");
  await input.setInputFiles({ name: "names.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004\0\0") });
  await expect(dialog(page).getByRole("alert")).toShow("This file isn't UTF-8 text.");
  // Created in the page, because transferring twenty million bytes into it takes a long time.
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
  await expect(dialog(page).getByRole("alert")).toShow("The file is larger than 20 MB.");
  await drop("dropped.txt", "dan@example.org\n");
  await expect(dialog(page)).toShow("Uploaded dropped.txt");
  await expect(part(page, "Found")).toShow("1");
});

test("rol_4 a Default that resolves to None gives nobody access, and the dialog says so before", async ({ open }) => {
  const page = await open(TEAM);
  await more(page, "Settings");
  await page.getByRole("button", { name: "Change default role" }).click();
  await dialog(page).getByRole("combobox").selectOption("none");
  await button(page, "Set default role to None").click();
  await expect(dialog(page)).toBeHidden();
  // The settings panel covers the buttons of the page until it is closed.
  await page.getByRole("complementary").getByRole("button", { name: "Close" }).click();
  await add(page).click();
  await search(page).fill("lindq");
  await dialog(page).getByRole("checkbox", { name: /Eve Lindqvist/ }).check();
  await expect(dialog(page)).toShow("Default is currently None, which gives no access.");
  await expect(button(page, "Give 1 person the Default (None role) role")).toBeVisible();
  await dialog(page).getByLabel("Role").selectOption("Team");
  await expect(button(page, "License 1 person")).toBeVisible();
});

test("nobody is added while nothing runs, and the button says why", async ({ open }) => {
  const page = await open("#/people?org=expired");
  await expect(add(page)).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("main")).toShow("The subscription has ended. Until you buy again");
});

test("lic_9 the export has the licensed as they are filtered, with roles, dates and marks", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual");
  const saved = async (name) => {
    const file = await download(page, () => more(page, name));
    expect(file.name).toBe("licensed-users-2026-11-24.csv");
    return file.bytes.toString();
  };
  const all = await saved("Export CSV (119)");
  await expect(toast(page)).toShow("119 licensed people exported to licensed-users-2026-11-24.csv.");
  expect(all.startsWith("\ufeffName,E-mail or account,ID,Role,Licensed since,Last access,Left,Account,State\r\n"), all.slice(0, 200)).toBeTruthy();
  expect(all.split("\r\n").length).toBe(1 + 119 + 1);
  expect(all, "quoted").toContain('"O\'Neil ""Bobby"" <b>Tables</b> & \'Co\'; --",');
  expect(/Ada Muster,ada@example\.org,ada,Administrator,\d{4}-\d{2}-\d{2},2026-11-24,,,active\r\n/.test(all)).toBeTruthy();
  await page.getByRole("combobox", { name: "Role", exact: true }).first().selectOption("Administrator");
  const some = await saved("Export CSV (2)");
  expect(some.split("\r\n").length).toBe(1 + 2 + 1);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.getByRole("tab", { name: /Unlicensed/ }).click();
  await expect(await action(page, "Export CSV (119)")).toBeVisible();
});
