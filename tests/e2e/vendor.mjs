// A vendor for journeys: a key of its own, a catalogue that names it, the activation service as a static host, and
// certificates issued with the command-line tool, as docs/vendor.md says.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { activationService } from "../relay/relay.mjs";
import { journey } from "./harness.mjs";
import { serve } from "./serve.mjs";

const run = promisify(execFile);

/** The ID of the demo's accounts. */
export const ID = "7T4K-9QXM-2HRA";
/** What journeys say of a static host that is down or has no such file. */
export const UNREACHED = [/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE/, /HTTP (404|502)/, /Failed to load resource/];

let built;

/** Builds the tool once, and runs it; resolves to what it printed. */
export async function licensing(...options) {
  built ??= run("cargo", ["build", "--quiet", "--package", "cli"]);
  await built;
  const tool = join(process.env.CARGO_TARGET_DIR ?? "target", "debug", "licensing");
  return (await run(tool, options)).stdout;
}

/**
 * Starts a vendor. Resolves to
 * - `page`: where the page is served with the vendor's catalogue. Not by intercepting requests: a browser that is intercepted sends no
 *   preflights; `text`: that catalogue;
 * - `issue({ id, plan, length, licences, start, instance, … })`: a certificate, into the folder of the service, and its text;
 *   `elsewhere` leaves it out of the service;
 * - `order(text)`: the certificate that an order comes to, `issuedAt` as the tool has it;
 * - `service`: the static host (tests/relay/relay.mjs), `folder`: where its certificates are;
 * - `close()`.
 */
export async function startVendor({ orders = false } = {}) {
  const home = await mkdtemp(join(tmpdir(), "vendor-"));
  const folder = join(home, "certificates");
  await mkdir(folder);
  const service = await activationService({ folder });
  const key = join(home, "vendor.key");
  const keys = JSON.parse(await licensing("keygen", key));
  const catalogue = JSON.parse(await readFile("catalogue.json", "utf8"));
  catalogue.activation = { url: service.url, keys, orders_url: orders ? service.orders : null };
  const text = JSON.stringify(catalogue);
  const file = join(home, "catalogue.json");
  await writeFile(file, text);
  const issued = async (out, id, options) => {
    await licensing("issue", "--key", key, "--catalogue", file, "--out", out, ...options);
    return readFile(join(out, `${id}.lic`), "utf8");
  };
  const page = await serve({ files: { "/catalogue.json": text } });
  const name = (option) => `--${option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return {
    service,
    folder,
    text,
    page: page.url,
    issue: async ({ id = ID, elsewhere = false, cancelled = false, ...rest }) => {
      const out = elsewhere ? await mkdtemp(join(home, "elsewhere-")) : folder;
      const options = Object.entries(rest).flatMap(([option, value]) => [name(option), String(value)]);
      return issued(out, id, ["--subscription", id, ...options, ...(cancelled ? ["--cancelled"] : [])]);
    },
    order: async (order, { id = ID, issuedAt } = {}) => {
      const path = join(home, "order.json");
      await writeFile(path, order);
      return issued(folder, id, ["--order", path, ...(issuedAt ? ["--issued-at", issuedAt] : [])]);
    },
    close: async () => {
      await service.close();
      await page.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A journey with a vendor of its own, whose catalogue its pages have. */
export const withVendor = (name, options, body) =>
  journey(name, async (own) => {
    const vendor = await startVendor(options);
    try {
      await body({ ...own, vendor, open: (hash, more) => own.open(hash, { from: vendor.page, ...more }) });
      // What a page still asks for, such as its icon, is asked while the server stands.
      await Promise.all(own.context.pages().map((page) => page.close()));
    } finally {
      await vendor.close();
    }
  });

/** How often a page asks a vendor that does not answer. */
export const ATTEMPTS = 4;

/** From now on pages do not wait between two attempts to reach the vendor. */
export const hurry = (context) =>
  context.addInitScript(() => {
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (then, after, ...more) => setTimeout(then, [1000, 3000, 9000].includes(after) ? 1 : after, ...more);
  });
