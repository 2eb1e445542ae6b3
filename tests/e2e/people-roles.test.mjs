// Roles by one click, for one and for many; what takes access away or needs licences asks first (ROL 3–5, LIC 3, LIC 5).
import { dialog, roleItem, roleOf, row, rows, setRole, subtitle, toast } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";

const button = (page, name) => dialog(page).getByRole("button", { name, exact: true });

test("rol_3 a role is set by one click, told, and undone", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await roleOf(page, "Aisha Bauer").click();
  await expect(page.getByRole("menu", { name: "Change role" })).toBeVisible();
  await expect(roleItem(page, "Default")).toHaveAttribute("aria-checked", "true");
  await axe(page);
  await roleItem(page, "Budget").click();
  await expect(toast(page)).toShow("Aisha Bauer has the role Budget now.");
  await expect(row(page, "Aisha Bauer")).toShow("Budget");
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Aisha Bauer")).toShow("Default (Team)");
  await axe(page);
  // Another visit finds it as it was left.
  await setRole(page, "Ben Okafor", "Product");
  await expect(row(page, "Ben Okafor")).toShow("Product");
  await page.reload();
  await expect(row(page, "Ben Okafor")).toShow("Product");
});

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
  test(`rol_4 None asks first, with what it frees and why, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open("#/people?org=team-monthly", { theme, width });
    await setRole(page, "Aisha Bauer", "None");
    await expect(page.getByRole("heading", { name: "Remove the access of Aisha Bauer" })).toBeVisible();
    await expect(dialog(page)).toShow("Aisha Bauer loses access at once. 1 licence becomes free.");
    await axe(page);
    await button(page, "Keep as it is").click();
    await expect(dialog(page)).toBeHidden();
    await expect(row(page, "Aisha Bauer")).toShow("Default (Team)");
    await setRole(page, "Aisha Bauer", "None");
    await dialog(page).getByRole("radio", { name: "Has left" }).click();
    await button(page, "Free 1 licence").click();
    await expect(toast(page)).toShow("Aisha Bauer has no access any more.");
    await expect(subtitle(page)).toShow("36 people hold a licence, 24 do not; 9 licences are free");
    await expect(row(page, "Aisha Bauer")).toBeHidden();
  });
}

test("rol_5 many at once, by keys alone", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  const budgets = () => rows(page).filter({ hasText: "Budget" }).count();
  const before = await budgets();
  await rows(page).nth(1).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("region", { name: "Selection" })).toShow("3 selected");
  await page.getByRole("button", { name: "Change role" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "menuitemradio");
  await page.keyboard.press("p");
  await page.waitForFunction(() => document.activeElement?.textContent.startsWith("Product"));
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => document.activeElement?.textContent.startsWith("Budget"));
  await page.keyboard.press("Enter");
  await expect(toast(page)).toShow("3 people have the role Budget now.");
  await expect(page.getByRole("region", { name: "Selection" })).toBeHidden();
  expect(await budgets()).toBe(before + 3);
  // Escape closes the menu and leaves the focus at the button of the row.
  await roleOf(page, "Ada Muster").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("Role of Ada Muster"));
});

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
  test(`lic_5 where licences run out they are raised in the same booking, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open("#/people?org=team-monthly&tab=unlicensed", { theme, width });
    await page.getByRole("checkbox", { name: "Select all that match" }).click();
    await expect(page.getByRole("region", { name: "Selection" })).toShow("23 selected");
    await page.getByRole("button", { name: "Change role" }).click();
    await roleItem(page, "Product").click();
    await expect(page.getByRole("heading", { name: "More licences are needed" })).toBeVisible();
    await expect(dialog(page)).toShow("15 licences are missing: the subscription has 45.");
    await axe(page);
    await button(page, "Raise to 60 licences").click();
    await expect(dialog(page)).toShow("Remaining time: Team, 60 licences");
    await expect(dialog(page)).toShow("23 people get the role Product; 23 need a licence.");
    await expect(dialog(page).locator(".sum.due")).toShow("56.00");
    await axe(page);
    await button(page, "Raise to 60 licences and set the role").click();
    await expect(toast(page)).toShow("23 people have the role Product now.");
    await expect(subtitle(page)).toShow("60 people hold a licence, 0 do not; no licence is free");
    await expect(page.getByRole("main")).toShow("All 60 licences are in use.");
  });
}

