// Invoices: the list, a document with its explanation and files, payments, the credit, the billing details.
import { readFile } from "node:fs/promises";
import { button, dialog, download, heading, link, rows, subtitle, toast } from "./support/page.mjs";
import { axe, axeIn, expect, test } from "./support/test.mjs";

const TEAM = "?org=team-monthly";
const LIST = `#/invoices${TEAM}`;
const row = (page, number) => rows(page).filter({ hasText: number });
const bar = (page) => page.getByRole("region", { name: "Selection" });

test("inv_1 the list says what is open, and filters, search and sort stand in the address", async ({ open }) => {
  const page = await open(LIST);
  await expect(subtitle(page)).toShow("3 invoices are open, US$1,218.67; 2 overdue, US$1,168.00");
  await expect(rows(page)).toHaveCount(8);
  await expect(rows(page).first()).toShow("INV-0007");
  await page.getByLabel("Type").selectOption({ label: "Credit notes only" });
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toShow("CN-0001");
  await expect(page.getByRole("status")).toShow("1 of 8 found");
  await button(page, "Clear filters").click();
  await expect(rows(page)).toHaveCount(8);
  await page.getByLabel("Status").selectOption({ label: "Unpaid" });
  await expect(rows(page)).toHaveCount(3);
  await page.getByLabel("Period").selectOption("2026-10");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toShow("INV-0005");
  await expect(page).toHaveURL(/status=unpaid/);
  await expect(page).toHaveURL(/period=2026-10/);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await page.goBack();
  await expect(rows(page)).toHaveCount(3);
  await button(page, "Clear filters").click();
  await page.keyboard.press("/");
  await page.keyboard.type("206.45");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toShow("INV-0002");
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveCount(8);
  await page.getByRole("columnheader", { name: "Amount due" }).getByRole("button").click();
  await expect(rows(page).first()).toShow("US$800.00");
  await expect(page).toHaveURL(/sort=due/);
  await page.getByRole("searchbox").fill("nothing like it");
  await expect(page.locator(".main")).toShow("No matching documents");
  await button(page.locator(".main"), "Clear filters").last().click();
  await expect(rows(page)).toHaveCount(8);
});

test("inv_7 what is selected is summed to the cent and exported", async ({ open }) => {
  const page = await open(LIST);
  await row(page, "INV-0005").getByRole("checkbox").click();
  await row(page, "CN-0001").getByRole("checkbox").click();
  await expect(bar(page)).toShow("Total US$528.00");
  await expect(bar(page)).toShow("Credit -US$112.00");
  await expect(bar(page)).toShow("Open US$528.00");
  await axe(page);
  const { name, bytes } = await download(page, () => button(bar(page), "Export selected").click());
  expect(name).toBe("documents-2026-09-10-to-2026-10-01.csv");
  const lines = bytes.toString().trim().split("\r\n");
  expect(lines, bytes.toString()).toHaveLength(3);
  expect(lines[1].startsWith("CN-0001,credit_note,2026-09-10"), lines[1]).toBeTruthy();
  await expect(toast(page)).toShow("Saved as documents-2026-09-10-to-2026-10-01.csv");
  await button(bar(page), "Clear selection").click();
  await expect(bar(page)).toBeHidden();
  await page.getByLabel("Period").selectOption("2026-07");
  const month = await download(page, () => button(page, "Export CSV (2)").click());
  expect(month.name).toBe("documents-2026-07-01-to-2026-07-22.csv");
});

test("the next invoice stands before the list and opens to its lines", async ({ open }) => {
  const page = await open(LIST);
  const next = page.getByRole("region", { name: "Next invoice" });
  await next.locator("summary").first().click();
  await expect(next).toShow("Full term: Team plan, 42 licenses");
  await expect(next).toShow("US$672.00");
  await page.getByLabel("Type").selectOption({ label: "Invoices only" });
  await expect(next).toBeHidden();
});

