/**
 * The kernel of a week in AssemblyScript, over columns in one shared memory; arguments that end on "At" are byte
 * offsets. bench/sides/kernels.ts is its specification: both give the same bits.
 */

const BATCH: u32 = 256;
const M0: u32 = 0xd2511f53;
const M1: u32 = 0xcd9e8d57;

/** Philox4x32-10, four agents at a time: words 0 of four agents, then words 1. */
function fill(at: usize, from: u32, to: u32, week: u32, stream: u32, key0: u32, key1: u32): void {
  const m0 = i32x4.splat(M0);
  const m1 = i32x4.splat(M1);
  for (let i = from; i < to; i += 4, at += 32) {
    let c0 = v128.add<u32>(i32x4.splat(i), i32x4(0, 1, 2, 3));
    let c1 = i32x4.splat(week);
    let c2 = i32x4.splat(stream);
    let c3 = i32x4.splat(0);
    let k0 = key0;
    let k1 = key1;
    for (let round = 0; round < 10; round++) {
      const a = v128.extmul_low<u32>(c0, m0);
      const b = v128.extmul_high<u32>(c0, m0);
      const c = v128.extmul_low<u32>(c2, m1);
      const d = v128.extmul_high<u32>(c2, m1);
      c0 = v128.xor(v128.xor(v128.shuffle<u32>(c, d, 1, 3, 5, 7), c1), i32x4.splat(k0));
      c1 = v128.shuffle<u32>(c, d, 0, 2, 4, 6);
      c2 = v128.xor(v128.xor(v128.shuffle<u32>(a, b, 1, 3, 5, 7), c3), i32x4.splat(k1));
      c3 = v128.shuffle<u32>(a, b, 0, 2, 4, 6);
      k0 += 0x9e3779b9;
      k1 += 0xbb67ae85;
    }
    v128.store(at, c0);
    v128.store(at, c1, 16);
  }
}

function unit(word: u32): f64 {
  return (<f64>word + 0.5) / 4294967296;
}

function logarithm(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  let k = <i32>(bits >> 52) - 1023;
  let m = reinterpret<f64>((bits & 0xfffffffffffff) | 0x3ff0000000000000);
  if (m > 1.4142135623730951) {
    m /= 2;
    k++;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  let sum: f64 = 2.0 / 23;
  for (let d = 21; d >= 3; d -= 2) sum = sum * z + 2 / <f64>d;
  const rest = z * sum;
  const half = (f * f) / 2;
  return <f64>k * 6.9314718036912381649e-1 - (half - (s * (half + rest) + <f64>k * 1.90821492927058770002e-10) - f);
}

function tail(q: f64): f64 {
  return (
    (((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q +
      2.938163982698783) /
    ((((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1)
  );
}

function normalQuantile(p: f64): f64 {
  if (p < 0.02425) return tail(sqrt<f64>(-2 * logarithm(p)));
  if (p > 1 - 0.02425) return -tail(sqrt<f64>(-2 * logarithm(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  return (
    q *
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r - 30.66479806614716) * r +
      2.506628277459239) /
      (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r - 13.28068155288572) * r + 1))
  );
}

export function week(
  offsetsAt: usize,
  degreeAt: usize,
  neighborsAt: usize,
  clubAt: usize,
  teamAt: usize,
  willAt: usize,
  trustBeforeAt: usize,
  activeBeforeAt: usize,
  clubShareAt: usize,
  teamShareAt: usize,
  wordsAt: usize,
  number: u32,
  stream: u32,
  key0: u32,
  key1: u32,
  from: u32,
  to: u32,
  trustAt: usize,
  activeAt: usize,
): void {
  for (let first = from; first < to; first += BATCH) {
    const end = min(first + BATCH, to);
    fill(wordsAt, first, end, number, stream, key0, key1);
    for (let i = first; i < end; i++) {
      const wordAt = wordsAt + 32 * ((i - first) >> 2) + 4 * ((i - first) & 3);
      const degree: u32 = load<u16>(degreeAt + 2 * i);
      let hAt = neighborsAt + 4 * load<u32>(offsetsAt + 4 * i);
      const last = hAt + 4 * degree;
      let count: u32 = 0;
      let sum: f64 = 0;
      for (; hAt < last; hAt += 4) {
        const j = load<u32>(hAt);
        count += load<u8>(activeBeforeAt + j);
        sum += <f64>load<f32>(trustBeforeAt + 4 * j);
      }
      const own = <f64>load<f32>(trustBeforeAt + 4 * i);
      const share = degree > 0 ? <f64>count / <f64>degree : 0;
      const mean = degree > 0 ? sum / <f64>degree : own;
      const pull =
        0.4 * share +
        0.3 * load<f64>(clubShareAt + 8 * load<u32>(clubAt + 4 * i)) +
        0.2 * load<f64>(teamShareAt + 8 * load<u32>(teamAt + 4 * i)) +
        0.2 * own -
        0.1 * <f64>load<f32>(willAt + 4 * i);
      const chance = 0.05 + 0.5 * min<f64>(1, max<f64>(0, pull));
      store<f32>(trustAt + 4 * i, <f32>(own + 0.1 * (mean - own) + 0.02 * normalQuantile(unit(load<u32>(wordAt)))));
      store<u8>(activeAt + i, unit(load<u32>(wordAt, 16)) < chance ? 1 : 0);
    }
  }
}
