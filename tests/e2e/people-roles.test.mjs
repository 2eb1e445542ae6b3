// Roles by one click, for one and for many; what takes access away or needs licences asks first (ROL 3–5, LIC 3, LIC 5).
import assert from "node:assert/strict";
import { axe, gone, journey, says, see } from "./harness.mjs";

const rows = (page) => page.locator(".grid-row");
const row = (page, name) => rows(page).filter({ hasText: name }).first();
const roleOf = (page, name) => row(page, name).getByRole("button", { name: `Role of ${name}` });
const item = (page, name) => page.getByRole("menuitemradio", { name: new RegExp(`^${name}`) });
const dialog = (page) => page.getByRole("dialog");
const button = (page, name) => dialog(page).getByRole("button", { name, exact: true });
const toast = (page) => page.locator(".toast");
const subtitle = (page) => page.locator(".page-subtitle");

journey("rol_3 a role is set by one click, told, and undone", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await roleOf(page, "Aisha Bauer").click();
  await see(page.getByRole("menu", { name: "Change role" }));
  assert.equal(await item(page, "Default").getAttribute("aria-checked"), "true");
  await axe(page);
  await item(page, "Budget").click();
  await says(toast(page), "Aisha Bauer has the role Budget now.");
  await says(row(page, "Aisha Bauer"), "Budget");
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await says(row(page, "Aisha Bauer"), "Default (Team)");
  await axe(page);
  // Another visit finds it as it was left.
  await roleOf(page, "Ben Okafor").click();
  await item(page, "Product").click();
  await says(row(page, "Ben Okafor"), "Product");
  await page.reload();
  await says(row(page, "Ben Okafor"), "Product");
});

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
  journey(`rol_4 None asks first, with what it frees and why, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open("#/people?org=team-monthly", { theme, width });
    await roleOf(page, "Aisha Bauer").click();
    await item(page, "None").click();
    await see(page.getByRole("heading", { name: "Remove the access of Aisha Bauer" }));
    await says(dialog(page), "Aisha Bauer loses access at once. 1 licence becomes free.");
    await axe(page);
    await button(page, "Keep as it is").click();
    await gone(dialog(page));
    await says(row(page, "Aisha Bauer"), "Default (Team)");
    await roleOf(page, "Aisha Bauer").click();
    await item(page, "None").click();
    await dialog(page).getByRole("radio", { name: "Has left" }).click();
    await button(page, "Free 1 licence").click();
    await says(toast(page), "Aisha Bauer has no access any more.");
    await says(subtitle(page), "36 people hold a licence, 24 do not; 9 licences are free");
    await gone(row(page, "Aisha Bauer"));
  });
}

journey("rol_5 many at once, by keys alone", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  const budgets = () => rows(page).filter({ hasText: "Budget" }).count();
  const before = await budgets();
  await rows(page).nth(1).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await says(page.getByRole("region", { name: "Selection" }), "3 selected");
  await page.getByRole("button", { name: "Change role" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "menuitemradio");
  await page.keyboard.press("p");
  await page.waitForFunction(() => document.activeElement?.textContent.startsWith("Product"));
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => document.activeElement?.textContent.startsWith("Budget"));
  await page.keyboard.press("Enter");
  await says(toast(page), "3 people have the role Budget now.");
  await gone(page.getByRole("region", { name: "Selection" }));
  assert.equal(await budgets(), before + 3);
  // Escape closes the menu and leaves the focus at the button of the row.
  await roleOf(page, "Ada Muster").focus();
  await page.keyboard.press("Enter");
  await see(page.getByRole("menu"));
  await page.keyboard.press("Escape");
  await gone(page.getByRole("menu"));
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("Role of Ada Muster"));
});

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
  journey(`lic_5 where licences run out they are raised in the same booking, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open("#/people?org=team-monthly&tab=unlicensed", { theme, width });
    await page.getByRole("checkbox", { name: "Select all that match" }).click();
    await says(page.getByRole("region", { name: "Selection" }), "23 selected");
    await page.getByRole("button", { name: "Change role" }).click();
    await item(page, "Product").click();
    await see(page.getByRole("heading", { name: "More licences are needed" }));
    await says(dialog(page), "15 licences are missing: the subscription has 45.");
    await axe(page);
    await button(page, "Raise to 60 licences").click();
    await says(dialog(page), "Remaining time: Team, 60 licences");
    await says(dialog(page), "23 people get the role Product; 23 need a licence.");
    await says(dialog(page).locator(".sum.due"), "56.00");
    await axe(page);
    await button(page, "Raise to 60 licences and set the role").click();
    await says(toast(page), "23 people have the role Product now.");
    await says(subtitle(page), "60 people hold a licence, 0 do not; no licence is free");
    await says(page.getByRole("main"), "All 60 licences are in use.");
  });
}

