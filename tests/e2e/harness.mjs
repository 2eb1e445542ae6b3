// A Chromium with the built page, for the journeys (support/test.mjs), the screenshots, and the benchmarks: how it is
// started, what counts as a complaint of the browser, and when a page is ready.
import { chromium } from "@playwright/test";
import { serve } from "./serve.mjs";

/** The options for starting Chromium: quiet, and able to run as root in a container. */
export const LAUNCH = {
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
  ],
};

/** The options of every profile. */
export const PROFILE = { reducedMotion: "reduce", locale: "en-GB", timezoneId: "UTC" };

/**
 * The longest wait for anything to appear, in milliseconds. It is generous, and PATIENCE extends it on a busy computer.
 * There are no fixed delays.
 */
export const PATIENCE = Number(process.env.PATIENCE || 15_000);

/**
 * Collects everything that must not happen in any tab of a profile: console errors and warnings, page errors, failed
 * requests, and error responses. `allow(pattern)` permits what a journey provokes on purpose.
 */
export function watch(context) {
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
    // A request that the browser cancels because the user leaves the page has not failed.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") {
      fault(`request failed: ${request.url()} ${request.failure()?.errorText}`);
    }
  });
  context.on("response", (response) => response.status() >= 400 && fault(`HTTP ${response.status()}: ${response.url()}`));
  return { faults, allow: (...patterns) => void allowed.push(...patterns) };
}

/**
 * Returns a function that opens a tab at a hash ("#/subscription?viewer=none") of the page at `url`, and waits until
 * the page is usable. `started: false` does not wait. `from` is another address of the page.
 */
export const opener = (context, url) =>
  async (hash = "", { width = 1280, height = 900, theme = "light", started = true, from = url } = {}) => {
    const page = await context.newPage();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(from + hash);
    if (started) await ready(page);
    return page;
  };

/** Waits until the page is usable: the program has started, and shows a heading and its data. */
export async function ready(page) {
  await page.locator("#boot").waitFor({ state: "detached" });
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  // The skeleton that is shown during loading has a heading, too.
  await page.locator(".skeleton").first().waitFor({ state: "hidden" });
}

/** Starts a server and a browser, for scripts. `close` ends both. */
export async function start() {
  const server = await serve();
  const browser = await chromium.launch(LAUNCH);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { url: server.url, browser, close };
}

/**
 * An empty profile, for scripts: `{ context, open, faults, allow, close }`. Its tabs share storage, as for a real user.
 * `options` are options of a browser context.
 */
export async function profile(browser, url, options = {}) {
  const context = await browser.newContext({ ...PROFILE, ...options });
  context.setDefaultTimeout(PATIENCE);
  return { context, open: opener(context, url), ...watch(context), close: () => context.close() };
}
