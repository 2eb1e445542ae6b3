// Requesting access, the answer, and the settings of User Management (ACC 4 to ACC 7, LIC 5, LIC 8).
import { go, heading, more, pages } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";

const ask = (page) => page.getByRole("button", { name: "Request access" });
const dialog = (page, name) => page.getByRole("dialog", { name });
const card = (page) => page.getByRole("region", { name: "Access requests" });
const why = (page) => page.getByRole("textbox", { name: "Why do you need access? (optional)" });
const word = (page) => page.getByRole("textbox", { name: "Message (optional)" });
const settings = (page) => page.getByRole("complementary", { name: "Settings" });
/** Texts that people without access must not see on Services (ACC 6). */
const PRODUCT = /7pace|Timetracker|licen[cs]e|subscription|worklog|Ada|role/i;

/** Requests access as the viewer of `hash`, and waits until it is booked. */
async function asks(page, text = "") {
  await ask(page).click();
  await why(page).fill(text);
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("heading", { name: "You requested access on 24 Nov 2026" })).toBeVisible();
}

const fits = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth).then((over) => expect(over, `${over} px sideways`).toBeLessThanOrEqual(0));

for (const [width, theme] of [[1280, "light"], [360, "dark"]]) {
  test(`everybody can ask and answer, ${theme}, ${width} px wide`, async ({ open }) => {
    const page = await open("#/time?org=team-monthly&deployment=server&viewer=none", { width, theme });
    await axe(page);
    await ask(page).click();
    await expect(dialog(page, "Request access")).toBeVisible();
    await axe(page);
    await why(page).fill("x".repeat(501));
    await expect(dialog(page)).toShow("Use 500 characters or fewer. You have 501");
    await axe(page);
    await why(page).fill("I track my hours here from December.");
    await page.getByRole("button", { name: "Send request" }).click();
    await expect(page.getByRole("heading", { name: "You requested access on 24 Nov 2026" })).toBeVisible();
    await axe(page);
    await fits(page);

    await go(page, "#/people?org=team-monthly&deployment=server");
    await expect(card(page)).toBeVisible();
    await axe(page);
    await fits(page);
    await card(page).getByRole("button", { name: "Decline request from Dan Kowalski" }).click();
    await expect(dialog(page, "Decline request from Dan Kowalski")).toBeVisible();
    await axe(page);
    await page.getByRole("button", { name: "Cancel" }).click();
    await card(page).getByRole("button", { name: "Give access to Dan Kowalski" }).click();
    await expect(dialog(page, "Give access to Dan Kowalski")).toShow("38 of 45 licenses will be in use.");
    await axe(page);
    await page.getByRole("button", { name: "Cancel" }).click();
    await more(page, "Settings");
    await expect(settings(page)).toBeVisible();
    await axe(page);
    await fits(page);
  });
}

test("acc_5 on Server the door tells who will answer, and the answer with a word", async ({ open }) => {
  const page = await open("#/time?org=team-monthly&deployment=server&viewer=none");
  await asks(page, "I track my hours here from December.");
  await expect(page.getByRole("main")).toShow("“I track my hours here from December.”");
  await expect(page.getByRole("main")).toShow("Ada Muster will answer. The answer appears on this page.");
  await expect(ask(page)).toBeHidden();
  await go(page, "#/people?org=team-monthly&deployment=server");
  await expect(card(page)).toShow("1 person is requesting access");
  await card(page).getByRole("button", { name: "Decline request from Dan Kowalski" }).click();
  await word(page).fill("Your team moves to another organization.");
  await page.getByRole("button", { name: "Decline request", exact: true }).click();
  await expect(page.locator(".toasts")).toShow("Request from Dan Kowalski declined.");
  await expect(card(page)).toBeHidden();
  await go(page, "#/time?org=team-monthly&deployment=server&viewer=none");
  await expect(page.getByRole("heading", { name: "Your request was declined on 24 Nov 2026" })).toBeVisible();
  await expect(page.getByRole("main")).toShow("“Your team moves to another organization.”");
  await page.getByRole("button", { name: "Request again" }).click();
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("heading", { name: "You requested access on 24 Nov 2026" })).toBeVisible();
});

