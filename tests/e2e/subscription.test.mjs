// The admin's main job in a browser: buy, change, schedule, cancel, undo, renew, read the arithmetic.
import assert from "node:assert/strict";
import { axe, focused, gone, journey, says, see } from "./harness.mjs";

const dialog = (page) => page.getByRole("dialog");
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const confirm = (page, name) => dialog(page).getByRole("button", { name, exact: true }).click();
const number = (page) => page.getByRole("spinbutton", { name: "Licences" });

journey("buys in a trial, sees the sum of CHG 12, and is told", async ({ open }) => {
  const page = await open("#/subscription/plans");
  await number(page).fill("10");
  await page.getByRole("radio", { name: "Monthly" }).check({ force: true });
  await page.getByRole("radio", { name: "Team" }).check({ force: true });
  await press(page, "Review order…");
  await says(dialog(page), "Whole term: Team, 10 licences");
  await says(dialog(page), "US$160.00");
  await axe(page);
  await confirm(page, "Buy");
  await gone(dialog(page));
  await says(page.getByRole("status"), "Booked: Bought Team, 10 licences, Monthly");
});

journey("fewer licences than people: the admin chooses who keeps access (LIC 7)", async ({ open }) => {
  const page = await open("#/subscription/plans");
  await number(page).fill("3");
  await page.getByRole("radio", { name: "Team" }).check({ force: true });
  await press(page, "Review order…");
  const step = dialog(page).getByRole("group", { name: "Who keeps access" });
  await says(step.getByRole("status"), "3 of 3 chosen");
  await axe(page);
  const boxes = step.getByRole("checkbox");
  const everybody = await boxes.count();
  const ticked = () => boxes.evaluateAll((all) => all.map((box, at) => (box.checked ? at : -1)).filter((at) => at >= 0));
  assert.deepEqual(await ticked(), [0, 1, 2], "the most recently seen come first");
  await boxes.nth(everybody - 1).check();
  await says(step.getByRole("status"), "4 of 3 chosen: take 1 out, or take more licences");
  assert.equal(await dialog(page).getByRole("button", { name: "Buy", exact: true }).getAttribute("aria-disabled"), "true");
  await boxes.nth(0).focus();
  await page.keyboard.press("Space");
  await says(step.getByRole("status"), "3 of 3 chosen");
  await focused(boxes.nth(0));
  const name = await step.getByRole("listitem").nth(1).locator(".checkbox-label").innerText();
  await step.getByRole("textbox", { name: "Search people" }).fill(name);
  await says(step.getByRole("listitem"), name);
  await confirm(page, "Buy");
  await gone(dialog(page));
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await says(page.locator(".stats"), "3");
  await says(page.locator(".stat").nth(1), "3");
  await says(page.locator(".stat").nth(2), "0");
});

journey("Free with more people than licences asks who keeps access, too (LIC 7)", async ({ open }) => {
  const page = await open("#/subscription?org=expired");
  await page.getByRole("button", { name: "Go on with Free…" }).click();
  const step = dialog(page).getByRole("group", { name: "Who keeps access" });
  await says(step.getByRole("status"), "3 of 3 chosen");
  await step.getByRole("checkbox").nth(1).uncheck();
  await says(step.getByRole("status"), "2 of 3 chosen");
  await step.getByRole("button", { name: "Choose the most recently seen" }).click();
  await says(step.getByRole("status"), "3 of 3 chosen");
});

journey("on a narrow screen the buttons of a long dialog stay in sight", async ({ open }) => {
  const page = await open("#/subscription/plans", { width: 360, height: 640 });
  await number(page).fill("3");
  await page.getByRole("radio", { name: "Team" }).check({ force: true });
  await press(page, "Review order…");
  const buy = dialog(page).getByRole("button", { name: "Buy", exact: true });
  await see(buy);
  const { y, height } = await buy.boundingBox();
  assert.ok(y + height <= 640, `the button ends at ${y + height} of 640 px`);
});

journey("raises licences: arithmetic opens, what CRD 1 says stands before", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await number(page).fill("50");
  await press(page, "Review order…");
  await says(dialog(page), "You can undo this today, and it costs nothing");
  await dialog(page).getByText("Remaining time: Team, 50 licences").click();
  await says(dialog(page), "50 × 16.00 × 7 of 30 days = 186.67");
  await confirm(page, "Change today");
  await gone(dialog(page));
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await says(page.locator(".stat"), "50");
  await page.reload();
  await says(page.locator(".stat"), "50");
});

journey("a reduction below use is refused in place, with the way out", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await says(page.locator("body"), "The lowest possible number today is 37");
  await number(page).fill("5");
  await press(page, "Review order…");
  await says(dialog(page).getByRole("alert"), "37 licences are in use, so there cannot be 5");
  await axe(page);
  await dialog(page).getByRole("button", { name: "Set to 37" }).click();
  await says(dialog(page), "Credit you get");
  await confirm(page, "Change today");
  await gone(dialog(page));
});

journey("schedules at renewal, sees it pending, removes it", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await number(page).fill("60");
  await press(page, "Review order…");
  await dialog(page).getByRole("radio", { name: "At renewal" }).check({ force: true });
  await confirm(page, "Schedule at renewal");
  await gone(dialog(page));
  await page.getByRole("link", { name: "Back to Subscription" }).click();
  await says(page.locator(".card"), "60 licences, Monthly from the renewal on 1 Dec 2026");
  await press(page, "Remove");
  await gone(page.getByRole("heading", { name: "At the end of the term" }));
});

