// What the measurements in a browser share: a page in an empty profile, memory after a collection, the middle of several.
import { profile, start } from "../tests/e2e/harness.mjs";

const { browser, url, close } = await start();
export { close };

/** Runs `body` with a page in an empty profile. */
export async function fresh(hash, body) {
  const own = await profile(browser, url);
  try {
    await keepMemory(own.context);
    return await body(await own.open(hash), own);
  } finally {
    await own.close();
  }
}

/** A profile without a page. */
export const empty = () => profile(browser, url);

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Kilobytes after a collection: script heap, document, and buffers (the module's own memory is one). */
export async function heap(devtools) {
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await devtools.send("Runtime.getHeapUsage");
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1024;
}

/** Keeps the memory of every module that a page of this profile starts, for `moduleMemory`. */
const keepMemory = (context) =>
  context.addInitScript(() => {
    globalThis.memories = new Set();
    const real = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...args) => {
      const made = await real.apply(WebAssembly, args);
      for (const it of Object.values(made.instance.exports)) if (it instanceof WebAssembly.Memory) globalThis.memories.add(it);
      return made;
    };
  });

/** Kilobytes of the program's own memory, which never shrinks. */
export const moduleMemory = (page) =>
  page.evaluate(() => [...globalThis.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0) / 1024);
