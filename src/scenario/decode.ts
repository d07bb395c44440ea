import { type Said, said } from "./said.ts";

/** The encodings that are read. */
export type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "GB18030";

export type Decoded = { ok: true; text: string; encoding: Encoding } | { ok: false; message: Said; remedy: Said };

const SAVE = said("saveAsUtf8");

/**
 * The text of a file. What is marked, or shows by its first two signs, is UTF-16 or UTF-32 (YAML 1.2.2, section 5.2); then
 * it is UTF-8 if it is so without an error, else GB18030, which has all that was written in GBK and GB2312.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [a, b, c, d] = bytes;
  if ((a === 0 && b === 0) || (a === 0xff && b === 0xfe && c === 0 && d === 0) || (b === 0 && c === 0 && d === 0 && a !== undefined))
    return { ok: false, message: said("isUtf32"), remedy: SAVE };
  const wide: Encoding | undefined =
    (a === 0xff && b === 0xfe) || (a !== 0 && b === 0)
      ? "UTF-16LE"
      : (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && b !== undefined)
        ? "UTF-16BE"
        : undefined;
  for (const encoding of wide ? [wide] : (["UTF-8", "GB18030"] as const)) {
    const text = strictly(encoding, bytes);
    // A sign 0 stands in no text; it ends here what is a picture or a program.
    if (text !== undefined && !text.includes("\0")) return { ok: true, text, encoding };
  }
  return { ok: false, message: said("isNoText"), remedy: SAVE };
}

function strictly(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
