// A static file server for the built page, with the headers that it must work with. No dependencies. If run directly,
// it serves $DIST (default: dist/) on $PORT (default: a free port from 8080 on) and prints the address.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ALONE } from "../../extension/policy.mjs";

/** The content types by file extension, for all servers here and in bench/. */
export const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** The folder with the built page. */
export const dist = () => resolve(process.env.DIST || "dist");

/**
 * Serves `root`. `files` are texts by path that replace files in it. Port 0 selects any free port. Resolves to `{ url,
 * close }`. `url` ends with a slash.
 */
export async function serve({ root = dist(), port = 0, files = {} } = {}) {
  const server = createServer(async (request, response) => {
    const send = (status, headers = {}) =>
      response.writeHead(status, { "content-security-policy": ALONE, "cache-control": "no-cache", ...headers });
    try {
      const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
      const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
      if (path in files) {
        send(200, { "content-type": TYPES[extname(path)] ?? "text/plain" }).end(files[path]);
        return;
      }
      const { size } = await stat(file);
      send(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "content-length": size,
        "x-content-type-options": "nosniff",
      });
      createReadStream(file).pipe(response);
    } catch {
      send(404, { "content-type": "text/plain" }).end("not found\n");
    }
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

/** The first free port from 8080 on. */
async function serveFrom8080() {
  for (let port = 8080; ; port += 1) {
    try {
      return await serve({ port });
    } catch (error) {
      if (error.code !== "EADDRINUSE" || port > 8180) throw error;
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = process.env.PORT ? await serve({ port: Number(process.env.PORT) }) : await serveFrom8080();
  console.log(`The page is at ${url} (Ctrl+C ends)`);
}
