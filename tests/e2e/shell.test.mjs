// What stands around every page: ribbon, doors, Time, the demo bar, two tabs, and what may go wrong when saving.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { axe, focused, gone, journey, says, see } from "./harness.mjs";

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const ribbon = (page) => page.getByRole("note").filter({ hasText: "Why am I seeing this?" });
const pages = (page) => page.getByRole("navigation", { name: "Pages" });
const demo = (page) => page.getByRole("complementary", { name: /Demonstration/ });
const startTrial = (page) => page.getByRole("button", { name: "Start free trial" });
const unfold = (page) => demo(page).getByRole("button", { name: /Demonstration/ }).click();

/** Goes to another hash in the same tab, as a link does. */
const visit = (page, hash) => page.evaluate((to) => void (location.hash = to), hash);

/** Waits until the focus is where it belongs. */
const focusMatches = (page, selector) => page.waitForFunction((it) => document.activeElement?.matches(it), selector);

for (const [org, title, text] of [
  ["trial-day-9", "7pace Timetracker Free Trial", "20 days left"],
  ["trial-last-day", "7pace Timetracker Free Trial", "Last day of the trial"],
  ["trial-ended", "7pace Timetracker Free Trial", "The trial has ended on"],
  ["expired", "7pace Timetracker", "The subscription has ended on"],
]) {
  journey(`tri_2 the ribbon of ${org} leads to the plans`, async ({ open }) => {
    const page = await open(`#/time?org=${org}`);
    await says(ribbon(page), title);
    await says(ribbon(page), text);
    await ribbon(page).getByRole("link", { name: "Buy Now" }).click();
    await page.waitForURL(/#\/subscription\/plans\?/);
    await see(ribbon(page));
  });
}

journey("tri_2 no ribbon while a subscription runs, nor for others", async ({ open }) => {
  for (const hash of ["#/time?org=team-monthly", "#/time?org=cancelled", "#/time?org=free", "#/time?viewer=team", "#/time?viewer=unknown"]) {
    const page = await open(hash);
    await see(heading(page, "Time"));
    assert.equal(await ribbon(page).count(), 0, hash);
    await page.close();
  }
});

journey("tri_3 the explanation opens and closes by keyboard", async ({ open }) => {
  const page = await open();
  const why = page.getByRole("button", { name: "Why am I seeing this?" });
  const text = page.getByText("Because you are a project collection administrator.");
  await why.focus();
  await page.keyboard.press("Enter");
  await see(text);
  await says(text, "only they can purchase");
  await axe(page);
  await page.keyboard.press("Escape");
  await gone(text);
  await focused(why);
});

for (const [viewer, role, allowed] of [
  ["admin", "Administrator", 5],
  ["administrator", "Administrator", 5],
  ["unknown", "Administrator", 5],
  ["team", "Team", 1],
]) {
  for (const deployment of ["services", "server"]) {
    journey(`Time of ${viewer} on ${deployment} shows what the role permits`, async ({ open }) => {
      const page = await open(`#/time?org=team-monthly&viewer=${viewer}&deployment=${deployment}`);
      await see(heading(page, "Time"));
      await see(page.getByRole("definition").filter({ hasText: role }).first());
      await says(page.getByRole("definition"), "Ada Muster");
      assert.equal(await page.getByRole("cell", { name: "Yes" }).count(), allowed);
      assert.equal(await page.getByRole("cell", { name: "No" }).count(), 5 - allowed);
      await see(pages(page).getByRole("link", { name: "Time" }));
      const entry = await pages(page).getByRole("link", { name: "Subscription" }).count();
      assert.equal(entry, viewer === "admin" ? 1 : 0, "ACC 1: Subscription is for collection administrators");
    });
  }
}

journey("acc_2 a link to Subscription tells insiders whose page it is", async ({ open }) => {
  for (const hash of ["#/subscription", "#/subscription/plans"]) {
    const page = await open(`${hash}?org=team-monthly&viewer=team`);
    await see(heading(page, "For project collection administrators"));
    await see(page.getByText("Ada Muster"));
    await axe(page);
    await page.close();
  }
});

for (const viewer of ["none", "unlicensed"]) {
  journey(`acc_5 the door is locked for ${viewer} on Server, whatever the link`, async ({ open }) => {
    for (const path of ["/time", "/subscription", "/subscription/plans"]) {
      const page = await open(`#${path}?org=team-monthly&deployment=server&viewer=${viewer}`);
      await see(heading(page, "This door is locked"));
      await see(page.getByText("Ada Muster"));
      await see(page.getByRole("button", { name: "Ask for access" }));
      assert.deepEqual(await pages(page).getByRole("link").allInnerTexts(), ["Time"]);
      await page.close();
    }
  });

  journey(`acc_6 nothing of the product for ${viewer} on Services`, async ({ open }) => {
    const page = await open(`#/subscription?org=team-monthly&viewer=${viewer}`);
    await see(heading(page, "Nothing here for you yet"));
    assert.equal(await pages(page).getByRole("link").count(), 0);
    assert.doesNotMatch(await page.getByRole("main").innerText(), /7pace|Timetracker|Subscription|Ada/);
    assert.doesNotMatch(await page.title(), /7pace/);
    await see(page.getByRole("button", { name: "Ask for access" }));
  });
}

for (const deployment of ["services", "server"]) {
  journey(`acc_7 a blocked collection administrator finds the way on ${deployment}`, async ({ open }) => {
    const page = await open(`#/time?org=trial-ended&deployment=${deployment}`);
    await see(heading(page, deployment === "server" ? "This door is locked" : "Nothing here for you yet"));
    await see(ribbon(page));
    assert.equal(await page.getByRole("button", { name: "Ask for access" }).count(), 0);
    await page.getByRole("link", { name: "Go to Subscription" }).click();
    await see(heading(page, "Subscription"));
  });
}

journey("another page takes the focus to its heading, names the window and is said", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await pages(page).getByRole("link", { name: "Time" }).click();
  await see(heading(page, "Time"));
  await focusMatches(page, "h1");
  assert.match(await page.title(), /^Time · /);
  await says(page.locator("[aria-live=polite]"), "Time");
  await page.goBack();
  await see(heading(page, "Subscription"));
  await focusMatches(page, "h1");
  await visit(page, "#/nowhere?org=team-monthly");
  await see(heading(page, "Subscription"));
});