test("inv_4 a document explains every cent, links what it gives back, and is reached by keyboard", async ({ open }) => {
  const page = await open(LIST);
  await row(page, "INV-0002").focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Invoice INV-0002")).toBeVisible();
  await expect(heading(page, "Invoice INV-0002")).toBeFocused();
  await expect(page).toHaveTitle("INV-0002 · 7pace Timetracker");
  await expect(subtitle(page)).toShow("US$206.45 was paid on 4 Aug 2026");
  const line = page.locator(".disclosure").first();
  await expect(line).toShow("Unused time: Team plan, 10 licenses · 22 Jul 2026 – 31 Jul 2026, 10 of 31 days");
  await line.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(line).toShow("−(10 × 16.00 × 10 of 31 days) = -51.61");
  await expect(line).toShow("(CHG 2, CHG 3)");
  await expect(page.locator(".why")).toShow("That adds up to US$206.45.");
  await expect(page.locator(".main")).toShow("Müller & Söhne GmbH");
  await expect(page.locator(".main")).toShow("Germany");
  await expect(page.locator(".main")).toShow("PO-2026-17");
  await expect(page.getByLabel("Subscription ID")).toHaveValue("TXR2-A58N-4AZN");
  await link(line, "INV-0001").click();
  await expect(heading(page, "Invoice INV-0001")).toBeVisible();
  await link(page, "Newer document: INV-0002").click();
  await expect(heading(page, "Invoice INV-0002")).toBeVisible();
  await link(page, "All invoices").click();
  await expect(heading(page, "Invoices")).toBeVisible();
  await page.goto(`${page.url().split("#")[0]}#/invoices/INV-9999${TEAM}`);
  await expect(heading(page, "Document not found")).toBeVisible();
  await axe(page);
});

test("crd_1 a credit note and the invoice that spent it lead to each other, and to the statement", async ({ open }) => {
  const page = await open(`#/invoices/CN-0001${TEAM}`);
  await expect(subtitle(page)).toShow("US$112.00 was added to your credit for future invoices");
  const credit = page.getByRole("region", { name: "Credit" });
  await expect(credit).toShow("Credit remaining");
  await link(credit, "INV-0005").click();
  await expect(heading(page, "Invoice INV-0005")).toBeVisible();
  await expect(credit).toShow("Paid with credit from CN-0001");
  await expect(credit).toShow("Credit transaction 2. The balance afterward was US$0.00.");
  await link(credit, "Credit statement").click();
  await expect(heading(page, "Credit statement")).toBeVisible();
  await expect(page.locator(".main")).toShow("It never expires and isn't paid out");
  await expect(page.getByRole("img", { name: "From 10 Sept 2026 to 24 Nov 2026: highest balance US$112.00, current balance US$0.00" })).toBeVisible();
  await axe(page);
  const { name, bytes } = await download(page, () => button(page, "Export CSV").click());
  expect(name).toBe("credit-2026-11-24.csv");
  expect(bytes.toString()).toMatch(/2026-09-10,credit_note,CN-0001,112\.00,112\.00/);
  await link(page.getByRole("table"), "CN-0001").first().click();
  await expect(heading(page, "Credit note CN-0001")).toBeVisible();
});

test("inv_7 a payment is recorded, corrected and taken back", async ({ open }) => {
  const page = await open(`#/invoices/INV-0006${TEAM}`);
  await expect(subtitle(page)).toShow("US$640.00 was due 15 Nov 2026, 9 days ago");
  await button(page, "Record payment").click();
  await axe(page);
  const day = dialog(page).getByRole("textbox", { name: "Paid on" });
  await expect(day).toHaveValue("2026-11-24");
  await day.fill("24.11.2026");
  await expect(dialog(page)).toShow("Enter a date as year, month, and day");
  await day.fill("2026-10-31");
  await expect(dialog(page)).toShow("2026-10-31 can't be the payment date");
  await expect(button(dialog(page), "Record payment")).toHaveAttribute("aria-disabled", "true");
  await day.fill("2026-11-20");
  await dialog(page).getByRole("textbox", { name: "Reference (optional)" }).fill("TRX-11001");
  await button(dialog(page), "Record payment").click();
  await expect(dialog(page)).toBeHidden();
  await expect(toast(page)).toShow("INV-0006 recorded as paid.");
  await expect(subtitle(page)).toShow("US$640.00 was paid on 20 Nov 2026");
  await expect(page.locator(".main")).toShow("Paid on 20 Nov 2026, reference TRX-11001");
  await button(page, "Edit payment").click();
  await expect(day).toHaveValue("2026-11-20");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await button(page, "Remove payment").click();
  await button(dialog(page), "Remove payment").click();
  await expect(subtitle(page)).toShow("US$640.00 was due 15 Nov 2026");
});

