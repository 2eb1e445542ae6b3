// The time from a key press in the search box to the frame after it.
import { median, open, profile, usableAfter } from "./browser.mjs";

/** Letters that match almost everyone, then fewer people, and back again. */
const KEYS = "a n n a < < < < e r i < < < o space m u < < < < x <".split(" ").map((key) => ({ "<": "Backspace", space: " " })[key] ?? key);

/** The median and the maximum of all key presses. The maximum is the median over several rounds. */
export async function keystrokes(page, search, rounds) {
  const all = [];
  const worst = [];
  for (let round = 0; round < rounds; round += 1) {
    await search.fill("");
    await search.focus();
    await page.evaluate(async () => {
      await globalThis.nextPaint();
      globalThis.keyTimes.length = 0;
    });
    for (const key of KEYS) {
      await page.keyboard.press(key);
      await page.evaluate(() => globalThis.nextPaint());
    }
    await page.waitForFunction((keys) => globalThis.keyTimes.length === keys, KEYS.length);
    const times = await page.evaluate(() => globalThis.keyTimes);
    all.push(...times);
    worst.push(Math.max(...times));
  }
  return { median: median(all), worst: median(worst) };
}

const measure = (url, search, rounds) =>
  profile(async (context) => {
    const page = await open(context, url);
    await usableAfter(page, "hasRows");
    return keystrokes(page, page.locator(search).first(), rounds);
  });

/** The section of the table. Both rows compare with the peer's 10,000 people. */
export async function keys(own, peer, quick) {
  const rounds = quick ? 1 : 3;
  const theirs = await measure(`${peer}?people=10000`, "input", rounds);
  const rows = [];
  for (const [people, org] of [["10,000", "licensed-10000"], ["100,000", "enterprise"]]) {
    const ours = await measure(`${own}#/people?org=${org}`, "input[role=searchbox]", rounds);
    rows.push({ name: `${people} people, median`, unit: "ms", ours: ours.median, peer: theirs.median, goal: 1 });
    rows.push({ name: `${people} people, worst of ${KEYS.length}`, unit: "ms", ours: ours.worst, peer: theirs.worst });
  }
  return [{ title: "A key in the search to the next frame (peer: 10,000 people)", rows }];
}
