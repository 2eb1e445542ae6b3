// Setting roles with one click, for one person and for many. A dialog asks first if someone loses access or licenses
// are needed (ROL 3–5, LIC 3, LIC 5).
import { dialog, more, roleItem, roleOf, row, rows, setRole, subtitle, toast } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";

const button = (page, name) => dialog(page).getByRole("button", { name, exact: true });

test("rol_3 a role is set by one click, told, and undone", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await roleOf(page, "Aisha Bauer").click();
  await expect(page.getByRole("menu", { name: "Change role" })).toBeVisible();
  await expect(roleItem(page, "Default")).toHaveAttribute("aria-checked", "true");
  await axe(page);
  await roleItem(page, "Budget").click();
  await expect(toast(page)).toShow("Aisha Bauer now has the Budget role.");
  await expect(row(page, "Aisha Bauer")).toShow("Budget");
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Aisha Bauer")).toShow("Default (Team role)");
  await axe(page);
  // Another visit shows the same state.
  await setRole(page, "Ben Okafor", "Product");
  await expect(row(page, "Ben Okafor")).toShow("Product");
  await page.reload();
  await expect(row(page, "Ben Okafor")).toShow("Product");
});

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
  test(`rol_4 None asks first, with what it frees and why, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open("#/people?org=team-monthly", { theme, width });
    await setRole(page, "Aisha Bauer", "None");
    await expect(page.getByRole("heading", { name: "Remove access for Aisha Bauer" })).toBeVisible();
    await expect(dialog(page)).toShow("Aisha Bauer loses access right away. 1 license becomes available.");
    await axe(page);
    await button(page, "Cancel").click();
    await expect(dialog(page)).toBeHidden();
    await expect(row(page, "Aisha Bauer")).toShow("Default (Team role)");
    await setRole(page, "Aisha Bauer", "None");
    await dialog(page).getByRole("radio", { name: "Left the organization" }).click();
    await button(page, "Remove 1 license").click();
    await expect(toast(page)).toShow("Aisha Bauer no longer has access.");
    await expect(subtitle(page)).toShow("36 people have a license, 24 don't; 9 licenses available");
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
  await expect(toast(page)).toShow("3 people now have the Budget role.");
  await expect(page.getByRole("region", { name: "Selection" })).toBeHidden();
  expect(await budgets()).toBe(before + 3);
  // Escape closes the menu, and the focus returns to the button of the row.
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
    await page.getByRole("checkbox", { name: "Select all matches" }).click();
    await expect(page.getByRole("region", { name: "Selection" })).toShow("23 selected");
    await page.getByRole("button", { name: "Change role" }).click();
    await roleItem(page, "Product").click();
    await expect(page.getByRole("heading", { name: "You need more licenses" })).toBeVisible();
    await expect(dialog(page)).toShow("You need 15 more licenses than the 45 you have.");
    await axe(page);
    await button(page, "Increase to 60 licenses").click();
    await expect(dialog(page)).toShow("Remaining time: Team plan, 60 licenses");
    await expect(dialog(page)).toShow("23 people get the Product role; 23 need a license.");
    await expect(dialog(page).locator(".sum.due")).toShow("56.00");
    await axe(page);
    await button(page, "Increase to 60 licenses and assign role").click();
    await expect(toast(page)).toShow("23 people now have the Product role.");
    await expect(subtitle(page)).toShow("60 people have a license, 0 don't; no licenses available");
    await expect(page.getByRole("main")).toShow("All 60 licenses are in use.");
  });
}

test("rol_3 rol_4 the default role tells how many people it touches", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await more(page, "Settings");
  await page.getByRole("button", { name: "Change default role" }).click();
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole("combobox").selectOption("none");
  await expect(dialog(page)).toShow("32 people are on Default. 32 people lose access right away.");
  await axe(page);
  await dialog(page).getByRole("combobox").selectOption("product");
  await expect(dialog(page)).toShow("32 people are on Default.");
  await button(page, "Set default role to Product").click();
  await expect(toast(page)).toShow("The default role is now Product.");
  await expect(row(page, "Aisha Bauer")).toShow("Default (Product role)");
});

test("rol_3 removing access is counted, and undone from the toast", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  const before = await subtitle(page).textContent();
  await setRole(page, "Ben Okafor", "None");
  const remove = dialog(page).locator("button.danger");
  await expect(remove).toShow(/1 license/);
  await axe(page);
  await remove.click();
  // Ben was just seen, so the dialog asks again.
  await expect(dialog(page).getByRole("alert")).toBeVisible();
  await remove.click();
  await expect(dialog(page)).toBeHidden();
  await expect(subtitle(page)).not.toHaveText(before);
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await expect(toast(page)).toShow("Undone. Everyone has the role from before.");
  await expect(row(page, "Ben Okafor")).toShow("Administrator");
  await expect(subtitle(page)).toHaveText(before);
});

test("lic_3 a licence is passed on with a reason, and the history keeps it", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await row(page, "Ada Muster").getByRole("button", { name: "Ada Muster", exact: true }).click();
  await page.getByRole("button", { name: "Reassign license" }).click();
  await expect(page.getByRole("heading", { name: "Reassign license" })).toBeVisible();
  await page.getByLabel("Search unlicensed people").fill("lindq");
  await dialog(page).getByRole("radio", { name: /Eve Lindqvist/ }).check();
  await axe(page);
  await expect(dialog(page)).toShow("You can reassign a license only if its holder has left or stopped using the product. Choose a reason.");
  await dialog(page).getByRole("radio", { name: "Left the organization" }).click();
  await button(page, "Reassign license to Eve Lindqvist").click();
  await expect(toast(page)).toShow("Ada Muster's license is now assigned to Eve Lindqvist.");
  await expect(row(page, "Eve Lindqvist")).toShow("Administrator");
  await row(page, "Eve Lindqvist").getByRole("button", { name: "Eve Lindqvist", exact: true }).click();
  await expect(page.getByRole("complementary", { name: "Eve Lindqvist" })).toShow("Reassigned license from Ada Muster to Eve Lindqvist");
});

test("lic_3 the licences that nobody uses are freed after a look at whose they are", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual");
  await more(page, "Remove inactive licenses");
  await expect(dialog(page)).toShow("68 licensed people haven't signed in for 90 days. 68 selected");
  await dialog(page).getByRole("radio", { name: "180 days" }).click();
  const found = dialog(page).getByRole("status");
  await expect(found).toShow(/^\d+ licensed people haven't signed in for 180 days/);
  const count = Number((await found.textContent()).match(/^\d+/)[0]);
  expect(count > 1 && count < 68, `${count}`).toBeTruthy();
  await dialog(page).getByRole("checkbox").first().uncheck();
  await expect(found).toShow(`${count - 1} selected`);
  await axe(page);
  await button(page, `Remove ${count - 1} licenses`).click();
  await expect(toast(page)).toShow(`${count - 1} licenses removed.`);
  await expect(subtitle(page)).toShow(`${119 - count + 1} people have a license`);
});

test("lic_5 few free licences are a warning with the way to more", async ({ open }) => {
  const page = await open("#/people?org=licensed-1000");
  await expect(page.getByRole("note")).toShow("Only 2 of 1,000 licenses are available.");
  await page.getByRole("link", { name: "Add licenses" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Change your subscription" })).toBeVisible();
});

test("chg_10 what another tab has booked meanwhile is said, and nothing is lost", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  const other = await open("#/people?org=team-monthly");
  await setRole(page, "Aisha Bauer", "None");
  await expect(dialog(page)).toBeVisible();
  await setRole(other, "Ben Okafor", "Product");
  await expect(toast(other)).toShow("Ben Okafor now has the Product role.");
  await expect(row(page, "Ben Okafor")).toShow("Product");
  await button(page, "Remove 1 license").click();
  await expect(subtitle(page)).toShow("36 people have a license");
  await expect(subtitle(other)).toShow("36 people have a license");
});
