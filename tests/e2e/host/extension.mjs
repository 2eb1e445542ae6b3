// The files of the finished package, because the tests run on what a vendor publishes.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack } from "../../../extension/package.mjs";
import { dist } from "../serve.mjs";

/** Packages the built page as an extension. Resolves to the files of the package by path. */
export async function unpacked() {
  const out = await mkdtemp(join(tmpdir(), "extension-"));
  try {
    const config = JSON.parse(await readFile(new URL("../../../extension/config.json", import.meta.url), "utf8"));
    return (await pack({ dist: dist(), out, config })).own;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