journey("rol_3 rol_4 the default role tells how many people it touches", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Change default role" }).click();
  await see(dialog(page));
  await dialog(page).getByRole("combobox").selectOption("none");
  await says(dialog(page), "32 people are on Default. 32 people lose access at once.");
  await axe(page);
  await dialog(page).getByRole("combobox").selectOption("product");
  await says(dialog(page), "32 people are on Default.");
  await button(page, "Set default role to Product").click();
  await says(toast(page), "The default role is Product now.");
  await says(row(page, "Aisha Bauer"), "Default (Product)");
});

journey("lic_3 a licence is passed on with a reason, and the history keeps it", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await row(page, "Ada Muster").getByRole("button", { name: "Ada Muster", exact: true }).click();
  await page.getByRole("button", { name: "Reassign licence" }).click();
  await see(page.getByRole("heading", { name: "Give the licence to somebody else" }));
  await page.getByLabel("Search people without a licence").fill("lindq");
  await dialog(page).getByRole("radio", { name: /Eve Lindqvist/ }).check();
  await axe(page);
  await says(dialog(page), "A licence is passed on only when its holder has left or stopped using the product. Say which.");
  await dialog(page).getByRole("radio", { name: "Has left" }).click();
  await button(page, "Reassign licence to Eve Lindqvist").click();
  await says(toast(page), "The licence of Ada Muster belongs to Eve Lindqvist now.");
  await says(row(page, "Eve Lindqvist"), "Administrator");
  await row(page, "Eve Lindqvist").getByRole("button", { name: "Eve Lindqvist", exact: true }).click();
  await says(page.getByRole("complementary", { name: "Eve Lindqvist" }), "Licence passed from Ada Muster to Eve Lindqvist");
});

journey("lic_3 the licences that nobody uses are freed after a look at whose they are", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual");
  await page.getByRole("button", { name: "Free inactive licences" }).click();
  await says(dialog(page), "68 people hold a licence and were not seen for so long. 68 are chosen");
  await dialog(page).getByRole("radio", { name: "180 days" }).click();
  const found = dialog(page).getByRole("status");
  await says(found, /^\d+ people hold a licence/);
  const count = Number((await found.textContent()).match(/^\d+/)[0]);
  assert.ok(count > 1 && count < 68, `${count}`);
  await dialog(page).getByRole("checkbox").first().uncheck();
  await says(found, `${count - 1} are chosen`);
  await axe(page);
  await button(page, `Free ${count - 1} licences`).click();
  await says(toast(page), `${count - 1} licences are free now.`);
  await says(subtitle(page), `${119 - count + 1} people hold a licence`);
});

journey("lic_5 few free licences are a warning with the way to more", async ({ open }) => {
  const page = await open("#/people?org=licensed-1000");
  await says(page.getByRole("note"), "Only 2 of 1,000 licences are free.");
  await page.getByRole("link", { name: "Add licences" }).click();
  await see(page.getByRole("heading", { level: 1, name: "Change your subscription" }));
});

journey("chg_10 what another tab has booked meanwhile is said, and nothing is lost", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  const other = await open("#/people?org=team-monthly");
  await roleOf(page, "Aisha Bauer").click();
  await item(page, "None").click();
  await see(dialog(page));
  await roleOf(other, "Ben Okafor").click();
  await item(other, "Product").click();
  await says(toast(other), "Ben Okafor has the role Product now.");
  await says(row(page, "Ben Okafor"), "Product");
  await button(page, "Free 1 licence").click();
  await says(subtitle(page), "36 people hold a licence");
  await says(subtitle(other), "36 people hold a licence");
});
