// Talks to Azure DevOps through Microsoft's SDK, if the page is inside Azure DevOps. A classic script, like the SDK, so
// that both also run in frames without an origin. The program calls the one function that this script exports
// (src/adapters/azure_devops/sdk.rs), which takes and returns JSON text. Nothing is loaded before that.
(() => {
  const SDK = new URL("sdk/SDK.min.js", document.baseURI);

  /** The time limit for answers of the host, in milliseconds. The SDK itself would wait forever. */
  const LIMIT = 15_000;

  /** How long a toast of the host stays, and how long it may take to appear, in milliseconds. */
  const TOAST_STANDS = 8_000;
  const TOAST_LIMIT = 2_000;

  const NAVIGATION = "ms.vss-features.host-navigation-service";
  const MESSAGES = "ms.vss-tfs-web.tfs-global-messages-service";
  const LOCATION = "ms.vss-features.location-service";
  const DATA = "ms.vss-features.extension-data-service";

  let sdk;
  const services = new Map();
  let data;

  /**
   * The fields of an error as JSON. The host's errors are plain objects whose `toString` is a proxy, so they are never
   * converted to text.
   */
  function plain(cause) {
    const text = (value) => (["string", "number"].includes(typeof value) ? String(value) : "");
    const error = cause?.serverError ?? cause;
    return JSON.stringify({
      name: text(cause?.name),
      message: text(error?.message) || text(cause?.message) || text(cause),
      status: Number(cause?.status) || null,
      typeKey: text(error?.typeKey),
      typeName: text(error?.typeName),
      responseText: text(cause?.responseText),
    });
  }

  const within = (promise, what) =>
    Promise.race([
      promise,
      new Promise((_, failed) => setTimeout(() => failed({ name: "Timeout", message: `${what} didn't respond` }), LIMIT)),
    ]);

  /** Loads the SDK. It is written for a module loader, which the first line imitates. */
  const load = () =>
    new Promise((loaded, failed) => {
      globalThis.define = (_, make) => make((sdk = {}));
      const script = document.createElement("script");
      script.src = SDK;
      script.onload = loaded;
      script.onerror = () => (script.remove(), failed({ name: "Missing", message: "The Azure DevOps SDK couldn't be loaded" }));
      document.head.append(script);
    }).finally(() => delete globalThis.define);

  /** A service of the host. A Server may lack some. */
  const service = (id) => {
    const ask = () =>
      within(sdk.getService(id), id).catch((cause) => {
        // The next call tries again.
        services.delete(id);
        throw cause;
      });
    if (!services.has(id)) services.set(id, ask());
    return services.get(id);
  };
  const optional = (id, use) => service(id).then(use).catch(() => null);
  const maybe = (read) => {
    try {
      return read() ?? null;
    } catch {
      return null;
    }
  };

  /** Applies the colors of the host one by one, because a strict policy forbids creating a style sheet. */
  function paint({ detail }) {
    const root = document.documentElement;
    for (const [name, value] of Object.entries(detail ?? {})) root.style.setProperty(`--${name}`, value);
    const ground = document.createElement("canvas").getContext("2d");
    ground.fillStyle = getComputedStyle(root).getPropertyValue("--background-color") || "#fff";
    ground.fillRect(0, 0, 1, 1);
    const [red, green, blue] = ground.getImageData(0, 0, 1, 1).data;
    root.dataset.theme = red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? "dark" : "light";
    // Shadows are invisible on black, so surfaces get an edge instead (style/contrast.css).
    if (red + green + blue === 0) root.dataset.contrast = "high";
    else delete root.dataset.contrast;
  }

  /** Synchronizes the host's hash and the page's own, so that a link to the host's address opens the same page. */
  async function follow() {
    await optional(NAVIGATION, async (navigation) => {
      const hash = await within(navigation.getHash(), NAVIGATION);
      if (hash) location.hash = hash;
      navigation.onHashChanged((hash) => {
        if (`#${hash}` !== location.hash && hash) location.hash = hash;
      });
      addEventListener("hashchange", () => navigation.setHash(location.hash.slice(1)));
      return true;
    });
  }

  const METHODS = {
    async start() {
      // The SDK complains if it is loaded twice.
      if (!sdk) await within(load(), "The Azure DevOps SDK");
      addEventListener("themeApplied", paint);
      document.documentElement.dataset.hosted = new URLSearchParams(location.search).get("view");
      await within(sdk.init({ loaded: false, applyTheme: true }), "Azure DevOps");
      const [collection] = await Promise.all([
        optional(LOCATION, (location) => within(location.getServiceLocation(), LOCATION)),
        follow(),
      ]);
      return {
        user: maybe(() => sdk.getUser()),
        host: maybe(() => sdk.getHost()),
        extension: maybe(() => sdk.getExtensionContext().id),
        collection,
      };
    },
    loaded: () => sdk.notifyLoadSucceeded(),
    failed: (message) => sdk?.notifyLoadFailed(message),
    token: () => within(sdk.getAccessToken(), "Azure DevOps"),
    area: async (id) => within((await service(LOCATION)).getResourceAreaLocation(id), LOCATION),
    title: (title) => optional(NAVIGATION, (navigation) => navigation.setDocumentTitle(title)),
    /**
     * Shows a toast of the host. Resolves to "missing" if the host has no toasts, to "clicked" if its button was
     * clicked, and otherwise to "passed".
     */
    toast: ({ message, action }) =>
      new Promise((end) => {
        const missing = () => end("missing");
        const late = setTimeout(missing, TOAST_LIMIT);
        const show = (messages) => {
          clearTimeout(late);
          setTimeout(end, TOAST_STANDS, "passed");
          const button = action && { callToAction: action, onCallToActionClick: () => end("clicked") };
          return messages.addToast({ message, duration: TOAST_STANDS, forceOverrideExisting: true, ...button });
        };
        service(MESSAGES).then(show).catch(missing);
      }),
    /** Calls `what`, a function of the manager for the extension's data. A new token requires a new manager. */
    async data({ what, args, renew }) {
      if (!data || renew) {
        const token = await within(sdk.getAccessToken(), "Azure DevOps");
        const { id } = sdk.getExtensionContext();
        data = await within((await service(DATA)).getExtensionDataManager(id, token), DATA);
      }
      return within(data[what](...args), DATA);
    },
  };

  globalThis.timetrackerHost = (method, argument) =>
    Promise.resolve()
      .then(() => METHODS[method](JSON.parse(argument)))
      .then((answer) => JSON.stringify(answer ?? null))
      .catch((cause) => Promise.reject(plain(cause)));
})();
