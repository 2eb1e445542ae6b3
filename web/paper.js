// Makes the PDF of a document: in a worker, so that the page stays quick; on the page itself where no worker is allowed.
// A classic script, so that it runs in both, and in frames without an origin, too. The page adds it with the first PDF
// (src/host/paper.rs). The module (crates/pdf) and the fonts lie beside it.
(() => {
  const page = typeof document === "object";
  const own = page ? document.currentScript.src : location.href;
  const beside = (name) => new URL(name, own).href;

  /** The page's way to its files (web/boot.js): some frames do not let it read them. A worker may. */
  const read = globalThis.timetrackerRead ?? fetch;

  /** How long a PDF may take, in milliseconds: whatever hangs is given up. */
  const LIMIT = 60_000;

  /** Letters for which a further font is needed; the first two have all others that are known. */
  const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/;
  const HEBREW = /[\u0590-\u05ff\ufb1d-\ufb4f]/;

  /** An error of a kind that the page knows: "missing", "late" or "refused". */
  const problem = (kind, message) => Object.assign(new Error(message), { kind });

  async function font(name, needed = true) {
    if (!needed) return new Uint8Array();
    const response = await read(beside(name));
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Adds a script to the page; one that does not come is taken away, so that it can be tried again. */
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

  /** What comes before the module can be asked: its script, itself, and the fonts that `text` needs. */
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

  /** Makes it right here. */
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

  /** Gives up what takes too long. */
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

  /** Asks a worker: one for each document, so that its memory goes with it. */
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
     * The bytes of the PDF of document `number`, as it is on day `today`: from the lines of the journal, the events that
     * are due but not stored (JSON), and the catalogue of today (JSON). Rejects with an error whose `kind` tells why.
     */
    globalThis.timetrackerPaper = async ({ due = "[]", ...rest }) => {
      const order = { due, ...rest };
      try {
        return await ask(order);
      } catch (error) {
        // No worker, or none that can load what it needs: the page may.
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
