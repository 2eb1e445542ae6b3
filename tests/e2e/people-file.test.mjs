// The directory from a file next to the page: unusual names, a person with two rows, people who leave and come back,
// errors.
import { row } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";

const HEADING = "id,name,email,last_access\n";
const ADA = "ada,Ada Muster,ada@example.org,2026-11-24\n";
const BEN = 'ben,"Ben ""B"" Okafor",ben@example.org,\n';

/** Sets the answer to the page's request for people. */
const serve = (context, file) =>
  context.route("**/people.csv", (route) =>
    file.text === null ? route.fulfill({ status: 404 }) : route.fulfill({ body: file.text, contentType: "text/csv" }),
  );

test("lic_2 the people of the file beside the page; one with two rows counts once", async ({ open }) => {
  const page = await open("#/people?org=file");
  await page.getByRole("button", { name: "Start free trial" }).click();
  await expect(page.locator(".page-subtitle")).toShow("10 people have access during the trial");
  await expect(page.locator(".stat").filter({ hasText: "In use" })).toShow("9");
  await expect(row(page, "Frida Sørensen (contractor)")).toShow("Duplicate");
  await expect(row(page, "هدى العلي")).toBeVisible();
  await expect(row(page, `Inês "Nini" O'Brien, PhD`)).toBeVisible();
  await axe(page);
});

test("lic_9 who is gone from the file has left and keeps the licence, and who comes back is the same person", async ({ open, context }) => {
  const file = { text: HEADING + ADA + BEN };
  await serve(context, file);
  const page = await open("#/people?org=file");
  await page.getByRole("button", { name: "Start free trial" }).click();
  await row(page, "Ben").getByRole("button", { name: /^Role of/ }).click();
  await page.getByRole("menuitemradio", { name: /^Budget/ }).click();
  await expect(row(page, "Ben")).toShow("Budget");
  file.text = HEADING + ADA;
  await page.reload();
  await expect(row(page, `Ben "B" Okafor`)).toShow("Left");
  await expect(row(page, `Ben "B" Okafor`)).toShow("Budget");
  file.text = HEADING + BEN + ADA;
  await page.reload();
  await expect(row(page, `Ben "B" Okafor`)).toShow("Budget");
  await expect(row(page, "Left")).toBeHidden();
  await expect(page.locator(".grid-row")).toHaveCount(2);
});

test("a faulty file is told with its line, and a missing one with what to do", async ({ open, context, allow }) => {
  const file = { text: `${HEADING}ada,Ada,,24.11.2026\n` };
  allow(/people\.csv/);
  await serve(context, file);
  const page = await open("#/people?org=file");
  await expect(page.getByRole("main")).toShow("people.csv, line 2: “24.11.2026” isn't a valid date. Use the format 2026-11-24, or leave it empty.");
  file.text = null;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("main")).toShow("people.csv is missing. Put it in the same folder as the page, with the columns id, name, email, last_access, account, state.");
  file.text = HEADING + ADA;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "User Management" })).toBeVisible();
});

test("a file in UTF-16 with its mark is read, and one that is no text is told", async ({ open, context, allow }) => {
  const file = { text: Buffer.from(`\ufeff${HEADING}ada,Ada Müster,ada@example.org,\n`, "utf16le") };
  allow(/people\.csv/);
  await serve(context, file);
  const page = await open("#/people?org=file");
  await page.getByRole("button", { name: "Start free trial" }).click();
  await expect(row(page, "Ada Müster")).toBeVisible();
  file.text = Buffer.from(`${HEADING}ada,Ada Müster,,\n`, "latin1");
  await page.reload();
  await expect(page.getByRole("main")).toShow("people.csv isn't UTF-8 text or UTF-16 text with a byte order mark. Save it as UTF-8, then try again.");
  file.text = Buffer.from(`\ufeff${HEADING}ada,Ada Müster,,\n`, "utf16le").swap16();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(row(page, "Ada Müster")).toBeVisible();
});
