// What is measured of a list of very many rows, whatever it lists: how long the reader waits, and what stays in memory.
import { close, fresh, heap, median, moduleMemory } from "./measure.mjs";

/** Figures of several rounds: what else the machine does spoils one of them, seldom the one in the middle. */
const ROUNDS = 3;

const nav = (page, name) => page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name });

/** Answers once the next frame is painted. */
export const painted = (page) => page.evaluate(() => globalThis.nextPaint());

/** What the page needs to measure itself. */
function instruments() {
  /** Answers once the next frame is painted, with the time. */
  globalThis.nextPaint = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      }),
    );
  /** How long every letter took, from the event to the paint. */
  globalThis.keys = [];
  addEventListener("input", async (event) => globalThis.keys.push((await globalThis.nextPaint()) - event.timeStamp), { capture: true });
  globalThis.rowsThere = () => [...document.querySelectorAll(".grid-row .who-name")].some((name) => name.textContent && name.offsetHeight);
  /** Answers once `holds` at the beginning of a frame, and that frame is painted. */
  globalThis.paintedWith = async (holds) => {
    const wanted = () => new Promise((done) => requestAnimationFrame(() => done(holds())));
    for (;;) {
      const painted = globalThis.nextPaint();
      if (await wanted()) return painted;
    }
  };
}

/** From the click on the navigation to the first row painted: everything is loaded, but the first time the part with the page. The slowest of several. */
export async function opening(page, name) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await nav(page, "Subscription").click();
    await page.getByRole("heading", { level: 1, name: "Subscription" }).waitFor();
    await page.evaluate(() => {
      globalThis.opened = new Promise((done) =>
        addEventListener(
          "click",
          async (event) => done((await globalThis.paintedWith(globalThis.rowsThere)) - event.timeStamp),
          { once: true, capture: true },
        ),
      );
    });
    await nav(page, name).click();
    times.push(await page.evaluate(() => globalThis.opened));
  }
  return Math.max(...times);
}

/** Letters that match nearly everybody, then fewer; taken back again, so that everybody is found. */
const KEYS = ["a", "n", "n", "a", "Backspace", "Backspace", "Backspace", "Backspace", "e", "r", "i", "Backspace", "Backspace", "Backspace", "o", " ", "m", "u", "Backspace", "Backspace", "Backspace", "Backspace", "x", "Backspace"];

/** From a letter in the search to the frame after it: the slowest of all keys; the middle of several rounds. */
export async function keystroke(page, search) {
  const worst = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await search.fill("");
    await search.focus();
    await page.evaluate(async () => {
      await globalThis.nextPaint();
      globalThis.keys.length = 0;
    });
    for (const key of KEYS) {
      await page.keyboard.press(key);
      await painted(page);
    }
    await page.waitForFunction((keys) => globalThis.keys.length === keys, KEYS.length);
    worst.push(await page.evaluate(() => Math.max(...globalThis.keys)));
  }
  return median(worst);
}

/** The same as the browser tells it (Event Timing): from the key to the paint, in steps of 8 ms. */
export async function interaction(page, search) {
  await page.evaluate(() => {
    globalThis.interactions = [];
    globalThis.timing = new PerformanceObserver((list) => globalThis.interactions.push(...list.getEntries()));
    globalThis.timing.observe({ type: "event", durationThreshold: 16 });
  });
  await keystroke(page, search);
  return page.evaluate(() => {
    const entries = [...globalThis.interactions, ...globalThis.timing.takeRecords()];
    globalThis.timing.disconnect();
    const keys = entries.filter((entry) => entry.interactionId && entry.name.startsWith("key"));
    return keys.length ? Math.max(...keys.map((entry) => entry.duration)) : null;
  });
}

/** Looks whether rows stand wherever the list is in sight. */
const bare = () => {
  const body = document.querySelector(".grid-body").getBoundingClientRect();
  for (let y = Math.max(body.top, 60) + 5; y < Math.min(body.bottom, innerHeight) - 5; y += 20) {
    const row = document.elementsFromPoint(body.left + 300, y).find((it) => it.classList.contains("grid-row"));
    if (!row?.querySelector(".who-name")?.textContent) return 1;
  }
  return 0;
};

/** Scrolled from end to end, in leaps and by the wheel: how often something is blank once it rests (two frames later). */
export async function blank(page) {
  let blank = 0;
  const look = async () => {
    await painted(page);
    await painted(page);
    blank += await page.evaluate(bare);
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
  await look();
  return blank;
}

/** Growth of both memories over 100 changes of a filter, after 20 to warm up. */
export async function growth(page, own, changeFilters) {
  const devtools = await own.context.newCDPSession(page);
  const all = async () => ({ heap: await heap(devtools), module: await moduleMemory(page) });
  await changeFilters(page, 20);
  const before = await all();
  await changeFilters(page, 100);
  const after = await all();
  const module = after.module - before.module;
  return { kept: after.heap - before.heap - module, module };
}

/** What "no growth" of the script heap and the document leaves to the browser's own books, in KB: it goes up and down by this much. */
export const TOLERANCE = 512;

/**
 * Measures lists of several sizes and prints them side by side. `lists`: their size in words, and the organisation
 * that has them; `measurements`: name, unit, limit (above it the bench fails; null: only told), how it is measured.
 */
export async function report(what, lists, measurements) {
  const columns = [];
  for (const { org } of lists) {
    const figures = await fresh(`#/subscription?org=${org}`, async (page, own) => {
      await page.evaluate(instruments);
      const values = [];
      for (const { measure } of measurements) values.push(await measure(page, own));
      return values;
    });
    columns.push(figures);
  }
  const shown = (value, unit) => (value === null ? "not told" : `${value.toFixed(0)} ${unit}`.trim());
  const line = (name, cells, end) => console.log(name.padEnd(48) + cells.map((cell) => cell.padStart(15)).join("") + `  ${end}`);
  line(what, lists.map(({ size }) => size), "(limit)");
  for (const [row, { name, unit, limit }] of measurements.entries()) {
    const values = columns.map((column) => column[row]);
    const over = limit !== null && values.some((value) => value !== null && value > limit);
    line(name, values.map((value) => shown(value, unit)), limit === null ? "" : `${shown(limit, unit)}${over ? "  FAILED" : ""}`);
    if (over) process.exitCode = 1;
  }
  await close();
}
