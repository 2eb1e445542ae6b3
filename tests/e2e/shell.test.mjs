// Everything around a page: trial banner, pages without access, Time, the demo bar, two tabs, and errors when saving.
import { download, go, more, pages, ribbon, shorten, startTrial } from "./support/page.mjs";
import { axe, axeIn, expect, test } from "./support/test.mjs";

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const demo = (page) => page.getByRole("complementary", { name: /Demonstration/ });
const unfold = (page) => demo(page).getByRole("button", { name: /Demonstration/ }).click();

for (const [org, title, text] of [
  ["trial-day-9", "7pace Timetracker Free Trial", "20 days left"],
  ["trial-last-day", "7pace Timetracker Free Trial", "Last day of the trial"],
  ["trial-ended", "7pace Timetracker Free Trial", "Your trial ended on"],
  ["expired", "7pace Timetracker", "Your subscription ended on"],
]) {
  test(`tri_2 the ribbon of ${org} leads to the plans`, async ({ open }) => {
    const page = await open(`#/time?org=${org}`);
    await expect(ribbon(page)).toShow(title);
    await expect(ribbon(page)).toShow(text);
    await ribbon(page).getByRole("link", { name: "Buy Now" }).click();
    await page.waitForURL(/#\/subscription\/plans\?/);
    await expect(ribbon(page)).toBeVisible();
  });
}

test("tri_2 no ribbon while a subscription runs, nor for others", async ({ open }) => {
  for (const hash of ["#/time?org=team-monthly", "#/time?org=cancelled", "#/time?org=free", "#/time?viewer=team", "#/time?viewer=unknown"]) {
    const page = await open(hash);
    await expect(heading(page, "Time")).toBeVisible();
    await expect(ribbon(page), hash).toBeAbsent();
    await page.close();
  }
});

test("tri_3 the explanation opens and closes by keyboard", async ({ open }) => {
  const page = await open();
  const why = page.getByRole("button", { name: "Why am I seeing this?" });
  const text = page.getByText("Because you're a project collection administrator.");
  await why.focus();
  await page.keyboard.press("Enter");
  await expect(text).toBeVisible();
  await expect(text).toShow("make purchases");
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(text).toBeHidden();
  await expect(why).toBeFocused();
});

for (const [viewer, role, allowed] of [
  ["admin", "Administrator", 5],
  ["administrator", "Administrator", 5],
  ["unknown", "Administrator", 5],
  ["team", "Team", 1],
]) {
  for (const deployment of ["services", "server"]) {
    test(`Time of ${viewer} on ${deployment} shows what the role permits`, async ({ open }) => {
      const page = await open(`#/time?org=team-monthly&viewer=${viewer}&deployment=${deployment}`);
      await expect(heading(page, "Time")).toBeVisible();
      await expect(page.getByRole("definition").filter({ hasText: role }).first()).toBeVisible();
      await expect(page.getByRole("definition")).toShow("Ada Muster");
      await expect(page.getByRole("cell", { name: "Yes" })).toHaveCount(allowed);
      await expect(page.getByRole("cell", { name: "No" })).toHaveCount(5 - allowed);
      await expect(pages(page).getByRole("link", { name: "Time" })).toBeVisible();
      const entry = await pages(page).getByRole("link", { name: "Subscription" }).count();
      expect(entry, "ACC 1: Subscription is for collection administrators").toBe(viewer === "admin" ? 1 : 0);
    });
  }
}

test("acc_2 a link to Subscription tells insiders whose page it is", async ({ open }) => {
  for (const hash of ["#/subscription", "#/subscription/plans"]) {
    const page = await open(`${hash}?org=team-monthly&viewer=team`);
    await expect(heading(page, "For project collection administrators")).toBeVisible();
    await expect(page.getByText("Ada Muster")).toBeVisible();
    await axe(page);
    await page.close();
  }
});

for (const viewer of ["none", "unlicensed"]) {
  test(`acc_5 the door is locked for ${viewer} on Server, whatever the link`, async ({ open }) => {
    for (const path of ["/time", "/subscription", "/subscription/plans"]) {
      const page = await open(`#${path}?org=team-monthly&deployment=server&viewer=${viewer}`);
      await expect(heading(page, "This door is locked")).toBeVisible();
      await expect(page.getByText("Ada Muster")).toBeVisible();
      await expect(page.getByRole("button", { name: "Request access" })).toBeVisible();
      await expect(pages(page).getByRole("link")).toHaveText(["Time"], { useInnerText: true });
      await page.close();
    }
  });

  test(`acc_6 nothing of the product for ${viewer} on Services`, async ({ open }) => {
    const page = await open(`#/subscription?org=team-monthly&viewer=${viewer}`);
    await expect(heading(page, "Access needed")).toBeVisible();
    await expect(pages(page).getByRole("link")).toBeAbsent();
    expect(await page.getByRole("main").innerText()).not.toMatch(/7pace|Timetracker|Subscription|Ada/);
    expect(await page.title()).not.toMatch(/7pace/);
    await expect(page.getByRole("button", { name: "Request access" })).toBeVisible();
  });
}

for (const deployment of ["services", "server"]) {
  test(`acc_7 a blocked collection administrator finds the way on ${deployment}`, async ({ open }) => {
    const page = await open(`#/time?org=trial-ended&deployment=${deployment}`);
    await expect(heading(page, deployment === "server" ? "This door is locked" : "Access needed")).toBeVisible();
    await expect(ribbon(page)).toBeVisible();
    await expect(page.getByRole("button", { name: "Request access" })).toBeAbsent();
    await page.getByRole("link", { name: "Go to Subscription" }).click();
    await expect(heading(page, "Subscription")).toBeVisible();
  });
}

test("another page takes the focus to its heading, names the window and is said", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await pages(page).getByRole("link", { name: "Time" }).click();
  await expect(heading(page, "Time")).toBeVisible();
  await expect(page.locator("h1")).toBeFocused();
  await expect(page).toHaveTitle(/^Time · /);
  await expect(page.locator("[aria-live=polite]")).toShow("Time");
  await page.goBack();
  await expect(heading(page, "Subscription")).toBeVisible();
  await expect(page.locator("h1")).toBeFocused();
  await go(page, "#/nowhere?org=team-monthly");
  await expect(heading(page, "Subscription")).toBeVisible();
});

