// Makes the PDF of a document in a worker, so the page stays responsive. If workers are not allowed, it runs on the
// page. This is a classic script, so it works in both, also in frames without an origin. The page adds it with the
// first PDF (src/adapters/pdf.rs). The module (crates/pdf) and the fonts are next to it.
(() => {
  const page = typeof document === "object";
  const own = page ? document.currentScript.src : location.href;
  const beside = (name) => new URL(name, own).href;

  /** The page's function for reading files (web/boot.js), because some frames cannot read them. A worker can. */
  const read = globalThis.timetrackerRead ?? fetch;

  /** The time limit for a PDF, in milliseconds. */
  const LIMIT = 60_000;

  /** Characters that need an additional font. The first two fonts have all other supported ones. */
  const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/;
  const HEBREW = /[\u0590-\u05ff\ufb1d-\ufb4f]/;

  /** An error of a kind that the page knows: "missing", "late", or "refused". */
  const problem = (kind, message) => Object.assign(new Error(message), { kind });

  async function font(name, needed = true) {
    if (!needed) return new Uint8Array();
    const response = await read(beside(name));
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Adds a script to the page. If it cannot be loaded, it is removed again, so it can be retried. */
  const script = (url) =>
    new Promise((loaded, failed) => {
      const element = document.createElement("script");
      element.src = url;
      element.onload = loaded;
      element.onerror = () => {
        element.remove();
        failed(new Error(`${url} couldn't be loaded`));
      };
      document.head.append(element);
    });

  /** Loads the module, its script, and the fonts that `text` needs. */
  async function load(text) {
    if (typeof timetrackerPdf === "undefined") await (page ? script : importScripts)(beside("pdf.js"));
    const [, ...fonts] = await Promise.all([
      timetrackerPdf({ module_or_path: read(beside("pdf_bg.wasm")) }),
      font("NotoSans-Regular.ttf"),
      font("NotoSans-Bold.ttf"),
      font("NotoSansArabic-Regular.ttf", ARABIC.test(text)),
      font("NotoSansHebrew-Regular.ttf", HEBREW.test(text)),
    ]);
    return fonts;
  }

  /** Makes the PDF in the current context. */
  async function make({ journal, due, catalogue, number, today }) {
    const fonts = await load(journal + due + catalogue).catch((error) => {
      throw problem("missing", error.message);
    });
    try {
      return timetrackerPdf.make(journal, due, catalogue, number, today, ...fonts);
    } catch (reason) {
      throw problem("refused", String(reason));
    }
  }

  /** Limits the time of a promise. */
  const inTime = (work, giveUp) => {
    let clock;
    const late = new Promise((_, failed) => {
      clock = setTimeout(() => failed(problem("late", `no response in ${LIMIT / 1000} seconds`)), LIMIT);
    });
    return Promise.race([work, late]).finally(() => {
      clearTimeout(clock);
      giveUp?.();
    });
  };

  /** Makes the PDF in a worker. There is one per document, so that its memory is released afterward. */
  async function ask(order) {
    const worker = new Worker(own);
    const answer = new Promise((done, failed) => {
      worker.onmessage = ({ data: { bytes, kind, message } }) => (bytes ? done(bytes) : failed(problem(kind, message)));
      worker.onerror = (event) => {
        event.preventDefault();
        failed(problem("missing", event.message));
      };
      worker.postMessage(order);
    });
    return inTime(answer, () => worker.terminate());
  }

  if (page) {
    /**
     * The PDF of document `number` as of the day `today`. The inputs are the lines of the journal, the events that are
     * due but not stored (JSON), and the current catalog (JSON). Rejects with an error whose `kind` says why.
     */
    globalThis.timetrackerMakePdf = async ({ due = "[]", ...rest }) => {
      const order = { due, ...rest };
      try {
        return await ask(order);
      } catch (error) {
        // There is no worker, or it could not load its files. The page may be able to.
        if (["refused", "late"].includes(error.kind)) throw error;
        return inTime(make(order));
      }
    };
  } else {
    onmessage = async ({ data }) => {
      try {
        const bytes = await make(data);
        postMessage({ bytes }, [bytes.buffer]);
      } catch ({ kind, message }) {
        postMessage({ kind, message });
      }
    };
  }
})();
