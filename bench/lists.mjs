// Lists of very many rows in a loaded page: opening, scrolling, filtering, and one change for everyone.
import assert from "node:assert/strict";
import { open, profile, usableAfter } from "./browser.mjs";
import { keystrokes } from "./keys.mjs";
import { growth, growthRows } from "./memory.mjs";

const painted = (page) => page.evaluate(() => globalThis.nextPaint());

/** The time from a click until a frame in which `ready`, a name of the instruments, was true. */
async function fromClick(page, locator, ready) {
  await page.evaluate((ready) => {
    globalThis.clicked = new Promise((done) =>
      addEventListener("click", async ({ timeStamp }) => done((await globalThis.paintedWith(globalThis[ready])) - timeStamp), { once: true, capture: true }),
    );
  }, ready);
  await locator.click();
  return page.evaluate(() => globalThis.clicked);
}

/** The time from the click in the navigation to the first rows. The slowest of three. */
async function opening(page, name) {
  const link = (name) => page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name });
  const times = [];
  for (let round = 0; round < 3; round += 1) {
    await link("Subscription").click();
    await page.getByRole("heading", { level: 1, name: "Subscription" }).waitFor();
    times.push(await fromClick(page, link(name), "hasGridRows"));
  }
  return Math.max(...times);
}

/** Whether a row is missing in the visible part of the list. */
const isBare = () => {
  const body = document.querySelector(".grid-body").getBoundingClientRect();
  for (let y = Math.max(body.top, 60) + 5; y < Math.min(body.bottom, innerHeight) - 5; y += 20) {
    const row = document.elementsFromPoint(body.left + 300, y).find((it) => it.matches("[role=row]"));
    if (!row?.textContent.trim()) return 1;
  }
  return 0;
};

/**
 * Scrolls from end to end, in jumps and with the wheel. Returns how often something is still blank two frames after it
 * has stopped.
 */
async function blankFrames(page) {
  let blank = 0;
  const look = async () => {
    await painted(page);
    await painted(page);
    blank += await page.evaluate(isBare);
  };
  for (let step = 0; step <= 60; step += 1) {
    await page.evaluate((part) => scrollTo(0, part * (document.documentElement.scrollHeight - innerHeight)), step / 60);
    await look();
  }
  await page.mouse.move(640, 450);
  for (let step = 0; step < 40; step += 1) {
    await page.mouse.wheel(0, step % 3 ? -2500 : -340);
    await look();
  }
  await page.evaluate(() => scrollTo(0, 0));
  return blank;
}

/** Returns a function that makes this number of changes, one after the other. */
const inTurn = (page, changes) => async (times) => {
  for (let at = 0; at < times; at += 1) {
    await changes[at % changes.length]();
    await painted(page);
  }
};

const grid = (page) => page.getByRole("grid", { name: "User Management" });
const sorted = (page, name) => page.getByRole("columnheader", { name }).getByRole("button").click();
const chosen = (page, name, index) => page.getByRole("combobox", { name }).first().selectOption({ index });

function peopleFilters(page, search) {
  const left = () => page.getByRole("button", { name: "Left the directory" }).click();
  return inTurn(page, [
    () => chosen(page, "Role", 1), () => chosen(page, "Last access", 1), () => chosen(page, "Last access", 0), () => chosen(page, "Role", 0),
    () => sorted(page, "Role"), () => search.fill("an"), () => search.fill(""), () => sorted(page, "Name"), left, left,
  ]);
}

function invoiceFilters(page, search) {
  return inTurn(page, [
    () => chosen(page, "Kind", 1), () => chosen(page, "Status", 2), () => chosen(page, "Status", 0), () => chosen(page, "Kind", 0),
    () => sorted(page, "Due"), () => search.fill("team"), () => search.fill(""), () => sorted(page, "Date"),
    () => chosen(page, "Period", 2), () => chosen(page, "Period", 0),
  ]);
}

/** The time from choosing a role for everyone to the rows that show it. It is booked by then. */
async function roleForAll(page) {
  await grid(page).getByRole("checkbox", { name: "Select all that match" }).click();
  await page.getByRole("region", { name: "Selection" }).getByRole("button", { name: "Change role" }).click();
  const took = await fromClick(page, page.getByRole("menuitemradio", { name: /^Product/ }), "allHaveRoleProduct");
  assert.equal(await page.getByRole("dialog").count(), 0, "nobody loses access and licenses are enough, so nothing is asked first");
  return took;
}

const LISTS = [
  { title: "User Management, 10,000 people", page: "User Management", org: "licensed-10000", search: "Search by name, e-mail or group", filters: peopleFilters, role: true },
  { title: "User Management, 100,000 people", page: "User Management", org: "enterprise", search: "Search by name, e-mail or group", filters: peopleFilters, role: true },
  { title: "Invoices, 5,000 documents", page: "Invoices", org: "documents-5000", search: "Search by number, text or sum", filters: invoiceFilters },
];

async function measure(own, { title, page: name, org, search, filters, role }) {
  return profile(async (context) => {
    const page = await open(context, `${own}#/subscription?org=${org}`);
    await usableAfter(page, "isLoaded");
    const box = page.getByRole("searchbox", { name: search });
    const rows = [{ name: "from the click in the navigation to the first rows", unit: "ms", ours: await opening(page, name), limit: 1000 }];
    rows.push({ name: "a key in the search to the next frame, worst", unit: "ms", ours: (await keystrokes(page, box, 3)).worst, limit: 50 });
    rows.push({ name: "blank frames while scrolling from end to end", unit: "", ours: await blankFrames(page), limit: 0 });
    rows.push(...growthRows("changes of a filter", await growth(context, page, filters(page, box))));
    if (role) rows.push({ name: "a role for everybody, booked and shown", unit: "ms", ours: await roleForAll(page), limit: 2000 });
    return { title, rows };
  });
}

/** The sections of the table. */
export async function lists(own) {
  const sections = [];
  for (const list of LISTS) sections.push(await measure(own, list));
  return sections;
}
