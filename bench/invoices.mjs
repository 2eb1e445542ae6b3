// Invoices with five thousand documents: how long the reader waits. The limits are those of User Management.
import { TOLERANCE, blank, growth, keystroke, opening, painted, report } from "./list.mjs";

const search = (page) => page.getByRole("searchbox", { name: "Search by number, text or sum" });

/** Changes a filter, the sort or the search: one after the other. */
async function changeFilters(page, times) {
  const select = (name, index) => page.getByRole("combobox", { name }).selectOption({ index });
  const sort = (name) => page.getByRole("columnheader", { name }).getByRole("button").click();
  const changes = [
    () => select("Kind", 1),
    () => select("Status", 2),
    () => select("Status", 0),
    () => select("Kind", 0),
    () => sort("Due"),
    () => search(page).fill("team"),
    () => search(page).fill(""),
    () => sort("Date"),
    () => select("Period", 2),
    () => select("Period", 0),
  ];
  for (let i = 0; i < times; i += 1) {
    await changes[i % changes.length]();
    await painted(page);
  }
}

await report("documents", [{ size: "8", org: "team-monthly" }, { size: "5,001", org: "documents-5000" }], [
  { name: "first rows on screen", unit: "ms", limit: 1000, measure: (page) => opening(page, "Invoices") },
  { name: "a key in the search to its frame, worst of 24", unit: "ms", limit: 50, measure: (page) => keystroke(page, search(page)) },
  { name: "blank frames at rest, from end to end", unit: "", limit: 0, measure: blank },
  { name: "growth over 100 filter changes", unit: "KB", limit: TOLERANCE, measure: async (page, own) => (own.growth = await growth(page, own, changeFilters)).kept },
  { name: "the same in the module's memory", unit: "KB", limit: 0, measure: (page, own) => own.growth.module },
]);
