// A reporter for `node --test`: one line with the counts, alone at the end of the output.
export default async function* closingLine(source) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const again = [];
  for await (const { type, data } of source) {
    if (data?.details?.type === "suite") continue;
    if (type === "test:pass") count[data.skip === undefined && data.todo === undefined ? "passed" : "skipped"] += 1;
    if (type === "test:fail") count.failed += 1;
    if (type === "test:diagnostic" && data.message.startsWith("walked a second time")) again.push(data.message);
  }
  for (const message of again) yield `\n${message}`;
  yield `\n${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ""}\n`;
}