journey("cancels with a reason and undoes it", async ({ open }) => {
  const page = await open("#/subscription?org=ultimate-annual");
  await press(page, "Cancel subscription…");
  await says(dialog(page), "nothing is paid back");
  await dialog(page).getByRole("textbox", { name: "Reason (optional)" }).fill("Project ended");
  await axe(page);
  await confirm(page, "Cancel at end of term");
  await gone(dialog(page));
  await says(page.locator(".pill"), "Cancelled");
  await says(page.getByRole("table", { name: "History" }), "Cancelled: Project ended");
  await press(page, "Undo cancellation");
  await says(page.locator(".pill"), "Active");
});

journey("renews now and moves the expiry date", async ({ open }) => {
  const page = await open("#/subscription?org=ultimate-annual");
  await press(page, "Renew now…");
  await says(dialog(page), "Unused time");
  await says(dialog(page), "24 Nov 2027");
  await confirm(page, "Renew now");
  await gone(dialog(page));
  await says(page.locator(".page-subtitle"), "renews on 24 Nov 2027");
});

journey("starts the trial from the ribbon; why is explained by keyboard", async ({ open }) => {
  const page = await open("#/subscription?org=new");
  const why = page.getByRole("button", { name: "Why am I seeing this?" });
  await why.focus();
  await page.keyboard.press("Enter");
  await see(page.getByText("Because you are a project collection administrator."));
  await axe(page);
  await page.keyboard.press("Escape");
  await gone(page.getByText("Because you are a project collection administrator."));
  await press(page, "Start free trial");
  await says(page.locator(".ribbon"), "28 days left");
});

journey("a failing save loses nothing and books nothing; a second try books once", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly&save=fails");
  await number(page).fill("50");
  await press(page, "Review order…");
  await confirm(page, "Change today");
  await says(dialog(page).getByRole("alert"), "It could not be saved");
  await page.evaluate(() => { location.hash = "#/subscription/plans?org=team-monthly"; });
  await confirm(page, "Change today");
  await gone(dialog(page));
});

journey("a conflict shows who was first, and books only after another look", async ({ open }) => {
  const page = await open("#/subscription/plans?org=team-monthly&save=conflicts");
  await number(page).fill("50");
  await press(page, "Review order…");
  await confirm(page, "Change today");
  await says(dialog(page).getByRole("alert"), "Fay Rival has booked meanwhile: Changed to Team, 46 licences");
  await confirm(page, "Change today");
  await gone(dialog(page));
});

journey("two tabs on one account see each other's bookings at once", async ({ open }) => {
  const first = await open("#/subscription?org=team-monthly");
  const second = await open("#/subscription/plans?org=team-monthly");
  await number(second).fill("49");
  await press(second, "Review order…");
  await confirm(second, "Change today");
  await gone(dialog(second));
  await says(first.locator(".stat"), "49");
  await says(first.getByRole("status"), "Ada Muster has booked");
});

/** Books 49 licences in a tab of its own. */
const bookElsewhere = async (open) => {
  const page = await open("#/subscription/plans?org=team-monthly");
  await number(page).fill("49");
  await press(page, "Review order…");
  await confirm(page, "Change today");
  await gone(dialog(page));
};

journey("a booking in another tab leaves what is open, and the focus, where they are", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await page.getByText("The same in words").click();
  await page.locator(".disclosure-line").first().click();
  const link = page.getByRole("link", { name: "Change licences" });
  await link.focus();
  await bookElsewhere(open);
  await says(page.locator(".stat"), "49");
  assert.equal(await page.locator("details[open]").count(), 2);
  await focused(link);
});

journey("a booking in another tab leaves an open dialog as it is", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await press(page, "Cancel subscription…");
  const reason = dialog(page).getByRole("textbox", { name: "Reason (optional)" });
  await reason.fill("Project ended");
  const plans = await open("#/subscription/plans?org=team-monthly");
  await number(plans).fill("60");
  await press(plans, "Review order…");
  const monthly = dialog(plans).getByRole("radio", { name: "Monthly" });
  await monthly.focus();
  await bookElsewhere(open);
  await says(page.locator(".stat"), "49");
  assert.equal(await reason.inputValue(), "Project ended");
  await focused(reason);
  await says(dialog(plans).getByRole("table"), "49");
  await focused(monthly);
  await plans.keyboard.press("ArrowRight");
  await says(dialog(plans).getByRole("radio", { checked: true }), "Annual");
  await focused(dialog(plans).getByRole("radio", { name: "Annual" }));
});

for (const theme of ["light", "dark"]) {
  for (const org of ["trial-day-9", "trial-last-day", "trial-ended", "new", "team-monthly", "ultimate-annual", "cancelled", "expired", "free", "legacy", "people-100000"]) {
    journey(`axe is content with ${org}, ${theme}`, async ({ open }) => {
      for (const [path, width] of [["#/subscription", 1280], ["#/subscription/plans", 360]]) {
        const page = await open(`${path}?org=${org}`, { theme, width });
        await see(page.getByRole("heading", { level: 1 }));
        await gone(page.locator(".skeleton").first());
        await axe(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
        assert.equal(wide, false, "scrolls sideways");
        await page.close();
      }
    });
  }
}
