// Print output of Invoices, a document, and Subscription on A4: no controls, nothing cut off, and no overlapping texts.
import { expect, test } from "./support/test.mjs";

/** A4 without the margins of the page, in CSS pixels. */
const PAPER = { width: 673, height: 980 };

/** Elements that do not belong on paper or are not readable there. */
const faults = (page) =>
  page.evaluate(() => {
    const found = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide`);
    const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
    for (const it of document.querySelectorAll(".button, input:not(.copy-text), select, .segmented")) {
      if (shown(it)) found.push(`to be pressed: ${it.textContent.trim() || it.ariaLabel || it.className}`);
    }
    const boxes = (element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    };
    for (const row of document.querySelectorAll(".grid-row, tbody tr")) {
      const cells = [...row.children].filter(shown).map((cell) => ({ cell, boxes: boxes(cell) }));
      for (const [at, one] of cells.entries()) {
        for (const other of cells.slice(at + 1)) {
          const over = one.boxes.some((a) => other.boxes.some((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
          if (over) found.push(`“${one.cell.textContent}” runs into “${other.cell.textContent}”`);
        }
      }
    }
    for (const card of document.querySelectorAll(".card")) {
      const { right } = card.getBoundingClientRect();
      if (shown(card) && boxes(card).some((box) => box.right > right + 1)) found.push(`sticks out of “${card.querySelector("h2")?.textContent}”`);
    }
    return found;
  });

for (const [path, query = "org=team-monthly"] of [
  ["/invoices"],
  ["/invoices", "org=ultimate-annual"],
  ["/invoices/INV-0001"],
  ["/invoices/INV-0005"],
  ["/invoices/CN-0001"],
  ["/invoices/credit"],
  ["/subscription"],
  ["/subscription", "org=ultimate-annual"],
]) {
  test(`inv_1 ${path}?${query} is printed with nothing to press and nothing over another`, async ({ open }) => {
    const page = await open(`#${path}?${query}`, PAPER);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".grid-row, tbody tr, .document").first()).toBeVisible();
    expect(await faults(page)).toStrictEqual([]);
  });
}
