// A second question before a license is freed as no longer used although the person signed in recently (LIC 3). Also
// who counts as inactive (LIC 10).
import { commands, dialog, more, roleItem, row, rows, setRole, subtitle, toast } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";

const button = (page, name) => dialog(page).getByRole("button", { name });
const question = (page) => dialog(page).getByRole("alert");
const TEAM = "#/people?org=team-monthly";

/** The commands of the journal, exported on the Subscription page. */
async function booked(page) {
  await page.goto(page.url().replace("#/people", "#/subscription"));
  return commands(page);
}

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
  test(`lic_3 None asks a second time for somebody who was seen yesterday, ${theme}, ${width} px`, async ({ open }) => {
    const page = await open(TEAM, { theme, width });
    await setRole(page, "Ben Okafor", "None");
    await expect(dialog(page)).toShow("Ben Okafor loses access right away.");
    await button(page, /^Remove 1 license$/).click();
    await expect(question(page)).toShow(/Ben Okafor last used Azure DevOps on .*, within the last 7 days/);
    await axe(page);
    await expect(subtitle(page)).toShow("37 people have a licen");
    // With another reason, the question disappears.
    await dialog(page).getByRole("radio", { name: "Left the organization" }).click();
    await expect(question(page)).toBeHidden();
    await expect(button(page, /^Remove 1 license$/)).toBeVisible();
    await dialog(page).getByRole("radio", { name: "No longer uses the product" }).click();
    await button(page, /^Remove 1 license$/).click();
    await expect(question(page)).toBeVisible();
    await button(page, "Cancel").click();
    await expect(dialog(page)).toBeHidden();
    await expect(subtitle(page)).toShow("37 people have a licen");
    await setRole(page, "Ben Okafor", "None");
    await button(page, /^Remove 1 license$/).click();
    await button(page, /^Yes, remove 1 license$/).click();
    await expect(toast(page)).toShow("Ben Okafor no longer has access.");
    const last = (await booked(page)).at(-1);
    expect([last.kind, last.role, last.recent_confirmed]).toStrictEqual(["set_role", "none", true]);
  });
}

test("lic_3 who has left, and who was not seen for long, is asked about once", async ({ open }) => {
  const page = await open(TEAM);
  await setRole(page, "Ben Okafor", "None");
  await dialog(page).getByRole("radio", { name: "Left the organization" }).click();
  await button(page, /^Remove 1 license$/).click();
  await expect(toast(page)).toShow("Ben Okafor no longer has access.");
  await page.getByRole("columnheader", { name: "Last access" }).getByRole("button").click();
  await expect(rows(page).first()).toShow("22 Feb 2026");
  const name = await rows(page).first().getByRole("button").first().textContent();
  await setRole(page, name, "None");
  await button(page, /^Remove 1 license$/).click();
  await expect(toast(page)).toShow(`${name} no longer has access.`);
  const last = (await booked(page)).slice(-2);
  expect(last.map((it) => it.recent_confirmed)).toStrictEqual([undefined, undefined]);
});

test("lic_3 for many, the question says how many of them were seen", async ({ open }) => {
  const page = await open(`${TEAM}&sort=-last-access`);
  for (const at of [0, 1, 2]) await rows(page).nth(at).getByRole("checkbox").check();
  await expect(page.getByRole("region", { name: "Selection" })).toShow("3 selected");
  await page.getByRole("button", { name: "Change role" }).click();
  await roleItem(page, "None").click();
  await button(page, /^Remove 3 licenses$/).click();
  await expect(question(page)).toShow("3 of the 3 people used Azure DevOps within the last 7 days");
  await axe(page);
  await button(page, /^Yes, remove 3 licenses$/).click();
  await expect(toast(page)).toShow("3 people no longer have access.");
  expect((await booked(page)).at(-1).recent_confirmed).toBe(true);
});

test("lic_3 passing a license on asks a second time as well, and so does an import", async ({ open }) => {
  const page = await open(TEAM, { height: 480 });
  await row(page, "Ben Okafor").getByRole("button", { name: "Ben Okafor", exact: true }).click();
  await page.getByRole("button", { name: /Reassign license/ }).click();
  await dialog(page).getByLabel(/Search unlicensed people/).fill("lindq");
  await dialog(page).getByRole("radio", { name: /Eve Lindqvist/ }).check();
  await dialog(page).getByRole("radio", { name: "No longer uses the product" }).click();
  await button(page, /^Reassign license to Eve Lindqvist$/).click();
  await expect(question(page)).toShow("Ben Okafor last used Azure DevOps on");
  const [card, buttons] = [await question(page).boundingBox(), await button(page, "Cancel").boundingBox()];
  expect(card.y >= 0 && card.y + card.height <= buttons.y, "the question is in sight above the buttons").toBeTruthy();
  await axe(page);
  await button(page, /^Yes, reassign license to Eve Lindqvist$/).click();
  await expect(toast(page)).toShow("Ben Okafor's license is now assigned to Eve Lindqvist.");
  await page.getByRole("complementary").getByRole("button", { name: "Close" }).click();
  await more(page, "Import roles");
  await dialog(page).getByRole("textbox").fill("cleo@example.org,none\nada@example.org,none\n");
  await button(page, "Change 2 roles").click();
  await expect(question(page)).toShow("2 of the 2 people used Azure DevOps within the last 7 days");
  await axe(page);
  await button(page, "Yes, change 2 roles").click();
  await expect(toast(page)).toShow("2 roles changed.");
  const last = (await booked(page)).slice(-2);
  expect(last.map((it) => [it.kind, it.recent_confirmed])).toStrictEqual([["reassign", true], ["set_roles", true]]);
});

test("lic_3 undoing what gave access asks a second time", async ({ open }) => {
  const page = await open(`${TEAM}&tab=unlicensed`);
  await setRole(page, "Dan Kowalski", "Team");
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await button(page, /^Remove 1 license$/).click();
  await expect(question(page)).toShow("within the last 7 days");
  await button(page, /^Yes, remove 1 license$/).click();
  await expect(toast(page)).toShow("no longer has access.");
});

test("lic_10 the filter and the dialog find the same people", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual&inactive=90");
  const found = page.getByRole("status").filter({ hasText: /of \d+ found/ });
  await expect(found).toBeVisible();
  const count = (await found.textContent()).match(/^\d+/)[0];
  await more(page, "Remove inactive licenses");
  await expect(dialog(page)).toShow(`${count} licensed people`);
});