test("the bare address opens the first page of the viewer, and the demo bar keeps the focus", async ({ open }) => {
  const page = await open();
  await expect(heading(page, "Subscription")).toBeVisible();
  await unfold(page);
  const viewer = demo(page).getByLabel("Viewer");
  await viewer.focus();
  await viewer.selectOption({ label: "Team" });
  await expect(heading(page, "Time")).toBeVisible();
  await expect(viewer).toBeFocused();
});

test("the navigation folds where it is narrow, and by keyboard", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly", { width: 360 });
  const menu = page.getByRole("button", { name: "Menu" });
  const time = pages(page).getByRole("link", { name: "Time" });
  await expect(time).toBeHidden();
  await menu.press("Enter");
  await expect(time).toBeVisible();
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(time).toBeHidden();
  await expect(page.locator(".menu")).toBeFocused();
  await menu.press("Enter");
  await time.click();
  await expect(heading(page, "Time")).toBeVisible();
});

test("the demo bar opens every state and writes it into the address", async ({ open }) => {
  const page = await open("#/subscription");
  await unfold(page);
  const bar = demo(page);
  await bar.getByLabel("Organization").selectOption({ label: "Team, monthly" });
  await expect(page.getByRole("main")).toShow("Covered through 30 Nov 2026");
  await bar.getByRole("button", { name: "To expiry" }).click();
  await page.waitForURL(/today=2026-12-01/);
  await expect(page.getByRole("main")).toShow("Covered through 31 Dec 2026");
  await bar.getByRole("button", { name: "+1 day" }).click();
  await page.waitForURL(/today=2026-12-02/);
  await bar.getByRole("button", { name: "+1 month" }).click();
  await page.waitForURL(/today=2027-01-02/);
  // The address changes first, and the page a moment later.
  await expect(bar.getByLabel("Today")).toHaveValue("2027-01-02");
  await bar.getByLabel("Viewer").selectOption({ label: "Team" });
  await expect(heading(page, "For project collection administrators")).toBeVisible();
  await bar.getByLabel("Deployment").selectOption({ label: "Server (on-premises)" });
  await bar.getByLabel("Viewer").selectOption({ label: "None" });
  await expect(heading(page, "This door is locked")).toBeVisible();
  await axe(page);
  const address = page.url();
  await page.reload();
  await expect(heading(page, "This door is locked")).toBeVisible();
  await expect(page).toHaveURL(address);
});

