// Checking signatures in the browser's WebAssembly produces the known answers, and the same results as natively
// (scripts/known-answers.sh). The native arithmetic is different: it uses 64 bits at once, or vectors, and tables.
import { expect, test } from "./support/test.mjs";
import { serve } from "./serve.mjs";

/** The number of wrong results that are listed. */
const TOLD = 20;

/** Calls `body` with a page that has loaded the module under the page's strict policy, and with the answers. */
async function loaded(context, body) {
  const root = process.env.KNOWN_ANSWERS;
  expect(root, "nothing is built: run this with ./dev journeys tests/e2e/known-answers.test.mjs").toBeTruthy();
  const server = await serve({ root });
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    const known = await page.evaluate(async () => {
      await wasm_bindgen();
      globalThis.known = await (await fetch("answers.json")).json();
      return globalThis.known;
    });
    await body(page, known);
  } finally {
    await server.close();
  }
}

/** The number of occurrences of each word. */
const counted = (words) => {
  const counts = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

/** Compares results with the known ones. `wrong` has a line for each difference. */
const hold = (wrong) => expect(wrong, `${wrong.length} wrong\n${wrong.slice(0, TOLD).join("\n")}`).toHaveLength(0);

test("act_3 the answers of Wycheproof and of RFC 8032 come out in the browser", async ({ context }) => {
  await loaded(context, async (page, { answers }) => {
    expect(counted(answers.map(({ source }) => source))).toStrictEqual({ wycheproof: 151, rfc_8032: 10, nobody: 1 });
    const verdicts = await page.evaluate(() =>
      known.answers.map(({ key, message, signature }) => {
        try {
          return wasm_bindgen.verify(key, Uint8Array.from(message), Uint8Array.from(signature));
        } catch (error) {
          return String(error);
        }
      }),
    );
    expect(verdicts.length).toBe(answers.length);
    hold(verdicts.flatMap((is, at) => (is === answers[at].valid ? [] : `${answers[at].source} ${answers[at].name}: ${is}`)));
  });
});

test("act_3 a damaged certificate gets the machine's verdict in the browser", async ({ context }) => {
  await loaded(context, async (page, { certificates }) => {
    const expected = counted(certificates.map(({ verdict }) => verdict));
    expect(certificates).toHaveLength(8001);
    expect(certificates[0].verdict, "the first is whole").toBe("valid");
    expect(expected.signature > 2000 && expected.framing > 1000, JSON.stringify(expected)).toBeTruthy();
    const verdicts = await page.evaluate(() => {
      const { activation, product, today } = known.at;
      return known.certificates.map(({ text }) => {
        try {
          return wasm_bindgen.examine(text, activation, product, today);
        } catch (error) {
          return String(error);
        }
      });
    });
    expect(verdicts.length).toBe(certificates.length);
    hold(verdicts.flatMap((is, at) => {
      const { text, verdict } = certificates[at];
      return is === verdict ? [] : `${is} instead of ${verdict}: ${JSON.stringify(text)}`;
    }));
  });
});
