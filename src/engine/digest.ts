import { utf8ToBytes } from "@noble/hashes/utils.js";
import { sha256Hex } from "../scenario/index.ts";
import type { Part } from "./world.ts";

/**
 * SHA-256 over names, lengths and bytes of columns in their order: equal digests mean equal worlds. Columns are
 * hashed as they lie in memory, little-endian, as on every machine that runs a JavaScript engine today.
 *
 * @returns 64 hexadecimal digits
 */
export const digest = (parts: readonly Part[]): string =>
  sha256Hex(
    ...parts.flatMap(({ name, values }) => [
      utf8ToBytes(`${name}:${values.length};`),
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    ]),
  );
