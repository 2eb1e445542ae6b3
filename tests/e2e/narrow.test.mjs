// 320 px wide, like a page at 400% zoom (WCAG 1.4.10): no page and no dialog scrolls sideways, and no name is broken
// into single letters. User Management has its own journey (people-narrow.test.mjs).
import { readFile } from "node:fs/promises";
import { dialog, frames, go, heading, sideways } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";
import { serve } from "./serve.mjs";

const NARROW = { width: 320, height: 640 };
const TEAM = "org=team-monthly";

/** Elements that extend beyond the right edge, and words with hardly a letter per line. */
const faults = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    const found = [];
    const name = (element) => `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.slice(0, 60)}”`;
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > root.clientWidth + 1);
      found.push(`the page is ${root.scrollWidth} wide: ${wide.slice(0, 4).map(name).join("; ")}`);
    }
    for (const box of document.querySelectorAll("dialog[open], dialog[open] *, main, main *")) {
      const { overflowX } = getComputedStyle(box);
      if (["auto", "scroll"].includes(overflowX) && box.scrollWidth > box.clientWidth + 1) found.push(`scrolls sideways: ${name(box)}`);
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const letters = text.data.trim().length;
      if (letters < 4 || !text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 2).map(({ top }) => Math.round(top))).size;
      if (lines >= 3 && letters / lines < 3) found.push(`${letters} letters in ${lines} lines: ${name(text.parentElement)}`);
    }
    return found;
  });

/** Checks a page at one height, from top to bottom. */
const fits = async (page, what) => expect(await faults(page), what).toStrictEqual([]);

for (const [path, query = TEAM] of [
  ["/time"],
  ["/time", `${TEAM}&viewer=team`],
  ["/time", `${TEAM}&viewer=none`],
  ["/time", `${TEAM}&viewer=none&deployment=server`],
  ["/invoices", `${TEAM}&viewer=team`],
  ["/subscription"],
  ["/subscription", "org=new"],
  ["/subscription", "org=trial"],
  ["/subscription", `${TEAM}&deployment=server`],
  ["/subscription", "org=enterprise"],
  ["/subscription/plans"],
  ["/subscription/plans", "org=new"],
  ["/subscription/activation", `${TEAM}&deployment=server`],
  ["/subscription/activation/troubleshooting", `${TEAM}&deployment=server`],
  ["/invoices"],
  ["/invoices", "org=documents-5000"],
  ["/invoices/INV-0001"],
  ["/invoices/INV-0002"],
  ["/invoices/CN-0001"],
  ["/invoices/INV-9999"],
  ["/invoices/credit"],
  ["/invoices/billing"],
]) {
  test(`${path}?${query} fits into 320 px, and so does every dialog of it`, async ({ open }) => {
    const page = await open(`#${path}?${query}`, NARROW);
    await fits(page, path);
    // The neutral page has no menu (ACC 6).
    const menu = page.getByRole("button", { name: "Menu" });
    if (await menu.isVisible()) {
      await menu.click();
      await fits(page, "the menu");
      await menu.click();
    }
    for (const summary of await page.locator("main summary:visible").all()) await summary.click();
    await fits(page, "everything unfolded");
    await page.keyboard.press("?");
    await expect(dialog(page)).toBeVisible();
    await fits(page, "the shortcuts");
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
    const opens = page.locator("main").getByRole("button", { name: /…$|^Record payment$|^Request access$|^Correct payment$/ });
    for (const button of await opens.all()) {
      if ((await button.getAttribute("aria-disabled")) === "true") continue;
      const label = await button.innerText();
      await button.click();
      await expect(dialog(page)).toBeVisible();
      await fits(page, label);
      await page.keyboard.press("Escape");
      await expect(dialog(page)).toBeHidden();
    }
  });
}

test("names as long as they may be break between letters nowhere but where they must, at 320 px", async ({ open }) => {
  const page = await open(`#/invoices/billing?${TEAM}`, NARROW);
  await page.getByRole("textbox", { name: "Company or name" }).fill("Donaudampfschifffahrtsgesellschaft".repeat(3));
  await page.getByRole("textbox", { name: "Street" }).fill("An der Straße mit dem sehr langen Namen, Hinterhaus, dritter Stock links 4711");
  await page.getByRole("button", { name: "Save billing details" }).click();
  await page.getByText("Billing details saved.").first().waitFor();
  await fits(page, "billing");
  for (const [path, name] of [["/subscription", "Subscription"], ["/invoices/INV-0007", /INV-0007/], ["/invoices", "Invoices"]]) {
    await page.evaluate((to) => void (location.hash = to), `#${path}?${TEAM}`);
    await expect(page.getByRole("heading", { level: 1, name }).first()).toBeVisible();
    await fits(page, path);
  }
});