journey("the bare address opens the first page of the viewer, and the demo bar keeps the focus", async ({ open }) => {
  const page = await open();
  await see(heading(page, "Subscription"));
  await unfold(page);
  const viewer = demo(page).getByLabel("Viewer");
  await viewer.focus();
  await viewer.selectOption({ label: "Team" });
  await see(heading(page, "Time"));
  await focused(viewer);
});

journey("the navigation folds where it is narrow, and by keyboard", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly", { width: 360 });
  const menu = page.getByRole("button", { name: "Menu" });
  const time = pages(page).getByRole("link", { name: "Time" });
  await gone(time);
  await menu.press("Enter");
  await see(time);
  await axe(page);
  await page.keyboard.press("Escape");
  await gone(time);
  await focusMatches(page, ".menu");
  await menu.press("Enter");
  await time.click();
  await see(heading(page, "Time"));
});

journey("the demo bar opens every state and writes it into the address", async ({ open }) => {
  const page = await open("#/subscription");
  await unfold(page);
  const bar = demo(page);
  await bar.getByLabel("Organisation").selectOption({ label: "Team, monthly" });
  await says(page.getByRole("main"), "Paid through 30 Nov 2026");
  await bar.getByRole("button", { name: "To expiry" }).click();
  await page.waitForURL(/today=2026-12-01/);
  await says(page.getByRole("main"), "Paid through 31 Dec 2026");
  await bar.getByRole("button", { name: "+1 day" }).click();
  await page.waitForURL(/today=2026-12-02/);
  await bar.getByRole("button", { name: "+1 month" }).click();
  await page.waitForURL(/today=2027-01-02/);
  // The address comes first, what is shown a moment later.
  const today = await bar.getByLabel("Today").elementHandle();
  await page.waitForFunction((field) => field.value === "2027-01-02", today);
  await bar.getByLabel("Viewer").selectOption({ label: "Team" });
  await see(heading(page, "For project collection administrators"));
  await bar.getByLabel("Deployment").selectOption({ label: "Server (on-premises)" });
  await bar.getByLabel("Viewer").selectOption({ label: "None" });
  await see(heading(page, "This door is locked"));
  await axe(page);
  const address = page.url();
  await page.reload();
  await see(heading(page, "This door is locked"));
  assert.equal(page.url(), address);
});

