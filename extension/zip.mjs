// Reads a zip file, as far as the tests and the check of the finished package need it. No dependencies.
import { inflateRawSync } from "node:zlib";

/** The files of a zip as a map from path to bytes. Throws if it is not a zip, or uses an unknown compression. */
export function unzip(zip) {
  // The end of the directory is searched backward, because a comment of up to 65,535 bytes may follow it.
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error("not a zip file");
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error("the zip's directory is damaged");
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + packed);
    if (method !== 0 && method !== 8) throw new Error(`${name}: packed in way ${method}, which is unknown here`);
    if (!name.endsWith("/")) files.set(name, method === 8 ? inflateRawSync(bytes) : Buffer.from(bytes));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
