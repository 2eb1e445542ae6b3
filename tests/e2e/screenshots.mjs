// Takes the screenshots of README and docs: ./dev screenshots [NAME…]. One entry per screenshot.
import { mkdir } from "node:fs/promises";
import { profile, start } from "./harness.mjs";

/**
 * name: the file in docs/images/; hash: the address; width, height, theme: the window; steps: actions before the
 * screenshot; full: the whole page instead of the window.
 */
const order = async (page) => {
  await page.getByRole("spinbutton", { name: "Licenses" }).fill("50");
  await page.getByRole("button", { name: "Review order…" }).click();
  await page.getByText("Remaining time: Team plan, 50 licenses").click();
};
const raise = async (page) => {
  await page.getByRole("checkbox", { name: "Select all matches" }).click();
  await page.getByRole("button", { name: "Change role" }).click();
  await page.getByRole("menuitemradio", { name: /^Product/ }).click();
  await page.getByRole("button", { name: /^Increase to/ }).click();
};
const more = async (page, name) => {
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name }).click();
};
const press = (name) => (page) => page.getByRole("button", { name, exact: true }).first().click();
const answer = async (page) => {
  await page.getByRole("button", { name: /^Give access to/ }).first().click();
  await page.getByRole("dialog").waitFor();
};
const remove = async (page) => {
  await more(page, "Remove inactive licenses");
  await page.getByRole("dialog").waitFor();
};
const refuse = async (page) => {
  await page.getByRole("spinbutton", { name: "Licenses" }).fill("5");
  await page.getByRole("button", { name: "Review order…" }).click();
  await page.getByRole("button", { name: "Set to 37" }).waitFor();
};
const list = async (page) => {
  await page.getByRole("button", { name: "Add people" }).click();
  await page.getByRole("tab", { name: "Paste or upload a list" }).click();
  await page.getByRole("textbox", { name: "Email addresses, accounts, or IDs" }).fill("ada@example.org; eve@example.org; nobody@example.org");
};
const to = (name) => (page) => page.getByRole("region", { name, exact: true }).scrollIntoViewIfNeeded();
const SERVER = "org=team-monthly&deployment=server";
const PICTURES = [
  { name: "subscription", hash: "#/subscription?org=team-monthly", full: true },
  { name: "subscription-dark", hash: "#/subscription?org=ultimate-annual", theme: "dark", full: true },
  { name: "subscription-narrow", hash: "#/subscription?org=cancelled", width: 360, height: 780 },
  { name: "trial", hash: "#/subscription" },
  { name: "plans", hash: "#/subscription/plans?org=team-monthly" },
  { name: "order", hash: "#/subscription/plans?org=team-monthly", height: 1100, steps: order },
  { name: "people", hash: "#/people?org=team-monthly" },
  { name: "people-raise", hash: "#/people?org=team-monthly&tab=unlicensed", steps: raise },
  { name: "invoices", hash: "#/invoices?org=team-monthly" },
  { name: "invoice", hash: "#/invoices/INV-0002?org=team-monthly", full: true, steps: (page) => page.locator(".document .disclosure summary").first().click() },
  { name: "time", hash: "#/time?org=team-monthly&viewer=team" },
  { name: "cancel", hash: "#/subscription?org=ultimate-annual", steps: (page) => more(page, "Cancel subscription…") },
  { name: "free", hash: "#/subscription?org=expired", steps: press("Switch to Free plan…") },
  { name: "history", hash: "#/subscription?org=team-monthly", steps: to("History") },
  { name: "refused", hash: "#/subscription/plans?org=team-monthly", steps: refuse },
  { name: "inactive", hash: "#/people?org=ultimate-annual", steps: remove },
  { name: "add-people", hash: "#/people?org=team-monthly", height: 1100, steps: list },
  { name: "requests", hash: "#/people?org=ultimate-annual", steps: answer },
  { name: "settings", hash: "#/people?org=team-monthly", steps: (page) => more(page, "Settings") },
  { name: "payment", hash: "#/invoices/INV-0006?org=team-monthly", steps: press("Record payment") },
  { name: "billing", hash: "#/invoices/billing?org=team-monthly" },
  { name: "credit", hash: "#/invoices/credit?org=team-monthly" },
  { name: "activation", hash: `#/subscription?${SERVER}`, steps: to("Activation") },
  { name: "offline", hash: `#/subscription/activation?${SERVER}`, steps: to("Offline validation") },
  { name: "orders", hash: `#/subscription/activation?${SERVER}`, steps: to("Orders for the vendor") },
  { name: "proxy", hash: `#/subscription/activation?${SERVER}`, steps: to("Proxy settings") },
  { name: "locked-door", hash: "#/time?org=team-monthly&viewer=none&deployment=server" },
];

const wanted = process.argv.slice(2);
const { browser, url, close } = await start();
await mkdir("docs/images", { recursive: true });
for (const { name, hash = "", width = 1280, height = 900, theme = "light", steps, full = false } of PICTURES) {
  if (wanted.length && !wanted.includes(name)) continue;
  // The screenshots use the date format of the guides' readers.
  const own = await profile(browser, url, { locale: "en-US" });
  const page = await own.open(hash, { width, height, theme });
  await page.waitForFunction(() => !document.querySelector(".skeleton"));
  await steps?.(page, own);
  await page.screenshot({ path: `docs/images/${name}.png`, fullPage: full, animations: "disabled", caret: "hide" });
  for (const fault of own.faults) console.error(`${name}: ${fault}`);
  if (own.faults.length) process.exitCode = 1;
  await own.close();
  console.error(`docs/images/${name}.png`);
}
await close();
