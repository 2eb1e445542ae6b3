// Starts the program, reads its files for it, and shows an error if it cannot start or has to stop.
//
// This is a classic script, like all scripts of the page: a frame without an origin runs those, but may refuse modules.
// Trunk writes the name of the compiled module into the element of the glue, which comes before this script
// (Trunk.toml). Trunk's default is an inline script, which the content security policy forbids.
(async () => {
  /** The message of an error. */
  const words = (cause) => String(cause?.message ?? cause);

  /** Shows the error above everything else. The program has stopped by then, so only a reload helps. */
  function stop(title, advice, cause) {
    console.error(cause);
    if (document.getElementById("boot-notice")) return;
    const element = (name, attributes, ...children) => {
      const made = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.append(...children);
      return made;
    };
    const reload = element("button", { type: "button", class: "button primary" }, "Reload");
    reload.addEventListener("click", () => location.reload());
    const details = element("details", {}, element("summary", {}, "Details for support"), element("pre", {}, words(cause)));
    const notice = element(
      "dialog",
      {
        id: "boot-notice",
        class: "dialog",
        role: "alertdialog",
        closedby: "none",
        "aria-labelledby": "boot-title",
        "aria-describedby": "boot-advice",
      },
      element("header", { class: "dialog-header" }, element("h1", { id: "boot-title", class: "dialog-title" }, title)),
      element("div", { class: "dialog-body" }, element("p", { id: "boot-advice" }, advice), details),
      element("footer", { class: "dialog-footer" }, reload),
    );
    notice.addEventListener("cancel", (event) => event.preventDefault());
    document.getElementById("boot")?.remove();
    document.body.append(notice);
    notice.showModal();
  }

  const stopped = (cause) =>
    stop("The page has stopped", "Something went wrong. Your saved changes are safe. Reload the page to continue.", cause);

  // The program's panic hook reports a panic with this event. A trap that is not a panic arrives as an error.
  window.addEventListener("app-panic", (event) => stopped(event.detail));
  window.addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) stopped(event.error);
  });

  /** Adds a script to the page. If it cannot be loaded, it is removed again, so it can be retried. */
  const script = (src) =>
    new Promise((loaded, failed) => {
      const element = Object.assign(document.createElement("script"), { src, onload: loaded });
      element.onerror = () => (element.remove(), failed(new TypeError(`Failed to fetch ${src}`)));
      document.head.append(element);
    });

  /**
   * Files that were loaded as scripts, by name. Each script contains its file as base64 of gzip and puts it here
   * (scripts/finish.mjs).
   */
  const twins = (globalThis.timetrackerTwins = {});

  /**
   * Reads a file from its twin, the script next to it. The response has the content type of a module, because no other
   * type matters.
   */
  async function fromTwin({ href, pathname }) {
    const name = pathname.split("/").pop();
    if (!(name in twins)) await script(`${href}.js`);
    const packed = Uint8Array.from(atob(twins[name]), (letter) => letter.charCodeAt(0));
    const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(bytes, { headers: { "content-type": "application/wasm" } });
  }

  /** Whether the page could not read one of its files. From then on, it uses the twins. */
  let refused = false;

  /**
   * Reads a file of the page. Returns a response. A Server shows the page in a frame without an origin, and might not
   * let it read its own files, but the frame can still run scripts. In other hosts, a twin has no advantage.
   */
  async function read(file, cache = "default") {
    const address = new URL(file, document.baseURI);
    if (refused) return fromTwin(address);
    return fetch(address, { cache }).catch((cause) => {
      if (origin !== "null") throw cause;
      refused = true;
      return fromTwin(address);
    });
  }

  try {
    if (typeof wasm_bindgen === "undefined" || typeof timetrackerHost === "undefined") {
      throw new TypeError("Failed to fetch a script of the page");
    }
    const { wasm } = document.querySelector("script[data-wasm]").dataset;
    const module = read(wasm);
    // The program needs its catalog first, so it is requested together with the module.
    const begun = { "catalogue.json": read("catalogue.json", "no-cache") };
    begun["catalogue.json"].catch(() => {}); // The program handles the error when it asks for the file.
    globalThis.timetrackerRead = (file, cache) => {
      const answer = begun[file] ?? read(file, cache);
      delete begun[file];
      return answer;
    };
    const started = wasm_bindgen({ module_or_path: module });
    // The first formatters on a page take the browser tens of milliseconds. They are created while the module is
    // loading.
    new Intl.DateTimeFormat([], { dateStyle: "medium" }).format();
    new Intl.NumberFormat().format(0);
    await started;
    document.getElementById("boot")?.remove();
  } catch (cause) {
    let advice = "Part of the page couldn't be loaded. Check your connection, then reload.";
    if (typeof WebAssembly !== "object") {
      advice = "This browser can't run the page. Open it in a current version of Edge, Chrome, Firefox, or Safari.";
    } else if (/unsafe-eval|CSP/.test(words(cause))) {
      advice = "The server blocks WebAssembly. Ask its administrator to allow it with 'wasm-unsafe-eval' in the content security policy.";
    }
    stop("The page couldn't start", advice, cause);
  }
})();
