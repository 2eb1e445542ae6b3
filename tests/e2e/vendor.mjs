// A vendor for journeys: its own key, a catalog that names it, the activation service as a static host, and
// certificates issued with the command-line tool, as described in docs/vendor.md.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { activationService } from "../relay/relay.mjs";
import { serve } from "./serve.mjs";

const run = promisify(execFile);

/** The ID of the demo's accounts. */
export const ID = "7T4K-9QXM-2HRA";
/** The browser's messages about a static host that is down or lacks a file. */
export const UNREACHED = [/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE/, /HTTP (404|502)/, /Failed to load resource/];

/** Runs the command-line tool at LICENSING (built by ./dev) with options. Resolves to its output. */
export async function licensing(...options) {
  const program = process.env.LICENSING;
  if (!program) throw new Error("LICENSING names no command-line tool: run this with ./dev journeys");
  return (await run(program, options)).stdout;
}

/**
 * Starts a vendor. Resolves to `{ begin, close }`. `begin()` returns a vendor that has not issued or received anything
 * yet:
 * - `page`: the address of the page with the vendor's catalog. Requests are not intercepted, because an intercepted
 *   browser sends no preflight requests. `text`: that catalog.
 * - `takeOrders()`: from now on, the catalog contains the URL for orders.
 * - `issue({ id, plan, length, licences, start, instance, … })`: issues a certificate into the folder of the service,
 *   and returns its text. With `elsewhere`, it is not put there.
 * - `order(text)`: the certificate issued from an order, with `issuedAt` as in the tool.
 * - `service`: the static host (tests/relay/relay.mjs). `folder`: the folder with its certificates.
 */
export async function startVendor() {
  const home = await mkdtemp(join(tmpdir(), "vendor-"));
  const folder = join(home, "certificates");
  const service = await activationService({ folder });
  const key = join(home, "vendor.key");
  const keys = JSON.parse(await licensing("keygen", key));
  const file = join(home, "catalogue.json");
  const files = {};
  const page = await serve({ files });

  /** Writes the catalog where the page and the tool find it. Resolves to its text. */
  const publish = async (orders) => {
    const catalogue = JSON.parse(await readFile("catalogue.json", "utf8"));
    catalogue.activation = { url: service.url, keys, orders_url: orders };
    files["/catalogue.json"] = JSON.stringify(catalogue);
    await writeFile(file, files["/catalogue.json"]);
    return files["/catalogue.json"];
  };
  const issued = async (out, id, options) => {
    await licensing("issue", "--key", key, "--catalogue", file, "--out", out, ...options);
    return readFile(join(out, `${id}.lic`), "utf8");
  };
  const name = (option) => `--${option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

  const begin = async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    service.answers.length = 0;
    service.collect.length = 0;
    await service.up();
    const vendor = {
      service,
      folder,
      text: await publish(null),
      page: page.url,
      takeOrders: async () => void (vendor.text = await publish(service.orders)),
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
    };
    return vendor;
  };
  const close = async () => {
    await service.close();
    await page.close();
    await rm(home, { recursive: true, force: true });
  };
  return { begin, close };
}

/** The number of requests to a vendor that does not answer. */
export const ATTEMPTS = 4;

/** The pauses between two attempts to reach the vendor, for `shorten`. */
export const BETWEEN_ATTEMPTS = { 1000: 1, 3000: 1, 9000: 1 };
