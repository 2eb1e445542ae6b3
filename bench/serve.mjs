// Serves a built page like a web host: every file with Brotli, and cached by the browser. The files are compressed in
// advance, so compression does not affect the measurements.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { TYPES } from "../tests/e2e/serve.mjs";

/** Compresses with Brotli. `quality` is at most 11. */
export const brotli = (bytes, quality = 9) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

/** All files below a folder: the relative path and the bytes. */
export async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return Promise.all(paths.sort().map(async (path) => ({ path: relative(folder, path), bytes: await readFile(path) })));
}

/**
 * Serves a folder on a free port. Resolves to the address and a function that stops the server. The page itself is
 * requested on every visit and answered with "not modified". Its files are cached, like those of an extension.
 */
export async function serve(folder) {
  const files = new Map();
  for (const { path, bytes } of await filesOf(folder)) {
    const headers = {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      "content-encoding": "br",
      "cache-control": /\.(html|json)$/.test(path) ? "no-cache" : "max-age=31536000",
      etag: `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`,
    };
    files.set(`/${path}`, { body: brotli(bytes), headers });
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    const file = files.get(decodeURIComponent(pathname.replace(/\/$/, "/index.html")));
    if (!file) response.writeHead(404).end();
    else if (request.headers["if-none-match"] === file.headers.etag) response.writeHead(304, file.headers).end();
    else response.writeHead(200, file.headers).end(file.body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}