test("inv_5 billing details are checked in place, saved, and hold for later documents only", async ({ open }) => {
  const page = await open(`#/invoices/billing${TEAM}`);
  await expect(subtitle(page)).toShow("Billed to Müller & Söhne GmbH");
  const save = button(page, "Save billing details");
  await expect(save).toHaveAttribute("aria-disabled", "true");
  const vat = page.getByRole("textbox", { name: "VAT ID" });
  await vat.fill("DE12");
  await save.click();
  await expect(page.locator(".field").filter({ has: vat })).toShow("doesn't match the format for the billing country");
  await expect(page.getByRole("alert")).toShow("Fix these fields, then save again.");
  await axe(page);
  await page.getByLabel("Country").selectOption({ label: "Austria" });
  await vat.fill("atu12345678");
  await page.getByRole("textbox", { name: "Company or name" }).fill("Öster Beispiel GmbH");
  await page.getByRole("textbox", { name: "Additional invoice recipients" }).fill("a@example.org, b@example.org");
  await save.click();
  await expect(toast(page)).toShow("Billing details saved.");
  await expect(subtitle(page)).toShow("Billed to Öster Beispiel GmbH");
  await expect(vat).toHaveValue("ATU12345678");
  await page.getByRole("textbox", { name: "City" }).fill("Wien");
  await button(page, "Discard changes").click();
  await expect(page.getByRole("textbox", { name: "City" })).toHaveValue("Berlin");
  await link(page, "All invoices").click();
  await link(page, "INV-0007").click();
  await expect(page.locator(".parties")).toShow("Müller & Söhne GmbH");
});

test("what another tab saves comes into the form, but for what is being changed; another account brings all of its own", async ({ open }) => {
  const here = await open(`#/invoices/billing${TEAM}`);
  const there = await open(`#/invoices/billing${TEAM}`);
  const field = (page, name) => page.getByRole("textbox", { name, exact: true });
  await field(here, "City").fill("Potsdam");
  await field(there, "Street address").fill("Beispielweg 9");
  await field(there, "City").fill("Bonn");
  await button(there, "Save billing details").click();
  await expect(toast(there)).toShow("Billing details saved.");
  await here.waitForFunction(() => [...document.querySelectorAll("input")].some((it) => it.value === "Beispielweg 9"));
  await expect(field(here, "City")).toHaveValue("Potsdam");
  await here.evaluate(() => (location.hash = location.hash.replace("team-monthly", "legacy")));
  await expect(subtitle(here)).toShow("شركة المثال للبرمجيات");
  await expect(field(here, "City"), "nothing typed for one account is saved for another").not.toHaveValue("Potsdam");
});

test("what is selected of one account selects nothing of another", async ({ open }) => {
  const page = await open(LIST);
  await row(page, "INV-0005").getByRole("checkbox").click();
  await expect(bar(page)).toBeVisible();
  await page.evaluate(() => (location.hash = location.hash.replace("team-monthly", "ultimate-annual")));
  await expect(subtitle(page)).toShow("open");
  await expect(bar(page)).toBeHidden();
});

const catalogue = JSON.parse(await readFile(new URL("../../catalogue.json", import.meta.url), "utf8"));
const taxed = {
  ...catalogue,
  tax_rates: [{ id: "de", country: "DE", percent: "19", reverse_charge: false }],
  seller: { ...catalogue.seller, vat_id: "DE987654321", country: "DE", bank: ["Example Bank", "IBAN DE02 1203 0000 0000 2020 51"] },
  payment_page: "https://pay.example.com/?number={number}&sum={sum}&currency={currency}",
};

test("inv_6 tax, bank and payment page are those of the catalogue", async ({ open, context }) => {
  await context.route("**/catalogue.json", (route) => route.fulfill({ json: taxed }));
  const page = await open(`#/invoices/INV-0007${TEAM}`);
  const main = page.locator(".main");
  await expect(main).toShow("Tax 19% on US$50.67");
  await expect(page.locator(".why")).toShow("With US$9.63 tax, the total is US$60.30.");
  await expect(main).toShow("IBAN DE02 1203 0000 0000 2020 51");
  const pay = page.getByRole("link", { name: "Open payment page" });
  await expect(pay).toHaveAttribute("href", "https://pay.example.com/?number=TXR2-A58N-4AZN-INV-0007&sum=60.30&currency=USD");
  await page.goto(`${page.url().split("#")[0]}#/invoices/billing${TEAM}`);
  await page.getByLabel("Payment method").selectOption({ label: "Bank transfer" });
  await button(page, "Save billing details").click();
  await expect(toast(page)).toShow("Billing details saved.");
});

