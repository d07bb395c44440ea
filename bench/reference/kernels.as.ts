/**
 * The kernel of a week in AssemblyScript, over columns in one shared memory; arguments that end on "At" are byte
 * offsets. bench/sides/kernels.ts is its specification: both give the same bits. Two residents are decided on at once,
 * one in each half of a vector; trust and activity of an acquaintance are one word.
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

/** The uniform numbers of two words. */
@inline function unit(words: v128): v128 {
  return f64x2.mul(f64x2.add(f64x2.convert_low_i32x4_u(words), f64x2.splat(0.5)), f64x2.splat(1.0 / 4294967296.0));
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
  sum = sum * z + 2.0 / 21;
  sum = sum * z + 2.0 / 19;
  sum = sum * z + 2.0 / 17;
  sum = sum * z + 2.0 / 15;
  sum = sum * z + 2.0 / 13;
  sum = sum * z + 2.0 / 11;
  sum = sum * z + 2.0 / 9;
  sum = sum * z + 2.0 / 7;
  sum = sum * z + 2.0 / 5;
  sum = sum * z + 2.0 / 3;
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

/** a x + b in both halves. */
@inline function step(a: v128, x: v128, b: f64): v128 {
  return f64x2.add(f64x2.mul(a, x), f64x2.splat(b));
}

/** Quantiles of the normal distribution between its tails. */
function middle(q: v128): v128 {
  const r = f64x2.mul(q, q);
  let above = step(f64x2.splat(-39.69683028665376), r, 220.9460984245205);
  above = step(above, r, -275.9285104469687);
  above = step(above, r, 138.357751867269);
  above = step(above, r, -30.66479806614716);
  above = step(above, r, 2.506628277459239);
  let below = step(f64x2.splat(-54.47609879822406), r, 161.5858368580409);
  below = step(below, r, -155.6989798598866);
  below = step(below, r, 66.80131188771972);
  below = step(below, r, -13.28068155288572);
  below = step(below, r, 1);
  return f64x2.mul(q, f64x2.div(above, below));
}

const LOW: f64 = 0.02425;

/** One number of the tails instead of what was reckoned for the middle. */
function inTail(p: f64, z: f64): f64 {
  if (p < LOW) return tail(sqrt<f64>(-2 * logarithm(p)));
  if (p > 1 - LOW) return -tail(sqrt<f64>(-2 * logarithm(1 - p)));
  return z;
}

@inline function normalQuantile(p: v128): v128 {
  const z = middle(f64x2.sub(p, f64x2.splat(0.5)));
  if (!v128.any_true(v128.or(f64x2.lt(p, f64x2.splat(LOW)), f64x2.gt(p, f64x2.splat(1 - LOW))))) return z;
  return f64x2(
    inTail(f64x2.extract_lane(p, 0), f64x2.extract_lane(z, 0)),
    inTail(f64x2.extract_lane(p, 1), f64x2.extract_lane(z, 1)),
  );
}

/** In a word that holds the bits of a trust below 2, the one that says whether somebody is active. */
const ACTIVE: i32 = 0x40000000;

/** Trust without the bit beside it. */
@inline function trustOf(moodAt: usize, i: u32): f64 {
  return <f64>reinterpret<f32>(load<i32>(moodAt + 4 * i) & ~ACTIVE);
}

/** Sums of trust and of activity over the acquaintances of a resident, four places at a time: behind the last stands nobody. */
@inline function around(moodAt: usize, hAt: usize, degree: u32): v128 {
  const last = hAt + 4 * degree;
  const bit = i32x4.splat(ACTIVE);
  let count = i32x4.splat(0);
  let sum: f64 = 0;
  for (; hAt < last; hAt += 16) {
    let moods = v128.load_zero<u32>(moodAt + 4 * load<u32>(hAt));
    moods = v128.load_lane<u32>(moodAt + 4 * load<u32>(hAt, 4), moods, 1);
    moods = v128.load_lane<u32>(moodAt + 4 * load<u32>(hAt, 8), moods, 2);
    moods = v128.load_lane<u32>(moodAt + 4 * load<u32>(hAt, 12), moods, 3);
    count = i32x4.add(count, i32x4.shr_u(v128.and(moods, bit), 30));
    moods = v128.andnot(moods, bit);
    const low = f64x2.promote_low_f32x4(moods);
    const high = f64x2.promote_low_f32x4(v128.shuffle<u64>(moods, moods, 1, 1));
    sum += f64x2.extract_lane(low, 0);
    sum += f64x2.extract_lane(low, 1);
    sum += f64x2.extract_lane(high, 0);
    sum += f64x2.extract_lane(high, 1);
  }
  count = i32x4.add(count, v128.shuffle<u64>(count, count, 1, 0));
  return f64x2(sum, <f64>(i32x4.extract_lane(count, 0) + i32x4.extract_lane(count, 1)));
}

/** The shares of the groups of two residents. */
@inline function shares(shareAt: usize, a: u32, b: u32): v128 {
  return v128.load_lane<u64>(shareAt + 8 * b, v128.load_zero<u64>(shareAt + 8 * a), 1);
}

@inline function addTo(countAt: usize, group: u32, amount: u32): void {
  store<u32>(countAt + 4 * group, load<u32>(countAt + 4 * group) + amount);
}

export function week(
  offsetsAt: usize,
  degreeAt: usize,
  neighborsAt: usize,
  clubAt: usize,
  teamAt: usize,
  willAt: usize,
  moodAt: usize,
  clubShareAt: usize,
  teamShareAt: usize,
  wordsAt: usize,
  number: u32,
  stream: u32,
  key0: u32,
  key1: u32,
  from: u32,
  to: u32,
  nextMoodAt: usize,
  clubCountAt: usize,
  teamCountAt: usize,
): void {
  const one = f64x2.splat(1);
  const zero = f64x2.splat(0);
  for (let first = from; first < to; first += BATCH) {
    const end = min(first + BATCH, to);
    fill(wordsAt, first, end, number, stream, key0, key1);
    for (let i = first; i < end; i += 2) {
      const j = min(i + 1, end - 1); // the last one may be alone
      const wordAt = wordsAt + 32 * ((i - first) >> 2) + 4 * ((i - first) & 3);
      const degreeOfI: u32 = load<u16>(degreeAt + 2 * i);
      const degreeOfJ: u32 = load<u16>(degreeAt + 2 * j);
      const aroundI = around(moodAt, neighborsAt + 4 * load<u32>(offsetsAt + 4 * i), degreeOfI);
      const aroundJ = around(moodAt, neighborsAt + 4 * load<u32>(offsetsAt + 4 * j), degreeOfJ);
      const degree = f64x2(<f64>degreeOfI, <f64>degreeOfJ);
      const known = f64x2.gt(degree, zero);
      const clubOfI = load<u32>(clubAt + 4 * i);
      const clubOfJ = load<u32>(clubAt + 4 * j);
      const teamOfI = load<u32>(teamAt + 4 * i);
      const teamOfJ = load<u32>(teamAt + 4 * j);
      const will = f64x2(<f64>load<f32>(willAt + 4 * i), <f64>load<f32>(willAt + 4 * j));
      const own = f64x2(trustOf(moodAt, i), trustOf(moodAt, j));
      const sum = v128.shuffle<u64>(aroundI, aroundJ, 0, 2);
      const count = v128.shuffle<u64>(aroundI, aroundJ, 1, 3);
      const share = v128.and(known, f64x2.div(count, degree));
      const mean = v128.bitselect(f64x2.div(sum, degree), own, known);
      let pull = f64x2.mul(f64x2.splat(0.4), share);
      pull = f64x2.add(pull, f64x2.mul(f64x2.splat(0.3), shares(clubShareAt, clubOfI, clubOfJ)));
      pull = f64x2.add(pull, f64x2.mul(f64x2.splat(0.2), shares(teamShareAt, teamOfI, teamOfJ)));
      pull = f64x2.add(pull, f64x2.mul(f64x2.splat(0.2), own));
      pull = f64x2.sub(pull, f64x2.mul(f64x2.splat(0.1), will));
      const chance = step(f64x2.pmin(one, f64x2.pmax(zero, pull)), f64x2.splat(0.5), 0.05);
      const z = normalQuantile(unit(v128.load_zero<u64>(wordAt)));
      let trust = f64x2.add(own, f64x2.mul(f64x2.splat(0.1), f64x2.sub(mean, own)));
      trust = f64x2.add(trust, f64x2.mul(f64x2.splat(0.02), z));
      const active = f64x2.lt(unit(v128.load_zero<u64>(wordAt, 16)), chance);
      const mood = v128.or(f32x4.demote_f64x2_zero(trust), v128.and(v128.shuffle<u32>(active, active, 0, 2, 0, 2), i32x4.splat(ACTIVE)));
      const bits = i64x2.bitmask(active);
      addTo(clubCountAt, clubOfI, bits & 1);
      addTo(teamCountAt, teamOfI, bits & 1);
      if (i + 1 < end) {
        v128.store_lane<u64>(nextMoodAt + 4 * i, mood, 0);
        addTo(clubCountAt, clubOfJ, bits >> 1);
        addTo(teamCountAt, teamOfJ, bits >> 1);
      } else v128.store_lane<u32>(nextMoodAt + 4 * i, mood, 0);
    }
  }
}
