// If Azure DevOps does not return the journal, the page says so. It does not claim that a browser stores the journal
// (ACT 8).
import { button, heading, shorten } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";

for (const [name, refusal, told] of [
  ["busy", { status: 429, serverError: { typeKey: "RequestBlockedException", message: "TF400733: blocked" } }, "Azure DevOps is busy"],
  ["signed out", { status: 401, serverError: { typeKey: "", message: "Unauthorized" } }, "Reload the page and sign in"],
  ["silent", { status: 0, serverError: { typeKey: "", message: "Failed to fetch" } }, "Azure DevOps didn't respond"],
  ["currently unavailable", { status: 500, serverError: { typeKey: "X", message: "broken" } }, "Azure DevOps returned an error"],
]) {
  test(`a journal that a ${name} Azure DevOps does not hand out is no fault of the browser's storage`, async ({ visit, host, context }) => {
    // The pauses between two requests, but none of the repeating timers.
    await shorten(context, { 1000: 5, 2000: 5, 4000: 5, 8000: 5 });
    host.data.fail = (what) => (what === "getDocument" ? refusal : null);
    const ada = await visit();
    await expect(ada.locator("main")).toShow(told);
    expect(await ada.locator("main").innerText()).not.toMatch(/browser|other tabs/);
    host.data.fail = () => null;
    await button(ada, "Try again").click();
    await expect(heading(ada, "Subscription")).toBeVisible();
    await expect(heading(ada, "Couldn't load")).toBeHidden();
  });
}
