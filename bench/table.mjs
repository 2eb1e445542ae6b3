// The table that `./dev bench` prints.

const WIDTHS = [62, 14, 14, 8];
const line = (name, ...cells) => console.log(name.padEnd(WIDTHS[0]) + cells.map((cell, at) => cell.padStart(WIDTHS[at + 1] ?? 0)).join(""));
const shown = (value, unit) => (value === undefined ? "" : `${value.toFixed(0)} ${unit}`.trim());

/** The goal of a row, a ratio to the peer or a number, and whether it is reached. */
function goalOf({ ours, peer, unit, goal, limit }) {
  if (goal !== undefined) return `  goal ${goal}${ours / peer > goal ? ", missed" : ""}`;
  if (limit !== undefined) return `  goal ${shown(limit, unit)}${ours > limit ? ", missed" : ""}`;
  return "";
}

/**
 * Prints sections of rows with `ours` and, if available, `peer`. `goal` is a ratio to the peer, and `limit` is a
 * number. A missed goal does not fail the run.
 */
export function print(sections) {
  line("", "ours", "peer", "ratio");
  for (const { title, rows } of sections) {
    console.log(`\n${title}`);
    for (const row of rows) {
      const { name, unit, ours, peer } = row;
      line(`  ${name}`, shown(ours, unit), shown(peer, unit), peer ? (ours / peer).toFixed(2) : "", goalOf(row));
    }
  }
}