test("acc_6 on Services asking says nothing of the product, also while saving fails", async ({ open }) => {
  const page = await open("#/time?org=team-monthly&viewer=unlicensed&save=conflicts");
  const neutral = async () => {
    for (const part of ["main", "dialog[open]", ".toasts"]) {
      for (const text of await page.locator(part).allInnerTexts()) expect(text).not.toMatch(PRODUCT);
    }
    expect(await page.title()).not.toMatch(PRODUCT);
    await expect(pages(page).getByRole("link")).toBeAbsent();
  };
  await neutral();
  await ask(page).click();
  await why(page).fill("Please let me in.");
  await neutral();
  await page.getByRole("button", { name: "Send request" }).click();
  // Another administrator was faster: either the request is booked anyway, or it must be confirmed again.
  const again = page.getByText("Something changed in the meantime");
  const waiting = page.getByRole("heading", { name: "You requested access on 24 Nov 2026" });
  await expect(again.or(waiting)).toBeVisible();
  await neutral();
  if (await again.isVisible()) await page.getByRole("button", { name: "Send request" }).click();
  await expect(waiting).toBeVisible();
  await neutral();
  await go(page, "#/subscription?org=team-monthly&viewer=unlicensed");
  await expect(waiting).toBeVisible();
  await neutral();
});

test("acc_5 a grant lets them in, and Time tells it with the word", async ({ open }) => {
  const page = await open("#/time?org=team-monthly&viewer=unlicensed");
  await asks(page);
  await go(page, "#/people?org=team-monthly");
  await page.getByRole("button", { name: "1 Access requests" }).click();
  await expect(page.locator("#waiting")).toBeFocused();
  await card(page).getByRole("button", { name: "Give access to Eve Lindqvist" }).click();
  await page.getByRole("dialog").getByRole("combobox", { name: "Role" }).selectOption("Product");
  await word(page).fill("Welcome on board.");
  await page.getByRole("button", { name: "Give access", exact: true }).click();
  await expect(page.locator(".toasts")).toShow("Eve Lindqvist now has access. Role: Product.");
  await expect(card(page)).toBeHidden();
  await expect(page.getByRole("main")).toShow("38 people have a license, 22 don't; 7 licenses available");
  await go(page, "#/time?org=team-monthly&viewer=unlicensed");
  await expect(heading(page, "Time")).toBeVisible();
  await expect(page.getByRole("note")).toShow("Your access request was approved on 24 Nov 2026");
  await expect(page.getByRole("note")).toShow("“Welcome on board.”");
  await axe(page);
  await go(page, "#/time?org=team-monthly&viewer=unlicensed&today=2026-12-08");
  await expect(page.getByRole("note")).toBeHidden();
});

test("lic_5 where no licenses available, the answer raises them and shows what it costs", async ({ open }) => {
  const page = await open("#/time?org=people-100000&viewer=unlicensed");
  await asks(page);
  await go(page, "#/people?org=people-100000");
  await card(page).getByRole("button", { name: "Give access to Eve Lindqvist" }).click();
  const asked = dialog(page, "Give access to Eve Lindqvist");
  await expect(asked).toShow("You need 1 more license than the 500 you have.");
  const give = asked.getByRole("button", { name: "Give access", exact: true });
  await expect(give).toHaveAttribute("aria-disabled", "true");
  await axe(page);
  await asked.getByRole("button", { name: "Increase to 501 licenses", exact: true }).click();
  await expect(asked).toShow("Remaining time: Ultimate plan, 501 licenses");
  await expect(asked).toShow("Due today");
  await expect(asked).toShow("US$64.90");
  await expect(asked).toShow("You can undo this today at no cost");
  await axe(page);
  await asked.getByRole("button", { name: "Increase to 501 licenses and give access" }).click();
  await expect(page.locator(".toasts")).toShow("The subscription has 501 licenses.");
  await expect(page.getByRole("main")).toShow("501 people have a license");
});

test("acc_4 an Administrator answers inside Time, and neither raises nor switches", async ({ open }) => {
  const page = await open("#/time?org=people-100000&viewer=unlicensed");
  await asks(page);
  await go(page, "#/people?org=people-100000");
  await more(page, "Settings");
  const manage = settings(page).getByRole("switch", { name: "Administrators can manage users" });
  await manage.click();
  await expect(page.locator(".toasts")).toShow("Administrators can now manage users.");
  await expect(manage).toHaveAttribute("aria-checked", "true");
  await expect(settings(page)).toShow("with the Administrator role can manage users, too, from the Time hub.");

  await go(page, "#/people?org=people-100000&viewer=administrator");
  await expect(heading(page, "User Management")).toBeVisible();
  await expect(pages(page).getByRole("link")).toHaveText([/^Time$/, /^User Management/], { useInnerText: true });
  await expect(pages(page).getByRole("heading", { name: "Settings" })).toBeHidden();
  await expect(settings(page)).toShow("Only project collection administrators can change this.");
  for (const name of ["Administrators can manage users", "License new people automatically"]) {
    const locked = settings(page).getByRole("switch", { name });
    await expect(locked).toHaveAttribute("aria-disabled", "true");
  }
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(settings(page)).toBeHidden();
  await expect(page.getByRole("link", { name: "Add licenses" })).toBeHidden();
  await card(page).getByRole("button", { name: "Give access to Eve Lindqvist" }).click();
  const asked = dialog(page, "Give access to Eve Lindqvist");
  await expect(asked).toShow("Only project collection administrators can add licenses: Ada Muster.");
  await expect(asked.getByRole("button", { name: /Increase/ })).toBeHidden();
  await axe(page);
  await page.keyboard.press("Escape");
  await card(page).getByRole("button", { name: "Decline request from Eve Lindqvist" }).click();
  await page.getByRole("button", { name: "Decline request", exact: true }).click();
  await expect(card(page)).toBeHidden();
  await go(page, "#/subscription?org=people-100000&viewer=administrator");
  await expect(heading(page, "For project collection administrators")).toBeVisible();
});

