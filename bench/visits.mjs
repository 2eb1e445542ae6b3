// How long until a page is usable, with the peer in the same run: each opened in turn in an empty profile, twice.
import { LINES, median, open, profile, spans, usableAfter } from "./browser.mjs";

/** What is opened. `versus` names the page of the peer that it is compared with, and `goal` the ratios to reach. */
const cases = (own, peer) => [
  { name: "peer, 10,000 people", url: `${peer}?people=10000`, ready: "hasRows" },
  { name: "peer, 100,000 people", url: `${peer}?people=100000`, ready: "hasRows" },
  { name: "Subscription", url: `${own}#/subscription?org=team-monthly`, ready: "isLoaded", versus: "peer, 10,000 people", goal: 1 },
  { name: "User Management, 10,000 people", url: `${own}#/people?org=licensed-10000`, ready: "hasRows", versus: "peer, 10,000 people", goal: 1.3 },
  { name: "User Management, 100,000 people", url: `${own}#/people?org=enterprise`, ready: "hasRows", versus: "peer, 100,000 people", goal: 2 },
];

/** Requests that were answered before a moment, and their bytes as they came. */
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

/** Every case `rounds` times on a line; the visits of each by its name. */
async function rounds(all, conditions, count) {
  const seen = new Map(all.map(({ name }) => [name, { first: [], second: [] }]));
  for (let round = 0; round < count; round += 1) {
    // The other way round every second time, so that whatever gets slower over time spoils both sides alike.
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
 * Where the time goes: what the demonstration alone costs, what every reader pays, and what is left for fetching,
 * compiling and drawing. The last row is what a reader without the demonstration would wait, beside the peer's.
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

/** The sections of the table; `quick` leaves out the slower lines and most rounds. */
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
