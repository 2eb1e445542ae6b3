// Times and memory of the page in a browser. To add a measurement, add an entry to MEASUREMENTS.
import { profile, start } from "../tests/e2e/harness.mjs";

const { browser, url, close } = await start();

/** Runs `body` with a page in an empty profile. */
async function fresh(hash, body) {
  const own = await profile(browser, url);
  try {
    return await body(await own.open(hash), own);
  } finally {
    await own.close();
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Milliseconds from the navigation's start until the program's first heading is painted with what it loaded; median of five cold starts. */
async function firstUsablePage() {
  const times = [];
  for (let i = 0; i < 5; i += 1) {
    const own = await profile(browser, url);
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

/** Kilobytes after a collection: script heap, document, and buffers (the module's own memory is one). */
async function heap(devtools) {
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await devtools.send("Runtime.getHeapUsage");
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1024;
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
