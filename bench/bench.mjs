// The measurements of `./dev bench`: node bench/bench.mjs DIST PEER [--quick], with the folders of both built pages.
import { closeBrowser } from "./browser.mjs";
import { hosted } from "./hosted.mjs";
import { keys } from "./keys.mjs";
import { lists } from "./lists.mjs";
import { pageSwitches } from "./memory.mjs";
import { serve } from "./serve.mjs";
import { print } from "./table.mjs";
import { visits } from "./visits.mjs";

const [dist, peerDist, ...options] = process.argv.slice(2);
const quick = options.includes("--quick");
const [own, peer] = await Promise.all([serve(dist), serve(peerDist)]);
const say = (text) => process.stderr.write(`bench: ${text}\n`);

const sections = [];
try {
  const measurements = [
    ["pages beside the peer's", () => visits(own.url, peer.url, quick)],
    ["keys", () => keys(own.url, peer.url, quick)],
    ["inside Azure DevOps", () => hosted(quick)],
    ["memory", () => pageSwitches(own.url)],
    ...(quick ? [] : [["long lists", () => lists(own.url)]]),
  ];
  for (const [name, measure] of measurements) {
    say(name);
    sections.push(...(await measure()));
  }
} finally {
  await closeBrowser();
  own.close();
  peer.close();
  print(sections);
}