journey("a day can be typed, and what is no day is said", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await unfold(page);
  const today = demo(page).getByLabel("Today");
  await today.fill("2027-02-");
  await says(demo(page), "Enter a date such as");
  await today.fill("2027-02-10");
  await page.waitForURL(/today=2027-02-10/);
  await says(page.getByRole("main"), "Paid through 28 Feb 2027");
});

journey("what the address says and means nothing is told", async ({ open }) => {
  const page = await open("#/subscription?org=nobody");
  await unfold(page);
  await says(demo(page).getByRole("alert"), "“nobody” means nothing for org and is ignored");
});

journey("the address of a state can be copied", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open("#/subscription?org=free");
  await unfold(page);
  await demo(page).getByRole("button", { name: "Copy link" }).click();
  await says(demo(page).getByRole("status"), "Copied");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
});

journey("a booking survives a reload, and reset begins anew", async ({ open }) => {
  const page = await open("#/subscription?org=new");
  await startTrial(page).click();
  await says(page.getByRole("status"), "The trial has started");
  await says(ribbon(page), "28 days left");
  await focusMatches(page, "h1");
  await page.reload();
  await says(ribbon(page), "28 days left");
  await unfold(page);
  await demo(page).getByRole("button", { name: "Reset organisation" }).click();
  await see(startTrial(page));
});

journey("a booking whose button goes with it leaves the focus on the heading", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await page.getByRole("button", { name: "Cancel subscription…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^Cancel/ }).last().click();
  await says(page.getByRole("main"), "Cancelled: licences work through");
  await gone(page.getByRole("dialog"));
  await focusMatches(page, "h1, .main .button");
});

journey("two tabs on one account see each other's changes", async ({ open }) => {
  const here = await open("#/subscription?org=new");
  const there = await open("#/time?org=new&viewer=team");
  await see(heading(there, "Nothing here for you yet"));
  await startTrial(here).click();
  await see(heading(there, "Time"));
  // What was booked about the subscription is told to collection administrators only (ACC 2).
  await gone(there.getByText("Ada Muster has booked"));
  await unfold(there);
  await demo(there).getByRole("button", { name: "Reset organisation" }).click();
  await see(startTrial(here));
});

journey("a browser that keeps nothing is said, and the page works on", async ({ open, context }) => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("blocked for the test", "SecurityError");
    };
  });
  const page = await open("#/subscription?org=new");
  await says(page.getByRole("alert"), "This browser keeps nothing for this page");
  await startTrial(page).click();
  await says(ribbon(page), "28 days left");
  await axe(page);
});

/** Puts a text in place of a line of a journal, as a fault of a disk would. */
const damage = (page, account, position, line) =>
  page.evaluate(
    ([key, text]) =>
      new Promise((done, failed) => {
        const request = indexedDB.open("timetracker-licensing");
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const writing = request.result.transaction("lines", "readwrite");
          writing.objectStore("lines").put(text, key);
          writing.oncomplete = () => done(request.result.close());
        };
      }),
    [[account, position], line],
  );

journey("a damaged journal is said, can be exported, and nothing is overwritten", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await says(page.getByRole("main"), "Paid through");
  await damage(page, "demo/team-monthly/services", 2, "{ not a line");
  await page.reload();
  await says(page.getByRole("main"), "The journal is damaged");
  await says(page.getByRole("main"), "line 2");
  await axe(page);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export what is stored" }).click();
  const lines = (await readFile(await (await saved).path(), "utf8")).trimEnd().split("\n");
  assert.equal(JSON.parse(lines[0]).position, 0);
  assert.equal(lines[2], "{ not a line", "what is damaged is exported as it is stored");
  await page.getByRole("button", { name: "Try again" }).click();
  await says(page.getByRole("main"), "The journal is damaged");
  await unfold(page);
  await demo(page).getByRole("button", { name: "Reset organisation" }).click();
  await says(page.getByRole("main"), "Paid through");
});

