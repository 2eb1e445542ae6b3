// The licenses of what the program is made of stand in a file beside the page.
import { dialog, link } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";

test("the dialog of keys leads to the licenses of what the program is made of", async ({ open, context, allow }) => {
  allow(/favicon\.ico/); // of the plain text, which the browser asks for by itself
  const page = await open("#/subscription?org=team-monthly");
  await page.keyboard.press("?");
  await axe(page);
  const [notices] = await Promise.all([context.waitForEvent("page"), link(dialog(page), "Open source").click()]);
  await expect(notices.locator("body")).toContainText("Third-party notices");
  await expect(notices.locator("body")).toContainText("SIL Open Font License");
});