test("choices that follow one another at once all count", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await unfold(page);
  const bar = demo(page);
  const deployment = await bar.getByLabel("Deployment").elementHandle();
  const viewer = await bar.getByLabel("Viewer").elementHandle();
  // Both changes in one task: the second one comes before the browser reports the first one, and while the account is
  // being read.
  await page.evaluate(([deployment, viewer]) => {
    for (const [select, value] of [[deployment, "server"], [viewer, "none"]]) {
      select.value = value;
      select.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, [deployment, viewer]);
  await expect(page).toHaveURL(/deployment=server/);
  await expect(page).toHaveURL(/viewer=none/);
  await expect(heading(page, "This door is locked")).toBeVisible();
  await expect(bar.getByLabel("Deployment")).toHaveValue("server");
  await expect(bar.getByLabel("Viewer")).toHaveValue("none");
});

test("a day can be typed, and what is no day is said", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await unfold(page);
  const today = demo(page).getByLabel("Today");
  await today.fill("2027-02-");
  await expect(demo(page)).toShow("Enter a date such as");
  await today.fill("2027-02-10");
  await page.waitForURL(/today=2027-02-10/);
  await expect(page.getByRole("main")).toShow("Covered through 28 Feb 2027");
});

test("what the address says and means nothing is told", async ({ open }) => {
  const page = await open("#/subscription?org=nobody");
  await unfold(page);
  await expect(demo(page).getByRole("alert")).toShow("“nobody” isn't valid for org and is ignored");
});

test("the address of a state can be copied", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open("#/subscription?org=free");
  await unfold(page);
  await demo(page).getByRole("button", { name: "Copy link" }).click();
  await expect(demo(page).getByRole("status")).toShow("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test("a booking survives a reload, and reset begins anew", async ({ open }) => {
  const page = await open("#/subscription?org=new");
  await startTrial(page).click();
  await expect(page.getByRole("status")).toShow("Trial started");
  await expect(ribbon(page)).toShow("28 days left");
  await expect(page.locator("h1")).toBeFocused();
  await page.reload();
  await expect(ribbon(page)).toShow("28 days left");
  await unfold(page);
  await demo(page).getByRole("button", { name: "Reset organization" }).click();
  await expect(startTrial(page)).toBeVisible();
});

test("a booking whose button goes with it leaves the focus on the heading", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await more(page, "Cancel subscription…");
  await page.getByRole("dialog").getByRole("button", { name: /^Cancel/ }).last().click();
  await expect(page.getByRole("main")).toShow("Canceled. Licenses work through");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.locator("h1:focus, .main .button:focus")).toBeVisible();
});

test("two tabs on one account see each other's changes", async ({ open }) => {
  const here = await open("#/subscription?org=new");
  const there = await open("#/time?org=new&viewer=team");
  await expect(heading(there, "Access needed")).toBeVisible();
  await startTrial(here).click();
  await expect(heading(there, "Time")).toBeVisible();
  // Only collection administrators see bookings about the subscription (ACC 2).
  await expect(there.getByText("started the trial")).toBeHidden();
  await unfold(there);
  await demo(there).getByRole("button", { name: "Reset organization" }).click();
  await expect(startTrial(here)).toBeVisible();
});

test("a browser that keeps nothing is said, and the page works on", async ({ open, context }) => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("blocked for the test", "SecurityError");
    };
  });
  const page = await open("#/subscription?org=new");
  await expect(page.getByRole("alert")).toShow("This browser doesn't store data for this page");
  await startTrial(page).click();
  await expect(ribbon(page)).toShow("28 days left");
  await axe(page);
});

/** Replaces a line of a journal by a text, as a disk error would. */
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

test("a damaged journal is said, can be exported, and nothing is overwritten", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  await expect(page.getByRole("main")).toShow("Covered through");
  await damage(page, "demo/team-monthly/services", 2, "{ not a line");
  await page.reload();
  await expect(page.getByRole("main")).toShow("The history is damaged");
  await expect(page.getByRole("main")).toShow("line 2");
  await axe(page);
  const { bytes } = await download(page, () => page.getByRole("button", { name: "Export stored data" }).click());
  const lines = bytes.toString().trimEnd().split("\n");
  expect(JSON.parse(lines[0]).position).toBe(0);
  expect(lines[2], "what is damaged is exported as it is stored").toBe("{ not a line");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("main")).toShow("The history is damaged");
  await unfold(page);
  await demo(page).getByRole("button", { name: "Reset organization" }).click();
  await expect(page.getByRole("main")).toShow("Covered through");
});

