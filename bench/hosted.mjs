// How long users in Azure DevOps wait. The simulated host of the journeys (tests/e2e/host) takes 100 ms per response,
// and has 10,000 people, with a hundred in each answer. Everyone is in a trial.
import { unpacked } from "../tests/e2e/host/extension.mjs";
import { startHost } from "../tests/e2e/host/server.mjs";
import { median, open, profile, spans, usableAfter } from "./browser.mjs";

const PEOPLE = Array.from({ length: 10_000 }, (_, at) => ({ id: at ? `user-${at}` : "ada", name: `Person ${at}` }));
const CASES = [
  { name: "Subscription", view: "subscription", ready: "isLoaded" },
  { name: "first rows of User Management", view: "people", ready: "hasRows" },
];

/** A host with a trial in which everyone has a role. After that, it has all people and is slow. */
async function begin(azureDevOps) {
  const host = azureDevOps.begin();
  await profile(async (context) => {
    const page = await open(context, host.address());
    const frame = await frameOf(page);
    await frame.getByRole("button", { name: "Start free trial" }).click();
    await frame.getByText(/days left/).first().waitFor();
  });
  host.directory.people = PEOPLE;
  host.directory.pageSize = 100;
  const answer = host.answer.bind(host);
  host.answer = async (...asked) => {
    await new Promise((waited) => setTimeout(waited, 100));
    return answer(...asked);
  };
  return host;
}

/** The frame of the page, once it has started to load. */
async function frameOf(page) {
  const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
  await frame.waitForURL(/index\.html/);
  await frame.waitForFunction(() => globalThis.paintedWith);
  return frame;
}

const visit = (host, { view, ready }) =>
  profile(async (context) => {
    const page = await open(context, host.address({ view }));
    const frame = await frameOf(page);
    return { usable: await usableAfter(frame, ready), spans: await spans(frame) };
  });

/** The sections of the table. */
export async function hosted(quick) {
  const azureDevOps = await startHost(await unpacked());
  const sections = [];
  try {
    const host = await begin(azureDevOps);
    for (const one of CASES) {
      const visits = [];
      for (let round = 0; round < (quick ? 1 : 3); round += 1) visits.push(await visit(host, one));
      const names = [...new Set(visits.flatMap(({ spans }) => Object.keys(spans)))];
      const row = (name, value) => ({ name, unit: "ms", ours: median(visits.map(value)) });
      sections.push({
        title: `Inside Azure DevOps, 100 ms a call, 10,000 people: ${one.name}`,
        rows: [row("usable", ({ usable }) => usable), ...names.map((span) => row(span, ({ spans }) => spans[span] ?? 0))],
      });
    }
  } finally {
    await azureDevOps.close();
  }
  return sections;
}
