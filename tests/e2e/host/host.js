// A page that behaves toward an extension like Azure DevOps: the SDK package's own protocol (xdm.js), the services that
// the page uses, and the answers of the data service. Persistent data is on the server (server.mjs).
import { channelManager } from "./xdm.js";

const { extension, view, user, hosted, sandbox, theme, organisation, mute } = JSON.parse(decodeURIComponent(location.search.slice(1)));

/** An error as the clients of Azure DevOps throw it. */
const refused = ({ status, serverError }) => Object.assign(new Error(serverError.message), { status, serverError });

async function data(what, args) {
  const response = await fetch("data", { method: "POST", body: JSON.stringify({ what, args, user: user.id }) });
  const answer = await response.json();
  if (answer.serverError) throw refused(answer);
  return answer.value ?? undefined;
}

const METHODS = ["getValue", "setValue", "getDocument", "getDocuments", "createDocument", "setDocument", "updateDocument"];
const manager = Object.fromEntries(METHODS.map((what) => [what, (...args) => data(what, args)]));
const listeners = [];

const services = {
  "ms.vss-features.extension-data-service": { getExtensionDataManager: async () => manager },
  "ms.vss-features.location-service": {
    // A Server has its collections below a separate path.
    getServiceLocation: async () => `${location.origin}/${hosted ? "" : "tfs/"}${organisation}/`,
    // A mute host never returns the locations of its resource areas.
    getResourceAreaLocation: (area) => (mute ? new Promise(() => {}) : Promise.resolve(`${location.origin}/areas/${area}/`)),
  },
  "ms.vss-features.host-navigation-service": {
    getHash: async () => location.hash.slice(1),
    setHash: (hash) => history.replaceState(null, "", `#${hash}`),
    onHashChanged: (listener) => void listeners.push(listener),
    setDocumentTitle: (title) => void (document.title = title),
  },
  // A Server lacks this service, as old versions do.
  "ms.vss-tfs-web.tfs-global-messages-service": hosted && { addToast: (toast) => void (globalThis.toasts ??= []).push(toast) },
};
addEventListener("hashchange", () => listeners.forEach((listener) => listener(location.hash.slice(1))));

const frame = document.createElement("iframe");
frame.style.cssText = "width: 100%; height: 860px; border: 0";
frame.title = "Extension";
if (sandbox) frame.sandbox = "allow-scripts allow-forms allow-modals allow-popups";
document.body.append(frame);
const channel = channelManager.addChannel(frame.contentWindow, sandbox ? "null" : new URL(extension).origin);
channel.getObjectRegistry().register("DevOps.HostControl", {
  initialHandshake: () => ({
    contributionId: `test.licensing.${view}`,
    context: {
      extension: { id: "test.licensing", publisherId: "test", extensionId: "licensing", version: "1.0.0" },
      user: { ...user, descriptor: `aad.${user.id}`, imageUrl: "" },
      host: { id: `id-${organisation}`, name: organisation, serviceVersion: "", type: 4, isHosted: hosted },
    },
    themeData: theme,
  }),
  notifyLoadSucceeded: () => void (globalThis.loaded = true),
  notifyLoadFailed: (error) => void (globalThis.failed = error),
  getAccessToken: async () => ({ token: `token-of-${user.id}` }),
  getAppToken: async () => ({ token: "" }),
  resize: () => {},
});
channel.getObjectRegistry().register("DevOps.ServiceManager", { getService: async (id) => services[id] });
/** Changes the theme, as the host's menu does. */
globalThis.showTheme = (data) => channel.invokeRemoteMethod("dispatchEvent", "DevOps.SdkClient", ["themeChanged", { detail: { data } }]);
frame.src = `${extension}index.html?view=${view}`;
