// The complete daily work inside Azure DevOps, on Services and in a Server's frame without an origin. Also what each
// role sees in each hub (ACC 1 to ACC 9).
import { button, dialog, heading, link, more, PAY, review, row, setRole } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";
import { opened, told } from "./host/inside.mjs";

const WHERE = [["Services", { hosted: true }], ["Server", { hosted: false, sandbox: true }]];

for (const [name, where] of WHERE) {
  test(`Subscription on ${name}: raised, scheduled, cancelled, undone, renewed`, async ({ visit, host }) => {
    const ada = await opened(visit, where);
    await axe(ada.inner());
    await link(ada, "Change").click();
    await review(ada, { licences: 50 });
    await axe(ada.inner());
    await button(dialog(ada), PAY).click();
    await expect(dialog(ada)).toBeHidden();
    await review(ada, { licences: 45 });
    await dialog(ada).getByRole("radio", { name: "At renewal" }).check({ force: true });
    await button(dialog(ada), "Schedule").click();
    await expect(dialog(ada)).toBeHidden();
    await link(ada, "Back to Subscription").click();
    await expect(ada.locator(".stat").first()).toShow("50");
    await button(ada, "Remove").click();
    await expect(button(ada, "Remove")).toBeHidden();
    await more(ada, "Cancel subscription…");
    await button(dialog(ada), "Cancel subscription").click();
    await expect(dialog(ada)).toBeHidden();
    await button(ada, "Undo cancellation").first().click();
    await expect(button(ada, "Undo cancellation")).toBeHidden();
    // The day comes from the host (SUB 7). On the next one, a day of the term has been used.
    host.date = new Date(Date.now() + 86_400_000);
    const later = await visit(where);
    await more(later, "Renew now…");
    await button(dialog(later), PAY).click();
    await expect(dialog(later)).toBeHidden();
    await expect(later.getByRole("table", { name: "History" })).toShow("Renewed");
  });

  test(`User Management on ${name}: roles, adding, freeing, settings`, async ({ visit, host }) => {
    host.administrators = ["ada", "ben"];
    await opened(visit, where);
    const people = await visit({ ...where, view: "people" });
    await expect(people.locator(".page-subtitle")).toShow("30 people have a license");
    await setRole(people, "Ben Okafor", "Budget");
    await told(people, "Ben Okafor now has the Budget role.");
    if (where.hosted) {
      // The host's toast has the same button as the page's own.
      await people.host.evaluate(() => globalThis.toasts.at(-1).onCallToActionClick());
      await expect(row(people, "Ben Okafor")).toShow("Default (Team role)");
      await setRole(people, "Ben Okafor", "Budget");
      await expect(row(people, "Ben Okafor")).toShow("Budget");
    }
    await setRole(people, "Dan Kowalski", "None");
    await dialog(people).getByRole("button", { name: "Remove 1 license" }).click();
    await expect(people.locator(".page-subtitle")).toShow("29 people have a license");
    await button(people, "Add people").click();
    await dialog(people).getByRole("tab", { name: "Paste or upload a list" }).click();
    await dialog(people).getByLabel("Email addresses, accounts, or IDs").fill("dan@example.org");
    await button(dialog(people), "License 1 person").click();
    await expect(dialog(people)).toBeHidden();
    await expect(people.locator(".page-subtitle")).toShow("30 people have a license");
    await more(people, "Settings");
    await expect(people.getByRole("complementary", { name: "Settings" })).toBeVisible();
    await axe(people.inner());
    // The booking of one tab is visible in another visit.
    const again = await visit({ ...where, view: "people", user: "ben" });
    await expect(row(again, "Ben Okafor")).toShow("Budget");
  });

  test(`Invoices on ${name}: the list, a document, billing, a payment`, async ({ visit }) => {
    await opened(visit, where);
    const invoices = await visit({ ...where, view: "invoices" });
    await expect(heading(invoices, "Invoices")).toBeVisible();
    await axe(invoices.inner());
    await link(invoices, "INV-0001").click();
    await expect(heading(invoices, "Invoice INV-0001")).toBeVisible();
    await button(invoices, "Record payment").click();
    await button(dialog(invoices), "Record payment").click();
    await expect(dialog(invoices)).toBeHidden();
    await told(invoices, "INV-0001 recorded as paid.");
    await axe(invoices.inner());
    await invoices.getByRole("link", { name: "Add billing address" }).click();
    await invoices.getByRole("textbox", { name: "Company or name" }).fill("Beispiel GmbH");
    await invoices.getByLabel("Country").selectOption({ label: "Austria" });
    await button(invoices, "Save billing details").click();
    await told(invoices, "Billing details saved.");
  });

  test(`acc_1 to acc_7 each role finds behind each hub on ${name} what it may`, async ({ visit }) => {
    const services = where.hosted;
    await opened(visit, where);
    const people = await visit({ ...where, view: "people" });
    await setRole(people, "Ben Okafor", "Administrator");
    await told(people, "Ben Okafor now has the Administrator role.");
    await setRole(people, "Cleo Marchetti", "Team");
    await setRole(people, "Dan Kowalski", "None");
    await dialog(people).getByRole("button", { name: "Remove 1 license" }).click();
    await expect(people.locator(".page-subtitle")).toShow("29 people have a license");
    const door = services ? "Access needed" : "This door is locked";
    const ADMINISTRATORS = "For project collection administrators";
    const cases = [
      // user, Time, Subscription, User Management, Invoices
      ["ada", "Time", "Subscription", "User Management", "Invoices"],
      ["ben", "Time", ADMINISTRATORS, ADMINISTRATORS, ADMINISTRATORS],
      ["cleo", "Time", ADMINISTRATORS, ADMINISTRATORS, ADMINISTRATORS],
      ["dan", door, door, door, door],
      // Not in this organization: no license, and in no list.
      ["guest", door, door, door, door],
    ];
    for (const [user, ...found] of cases) {
      for (const [at, view] of ["time", "subscription", "people", "invoices"].entries()) {
        const frame = await visit({ ...where, view, user });
        await expect(heading(frame, found[at])).toBeVisible();
        if (at === 0) await axe(frame.inner());
        await frame.host.close();
      }
    }
  });

  test(`acc_5 acc_6 who has no access asks on ${name}, and is let in`, async ({ visit }) => {
    await opened(visit, where);
    const people = await visit({ ...where, view: "people" });
    await setRole(people, "Dan Kowalski", "None");
    await dialog(people).getByRole("button", { name: "Remove 1 license" }).click();
    await expect(people.locator(".page-subtitle")).toShow("29 people have a license");
    const dan = await visit({ ...where, view: "time", user: "dan" });
    await button(dan, "Request access").click();
    await button(dan, "Send request").click();
    await expect(dan.getByRole("heading", { name: /^You requested access/ })).toBeVisible();
    const again = await visit({ ...where, view: "people" });
    await again.getByRole("button", { name: "Give access to Dan Kowalski" }).click();
    await button(dialog(again), "Give access").click();
    await expect(dialog(again)).toBeHidden();
    await expect(again.locator(".page-subtitle")).toShow("30 people have a license");
    const inside = await visit({ ...where, view: "time", user: "dan" });
    await expect(heading(inside, "Time")).toBeVisible();
  });
}

test("a Server that knows an older interface is asked by that one", async ({ visit, host, allow }) => {
  allow(/HTTP 400|status of 400/);
  host.ceiling = "5.0";
  await opened(visit, { hosted: false });
  const people = await visit({ hosted: false, view: "people" });
  await expect(people.locator(".page-subtitle")).toShow("30 people have a license");
  expect(host.asked.some((it) => it.includes("api-version=5.0")), host.asked.join("\n")).toBeTruthy();
});
