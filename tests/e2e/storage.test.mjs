// What the browser stores, and what the page says if it does not: before the user decides anything, and never with a
// different account instead of the one that could not be read.
import { button, dialog, more, PAY, ribbon, row, startTrial } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";

const NAME = "timetracker-licensing";
const main = (page) => page.getByRole("main");
const NOT_KEPT = "This browser doesn't store data for this page";

/** Selects 10 licenses of Team and confirms. */
async function order(page) {
  await page.getByRole("spinbutton", { name: "Licenses" }).fill("10");
  await page.getByRole("radio", { name: "Monthly" }).check({ force: true });
  await page.getByRole("radio", { name: "Team" }).check({ force: true });
  await button(page, "Review order…").click();
  await button(dialog(page), PAY).click();
}

for (const [name, refuse] of [
  ["writing", () => { IDBObjectStore.prototype.add = () => { throw new DOMException("blocked for the test", "InvalidStateError"); }; }],
  ["a full disk", () => { IDBObjectStore.prototype.add = () => { throw new DOMException("full for the test", "QuotaExceededError"); }; }],
]) {
  test(`storage that refuses ${name} on the first visit is said, and an order is booked and told`, async ({ open, context }) => {
    await context.addInitScript(refuse);
    const page = await open("#/subscription/plans");
    await expect(page.getByRole("alert")).toShow(NOT_KEPT);
    await order(page);
    await expect(dialog(page)).toBeHidden();
    await expect(page.locator(".toast")).toShow("Bought Team plan, 10 licenses, billed monthly");
    await page.getByRole("link", { name: "Back to Subscription" }).click();
    await expect(page.locator(".stat").first()).toShow("10");
  });
}

/** Opens the database like a newer version of the program. */
const renew = (page) =>
  page.evaluate(
    (name) =>
      new Promise((done, failed) => {
        const request = indexedDB.open(name, 99);
        request.onsuccess = () => done(request.result.close());
        request.onerror = () => failed(request.error);
      }),
    NAME,
  );

test("a database of a newer program is said, with the reload that helps, and no account is made up", async ({ open }) => {
  const first = await open("#/subscription?org=new");
  await startTrial(first).click();
  await expect(ribbon(first)).toShow("28 days left");
  await renew(first);
  await first.close();
  const page = await open("#/subscription?org=new");
  await expect(main(page)).toShow("newer version");
  await expect(button(main(page), "Reload")).toBeVisible();
  await expect(startTrial(page), "no account in place of the one that was not read").toBeAbsent();
});

test("a newer program that comes while the page is open is said with the next booking", async ({ open }) => {
  const page = await open("#/subscription?org=new");
  await expect(startTrial(page)).toBeVisible();
  await renew(page);
  await startTrial(page).click();
  await expect(page.locator(".toast, .main")).toShow("newer version");
});

test("a failure to open that passes is tried again without a word", async ({ open, context }) => {
  const first = await open("#/subscription?org=new");
  await startTrial(first).click();
  await expect(ribbon(first)).toShow("28 days left");
  await first.close();
  await context.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    let failures = 1;
    IDBFactory.prototype.open = function (...more) {
      failures -= 1;
      if (failures >= 0) throw new DOMException("passes, for the test", "UnknownError");
      return open.apply(this, more);
    };
  });
  const page = await open("#/subscription?org=new");
  await expect(ribbon(page)).toShow("28 days left");
  await expect(page.getByText(NOT_KEPT)).toBeAbsent();
});

test("a store that opens and hands out nothing is said, and no other account is shown", async ({ open, context }) => {
  await context.addInitScript(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException("blocked for the test", "SecurityError");
    };
  });
  const page = await open("#/subscription?org=new");
  await expect(main(page)).toShow("Saved data couldn't be read");
  await expect(startTrial(page)).toBeAbsent();
});

test("a store that fails for long is said, and no other account is shown", async ({ open, context }) => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("for the test", "UnknownError");
    };
  });
  const page = await open("#/subscription?org=new");
  await expect(main(page)).toShow("Saved data couldn't be read");
  await expect(button(main(page), "Try again")).toBeVisible();
  await expect(startTrial(page)).toBeAbsent();
  await expect(page.getByText(NOT_KEPT)).toBeAbsent();
});

test("a store that never answers is said after a limit, and asked again", async ({ open, context }) => {
  const first = await open("#/subscription?org=new");
  await startTrial(first).click();
  await expect(ribbon(first)).toShow("28 days left");
  await first.close();
  await context.addInitScript(() => {
    // A request without any events, as when another tab blocks it.
    const { open } = IDBFactory.prototype;
    const { addEventListener } = EventTarget.prototype;
    globalThis.answers = false;
    IDBFactory.prototype.open = function (...more) {
      const request = open.apply(this, more);
      if (globalThis.answers) return request;
      for (const event of ["success", "error", "upgradeneeded", "blocked"]) {
        addEventListener.call(request, event, (it) => {
          it.stopImmediatePropagation();
          request.result?.close?.();
        });
        Object.defineProperty(request, `on${event}`, { set() {}, get: () => null });
      }
      return request;
    };
  });
  const page = await open("#/subscription?org=new", { started: false });
  await expect(main(page)).toShow("Saved data couldn't be read");
  await expect(startTrial(page)).toBeAbsent();
  await page.evaluate(() => void (globalThis.answers = true));
  await button(main(page), "Try again").click();
  await expect(ribbon(page)).toShow("28 days left");
});

test("a database that is deleted under an open dialog: what has vanished is said, and nothing is booked", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await more(page, "Renew now…");
  await expect(dialog(page)).toBeVisible();
  await page.evaluate((name) => new Promise((done, failed) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => done();
    request.onerror = () => failed(request.error);
  }), NAME);
  await button(dialog(page), PAY).click();
  await expect(page.locator("body")).toShow(/is no longer stored|history is missing/);
  const stored = await page.evaluate((name) => new Promise((done) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      const database = request.result;
      if (!database.objectStoreNames.contains("lines")) return done(0);
      const all = database.transaction("lines").objectStore("lines").getAll();
      all.onsuccess = () => done(all.result.filter((it) => it.includes("renewed_early")).length);
    };
  }), NAME);
  expect(stored).toBe(0);
});

test("every command has an id of its own, in a browser without crypto, too", async ({ open, context }) => {
  await context.addInitScript(() => Object.defineProperty(globalThis, "crypto", { value: undefined }));
  const page = await open("#/people?org=team-monthly");
  const row = (name) => page.locator(".grid-row").filter({ hasText: name }).first();
  for (const [who, role] of [["Aisha Bauer", "Budget"], ["Ben Okafor", "Product"], ["Aisha Bauer", "Team"]]) {
    await row(who).getByRole("button", { name: `Role of ${who}` }).click();
    await page.getByRole("menuitemradio", { name: new RegExp(`^${role}`) }).click();
    await expect(page.locator(".toast")).toShow(`${who} now has the ${role} role.`);
  }
});
