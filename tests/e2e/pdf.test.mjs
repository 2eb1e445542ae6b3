// PDFs of documents, made in the browser: in a worker, or on the page if there is no worker. Also the errors if a PDF
// cannot be made.
import { expect, test } from "./support/test.mjs";

const ORG = "team-monthly";

/** The argument of the function: the organization's journal as stored in the browser, and the catalog. */
const order = (page) =>
  page.evaluate(async (account) => {
    const answer = (request) => new Promise((done, failed) => ((request.onsuccess = () => done(request.result)), (request.onerror = failed)));
    const database = await answer(indexedDB.open("timetracker-licensing"));
    const lines = database.transaction("lines").objectStore("lines");
    const journal = await answer(lines.getAll(IDBKeyRange.bound([account, 0], [account, 2 ** 32 - 1])));
    database.close();
    const catalogue = await (await fetch("catalogue.json")).text();
    return { journal: journal.join("\n"), catalogue, number: "INV-0001", today: "2026-11-24" };
  }, `demo/${ORG}/services`);

/** Loads the script as the page does, and calls it. Returns the bytes or the error. */
const make = async (page, wanted) => {
  const { bytes, ...error } = await page.evaluate(async (wanted) => {
    if (!globalThis.timetrackerMakePdf) {
      const script = document.createElement("script");
      script.src = document.querySelector("script[data-pdf]").dataset.pdf;
      document.head.append(script);
      await new Promise((done, failed) => ((script.onload = done), (script.onerror = failed)));
    }
    return timetrackerMakePdf(wanted).then(
      (bytes) => ({ bytes: [...bytes] }),
      ({ kind, message }) => ({ kind, message }),
    );
  }, wanted);
  return bytes ? Buffer.from(bytes) : error;
};

/** Waits for the next worker. Returns its URL, and a promise that resolves when it has ended. */
const come = async (page) => {
  const worker = await page.waitForEvent("worker");
  return { url: worker.url(), gone: worker.waitForEvent("close") };
};

const begun = async (open) => {
  const page = await open(`#/subscription?org=${ORG}`);
  return { page, wanted: await order(page) };
};

test("inv_4 a PDF comes from a worker, and the same without workers", async ({ open, context }) => {
  const { page, wanted } = await begun(open);
  const worker = come(page);
  const made = await make(page, wanted);
  expect((await worker).url).toMatch(/\/pdf-[0-9a-f]{16}\/pdf-worker\.js$/);
  await (await worker).gone;
  expect(made.subarray(0, 8).toString()).toBe("%PDF-1.7");
  expect(made.includes("factur-x.xml"), "the invoice for machines is inside").toBeTruthy();

  await context.addInitScript(() => delete globalThis.Worker);
  const without = await open(`#/subscription?org=${ORG}`);
  const workers = [];
  without.on("worker", (worker) => workers.push(worker.url()));
  expect(made.equals(await make(without, wanted)), "another PDF without workers").toBeTruthy();
  expect(made.equals(await make(without, wanted)), "another PDF the second time").toBeTruthy();
  expect(workers, "there are no workers here").toStrictEqual([]);
});

test("what a PDF cannot be made of is said", async ({ open }) => {
  const { page, wanted } = await begun(open);
  expect(await make(page, { ...wanted, number: "INV-9999" })).toStrictEqual({
    kind: "refused",
    message: "document INV-9999 doesn't exist",
  });
  const broken = await make(page, { ...wanted, journal: wanted.journal.replace('"team"', '"free"') });
  expect(broken.kind).toBe("refused");
  expect(broken.message).toMatch(/^the history is damaged: line \d+: /);
});

test("a module that cannot be loaded is an error, and can be tried again", async ({ open, context, allow }) => {
  allow(/pdf|Failed to (load|fetch)|wasm/i);
  const { page, wanted } = await begun(open);
  for (const file of ["pdf.js", "pdf_bg.wasm", "NotoSans-Bold.ttf"]) {
    const broken = (route) => route.fulfill({ status: 404 });
    await context.route(`**/${file}`, broken);
    expect((await make(page, wanted)).kind, file).toBe("missing");
    await context.unroute(`**/${file}`, broken);
  }
  expect((await make(page, wanted)).subarray(0, 4).toString()).toBe("%PDF");
});

test("what hangs is given up after a minute", async ({ open, context }) => {
  const { page, wanted } = await begun(open);
  const asked = new Promise((done) => context.route("**/pdf_bg.wasm", done)); // never answered
  await page.clock.install();
  const worker = come(page);
  const made = make(page, wanted);
  await asked;
  await page.clock.fastForward(61_000);
  expect(await made).toStrictEqual({ kind: "late", message: "no response in 60 seconds" });
  await (await worker).gone;
});
