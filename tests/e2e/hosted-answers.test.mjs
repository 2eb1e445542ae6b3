// What happens after an answer inside Azure DevOps: an answer is lost, and people are read again in the meantime.
import { PEOPLE } from "./host/directory.mjs";
import { opened } from "./host/inside.mjs";
import { button, dialog, more, PAY, review, row, setRole, shorten, toast } from "./support/page.mjs";
import { expect, test as base } from "./support/test.mjs";

/** The events that the service has stored, as one text. */
const kept = (host) => JSON.stringify([...host.data.documents]);
/** The next document is written, but its answer is lost. All later answers are lost, too. */
const lose = (host) => {
  const offline = { status: 0, serverError: { typeKey: "", message: "Failed to fetch" } };
  let lost = false;
  host.data.fail = (what, _, when) => {
    const written = what === "createDocument";
    lost ||= written && when === "after";
    return lost && !(written && when === "before") ? offline : null;
  };
};
/** The pauses between two requests to a service that does not answer. */
const BETWEEN_ATTEMPTS = { 1000: 1, 2000: 1, 4000: 1 };
const find = (host) => void (host.data.fail = () => null);

const test = base.extend({
  /** Subscription of an account with 40 licenses, after ordering 50. The page has given up waiting for the answer. */
  unanswered: async ({ visit, host, context }, use) => {
    await shorten(context, BETWEEN_ATTEMPTS);
    const ada = await opened(visit, { hosted: false });
    await ada.inner().evaluate(() => void (location.hash = "/subscription/plans"));
    await review(ada, { licences: 50 });
    lose(host);
    await button(dialog(ada), PAY).click();
    await expect(dialog(ada).getByText("we don't know whether your change was saved").first()).toBeVisible();
    await use(ada);
  },
});

test("an order whose answer is lost: another choice is not told as booked, what is stored is", async ({ unanswered: ada, host }) => {
  find(host);
  await dialog(ada).getByRole("radio", { name: "At renewal" }).check({ force: true });
  await button(dialog(ada), "Schedule").click();
  await expect(dialog(ada).locator(".message.tone-warning")).toShow(/saved after all.*50/);
  expect(await ada.locator("body").innerText()).not.toMatch(/Scheduled for renewal/i);
  const text = kept(host);
  expect(text.includes("scheduled"), "nothing was scheduled").toBe(false);
  await button(dialog(ada), "Cancel").click();
  await ada.getByRole("link", { name: "Back to Subscription" }).click();
  await expect(ada.locator(".stat").first()).toShow("50");
});

test("an order whose answer is lost: the same again is told as it was stored, and books once", async ({ unanswered: ada, host }) => {
  const before = kept(host).split("command_id").length;
  find(host);
  await button(dialog(ada), PAY).click();
  await expect(dialog(ada)).toBeHidden();
  await expect(toast(ada)).toShow("50");
  expect(kept(host).split("command_id").length, "booked once").toBe(before);
});

test("an order whose answer is lost is told once it is found, with the dialog closed", async ({ unanswered: ada, host }) => {
  await button(dialog(ada), "Cancel").click();
  find(host);
  await ada.inner().evaluate(() => dispatchEvent(new Event("focus")));
  await expect(toast(ada)).toShow(/saved after all.*50/);
});

test("people who are read anew while a booking is under way stay read", async ({ visit, host, context }) => {
  await opened(visit);
  const people = await visit({ view: "people" });
  await expect(people.locator(".page-subtitle")).toShow("30 people have a license");
  let let_go;
  const held = new Promise((done) => (let_go = done));
  let waits;
  const waiting = new Promise((done) => (waits = done));
  await context.route("**/data", async (route) => {
    if (route.request().postDataJSON().what === "createDocument") {
      waits();
      await held;
    }
    await route.continue();
  });
  await setRole(people, "Ben Okafor", "Budget");
  await waiting;
  host.directory.people = [...PEOPLE, { id: "zoe", name: "Zoe Zander" }];
  await more(people, "Refresh");
  await expect(people.locator(".page-subtitle")).toShow("30 people have a license, 1 doesn't");
  let_go();
  await expect(row(people, "Ben Okafor")).toShow("Budget");
  await expect(people.locator(".page-subtitle")).toShow("30 people have a license, 1 doesn't");
});
