// The basis of every journey: `test`, with the fixtures below, and `expect`. A fixture is created when a journey names
// it. A journey fails on any complaint of the browser.
import { test as base } from "@playwright/test";
import { startHost } from "../host/server.mjs";
import { unpacked } from "../host/extension.mjs";
import { opener, watch } from "../harness.mjs";
import { serve } from "../serve.mjs";
import { startVendor } from "../vendor.mjs";
import { expect } from "./expect.mjs";

export { axe, axeIn } from "./axe.mjs";
export { expect };

export const test = base.extend({
  /** Once per worker: the address of the built page, with its strict headers. */
  site: [
    async ({}, use) => {
      const { url, close } = await serve();
      await use(url);
      await close();
    },
    { scope: "worker" },
  ],

  /** Once per worker: an Azure DevOps with the files of the finished package. */
  azureDevOps: [
    async ({}, use) => {
      const azureDevOps = await startHost(await unpacked());
      await use(azureDevOps);
      await azureDevOps.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],

  /** Once per worker: a vendor with a key, an activation service, and the page with the catalog that names them. */
  vendors: [
    async ({}, use) => {
      const vendors = await startVendor();
      await use(vendors);
      await vendors.close();
    },
    { scope: "worker" },
  ],

  /** The complaints of the browser in any tab. After a journey, there must be none except for allowed ones. */
  complaints: [
    async ({ context }, use) => {
      const { faults, allow } = watch(context);
      await use({ allow });
      expect(faults, "the browser complained").toEqual([]);
    },
    { auto: true },
  ],

  /** `allow(…patterns)`: complaints that this journey provokes on purpose. */
  allow: async ({ complaints }, use) => use(complaints.allow),

  /** `open(hash, { width, height, theme, started, from })` opens a tab on the page (see `opener` in ../harness.mjs). */
  open: async ({ context, site }, use) => use(opener(context, site)),

  /** An Azure DevOps that nobody has used yet. Requests to its APIs must match Microsoft's published description. */
  host: async ({ azureDevOps }, use) => {
    const host = azureDevOps.begin();
    await use(host);
    expect(host.strays, "the interface was asked in a way that is not published").toEqual([]);
  },

  /**
   * `visit(options)` opens a hub in Azure DevOps for a user (see `address` in ../host/server.mjs for the options). It
   * returns the frame of the page, with Azure DevOps' own page as `host`, and the context for scripts as `inner()`.
   * `clock` stops the clock.
   */
  visit: async ({ context, host }, use) => {
    await use(async ({ clock = false, ...who } = {}) => {
      const page = await context.newPage();
      if (clock) await page.clock.install();
      await page.goto(host.address(who));
      return Object.assign(page.frameLocator("iframe"), { host: page, inner: () => page.frames()[1] });
    });
  },

  /** A vendor that has not issued or received anything yet (see `startVendor` in ../vendor.mjs). */
  vendor: async ({ vendors }, use) => use(await vendors.begin()),
});

/** A journey whose pages have the vendor's catalog. */
export const withVendor = test.extend({
  open: async ({ open, vendor }, use) => use((hash, more) => open(hash, { from: vendor.page, ...more })),
});
