import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Part } from "./world.ts";

/** SHA-256 of bytes that come piece by piece. Whoever runs in Node can hand in that of node:crypto, six times as fast. */
export interface Sha256 {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/**
 * SHA-256 over names, lengths and bytes of columns in their order: equal digests mean equal worlds. Columns are
 * hashed as they lie in memory, little-endian, as on every machine that runs a JavaScript engine today.
 *
 * @returns 64 hexadecimal digits
 */
export function digest(parts: Iterable<Part>, hash: Sha256 = sha256.create()): string {
  for (const { name, values } of parts) {
    hash.update(utf8ToBytes(`${name}:${values.length};`));
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return bytesToHex(hash.digest());
}
