// The whole daily work inside Azure DevOps, on Services and in a Server's frame without an origin; and what each role
// finds behind each hub (ACC 1 to ACC 9).
import assert from "node:assert/strict";
import { axe, gone, says, see } from "./harness.mjs";
import { button, buy, dialog, heading, inside, told } from "./host/inside.mjs";

const WHERE = [["Services", { hosted: true }], ["Server", { hosted: false, sandbox: true }]];
const row = (frame, name) => frame.locator(".grid-row").filter({ hasText: name }).first();
const menuItem = (frame, name) => frame.getByRole("menuitemradio", { name: new RegExp(`^${name}`) });
const link = (frame, name) => frame.getByRole("link", { name, exact: true });

async function setRole(frame, name, role) {
  await row(frame, name).getByRole("button", { name: `Role of ${name}` }).click();
  await menuItem(frame, role).click();
}

/** An account with a trial, and 40 licences bought. */
async function opened(visit, where) {
  const ada = await visit(where);
  await button(ada, "Start free trial").click();
  await buy(ada, 40);
  await says(ada.locator(".stat").first(), "40");
  return ada;
}

for (const [name, where] of WHERE) {
  inside(`Subscription on ${name}: raised, scheduled, cancelled, undone, renewed`, async ({ visit, host }) => {
    const ada = await opened(visit, where);
    await axe(ada.inner());
    await link(ada, "Change plan").or(link(ada, "Adjust plan")).first().click();
    await ada.getByRole("spinbutton", { name: "Licences" }).fill("50");
    await button(ada, "Review order…").click();
    await axe(ada.inner());
    await button(dialog(ada), "Change today").click();
    await gone(dialog(ada));
    await ada.getByRole("spinbutton", { name: "Licences" }).fill("45");
    await button(ada, "Review order…").click();
    await dialog(ada).getByRole("radio", { name: "At renewal" }).check({ force: true });
    await button(dialog(ada), "Schedule at renewal").click();
    await gone(dialog(ada));
    await link(ada, "Back to Subscription").click();
    await says(ada.locator(".stat").first(), "50");
    await button(ada, "Remove").click();
    await gone(button(ada, "Remove"));
    await button(ada, "Cancel subscription…").click();
    await button(dialog(ada), "Cancel at end of term").click();
    await gone(dialog(ada));
    await button(ada, "Undo cancellation").first().click();
    await see(button(ada, "Cancel subscription…"));
    // The day is the host's (SUB 7): on the next one, the term has begun to be used.
    host.date = new Date(Date.now() + 86_400_000);
    const later = await visit(where);
    await button(later, "Renew now…").click();
    await button(dialog(later), "Renew now").click();
    await gone(dialog(later));
    await says(later.getByRole("table", { name: "History" }), "Renewed");
  }, { administrators: ["ada"] });

  inside(`User Management on ${name}: roles, adding, freeing, settings`, async ({ visit }) => {
    await opened(visit, where);
    const people = await visit({ ...where, view: "people" });
    await says(people.locator(".page-subtitle"), "30 people hold a licence");
    await setRole(people, "Ben Okafor", "Budget");
    await told(people, "Ben Okafor has the role Budget now.");
    if (where.hosted) {
      // The host's toast has the button that the page's own has.
      await people.host.evaluate(() => globalThis.toasts.at(-1).onCallToActionClick());
      await says(row(people, "Ben Okafor"), "Default (Team)");
      await setRole(people, "Ben Okafor", "Budget");
      await says(row(people, "Ben Okafor"), "Budget");
    }
    await setRole(people, "Dan Kowalski", "None");
    await dialog(people).getByRole("button", { name: "Free 1 licence" }).click();
    await says(people.locator(".page-subtitle"), "29 people hold a licence");
    await button(people, "Add people").click();
    await dialog(people).getByRole("tab", { name: "Paste or load a list" }).click();
    await dialog(people).getByLabel("E-mails, accounts or ids").fill("dan@example.org");
    await button(dialog(people), "Give 1 person a licence").click();
    await gone(dialog(people));
    await says(people.locator(".page-subtitle"), "30 people hold a licence");
    await button(people, "Settings").click();
    await see(people.getByRole("complementary", { name: "Settings" }));
    await axe(people.inner());
    // What one tab books is there for another visit.
    const again = await visit({ ...where, view: "people", user: "ben" });
    await says(row(again, "Ben Okafor"), "Budget");
  }, { administrators: ["ada", "ben"] });

  inside(`Invoices on ${name}: the list, a document, billing, a payment`, async ({ visit }) => {
    await opened(visit, where);
    const invoices = await visit({ ...where, view: "invoices" });
    await see(heading(invoices, "Invoices"));
    await axe(invoices.inner());
    await link(invoices, "INV-0001").click();
    await see(heading(invoices, "Invoice INV-0001"));
    await button(invoices, "Record payment").click();
    await button(dialog(invoices), "Record payment").click();
    await gone(dialog(invoices));
    await told(invoices, "INV-0001 is recorded as paid.");
    await axe(invoices.inner());
    await invoices.getByRole("link", { name: "Add billing address" }).click();
    await invoices.getByRole("textbox", { name: "Company or person" }).fill("Beispiel GmbH");
    await invoices.getByLabel("Country").selectOption({ label: "Austria" });
    await button(invoices, "Save billing details").click();
    await told(invoices, "Billing details saved.");
  });

  inside(`acc_1 to acc_7 each role finds behind each hub on ${name} what it may`, async ({ visit }) => {
    const services = where.hosted;
    await opened(visit, where);
    const people = await visit({ ...where, view: "people" });
    await setRole(people, "Ben Okafor", "Administrator");
    await told(people, "Ben Okafor has the role Administrator now.");
    await setRole(people, "Cleo Marchetti", "Team");
    await setRole(people, "Dan Kowalski", "None");
    await dialog(people).getByRole("button", { name: "Free 1 licence" }).click();
    await says(people.locator(".page-subtitle"), "29 people hold a licence");
    const door = services ? "Nothing here for you yet" : "This door is locked";
    const ADMINISTRATORS = "For project collection administrators";
    const cases = [
      // who, Time, Subscription, User Management, Invoices
      ["ada", "Time", "Subscription", "User Management", "Invoices"],
      ["ben", "Time", ADMINISTRATORS, ADMINISTRATORS, ADMINISTRATORS],
      ["cleo", "Time", ADMINISTRATORS, ADMINISTRATORS, ADMINISTRATORS],
      ["dan", door, door, door, door],
      // Nobody in this organisation: no licence, and in no list.
      ["guest", door, door, door, door],
    ];
    for (const [user, ...found] of cases) {
      for (const [at, view] of ["time", "subscription", "people", "invoices"].entries()) {
        const frame = await visit({ ...where, view, user });
        await see(heading(frame, found[at]));
        if (at === 0) await axe(frame.inner());
        await frame.host.close();
      }
    }
  });

  inside(`acc_5 acc_6 who has no access asks on ${name}, and is let in`, async ({ visit }) => {
    await opened(visit, where);
    const people = await visit({ ...where, view: "people" });
    await setRole(people, "Dan Kowalski", "None");
    await dialog(people).getByRole("button", { name: "Free 1 licence" }).click();
    await says(people.locator(".page-subtitle"), "29 people hold a licence");
    const dan = await visit({ ...where, view: "time", user: "dan" });
    await button(dan, "Ask for access").click();
    await button(dan, "Send request").click();
    await see(dan.getByRole("heading", { name: /^You asked for access/ }));
    const again = await visit({ ...where, view: "people" });
    await again.getByRole("button", { name: "Give access to Dan Kowalski" }).click();
    await button(dialog(again), "Give access").click();
    await gone(dialog(again));
    await says(again.locator(".page-subtitle"), "30 people hold a licence");
    const inside = await visit({ ...where, view: "time", user: "dan" });
    await see(heading(inside, "Time"));
  });
}

inside("a Server that knows an older interface is asked by that one", async ({ visit, host, allow }) => {
  allow(/HTTP 400|status of 400/);
  host.ceiling = "5.0";
  await opened(visit, { hosted: false });
  const people = await visit({ hosted: false, view: "people" });
  await says(people.locator(".page-subtitle"), "30 people hold a licence");
  assert.ok(host.asked.some((it) => it.includes("api-version=5.0")), host.asked.join("\n"));
});
