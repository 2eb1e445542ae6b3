// Inside Azure DevOps, no address reaches the demonstration. Each parameter of the demonstration is tried, as the
// program itself names it: in the hash of the host, in the page's own hash, and after `?view=`.
import { readFile } from "node:fs/promises";
import { button, dialog, heading, more, PAY, review } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";
import { buy, opened, told } from "./host/inside.mjs";

const source = await readFile(new URL("../../crates/sample/src/settings.rs", import.meta.url), "utf8");
/** The values of a choice in the source, by the name of its type. */
const choice = (type) => {
  const [body] = source.match(new RegExp(`impl Choice for ${type} \\{[\\s\\S]*?\\n\\}`));
  const [, name] = body.match(/NAME: &'static str = "([^"]+)"/);
  return [name, [...body.matchAll(/\(Self::\w+, "([^"]+)"/g)].map(([, key]) => key)];
};
const types = [...source.matchAll(/impl Choice for (\w+)/g)].map(([, type]) => type);
const names = [...source.matchAll(/pub const \w+: &str = "([^"]+)"/g)].map(([, name]) => name);
const VALUES = { deployment: ["services", "server"], today: ["2020-01-01", "2027-03-01", "2999-12-31"] };
/** Every parameter of the demonstration with its values. */
const PARAMETERS = [...types.map(choice), ...names.map((name) => [name, VALUES[name]])];

/** Goes to another hash of the host, as a link does, and waits until the page has followed. */
const follow = async (frame, hash) => {
  await frame.host.evaluate((to) => void (location.hash = to), hash);
  await frame.inner().waitForFunction((to) => location.hash === `#${to}`, hash);
};
/** Everything that the service has stored, as one text. */
const kept = (host) => JSON.stringify([...host.data.documents]);

test("the address reaches nothing of the demonstration", async ({ visit, host }) => {
  expect(PARAMETERS.map(([name]) => name).toSorted()).toStrictEqual(["deployment", "org", "save", "today", "viewer"]);
  const ada = await visit({ hash: "/subscription?org=free&viewer=none&deployment=server&today=2027-03-01&save=fails" });
  await expect(heading(ada, "Subscription")).toBeVisible();
  await button(ada, "Start free trial").click();
  await told(ada, "Trial");
  await buy(ada, 40);
  await expect(ada.locator(".stat").first()).toShow("40");
  const look = () => ada.locator("main").innerText();
  const before = await look();
  const asked = host.asked.length;
  for (const [name, values] of PARAMETERS) {
    for (const value of values) {
      await follow(ada, `/subscription?${name}=${value}`);
      await expect(ada.locator(".stat").first()).toShow("40");
      expect(await look(), `${name}=${value} shows something else`).toBe(before);
    }
  }
  expect(host.asked.length, "nobody is read anew").toBe(asked);
  await expect(ada.locator(".demo, .demo-line"), "no demonstration in the product").toBeAbsent();
});

test("whatever the address says of saving, a confirmed order books once, and nobody is invented", async ({ visit, host }) => {
  const [, saves] = PARAMETERS.find(([name]) => name === "save");
  const ada = await opened(visit);
  for (const save of saves) {
    await follow(ada, `/subscription?save=${save}&rival=1&seed=1&reset=1`);
    await more(ada, "Cancel subscription…");
    await button(dialog(ada), "Cancel subscription").click();
    await expect(dialog(ada)).toBeHidden();
    await button(ada, "Undo cancellation").first().click();
    await expect(button(ada, "Undo cancellation")).toBeHidden();
  }
  const rows = await ada.getByRole("table", { name: "History" }).innerText();
  expect(rows).not.toMatch(/Fay Rival/);
  expect(kept(host)).not.toMatch(/Fay Rival|rival-|demo\//);
  // The trial, the purchase, and two bookings per iteration.
  expect(kept(host).split("command_id").length - 1).toBe(2 + 2 * saves.length);
});

test("a page in its first frame obeys no parameter, on a Server and behind its ?view=, either", async ({ visit, host }) => {
  const ada = await visit({ view: "subscription?org=free&save=conflicts", hosted: false, hash: "/subscription?save=conflicts&viewer=none" });
  await expect(heading(ada, "Subscription")).toBeVisible();
  await button(ada, "Start free trial").click();
  await expect(ada.getByRole("link", { name: "Buy Now" }).first()).toBeVisible();
  await ada.inner().evaluate(() => {
    localStorage.setItem("save", "conflicts");
    sessionStorage.setItem("save", "conflicts");
    location.hash = "/subscription/plans?save=conflicts&org=expired";
  });
  await review(ada, { plan: "Team", licences: 40 });
  await button(dialog(ada), PAY).click();
  await expect(dialog(ada)).toBeHidden();
  expect(kept(host)).not.toMatch(/Fay Rival|rival-|demo\//);
  expect(kept(host).split("command_id").length - 1).toBe(2);
});