test("long names of plan, product and seller break nowhere into letters, at 320 px", async ({ open }) => {
  const catalogue = JSON.parse(await readFile("catalogue.json", "utf8"));
  const long = "Unternehmensweitzeiterfassung";
  catalogue.product = `${long} Professional`;
  for (const plan of Object.values(catalogue.plans)) plan.name = `${plan.name} ${long} Plus`;
  catalogue.seller = { ...catalogue.seller, name: `${long}sgesellschaft mbH & Co. KG`, street: long.repeat(2), email: `${long}@${long}.example` };
  const server = await serve({ files: { "/catalogue.json": JSON.stringify(catalogue) } });
  try {
    for (const path of ["/time?viewer=team&", "/subscription?", "/subscription/plans?", "/invoices?", "/invoices/INV-0001?", "/subscription/activation?deployment=server&"]) {
      const page = await open(`#${path}${TEAM}`, { ...NARROW, from: server.url });
      await fits(page, path);
      await page.close();
    }
    const page = await open("#/subscription/plans?org=new", { ...NARROW, from: server.url });
    await page.getByRole("button", { name: "Review order…" }).click();
    await expect(dialog(page)).toBeVisible();
    await fits(page, "the order");
  } finally {
    await server.close();
  }
});

/** Numbers that extend beyond their card, row, or cell and are cut off or cover something else. */
const cut = (page) =>
  page.evaluate(() => {
    const right = (element) => element.getBoundingClientRect().right;
    const beyond = (selector, frame) =>
      [...document.querySelectorAll(selector)].filter((it) => it.checkVisibility() && right(it) > right(it.closest(frame)) + 1);
    const cards = beyond("main .card .number, main .card .figure, main .grid-row .who-email", ".grid-row, .card");
    const cells = [...document.querySelectorAll("main .grid-row .grid-cell")]
      .filter((it) => it.querySelector(".figure, .number"))
      .filter((it) => it.checkVisibility() && [...it.querySelectorAll("*")].some((part) => right(part) > right(it) - parseFloat(getComputedStyle(it).paddingRight) + 1));
    return [...cards, ...cells].map((it) => it.textContent);
  });

for (const org of ["team-monthly", "ultimate-annual"]) {
  test(`at every width all amounts of ${org} can be read, and nothing scrolls sideways`, async ({ open }) => {
    const page = await open(`#/subscription?org=${org}`);
    for (const [path, title] of [["/subscription", "Subscription"], ["/invoices", "Invoices"], ["/invoices/credit", "Credit statement"]]) {
      await go(page, `#${path}?org=${org}`);
      await expect(heading(page, title)).toBeVisible();
      for (const width of [1600, 1400, 1280, 1100, 1024, 900, 800, 700, 600, 480, 360, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await frames(page);
        expect(await sideways(page), `${path}, ${width} px`).toBeLessThanOrEqual(0);
        expect(await cut(page), `${path}, ${width} px`).toStrictEqual([]);
      }
    }
  });
}

for (const [name, hash] of [["invoices", "invoices"], ["people", "people"]])
  test(`no column heading of the ${name} is cut off, at any width of the list`, async ({ open }) => {
    const page = await open(`#/${hash}?${TEAM}`);
    const headings = page.getByRole("columnheader").locator(".grid-sort");
    await expect(headings.first()).toBeVisible();
    const cut = [];
    for (const width of [768, 899, 900, 1024, 1199, 1200, 1280, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      for (const heading of await headings.all()) {
        if (!(await heading.isVisible())) continue;
        // The arrow of the sorted column needs room, too.
        await heading.click();
        await expect(page.locator("[aria-sort]")).toHaveCount(1);
        const label = heading.locator(".ellipsis");
        if (await label.evaluate((it) => it.scrollWidth > it.clientWidth)) cut.push(`${width}: ${await label.textContent()}`);
      }
    }
    expect(cut).toEqual([]);
  });
