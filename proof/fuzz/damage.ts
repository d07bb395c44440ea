import fc from "fast-check";

/** What befalls a file: bits flipped, cut short, pieces left out, repeated, put in or moved. */
const blow = fc.record({
  kind: fc.constantFrom("flip", "flip", "flip", "cut", "remove", "repeat", "insert", "zero"),
  at: fc.nat(2 ** 31 - 1),
  length: fc.oneof(fc.nat(16), fc.nat(4096)),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 16 }),
});
export type Blow = typeof blow extends fc.Arbitrary<infer T> ? T : never;

export const anyDamage: fc.Arbitrary<Blow[]> = fc.array(blow, { minLength: 1, maxLength: 3 });

/** The bytes of a file after all that. */
export function damaged(whole: Uint8Array, blows: readonly Blow[]): Uint8Array<ArrayBuffer> {
  let bytes = new Uint8Array(whole);
  for (const { kind, at: drawn, length, bytes: put } of blows) {
    const at = drawn % Math.max(1, bytes.length);
    const [before, piece, after] = [bytes.slice(0, at), bytes.slice(at, at + length), bytes.slice(at + length)];
    if (kind === "cut") bytes = before;
    else if (kind === "remove") bytes = joined(before, after);
    else if (kind === "repeat") bytes = joined(before, piece, piece, after);
    else if (kind === "insert") bytes = joined(before, put, piece, after);
    else if (kind === "zero") bytes.fill(0, at, at + length);
    else if (bytes.length > 0) bytes[at] ^= 1 << (put[0] & 7);
  }
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export const alike = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, k) => byte === b[k]);
