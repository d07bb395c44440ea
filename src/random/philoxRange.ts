import { MULTIPLIER0, MULTIPLIER1, philox4x32, WEYL0, WEYL1 } from "../kernels/index.ts";

/**
 * Philox4x32-10 for the counters (i, c1, c2, c3), i in [from, to): what `philox4x32` gives for each of them.
 *
 * A product of 64 bits is one instruction in WebAssembly and ten in JavaScript: the same blocks take a quarter of the
 * time. The module is assembled here, 240 bytes, when this file is first imported; where a page forbids it, the blocks
 * are made one by one.
 *
 * @param out  [4 (i - from) + word] written
 */
export type PhiloxRange = (out: Uint32Array, from: number, to: number, c1: number, c2: number, c3: number, k0: number, k1: number) => void;

/** The blocks one by one: the specification, and what remains where WebAssembly is not allowed. */
export const philoxOneByOne: PhiloxRange = (out, from, to, c1, c2, c3, k0, k1) => {
  const block = new Uint32Array(4);
  for (let i = from, o = 0; i < to; i++, o += 4) {
    philox4x32(block, i, c1, c2, c3, k0, k1);
    out.set(block, o);
  }
};

/** Blocks that fit into the one page of memory. */
const PAGE = 4096;

interface Philox {
  block: typeof philox4x32;
  range: PhiloxRange;
}

function philoxInWebAssembly(): Philox {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble()));
  const words = new Uint32Array((exports.memory as WebAssembly.Memory).buffer);
  const fill = exports.fill as (at: number, from: number, to: number, c1: number, c2: number, c3: number, k0: number, k1: number) => void;
  return {
    block(out, c0, c1, c2, c3, k0, k1, at = 0) {
      fill(0, c0, c0 + 1, c1, c2, c3, k0, k1);
      out[at] = words[0];
      out[at + 1] = words[1];
      out[at + 2] = words[2];
      out[at + 3] = words[3];
    },
    range(out, from, to, c1, c2, c3, k0, k1) {
      for (let first = from; first < to; first += PAGE) {
        const end = Math.min(to, first + PAGE);
        fill(0, first, end, c1, c2, c3, k0, k1);
        out.set(words.subarray(0, 4 * (end - first)), 4 * (first - from));
      }
    },
  };
}

// Parameters and locals of the function, by index.
const [AT, I, TO, C1, C2, C3, K0, K1] = [0, 1, 2, 3, 4, 5, 6, 7];
const [W0, W1, W2, W3, KEY0, KEY1] = [8, 9, 10, 11, 12, 13]; // i32
const [PRODUCT0, PRODUCT1] = [14, 15]; // i64

/** The bytes of a module that exports `memory`, one page, and `fill(at, from, to, c1, c2, c3, k0, k1)`. */
function assemble(): Uint8Array<ArrayBuffer> {
  const [I32, I64, NOTHING] = [0x7f, 0x7e, 0x40];
  const get = (local: number) => [0x20, local];
  const set = (local: number, ...value: number[]) => [...value, 0x21, local];
  const i32 = (value: number) => [0x41, ...signed(value | 0)];
  const i64 = (value: number) => [0x42, ...signed(value)];
  const add = (...operands: number[]) => [...operands, 0x6a];
  const xor = (...operands: number[]) => [...operands, 0x73];
  const low = (product: number) => [...get(product), 0xa7]; // i32.wrap_i64
  const high = (product: number) => [...get(product), ...i64(32), 0x88, 0xa7]; // i64.shr_u, i32.wrap_i64
  const multiply = (word: number, by: number) => [...get(word), 0xad, ...i64(by), 0x7e]; // i64.extend_i32_u, i64.mul
  const store = (offset: number, word: number) => [...get(AT), ...get(word), 0x36, 2, offset]; // i32.store
  const round = [
    ...set(PRODUCT0, ...multiply(W0, MULTIPLIER0)),
    ...set(PRODUCT1, ...multiply(W2, MULTIPLIER1)),
    ...set(W0, ...xor(...xor(...high(PRODUCT1), ...get(W1)), ...get(KEY0))),
    ...set(W1, ...low(PRODUCT1)),
    ...set(W2, ...xor(...xor(...high(PRODUCT0), ...get(W3)), ...get(KEY1))),
    ...set(W3, ...low(PRODUCT0)),
    ...set(KEY0, ...add(...get(KEY0), ...i32(WEYL0))),
    ...set(KEY1, ...add(...get(KEY1), ...i32(WEYL1))),
  ];
  const body = [
    ...[2, 6, I32, 2, I64], // locals
    ...[0x02, NOTHING, 0x03, NOTHING], // block, loop
    ...[...get(I), ...get(TO), 0x46, 0x0d, 1], // out of the block if i = to
    ...set(W0, ...get(I)),
    ...set(W1, ...get(C1)),
    ...set(W2, ...get(C2)),
    ...set(W3, ...get(C3)),
    ...set(KEY0, ...get(K0)),
    ...set(KEY1, ...get(K1)),
    ...Array.from({ length: 10 }, () => round).flat(),
    ...[...store(0, W0), ...store(4, W1), ...store(8, W2), ...store(12, W3)],
    ...set(AT, ...add(...get(AT), ...i32(16))),
    ...set(I, ...add(...get(I), ...i32(1))),
    ...[0x0c, 0, 0x0b, 0x0b, 0x0b], // again; ends of loop, block and function
  ];
  const text = (name: string) => [name.length, ...new TextEncoder().encode(name)];
  const section = (id: number, ...content: number[]) => [id, ...unsigned(content.length), ...content];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, 8, ...new Array(8).fill(I32), 0), // one type of function
    ...section(3, 1, 0), // one function, of that type
    ...section(5, 1, 0, 1), // one memory, of one page
    ...section(7, 2, ...text("memory"), 2, 0, ...text("fill"), 0, 0),
    ...section(10, 1, ...unsigned(body.length), ...body),
  ]);
}

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...unsigned(Math.floor(value / 128))];
}

function signed(value: number): number[] {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(Math.floor(value / 128))];
}

function fastest(): Philox {
  try {
    return philoxInWebAssembly();
  } catch {
    return { block: philox4x32, range: philoxOneByOne };
  }
}

/** `philoxBlock` is `philox4x32`, `philoxRange` that for many counters. */
export const { block: philoxBlock, range: philoxRange } = fastest();
