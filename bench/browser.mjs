// Shared by all measurements: a browser, an empty profile, the instruments inside a page, and the median of several
// values.
import { chromium } from "@playwright/test";
import { LAUNCH } from "../tests/e2e/harness.mjs";

/** Network conditions: round-trip time in milliseconds, and bytes per second. */
export const LINES = [
  { name: "no throttling", conditions: null },
  { name: "16 Mbit/s, 30 ms", conditions: { offline: false, latency: 30, downloadThroughput: 2_000_000, uploadThroughput: 125_000 } },
  { name: "1.6 Mbit/s, 150 ms", conditions: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 } },
];

const browser = await chromium.launch(LAUNCH);
export const closeBrowser = () => browser.close();

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Runs in every page before its own scripts. */
function instruments() {
  /** Resolves with the time at which the next frame has been painted. */
  globalThis.nextPaint = () =>
    new Promise((painted) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => painted(performance.now());
        port2.postMessage(0);
      }),
    );
  /** Resolves with the time at which a frame was painted if `holds` was true at the start of that frame. */
  globalThis.paintedWith = async (holds) => {
    for (;;) {
      const painted = globalThis.nextPaint();
      if (await new Promise((frame) => requestAnimationFrame(() => frame(holds())))) return painted;
    }
  };
  /** Whether the page has loaded: it has a heading, and no skeleton. */
  globalThis.isLoaded = () => !document.getElementById("boot") && Boolean(document.querySelector("h1")?.textContent.trim()) && !document.querySelector(".skeleton");
  /** Whether rows of people are visible. */
  globalThis.hasRows = () =>
    [...document.querySelectorAll("[role=row]")].filter((row) => row.offsetHeight && row.textContent.includes("@")).length > 3;
  const cells = (role) => [...document.querySelectorAll(`[role=grid] [role=${role}]`)].filter((cell) => cell.offsetHeight && cell.textContent.trim());
  /** Whether rows of any list are visible. */
  globalThis.hasGridRows = () => cells("rowheader").length > 3;
  /** Whether all visible rows have the role Product. Also true if a dialog is open, which is an error. */
  globalThis.allHaveRoleProduct = () => {
    const roles = [...document.querySelectorAll("[role=grid] [role=row] > :nth-child(3)[role=gridcell]")];
    return (roles.length > 5 && roles.every((role) => role.textContent.trim() === "Product")) || Boolean(document.querySelector("dialog[open]"));
  };
  /** The time from each key press to the frame after it. */
  globalThis.keyTimes = [];
  addEventListener("input", async ({ timeStamp }) => globalThis.keyTimes.push((await globalThis.nextPaint()) - timeStamp), { capture: true });
  /** The memory of every module that the page starts. */
  globalThis.memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await real.apply(WebAssembly, given);
      for (const it of Object.values((made.instance ?? made).exports)) if (it instanceof WebAssembly.Memory) globalThis.memories.add(it);
      return made;
    };
  }
}

/** Runs `body` with an empty profile, which has its own caches and databases. */
export async function profile(body) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", locale: "en-GB", timezoneId: "UTC" });
  context.setDefaultTimeout(120_000);
  await context.addInitScript(instruments);
  try {
    return await body(context);
  } finally {
    await context.close();
  }
}

/** Opens a page with network conditions. */
export async function open(context, url, conditions = null) {
  const page = await context.newPage();
  if (conditions) {
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", conditions);
  }
  await page.goto(url, { waitUntil: "commit" });
  return page;
}

/**
 * The milliseconds from the navigation until `ready`, a name of the instruments, was true in a painted frame. Fails
 * after two minutes.
 */
export const usableAfter = (frame, ready) =>
  frame.evaluate((name) => {
    const never = new Promise((_, failed) => setTimeout(() => failed(new Error(`not usable (${name}): ${document.body.innerText}`)), 120_000));
    return Promise.race([globalThis.paintedWith(globalThis[name]), never]);
  }, ready);

/** The spans of work that the page names itself (src/adapters/span.rs), in milliseconds by name. */
export const spans = (frame) =>
  frame.evaluate(() => {
    const sums = {};
    for (const { name, duration } of performance.getEntriesByType("measure")) sums[name] = (sums[name] ?? 0) + duration;
    return sums;
  });
