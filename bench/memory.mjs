// The memory growth after repeating an action a hundred times.
import { open, profile, usableAfter } from "./browser.mjs";

/** Growth in KB that still counts as none, because the browser's own figures vary by this much. */
export const TOLERANCE = 512;

/** Kilobytes after garbage collection: script and document, and the memory of the modules, which never shrinks. */
async function memory(page, devtools) {
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await devtools.send("Runtime.getHeapUsage");
  const modules = await page.evaluate(() => [...globalThis.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return { script: (usedSize + embedderHeapUsedSize + backingStorageSize - modules) / 1024, modules: modules / 1024 };
}

/** The growth of both over a hundred runs of `repeat(times)`, after twenty for warming up. */
export async function growth(context, page, repeat) {
  const devtools = await context.newCDPSession(page);
  await repeat(20);
  const before = await memory(page, devtools);
  await repeat(100);
  const after = await memory(page, devtools);
  return { script: after.script - before.script, modules: after.modules - before.modules };
}

/** The rows for a growth. Growth within the tolerance counts as none. */
export const growthRows = (what, { script, modules }) => [
  { name: `growth over 100 ${what}: script and document`, unit: "KB", ours: script, limit: TOLERANCE },
  { name: `growth over 100 ${what}: module`, unit: "KB", ours: modules, limit: 0 },
];

/** Switches from page to page, each until it is painted. */
const switchPages = (page, times) =>
  page.evaluate(async (times) => {
    const hashes = [...document.querySelectorAll('nav a[href^="#"]')].map((link) => link.hash);
    for (let at = 0; at < times; at += 1) {
      location.hash = hashes[at % hashes.length];
      await globalThis.nextPaint();
      await globalThis.nextPaint();
    }
  }, times);

/** The section of the table. */
export async function pageSwitches(own) {
  const grown = await profile(async (context) => {
    const page = await open(context, `${own}#/subscription?org=team-monthly`);
    await usableAfter(page, "isLoaded");
    return growth(context, page, (times) => switchPages(page, times));
  });
  return [{ title: "Memory", rows: growthRows("page switches", grown) }];
}
