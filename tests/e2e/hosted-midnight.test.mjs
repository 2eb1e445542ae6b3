// A page that stays open past midnight while its people are still being read (SUB 2, SUB 5).
import { button, dialog, heading, review, subtitle } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";
import { PEOPLE } from "./host/directory.mjs";
import { opened } from "./host/inside.mjs";

const SERVER = { hosted: false };
const DAY = 86_400_000;

test("sub_5 what falls due at midnight and depends on everybody is shown once they are read", async ({ visit, context, host, vendor }) => {
  await context.route("**/catalogue.json", (route) =>
    route.fulfill({ contentType: "application/json", headers: { "access-control-allow-origin": "*" }, body: vendor.text }));
  // Lets a journey advance the computer's day without replacing its timers.
  await context.addInitScript(() => {
    const Real = Date;
    globalThis.later = 0;
    globalThis.Date = class extends Real {
      constructor(...parts) {
        super(...(parts.length ? parts : [Real.now() + globalThis.later]));
      }
      static now() {
        return Real.now() + globalThis.later;
      }
    };
  });
  // Forty licenses, thirty of them in use, and a scheduled reduction to twenty, which could not be carried out now.
  const ada = await opened(visit, SERVER);
  const [, renewal] = (await subtitle(ada).innerText()).match(/renews on (\d+ \w+ \d+)/);
  await ada.inner().evaluate(() => void (location.hash = "/subscription/plans"));
  await review(ada, { licences: 20 });
  await dialog(ada).getByRole("radio", { name: "At renewal" }).check({ force: true });
  await button(dialog(ada), "Schedule").click();
  await expect(dialog(ada)).toBeHidden();
  await ada.host.close();

  // Every other person turns out to be the same person as another one, so fifteen licenses are in use (LIC 2).
  host.directory.people = PEOPLE.map((it, at) => (at < 15 ? it : { ...it, mail: `${PEOPLE[at - 15].id}@example.org` }));
  let go;
  const held = new Promise((done) => (go = done));
  host.directory.before = ({ pathname, searchParams }) => pathname.endsWith("/identities") && searchParams.get("identityIds") && held;
  host.date = new Date(Date.parse(`${renewal} UTC`) - DAY / 2);
  const page = await visit(SERVER);
  await expect(page.getByRole("region", { name: "Loading people" })).toBeVisible();
  await expect(subtitle(page)).toShow("tomorrow");
  await page.inner().evaluate((day) => {
    globalThis.later += day;
    dispatchEvent(new Event("focus"));
  }, DAY);
  await expect(heading(page, "Loading")).toBeVisible();
  await expect(page.getByText("wasn't made at the last renewal"), "who is one person with somebody else is not known yet").toBeAbsent();
  go();
  await expect(heading(page, "Subscription")).toBeVisible();
  await expect(page.locator(".stat").first()).toShow("20");
  await expect(page.getByText("wasn't made at the last renewal")).toBeAbsent();
});
