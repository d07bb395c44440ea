// What every host of the language has but bare shells lack: texts as bytes, and bytes written in base64.
const utf8 = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes: number[] = [];
  for (const [found] of encodeURIComponent(text).matchAll(/%[0-9A-F]{2}|[^%]/g))
    bytes.push(found.length === 3 ? Number.parseInt(found.slice(1), 16) : found.charCodeAt(0));
  return Uint8Array.from(bytes);
};
const text = (bytes: Uint8Array): string =>
  decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const fromBase64 = (written: string): string => {
  let [bits, held, out] = [0, 0, ""];
  for (const digit of written.replace(/=+$/, "")) {
    held = (held << 6) | DIGITS.indexOf(digit);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += String.fromCharCode((held >> bits) & 255);
    }
  }
  return out;
};

/** Of the language itself since 2023: SpiderMonkey has it since its version 104. */
function findLastIndex<T>(this: readonly T[], fits: (value: T, index: number, all: readonly T[]) => unknown): number {
  let k = this.length - 1;
  while (k >= 0 && !fits(this[k], k, this)) k--;
  return k;
}

/** Gives the host what it lacks of these. */
export function equipHost(): void {
  const host = globalThis as Record<string, unknown>;
  if (!("findLastIndex" in Array.prototype)) Object.defineProperty(Array.prototype, "findLastIndex", { value: findLastIndex });
  host.TextEncoder ??= class {
    encode = utf8;
  };
  host.TextDecoder ??= class {
    decode = text;
  };
  host.atob ??= fromBase64;
}
