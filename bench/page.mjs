// Times and memory of the page in a browser. To add a measurement, add an entry to MEASUREMENTS.
import { close, empty, fresh, heap, median } from "./measure.mjs";

/** Milliseconds from the navigation's start until the program's first heading is painted with what it loaded; median of five cold starts. */
async function firstUsablePage() {
  const times = [];
  for (let i = 0; i < 5; i += 1) {
    const own = await empty();
    await own.context.addInitScript(() => {
      const look = () => {
        if (!document.getElementById("boot") && document.querySelector("h1") && !document.querySelector(".skeleton")) globalThis.usableAt = performance.now();
        else requestAnimationFrame(look);
      };
      addEventListener("DOMContentLoaded", look);
    });
    const page = await own.open();
    times.push(await (await page.waitForFunction(() => globalThis.usableAt)).jsonValue());
    await own.close();
  }
  return median(times);
}

/** Growth of the memory over 100 switches between the pages of the navigation, after 20 to warm up, in KB. */
async function heapGrowth() {
  return fresh("", async (page, { context }) => {
    const links = page.locator('nav a[href^="#"]');
    if ((await links.count()) < 2) return null;
    const hashes = await links.evaluateAll((found) => found.map((link) => link.hash));
    const switchPages = (times) =>
      page.evaluate(
        async ([hashes, times]) => {
          for (let i = 0; i < times; i += 1) {
            location.hash = hashes[i % hashes.length];
            await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
          }
        },
        [hashes, times],
      );
    const devtools = await context.newCDPSession(page);
    await switchPages(20);
    const before = await heap(devtools);
    await switchPages(100);
    return (await heap(devtools)) - before;
  });
}

/** name, unit, limit (above it the bench fails; null: only told), how it is measured (null: not measurable yet). */
const MEASUREMENTS = [
  { name: "time to first usable page", unit: "ms", limit: 1500, measure: firstUsablePage },
  { name: "memory growth over 100 page switches", unit: "KB", limit: 1024, measure: heapGrowth },
];

for (const { name, unit, limit, measure } of MEASUREMENTS) {
  const value = await measure();
  const over = value !== null && limit !== null && value > limit;
  const shown = value === null ? "not measurable yet" : `${value.toFixed(1)} ${unit}`;
  console.log(`${name.padEnd(40)}${shown.padStart(20)}${limit === null ? "" : `  (limit ${limit} ${unit})`}${over ? "  FAILED" : ""}`);
  if (over) process.exitCode = 1;
}
await close();