journey("a changed line is noticed by its hash", async ({ open }) => {
  const page = await open("#/subscription?org=new");
  await startTrial(page).click();
  await says(ribbon(page), "28 days left");
  const line = { position: 2, previous_sha256: "0".repeat(64) };
  await damage(page, "demo/new/services", 2, JSON.stringify(line));
  await page.reload();
  await says(page.getByRole("main"), "The journal is damaged");
});

journey("a save that fails says so, and can be tried again", async ({ open }) => {
  const page = await open("#/subscription?org=new&save=fails");
  await startTrial(page).click();
  await says(page.getByRole("alert"), "It could not be saved. Nothing was booked");
  await see(startTrial(page));
  await axe(page);
  await visit(page, "#/subscription?org=new");
  await startTrial(page).click();
  await says(ribbon(page), "28 days left");
});

journey("a full store is said", async ({ open, context }) => {
  await context.addInitScript(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (value, key) {
      if (key[1] === 0) return add.call(this, value, key);
      throw new DOMException("full for the test", "QuotaExceededError");
    };
  });
  const page = await open("#/subscription?org=new");
  await startTrial(page).click();
  await says(page.getByRole("alert"), "The browser's storage for this page is full");
  await see(startTrial(page));
});

journey("chg_10 a save that conflicts shows who was first, and books nothing", async ({ open }) => {
  const page = await open("#/subscription?org=new&save=conflicts");
  await startTrial(page).click();
  await says(page.getByRole("alert"), "Fay Rival");
  await says(ribbon(page), "28 days left");
  await says(page.getByRole("table", { name: "History" }), "Fay Rival");
});

journey("a save that hangs shows progress, then asks, and books once", async ({ open, context }) => {
  // The ten seconds after which the page asks pass in one.
  await context.addInitScript(() => {
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (then, after, ...more) => setTimeout(then, after === 10_000 ? 1000 : after, ...more);
  });
  const page = await open("#/subscription?org=new&save=hangs");
  await startTrial(page).click();
  await see(page.getByRole("progressbar"));
  const slow = page.getByRole("alert").filter({ hasText: "Saving takes longer" });
  await see(slow);
  await axe(page);
  await slow.getByRole("button", { name: "Keep waiting" }).click();
  await gone(slow);
  await see(page.getByRole("progressbar"));
  await see(slow);
  await slow.getByRole("button", { name: "Try again" }).click();
  await gone(slow);
  await visit(page, "#/subscription?org=new");
  await says(ribbon(page), "28 days left");
  await says(page.getByRole("status"), "The trial has started");
  assert.equal(await page.getByRole("row").filter({ hasText: "Ada Muster" }).count(), 1);
  await page.reload();
  await says(ribbon(page), "28 days left");
});

for (const theme of ["light", "dark"]) {
  for (const [name, hash] of [
    ["Time", "#/time?org=team-monthly&viewer=team"],
    ["the locked door", "#/time?org=team-monthly&viewer=none&deployment=server"],
    ["the neutral page", "#/time?org=team-monthly&viewer=none"],
    ["a blocked administrator", "#/time?org=trial-ended"],
    ["administrators only", "#/subscription?org=team-monthly&viewer=team"],
    ["before a trial", "#/subscription?org=new"],
    ["the last day", "#/subscription?org=trial-last-day"],
    ["expired", "#/subscription?org=expired"],
  ]) {
    for (const width of [1280, 360]) {
      journey(`${name} is for everybody, ${theme}, ${width} px wide`, async ({ open }) => {
        const page = await open(hash, { theme, width });
        await unfold(page);
        await axe(page);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(sideways <= 0, `the page scrolls ${sideways} px sideways`);
      });
    }
  }
}