test("the files of a document are made in the page: PDF with the XML inside, XML, CSV", async ({ open }) => {
  const page = await open(`#/invoices/INV-0002${TEAM}`);
  const pdf = await download(page, () => button(page, "Download PDF").click());
  expect(pdf.name).toBe("TXR2-A58N-4AZN-INV-0002.pdf");
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.bytes.includes("factur-x.xml")).toBeTruthy();
  const xml = await download(page, () => button(page, "Download XML").click());
  expect(xml.bytes.toString()).toMatch(/<ram:GrandTotalAmount>206\.45</);
  const csv = await download(page, () => button(page, "Download CSV").click());
  expect(csv.bytes.toString()).toMatch(/206\.45/);
  await axe(page);
});

test("who is billed before anybody was named gets the plain PDF and the way to the address", async ({ open }) => {
  const page = await open("#/invoices/INV-0001?org=people-100000");
  await expect(page.locator(".main")).toShow("No billing details were set when this was issued.");
  await expect(button(page, "Download XML")).toHaveAttribute("aria-disabled", "true");
  const pdf = await download(page, () => button(page, "Download PDF").click());
  expect(pdf.bytes.includes("factur-x.xml")).toBeFalsy();
  await link(page, "Add billing address").click();
  await expect(heading(page, "Billing details")).toBeVisible();
});

test("acc_2 invoices are for collection administrators only", async ({ open }) => {
  for (const viewer of ["administrator", "team", "unknown"]) {
    const page = await open(`#/invoices/INV-0001${TEAM}&viewer=${viewer}`);
    await expect(heading(page, "For project collection administrators")).toBeVisible();
    await expect(page.getByRole("link", { name: "Invoices" })).toBeAbsent();
    await page.close();
  }
});

test("on paper there is the document alone, every line open, pages numbered", async ({ open }) => {
  const page = await open(`#/invoices/INV-0002${TEAM}`);
  await page.emulateMedia({ media: "print" });
  for (const hidden of [".side", ".page-actions", ".neighbours"]) await expect(page.locator(hidden).first()).toBeHidden();
  await expect(page.getByText("−(10 × 16.00 × 10 of 31 days) = -51.61")).toBeVisible();
  for (const format of ["A4", "Letter"]) {
    const pdf = await page.pdf({ format });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(wide, `${format} scrolls sideways`).toBe(false);
  }
});

test("5,000 documents: searched letter by letter, summed, and none is drawn that is not in sight", async ({ open }) => {
  const page = await open("#/invoices?org=documents-5000");
  await expect(subtitle(page)).toShow("invoices are open");
  expect(await rows(page).count()).toBeLessThan(60);
  await button(page, "Export CSV (5,001)").waitFor();
  await page.getByRole("searchbox").fill("INV-0100");
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("searchbox").fill("");
  await page.getByRole("checkbox", { name: "Select all matches" }).click();
  await expect(bar(page)).toShow("5,001 selected");
  await page.goto(`${page.url().split("#")[0]}#/invoices/credit?org=documents-5000`);
  await expect(heading(page, "Credit statement")).toBeVisible();
  await button(page, "Show more").click();
});

for (const [name, place, org] of [
  ["the list", "", "team-monthly"], ["an empty list", "", "new"], ["an invoice", "/INV-0005", "team-monthly"],
  ["a credit note", "/CN-0001", "ultimate-annual"], ["the statement", "/credit", "ultimate-annual"],
  ["an empty statement", "/credit", "new"], ["the billing details", "/billing", "legacy"], ["no billing details", "/billing", "new"],
]) {
  test(`axe is content with ${name} of Invoices`, async ({ open }) => {
    await axeIn(await open(`#/invoices${place}?org=${org}`), [["light", 1280], ["dark", 360]]);
  });
}
