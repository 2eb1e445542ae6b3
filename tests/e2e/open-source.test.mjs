// The licenses of the included software are in a file next to the page.
import { dialog, link } from "./support/page.mjs";
import { axe, expect, test } from "./support/test.mjs";

test("the dialog of keys leads to the licenses of what the program is made of", async ({ open, context, allow }) => {
  allow(/favicon\.ico/); // for the plain text, because the browser requests it automatically
  const page = await open("#/subscription?org=team-monthly");
  await page.keyboard.press("?");
  await axe(page);
  const [notices] = await Promise.all([context.waitForEvent("page"), link(dialog(page), "Open source").click()]);
  await expect(notices.locator("body")).toContainText("Third-party notices");
  await expect(notices.locator("body")).toContainText("SIL Open Font License");
});
