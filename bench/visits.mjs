// The time until a page is usable, with the peer in the same run. Pages are opened alternately, each twice in an empty
// profile.
import { LINES, median, open, profile, spans, usableAfter } from "./browser.mjs";

/** The pages to open. `versus` names the page of the peer to compare with, and `goal` the ratios to reach. */
const cases = (own, peer) => [
  { name: "peer, 10,000 people", url: `${peer}?people=10000`, ready: "hasRows" },
  { name: "peer, 100,000 people", url: `${peer}?people=100000`, ready: "hasRows" },
  { name: "Subscription", url: `${own}#/subscription?org=team-monthly`, ready: "isLoaded", versus: "peer, 10,000 people", goal: 1 },
  { name: "User Management, 10,000 people", url: `${own}#/people?org=licensed-10000`, ready: "hasRows", versus: "peer, 10,000 people", goal: 1.3 },
  { name: "User Management, 100,000 people", url: `${own}#/people?org=enterprise`, ready: "hasRows", versus: "peer, 100,000 people", goal: 2 },
];

/** The requests that were answered before a point in time, and their transferred bytes. */
const fetchedBy = (page, moment) =>
  page.evaluate((moment) => {
    const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const before = all.filter(({ name, responseStart, responseEnd }) => !name.startsWith("data:") && responseStart > 0 && responseEnd <= moment);
    return { requests: before.length, bytes: before.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) };
  }, moment);

async function visit(context, { url, ready }, conditions) {
  const page = await open(context, url, conditions);
  const usable = await usableAfter(page, ready);
  const figures = { usable, spans: await spans(page), ...(await fetchedBy(page, usable)) };
  await page.close();
  return figures;
}

/** Opens every case `count` times under the same conditions. Returns the visits by name. */
async function rounds(all, conditions, count) {
  const seen = new Map(all.map(({ name }) => [name, { first: [], second: [] }]));
  for (let round = 0; round < count; round += 1) {
    // In reverse order every second time, so that a gradual slowdown affects both alike.
    for (const one of round % 2 ? all.toReversed() : all) {
      await profile(async (context) => {
        const { first, second } = seen.get(one.name);
        first.push(await visit(context, one, conditions));
        second.push(await visit(context, one, conditions));
      });
    }
  }
  return seen;
}

const middle = (visits, key) => median(visits.map((visit) => visit[key]));
const WHICH = [["first", "first visit"], ["second", "second visit"]];

function usableRows(all, seen) {
  return all.filter(({ versus }) => versus).flatMap(({ name, versus, goal }) =>
    WHICH.map(([which, words]) => ({
      name: `${name}, ${words}`,
      unit: "ms",
      ours: middle(seen.get(name)[which], "usable"),
      peer: middle(seen.get(versus)[which], "usable"),
      goal,
    })),
  );
}

function fetchedRows(seen) {
  const [ours, peer] = ["Subscription", "peer, 10,000 people"].map((name) => seen.get(name).first);
  return [
    { name: "requests, first visit of Subscription", unit: "", ours: middle(ours, "requests"), peer: middle(peer, "requests"), limit: 10 },
    { name: "bytes (Brotli), first visit of Subscription", unit: "KB", ours: middle(ours, "bytes") / 1000, peer: middle(peer, "bytes") / 1000, limit: 750 },
  ];
}

/**
 * Where the time goes: the costs of the demonstration, the costs for every user, and the rest for fetching, compiling,
 * and rendering. The last row is the time without the demonstration, compared with the peer.
 */
function spanRows(seen, { name, versus }) {
  return WHICH.flatMap(([which, words]) => {
    const visits = seen.get(name)[which];
    const usable = middle(visits, "usable");
    const took = (span) => median(visits.map(({ spans }) => spans[span] ?? 0));
    const names = [...new Set(visits.flatMap(({ spans }) => Object.keys(spans)))];
    const sum = (some) => some.reduce((sum, span) => sum + took(span), 0);
    const demonstration = names.filter((span) => span.startsWith("demonstration"));
    const row = (what, ours) => ({ name: `${words}: ${what}`, unit: "ms", ours });
    return [
      ...names.map((span) => row(span, took(span))),
      row("fetching, compiling, drawing and the rest", usable - sum(names)),
      { ...row("without the demonstration", usable - sum(demonstration)), peer: middle(seen.get(versus)[which], "usable") },
    ];
  });
}

/** The sections of the table. `quick` omits the slower networks and most rounds. */
export async function visits(own, peer, quick) {
  const all = cases(own, peer);
  const sections = [];
  for (const [at, { name, conditions }] of (quick ? LINES.slice(0, 1) : LINES).entries()) {
    const seen = await rounds(all, conditions, quick ? 2 : [7, 5, 3][at]);
    sections.push({ title: `Usable after, ${name}`, rows: usableRows(all, seen) });
    if (conditions) continue;
    sections.push({ title: "Fetched until usable", rows: fetchedRows(seen) });
    for (const one of all.filter(({ ready, versus }) => versus && ready === "hasRows")) {
      sections.push({ title: `Where the time goes, ${one.name}`, rows: spanRows(seen, one) });
    }
  }
  return sections;
}
