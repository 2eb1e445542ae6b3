// Two administrators in two frames change roles and the number of licenses at random, while the service fails at
// random. No reported booking is lost, nothing is booked twice, both see the same state in the end, and `licensing
// verify` accepts the journal. ROUNDS sets the number of rounds. crates/exchange/tests/exchange/shared_journal.rs does
// the same 1,000 times without a browser.
import { button, dialog, heading, PAY, shorten } from "./support/page.mjs";
import { expect, test } from "./support/test.mjs";
import { licensing } from "./vendor.mjs";
import { opened } from "./host/inside.mjs";

const ROUNDS = Number(process.env.ROUNDS || 14);
/** A deployment on which the page shows all messages itself. */
const SERVER = { hosted: false };
const ROLES = ["Team", "Budget", "Product", "Default"];

/** A generator of pseudorandom numbers from 0 to 1 that is the same in every run. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Occasional errors of the service: nothing was done, or it was done and the answer is lost. */
const trouble = (next) => (what, _, when) => {
  if (what !== "createDocument") return null;
  const at = next();
  if (when === "before") return at < 0.05 ? { status: 503, serverError: { typeKey: "", message: "Service unavailable" } } : null;
  return at < 0.1 ? { status: 0, serverError: { typeKey: "", message: "Failed to fetch" } } : null;
};

/** Records the messages of toasts, because each toast replaces the previous one. */
const listen = (frame) =>
  frame.inner().evaluate(() => {
    globalThis.said = [];
    const hear = () => globalThis.said.push(document.querySelector(".toast-text")?.textContent ?? "");
    new MutationObserver(hear).observe(document.querySelector(".toasts"), { childList: true, subtree: true, characterData: true });
  });

/** Sets a role with the menu of a row, retrying as often as necessary. Returns whether it was booked. */
async function setRole(frame, at, role) {
  const opener = frame.locator(".grid-row").nth(at).getByRole("button", { name: /^Role of/ });
  await opener.click();
  const item = frame.getByRole("menuitemradio", { name: new RegExp(`^${role}`) });
  if ((await item.getAttribute("aria-checked")) === "true") {
    await item.press("Escape");
    return false;
  }
  await frame.inner().evaluate(() => (globalThis.said = []));
  await item.click();
  for (;;) {
    const told = await frame.inner().waitForFunction((role) => {
      const again = [...document.querySelectorAll(".toast button")].find((it) => it.textContent === "Try again");
      if (again) return again.click(), "again";
      if (globalThis.said.some((it) => it.includes(`now has the ${role} role.`))) return "booked";
      // The other administrator was first, with the same change or a different one.
      return globalThis.said.some((it) => /Review and confirm again|Nothing to change/.test(it)) && "changed";
    }, role);
    const outcome = await told.jsonValue();
    if (outcome !== "again") return outcome === "booked";
  }
}

/** Sets another number of licenses on the plans page. Returns whether it was booked. */
async function adjust(frame, licences) {
  const number = frame.getByRole("spinbutton", { name: "Licenses" });
  if ((await number.inputValue()) === String(licences)) return false;
  await number.fill(String(licences));
  await button(frame, "Review order…").click();
  const confirm = button(dialog(frame), PAY);
  for (;;) {
    await confirm.click();
    const done = await frame.inner().waitForFunction(() => {
      const open = document.querySelector("dialog[open]");
      if (!open) return "booked";
      // The dialog shows the error at the top, and is otherwise unchanged.
      return open.querySelector(".dialog-body .message.tone-warning[role=alert]") && "again";
    });
    if ((await done.jsonValue()) === "booked") return true;
  }
}

test(`two administrators at once, ${ROUNDS} times, with a service that fails`, async ({ visit, host, context, allow }) => {
  host.administrators = ["ada", "ben"];
  test.setTimeout(240_000 + ROUNDS * 5000);
  allow(/503|Failed to fetch/);
  // The pauses between two attempts to reach the service.
  await shorten(context, { 1000: 10, 2000: 10, 4000: 10 });
  await opened(visit, SERVER);
  const frames = [await visit({ ...SERVER, view: "people" }), await visit({ ...SERVER, view: "people", user: "ben" })];
  for (const frame of frames) await expect(heading(frame, "User Management")).toBeVisible().then(() => listen(frame));
  const plans = [await visit({ ...SERVER, hash: "/subscription/plans" }), await visit({ ...SERVER, hash: "/subscription/plans", user: "ben" })];
  const next = random(42);
  host.data.fail = trouble(random(7));
  let booked = 0;
  const began = Date.now();
  for (let round = 0; round < ROUNDS; round += 1) {
    const who = next() < 0.5 ? 0 : 1;
    const done = next() < 0.2
      ? await adjust(plans[who], 31 + Math.floor(next() * 60))
      : await setRole(frames[who], Math.floor(next() * 10), ROLES[Math.floor(next() * ROLES.length)]);
    if (done) booked += 1;
  }
  host.data.fail = () => null;
  console.log(`${booked} of ${ROUNDS} booked in ${Math.round((Date.now() - began) / 1000)} s`);
  expect(booked, `only ${booked} of ${ROUNDS} were booked`).toBeGreaterThan(ROUNDS / 3);

  const lists = [];
  for (const user of ["ada", "ben"]) {
    const frame = await visit({ ...SERVER, view: "people", user });
    await expect(frame.locator(".page-subtitle")).toShow("30 people have a license");
    lists.push(await frame.locator(".grid-row").allInnerTexts());
  }
  expect(lists[0]).toStrictEqual(lists[1]);
  for (const [at, frame] of frames.entries()) {
    await frame.inner().evaluate(() => dispatchEvent(new Event("focus")));
    await frame.inner().waitForFunction((wanted) => {
      const shown = [...document.querySelectorAll(".grid-row")].map((row) => row.innerText);
      return JSON.stringify(shown) === JSON.stringify(wanted);
    }, lists[at]);
  }

  const details = await visit(SERVER);
  const [journal] = await Promise.all([details.host.waitForEvent("download"), button(details, "Export").click()]);
  // The trial and the purchase were booked before.
  expect(await licensing("verify", await journal.path())).toMatch(new RegExp(`^proven: ${booked + 2} bookings`));
});
