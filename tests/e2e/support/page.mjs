// Parts of the page and steps that journeys share. `page` is a tab, a frame, or a part of one.

export const button = (page, name) => page.getByRole("button", { name, exact: true });
export const link = (page, name) => page.getByRole("link", { name, exact: true });
export const heading = (page, name) => page.getByRole("heading", { level: 1, name });
export const subtitle = (page) => page.locator(".page-subtitle");
export const card = (page, name) => page.getByRole("region", { name, exact: true });
export const dialog = (page) => page.getByRole("dialog");
export const toast = (page) => page.locator(".toast");

/** The rendered rows of a list without its header row, and the first row that contains a name. */
export const rows = (page) => page.locator(".grid-row");
export const row = (page, name) => rows(page).filter({ hasText: name }).first();

/** The role of a person in the list, and an entry of the menu that it opens. */
export const roleOf = (page, name) => row(page, name).getByRole("button", { name: `Role of ${name}` });
export const roleItem = (page, name) => page.getByRole("menuitemradio", { name: new RegExp(`^${name}`) });

/** Sets the role of a person with the menu of the row. */
export async function setRole(page, name, wanted) {
  await roleOf(page, name).click();
  await roleItem(page, wanted).click();
}

/** Opens the menu in the header of a page, and returns one of its actions. */
export async function action(page, name) {
  await button(page, "More actions").click();
  return page.getByRole("menuitem", { name });
}

/** Chooses an action of the menu in the header of a page. */
export const more = async (page, name) => (await action(page, name)).click();

/** The button of a dialog that confirms an order: it names the sum, or says what happens if nothing is due. */
export const PAY = /^(Pay |Buy$|Change today$|Renew now$)/;

/** The field for the number of licenses. */
export const number = (page) => page.getByRole("spinbutton", { name: /Licen[cs]es/ });

/** Reviews an order on the plans page. Omitted values are not changed. */
export async function review(page, { licences, plan }) {
  if (licences !== undefined) await number(page).fill(String(licences));
  if (plan !== undefined) await page.getByRole("radio", { name: plan }).check({ force: true });
  await button(page, "Review order…").click();
}

/** The button that starts the trial, and the trial banner above every page until a purchase. */
export const startTrial = (page) => page.getByRole("button", { name: "Start free trial" });
export const ribbon = (page) => page.getByRole("note").filter({ hasText: "Why am I seeing this?" });

/** The links to the pages. */
export const pages = (page) => page.getByRole("navigation", { name: "Pages" });

/** Goes to another hash in the same tab, as a link does. */
export const go = (page, hash) => page.evaluate((to) => void (location.hash = to), hash);

/** Waits for two painted frames, so that everything triggered by scrolling or resizing is rendered. */
export const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The number of pixels by which the page is wider than its window. */
export const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Shortens pauses of pages: `{ 10_000: 1000 }` turns ten seconds into one. It applies to pages that are opened later.
 */
export const shorten = (context, pauses) =>
  context.addInitScript((pauses) => {
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (then, after, ...more) => setTimeout(then, pauses[after] ?? after, ...more);
  }, pauses);

/** The file that a click downloads: its name and bytes. */
export async function download(page, press) {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  const pieces = await (await file.createReadStream()).toArray();
  return { name: file.suggestedFilename(), bytes: Buffer.concat(pieces) };
}

/** The commands of the account's journal, exported on the Subscription page. */
export async function commands(page) {
  const { bytes } = await download(page, () => button(card(page, "History"), "Export").click());
  return bytes.toString().trim().split("\n").slice(1).map((line) => JSON.parse(line).command);
}

/** The file with the orders for the vendor, as text. */
export async function orderFile(page) {
  const { bytes } = await download(page, () => button(card(page, "Orders for the vendor"), "Download order file").click());
  return bytes.toString();
}