test("rol_3 rol_4 the default role tells how many people it touches", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Change default role" }).click();
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole("combobox").selectOption("none");
  await expect(dialog(page)).toShow("32 people are on Default. 32 people lose access at once.");
  await axe(page);
  await dialog(page).getByRole("combobox").selectOption("product");
  await expect(dialog(page)).toShow("32 people are on Default.");
  await button(page, "Set default role to Product").click();
  await expect(toast(page)).toShow("The default role is Product now.");
  await expect(row(page, "Aisha Bauer")).toShow("Default (Product)");
});

test("lic_3 a licence is passed on with a reason, and the history keeps it", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await row(page, "Ada Muster").getByRole("button", { name: "Ada Muster", exact: true }).click();
  await page.getByRole("button", { name: "Reassign licence" }).click();
  await expect(page.getByRole("heading", { name: "Give the licence to somebody else" })).toBeVisible();
  await page.getByLabel("Search people without a licence").fill("lindq");
  await dialog(page).getByRole("radio", { name: /Eve Lindqvist/ }).check();
  await axe(page);
  await expect(dialog(page)).toShow("A licence is passed on only when its holder has left or stopped using the product. Say which.");
  await dialog(page).getByRole("radio", { name: "Has left" }).click();
  await button(page, "Reassign licence to Eve Lindqvist").click();
  await expect(toast(page)).toShow("The licence of Ada Muster belongs to Eve Lindqvist now.");
  await expect(row(page, "Eve Lindqvist")).toShow("Administrator");
  await row(page, "Eve Lindqvist").getByRole("button", { name: "Eve Lindqvist", exact: true }).click();
  await expect(page.getByRole("complementary", { name: "Eve Lindqvist" })).toShow("Licence passed from Ada Muster to Eve Lindqvist");
});

test("lic_3 the licences that nobody uses are freed after a look at whose they are", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual");
  await page.getByRole("button", { name: "Free inactive licences" }).click();
  await expect(dialog(page)).toShow("68 people hold a licence and were not seen for so long. 68 are chosen");
  await dialog(page).getByRole("radio", { name: "180 days" }).click();
  const found = dialog(page).getByRole("status");
  await expect(found).toShow(/^\d+ people hold a licence/);
  const count = Number((await found.textContent()).match(/^\d+/)[0]);
  expect(count > 1 && count < 68, `${count}`).toBeTruthy();
  await dialog(page).getByRole("checkbox").first().uncheck();
  await expect(found).toShow(`${count - 1} are chosen`);
  await axe(page);
  await button(page, `Free ${count - 1} licences`).click();
  await expect(toast(page)).toShow(`${count - 1} licences are free now.`);
  await expect(subtitle(page)).toShow(`${119 - count + 1} people hold a licence`);
});

test("lic_5 few free licences are a warning with the way to more", async ({ open }) => {
  const page = await open("#/people?org=licensed-1000");
  await expect(page.getByRole("note")).toShow("Only 2 of 1,000 licences are free.");
  await page.getByRole("link", { name: "Add licences" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Change your subscription" })).toBeVisible();
});

test("chg_10 what another tab has booked meanwhile is said, and nothing is lost", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  const other = await open("#/people?org=team-monthly");
  await setRole(page, "Aisha Bauer", "None");
  await expect(dialog(page)).toBeVisible();
  await setRole(other, "Ben Okafor", "Product");
  await expect(toast(other)).toShow("Ben Okafor has the role Product now.");
  await expect(row(page, "Ben Okafor")).toShow("Product");
  await button(page, "Free 1 licence").click();
  await expect(subtitle(page)).toShow("36 people hold a licence");
  await expect(subtitle(other)).toShow("36 people hold a licence");
});
