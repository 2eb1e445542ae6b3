// The journeys in a browser, for ./dev journeys. REPORT=html or REPORT=json also writes a report.
import { defineConfig } from "@playwright/test";
import { LAUNCH, PATIENCE, PROFILE } from "./tests/e2e/harness.mjs";

const { reducedMotion, ...profile } = PROFILE;
const out = `${process.env.CARGO_TARGET_DIR || "target"}/journeys`;
const REPORTS = {
  html: ["html", { outputFolder: `${out}/report`, open: "never" }],
  json: ["json", { outputFile: `${out}/report.json` }],
};
const report = REPORTS[process.env.REPORT];

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "*.test.mjs",
  outputDir: `${out}/failed`,
  reporter: [["list"], ...(report ? [report] : [])],
  fullyParallel: true,
  workers: 2,
  // The second run shows whether a failure is permanent. A journey that passes only then still fails the run.
  retries: 1,
  failOnFlakyTests: true,
  timeout: 8 * PATIENCE,
  expect: { timeout: PATIENCE },
  use: {
    ...profile,
    contextOptions: { reducedMotion },
    viewport: { width: 1280, height: 900 },
    launchOptions: LAUNCH,
    actionTimeout: PATIENCE,
    navigationTimeout: PATIENCE,
    screenshot: "only-on-failure",
    // Without screenshots of every step. A failed journey has one of its end.
    trace: { mode: "retain-on-failure", screenshots: false },
  },
  projects: [
    // First, because it contains the longest journey.
    { name: "hosted", testMatch: "hosted-*.test.mjs" },
    { name: "server-frame", testMatch: "server-frame.test.mjs" },
    { name: "standalone", testIgnore: ["hosted-*.test.mjs", "server-frame.test.mjs"] },
  ],
});
