// A journal that a newer version of the page has written: the page says so, offers to reload, and leaves the journal
// unchanged.
import { button, PAY, review } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";

const ORG = "team-monthly";

/**
 * All stored lines of the account. With `change`, first appends a modified copy of the last line that continues the
 * journal.
 */
const stored = (page, change) =>
  page.evaluate(async ([account, change]) => {
    const answer = (request) => new Promise((done, failed) => ((request.onsuccess = () => done(request.result)), (request.onerror = () => failed(request.error))));
    const hash = async (text) => {
      const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
      return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    };
    const database = await answer(indexedDB.open("timetracker-licensing"));
    const range = IDBKeyRange.bound([account, 0], [account, 2 ** 32 - 1]);
    const all = () => answer(database.transaction("lines").objectStore("lines").getAll(range));
    let lines = await all();
    if (change === "unreleased") {
      const { rules, ...opening } = JSON.parse(lines[0]);
      const writing = database.transaction("lines", "readwrite");
      await answer(writing.objectStore("lines").put(JSON.stringify(opening), [account, 0]));
      lines = await all();
    } else if (change) {
      const last = lines.at(-1);
      const next = { ...JSON.parse(last), position: lines.length, previous_sha256: await hash(last), command_id: "newer" };
      change === "event" ? (next.events[0].kind = "merged") : (next[change] = 2);
      const writing = database.transaction("lines", "readwrite");
      await answer(writing.objectStore("lines").put(JSON.stringify(next), [account, lines.length]));
      lines = await all();
    }
    database.close();
    return lines;
  }, [`demo/${ORG}/services`, change]);

for (const change of ["event", "rules"]) {
  test(`a line of a newer version is said as such and stays: ${change}`, async ({ open }) => {
    const page = await open(`#/subscription?org=${ORG}`);
    const before = await stored(page, change);
    await page.reload();
    await expect(page.locator("body")).toShow("A newer version is available");
    await expect(page.getByText("damaged")).toBeAbsent();
    await expect(button(page, "Reload")).toBeVisible();
    expect(await stored(page)).toStrictEqual(before);
  });
}

test("a journal of before the first release is said as such, exported, and never called damaged", async ({ open }) => {
  const page = await open(`#/subscription?org=${ORG}`);
  const before = await stored(page, "unreleased");
  await page.reload();
  await expect(page.locator("body")).toShow("This history was written before the first release");
  await expect(page.getByText("damaged")).toBeAbsent();
  await expect(button(page, "Export stored data")).toBeVisible();
  expect(await stored(page)).toStrictEqual(before);
});

test("a newer line that comes while the page is open stops what is being booked", async ({ open }) => {
  const page = await open(`#/subscription/plans?org=${ORG}`);
  await review(page, { licences: 50 });
  const before = await stored(page, "event");
  await button(page.getByRole("dialog"), PAY).click();
  await expect(page.locator("body")).toShow("A newer version is available");
  expect(await stored(page), "nothing is booked after it, or in its place").toStrictEqual(before);
  await button(page, "Reload").click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.locator("body")).toShow("A newer version is available");
});