test("the history is verified in the page", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  const history = page.getByRole("region", { name: "History" });
  await history.getByRole("button", { name: "Verify" }).click();
  await expect(history).toShow(/(\d+) of \1 entries follow the rules\./);
  await axe(page);
});

test("an entry that the rules would not book is named when the history is verified", async ({ open }) => {
  const page = await open("#/subscription?org=team-monthly");
  const history = page.getByRole("region", { name: "History" });
  const { bytes } = await download(page, () => history.getByRole("button", { name: "Export" }).click());
  const lines = bytes.toString().trim().split("\n");
  const last = lines.at(-1).replace('"licences":42', '"licences":41');
  expect(last).not.toBe(lines.at(-1));
  await damage(page, "demo/team-monthly/services", lines.length - 1, last);
  await page.reload();
  await history.getByRole("button", { name: "Verify" }).click();
  await expect(history.getByRole("alert").or(history.getByRole("status"))).toShow("The history doesn't follow the rules");
});

test("a changed line is noticed by its hash", async ({ open }) => {
  const page = await open("#/subscription?org=new");
  await startTrial(page).click();
  await expect(ribbon(page)).toShow("28 days left");
  const line = { position: 2, previous_sha256: "0".repeat(64) };
  await damage(page, "demo/new/services", 2, JSON.stringify(line));
  await page.reload();
  await expect(page.getByRole("main")).toShow("The history is damaged");
});

test("a save that fails says so, and can be tried again", async ({ open }) => {
  const page = await open("#/subscription?org=new&save=fails");
  await startTrial(page).click();
  await expect(page.getByRole("alert")).toShow("Your change couldn't be saved");
  await expect(startTrial(page)).toBeVisible();
  await axe(page);
  await go(page, "#/subscription?org=new");
  await startTrial(page).click();
  await expect(ribbon(page)).toShow("28 days left");
});

test("a full store is said", async ({ open, context }) => {
  await context.addInitScript(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (value, key) {
      if (key[1] === 0) return add.call(this, value, key);
      throw new DOMException("full for the test", "QuotaExceededError");
    };
  });
  const page = await open("#/subscription?org=new");
  await startTrial(page).click();
  await expect(page.getByRole("alert")).toShow("browser's storage for this page is full");
  await expect(startTrial(page)).toBeVisible();
});

test("chg_10 a save that conflicts shows who was first, and books nothing", async ({ open }) => {
  const page = await open("#/subscription?org=new&save=conflicts");
  await startTrial(page).click();
  await expect(page.getByRole("alert")).toShow("Fay Rival");
  await expect(ribbon(page)).toShow("28 days left");
  await expect(page.getByRole("table", { name: "History" })).toShow("Fay Rival");
});

test("a save that hangs shows progress, then asks, and books once", async ({ open, context }) => {
  // Shortens the ten seconds after which the page asks to one second.
  await shorten(context, { 10_000: 1000 });
  const page = await open("#/subscription?org=new&save=hangs");
  await startTrial(page).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  const slow = page.getByRole("alert").filter({ hasText: "Saving is taking longer" });
  await expect(slow).toBeVisible();
  await axe(page);
  await slow.getByRole("button", { name: "Keep waiting" }).click();
  await expect(slow).toBeHidden();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(slow).toBeVisible();
  await slow.getByRole("button", { name: "Try again" }).click();
  await expect(slow).toBeHidden();
  await go(page, "#/subscription?org=new");
  await expect(ribbon(page)).toShow("28 days left");
  await expect(page.getByRole("status")).toShow("Trial started");
  await expect(page.getByRole("row").filter({ hasText: "Ada Muster" })).toHaveCount(1);
  await page.reload();
  await expect(ribbon(page)).toShow("28 days left");
});

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
  test(`${name} is for everybody`, async ({ open }) => {
    const page = await open(hash);
    await unfold(page);
    await axeIn(page);
  });
}
