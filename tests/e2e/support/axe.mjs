// Accessibility checks with axe, on the current page and with its policy in force.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, test } from "@playwright/test";
import { frames, sideways } from "./page.mjs";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Runs axe on a page or a frame, and fails with a list of violations, their locations, and how to fix them. `without`
 * names rules to skip. Each needs a reason next to the call.
 */
export async function axe(page, { without = [] } = {}) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(async (names) => {
    const rules = Object.fromEntries(names.map((name) => [name, { enabled: false }]));
    return (await globalThis.axe.run(document, { rules, resultTypes: ["violations"] })).violations;
  }, without);
  const words = violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map((node) => `    ${node.target.join(" ")}: ${node.html.slice(0, 160)}\n      ${node.failureSummary.replaceAll("\n", "\n      ")}`);
    return `  ${id} (${impact}): ${help}\n${places.join("\n")}`;
  });
  expect(words, `axe found in ${page.url()}\n${words.join("\n")}`).toStrictEqual([]);
}

/** The variants that pages are checked with: theme and width. */
export const LOOKS = ["light", "dark"].flatMap((theme) => [1280, 360].map((width) => [theme, width]));

/** Runs axe on a page in each variant without reloading it. In none of them may the page scroll sideways. */
export async function axeIn(page, looks = LOOKS) {
  for (const [theme, width] of looks) {
    await test.step(`${theme}, ${width} px wide`, async () => {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: page.viewportSize().height });
      await frames(page);
      await axe(page);
      expect(await sideways(page), "pixels that the page is too wide").toBeLessThanOrEqual(0);
    });
  }
}
