// What every journey stands on: the built page behind its strict headers, a Chromium, an empty profile a test, and
// the rule that a test fails on any console error, page error, policy violation or failed request.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

/** Flags that make a headless Chromium quiet and able to run as root in a container. */
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];

/** How long anything may take to appear, in milliseconds: generous, for slow machines; nothing sleeps. */
const PATIENCE = 15_000;

/** Starts server and browser. `close` ends both. */
export async function start() {
  const server = await serve();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { url: server.url, browser, close };
}

/**
 * An empty profile with its own storage; its pages see each other as tabs do. `url` is where the page is served.
 * `faults` collects what must not happen; `allow(pattern)` names what a test provokes on purpose.
 */
export async function profile(browser, url) {
  const context = await browser.newContext({ reducedMotion: "reduce", locale: "en-GB", timezoneId: "UTC" });
  context.setDefaultTimeout(PATIENCE);
  const faults = [];
  const allowed = [];
  const fault = (text) => allowed.some((pattern) => pattern.test(text)) || faults.push(text);
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      fault(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => fault(`page error: ${error.error().stack ?? error.error()}`));
  context.on("requestfailed", (request) => {
    // What the browser gives up because the page is left is no failure.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") {
      fault(`request failed: ${request.url()} ${request.failure()?.errorText}`);
    }
  });
  context.on("response", (response) => response.status() >= 400 && fault(`HTTP ${response.status()}: ${response.url()}`));

  /**
   * Opens a tab at a hash ("#/subscription?viewer=none"), and waits until the page stands in place of its frame; `from` is where
   * else the page is served.
   */
  const open = async (hash = "", { width = 1280, height = 900, theme = "light", started = true, from = url } = {}) => {
    const page = await context.newPage();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(from + hash);
    if (started) await ready(page);
    return page;
  };
  return { context, open, faults, allow: (pattern) => allowed.push(pattern), close: () => context.close() };
}

/** Waits until the program has taken over and shows a heading and what it loaded: the first usable page. */
export async function ready(page) {
  await page.locator("#boot").waitFor({ state: "detached" });
  await see(page.getByRole("heading", { level: 1 }).first());
  // The outline of what is still loading has a heading too.
  await gone(page.locator(".skeleton").first());
}

/** One server and browser for all tests of a file: made with the first test that runs, closed after the last. */
let shared;

/**
 * How many journeys of a file may be walked a second time: machines are shared, and now and then one stands still for
 * longer than anything may take. Whatever is wrong with a page fails twice, or more of them.
 */
let second = 2;

/**
 * A test with an empty profile: `journey("buys a plan", async ({ open, allow, context }) => { … })`.
 * Fails also on whatever the browser complained about. `limit` is how long it may take, in milliseconds.
 */
export function journey(name, body, { limit = 120_000 } = {}) {
  if (shared === undefined) {
    shared = null;
    after(async () => (await shared)?.close());
  }
  const walk = async () => {
    shared ??= start();
    const { browser, url } = await shared;
    const own = await profile(browser, url);
    try {
      await body(own);
      assert.deepEqual(own.faults, [], "the browser complained");
    } catch (error) {
      for (const fault of own.faults) console.error(`${name}: ${fault}`);
      await keepPictures(own.context, name);
      throw error;
    } finally {
      await own.close();
    }
  };
  test(name, { timeout: 2 * limit }, async (test) => {
    try {
      await walk();
    } catch (error) {
      if (second === 0) throw error;
      second -= 1;
      test.diagnostic(`walked a second time: ${name}: ${error.message}`);
      await walk();
    }
  });
}

/** What the tabs showed when a test failed, for whoever reads its error: tests/e2e/out/NAME-TAB.png. */
async function keepPictures(context, name) {
  for (const [tab, page] of context.pages().entries()) {
    const path = `tests/e2e/out/${name.replaceAll(/\W+/g, "-")}-${tab + 1}.png`;
    const kept = await page.screenshot({ path, timeout: 3000 }).then(() => true, () => false);
    if (kept) console.error(`${name}: see ${path}`);
  }
}

/** Waits until something is visible; the error names what was looked for. */
export const see = (locator) => locator.waitFor({ state: "visible" });

/** Waits until something is gone or hidden. */
export const gone = (locator) => locator.waitFor({ state: "hidden" });

/** Waits until an element that contains `text` (a string or a pattern) is visible inside `locator`. */
export const says = (locator, text) => see(locator.filter({ hasText: text }).first());

/** Waits until an element has the focus: what closes gives it back a frame later. */
export const focused = (locator) => focus(locator, (it) => it === document.activeElement);

/** Waits until the focus is inside of an element. */
export const focusedIn = (locator) => focus(locator, (it) => it.contains(document.activeElement));

async function focus(locator, holds) {
  const page = locator.page();
  await page.waitForFunction(holds, await locator.elementHandle()).catch(async (error) => {
    const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160));
    throw new Error(`the focus comes to ${locator}; it is at ${at}`, { cause: error });
  });
}

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Runs axe on the page as it stands, with the policy in force, and fails with what, where and how to mend it.
 * `without` names axe rules to leave out, each with a reason beside the call.
 */
export async function axe(page, { without = [] } = {}) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async (names) => {
    const rules = Object.fromEntries(names.map((name) => [name, { enabled: false }]));
    return (await globalThis.axe.run(document, { rules, resultTypes: ["violations"] })).violations;
  }, without);
  const words = violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map((node) => `    ${node.target.join(" ")}: ${node.html.slice(0, 160)}\n      ${node.failureSummary.replaceAll("\n", "\n      ")}`);
    return `  ${id} (${impact}): ${help}\n${places.join("\n")}`;
  });
  assert.equal(violations.length, 0, `axe found in ${page.url()}\n${words.join("\n")}`);
}
