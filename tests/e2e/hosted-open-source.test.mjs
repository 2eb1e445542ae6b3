// The licenses of the included software, from inside the host's frame.
import { dialog, heading, link } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";

for (const [where, who] of [["Services", {}], ["a Server's frame without an origin", { hosted: false, sandbox: true }]]) {
  test(`the dialog of keys leads to the licenses, in ${where}`, async ({ visit, context, allow }) => {
    allow(/favicon\.ico/); // for the plain text, because the browser requests it automatically
    const frame = await visit(who);
    await expect(heading(frame, "Subscription")).toBeVisible();
    await heading(frame, "Subscription").press("?");
    const [notices] = await Promise.all([context.waitForEvent("page"), link(dialog(frame), "Open source").click()]);
    await expect(notices.locator("body")).toContainText("Third-party notices");
  });
}
