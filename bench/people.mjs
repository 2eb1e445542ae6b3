// User Management with a thousand, ten thousand and a hundred thousand licensed people: how long the reader waits. To
// add a measurement, add an entry to MEASUREMENTS; each gets the page with the list on it.
import assert from "node:assert/strict";
import { TOLERANCE, blank, growth, interaction, keystroke, opening, painted, report } from "./list.mjs";

const ORGANISATIONS = [
  { size: "1,000", org: "licensed-1000" },
  { size: "10,000", org: "licensed-10000" },
  { size: "100,000", org: "enterprise" },
];
const grid = (page) => page.getByRole("grid", { name: "User Management" });
const search = (page) => page.getByRole("searchbox", { name: "Search by name, e-mail or group" });
const selection = (page) => page.getByRole("region", { name: "Selection" });

/** Changes a filter, the sort or the search: one after the other. */
async function changeFilters(page, times) {
  const role = page.getByRole("combobox", { name: "Role" }).first();
  const seen = page.getByRole("combobox", { name: "Last access" });
  const left = page.getByRole("button", { name: "Left the directory" });
  const sort = (name) => grid(page).getByRole("columnheader", { name }).getByRole("button");
  const changes = [
    () => role.selectOption({ index: 1 }),
    () => seen.selectOption({ index: 1 }),
    () => seen.selectOption({ index: 0 }),
    () => role.selectOption({ index: 0 }),
    () => sort("Role").click(),
    () => search(page).fill("an"),
    () => search(page).fill(""),
    () => sort("Name").click(),
    () => left.click(),
    () => left.click(),
  ];
  for (let i = 0; i < times; i += 1) {
    await changes[i % changes.length]();
    await painted(page);
  }
}

/** From the choice of a role for everybody to the rows that show it: that is when it is booked. */
async function roleOfAll(page) {
  await grid(page).getByRole("checkbox", { name: "Select all that match" }).click();
  await selection(page).getByRole("button", { name: "Change role" }).click();
  const item = page.getByRole("menuitemradio", { name: /^Product/ });
  await item.waitFor();
  await page.evaluate(() => {
    const shown = () => {
      const roles = [...document.querySelectorAll(".grid-row .grid-cell:nth-child(3)")];
      const asked = document.querySelector("dialog[open]") !== null;
      return (roles.length > 5 && roles.every((role) => role.textContent.trim() === "Product")) || asked;
    };
    globalThis.shown = new Promise((done) =>
      addEventListener("click", async ({ timeStamp }) => done((await globalThis.paintedWith(shown)) - timeStamp), { once: true, capture: true }),
    );
  });
  await item.click();
  const booked = await page.evaluate(() => globalThis.shown);
  assert.equal(await page.getByRole("dialog").count(), 0, "nobody loses access, and licences are enough: it is not asked first");
  await page.getByRole("status").filter({ hasText: "Product" }).first().waitFor();
  return booked;
}

const MEASUREMENTS = [
  { name: "first rows on screen", unit: "ms", limit: 1000, measure: (page) => opening(page, "User Management") },
  { name: "a key in the search to its frame, worst of 24", unit: "ms", limit: 50, measure: (page) => keystroke(page, search(page)) },
  { name: "the same as the browser tells it", unit: "ms", limit: null, measure: (page) => interaction(page, search(page)) },
  { name: "blank frames at rest, from end to end", unit: "", limit: 0, measure: blank },
  { name: "growth over 100 filter changes", unit: "KB", limit: TOLERANCE, measure: async (page, own) => (own.growth = await growth(page, own, changeFilters)).kept },
  { name: "the same in the module's memory", unit: "KB", limit: 0, measure: (page, own) => own.growth.module },
  { name: "a role for everybody, booked and shown", unit: "ms", limit: 2000, measure: roleOfAll },
];

await report("people", ORGANISATIONS, MEASUREMENTS);