test("lic_8 licensing new people is switched on and off, each said", async ({ open }) => {
  const page = await open("#/people?org=team-monthly");
  await more(page, "Settings");
  const people = settings(page).getByRole("switch", { name: "License new people automatically" });
  await expect(settings(page)).toShow("New people in the organization have no license until someone gives them one.");
  await people.focus();
  await page.keyboard.press("Space");
  await expect(page.locator(".toasts")).toShow("New people are now licensed automatically.");
  await expect(settings(page)).toShow("New people get Default (Team role) while licenses are available.");
  await expect(people).toBeFocused();
  await people.click();
  await expect(page.locator(".toasts")).toShow("New people are no longer licensed automatically.");
  await expect(people).toHaveAttribute("aria-checked", "false");
  await page.keyboard.press("Escape");
  await expect(settings(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "More actions" })).toBeFocused();
});

test("acc_6 another tab of who asks learns of the answer, and of nothing else", async ({ open }) => {
  const person = await open("#/time?org=team-monthly&viewer=unlicensed");
  await asks(person);
  const admin = await open("#/people?org=team-monthly");
  await expect(card(admin)).toBeVisible();
  await person.evaluate(() => {
    globalThis.heard = [];
    const hear = () => globalThis.heard.push(...[...document.querySelectorAll(".toast-text")].map((it) => it.textContent));
    new MutationObserver(hear).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await more(admin, "Settings");
  await settings(admin).getByRole("switch", { name: "Administrators can manage users" }).click();
  await expect(admin.locator(".toasts")).toShow("Administrators can now manage users.");
  await admin.keyboard.press("Escape");
  await card(admin).getByRole("button", { name: "Give access to Eve Lindqvist" }).click();
  await admin.getByRole("button", { name: "Give access", exact: true }).click();
  await expect(admin.locator(".toasts")).toShow("Eve Lindqvist now has access");
  await person.bringToFront();
  await expect(heading(person, "Time")).toBeVisible();
  await expect(person.locator(".toasts")).toShow("Your request was approved. You now have access");
  const heard = await person.evaluate(() => globalThis.heard.join("\n"));
  expect(heard).toContain("Your request was approved");
  expect(heard).not.toMatch(/granted access|Turned|Administrators/);
});

test("the demo has requests from the beginning, and a person's panel answers them too", async ({ open }) => {
  const page = await open("#/people?org=ultimate-annual");
  await expect(card(page)).toShow("2 people are requesting access");
  await expect(card(page)).toShow("“I joined the platform team and will track my hours starting in December.”");
  const name = await card(page).locator(".who-name").first().textContent();
  await card(page).getByRole("button", { name, exact: true }).click();
  const panel = page.getByRole("complementary", { name });
  await expect(panel).toShow("Requested on 18 Nov 2026");
  await axe(page);
  await panel.getByRole("button", { name: "Give access" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Give access", exact: true }).click();
  await expect(page.locator(".toasts")).toShow(`${name} now has access. Role: Default (Team role).`);
  await expect(panel.getByText("Requested on 18 Nov 2026")).toBeHidden();
  await expect(panel).toShow(`Granted access to ${name}`);
  await expect(card(page)).toShow("1 person is requesting access");
});

test("sub_8 where nobody can be let in, the card says why, and declining goes", async ({ open }) => {
  const page = await open("#/time?org=trial-ended&viewer=team");
  await asks(page);
  await go(page, "#/people?org=trial-ended");
  await expect(card(page)).toShow("Buy a subscription to continue.");
  const give = card(page).getByRole("button", { name: "Give access to Cleo Marchetti" });
  await expect(give).toHaveAttribute("aria-disabled", "true");
  await axe(page);
  await card(page).getByRole("button", { name: "Decline request from Cleo Marchetti" }).click();
  await page.getByRole("button", { name: "Decline request", exact: true }).click();
  await expect(card(page)).toBeHidden();
});
