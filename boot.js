// Starts the program, and speaks when it cannot start or has to stop.
//
// Trunk writes the names of the compiled module and of its glue into the script element (Trunk.toml): an inline
// script, Trunk's own way, is what the content security policy forbids. A classic script: a frame without an origin
// refuses a module of its own before it could say so.
(async () => {
  /** What a cause says of itself. */
  const words = (cause) => String(cause?.message ?? cause);

  /** Shows the one notice over everything else. The program is dead by then: only a reload helps. */
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
    stop("The page has stopped", "Something went wrong in this page. What was saved is kept. Reload to go on.", cause);

  // The program's panic hook tells of a panic with this event; a trap that is no panic arrives as an error.
  window.addEventListener("app-panic", (event) => stopped(event.detail));
  window.addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) stopped(event.error);
  });

  const { js, wasm } = document.currentScript.dataset;
  const url = (file) => new URL(file, document.baseURI);

  /**
   * A Server shows the page in a frame without an origin, and perhaps does not let it read the page's own files. A
   * classic script is not read but run, so the program comes as one (assets/server.js). Elsewhere nothing is gained.
   */
  async function asScript(cause) {
    if (origin !== "null") throw cause;
    await new Promise((loaded, failed) => {
      const script = document.createElement("script");
      script.src = url(js.replace("app.js", "server.js"));
      script.onload = loaded;
      script.onerror = () => failed(cause);
      document.head.append(script);
    });
    return timetrackerServer.program;
  }

  try {
    const [glue, module] = await Promise.all([import(url(js)), fetch(url(wasm))]).catch(asScript);
    await glue.default({ module_or_path: module });
    document.getElementById("boot")?.remove();
  } catch (cause) {
    let advice = "Part of it could not be loaded. Check your connection, then reload.";
    if (typeof WebAssembly !== "object") {
      advice = "This browser cannot run it. Open it in a current Edge, Chrome, Firefox or Safari.";
    } else if (/unsafe-eval|CSP/.test(words(cause))) {
      advice = "The server forbids it. Ask its administrator to allow WebAssembly: 'wasm-unsafe-eval' in the content security policy.";
    }
    stop("The page could not start", advice, cause);
  }
})();
