import { dropTie } from "../../circles/ties.kernel.ts";
import { type F64s, type f64, type I32s, type i32, nextFlag, type U8s, type U16s, type U32s, type Words } from "../../kernels/index.ts";
import { exp } from "../../numeric/index.ts";

// Added to the core flag of a tie that fades, until it is dropped: in the row of the lower end, and in that of the upper.
const FADING: i32 = 2;
const FADING_FROM_BELOW: i32 = 4;

/**
 * Lists who of all residents shares each group, workplace and branch, which are numbered one after the other.
 *
 * @param firstWorkplace, firstBranch, foci  where workplaces and branches begin, and the end of all
 * @param start    [focus] written: first place in `fellows`; [focus + 1] the end
 * @param fellows  written
 */
export function fellowsOf(
  groups: I32s,
  workplace: I32s,
  homeBranch: I32s,
  workBranch: I32s,
  residents: i32,
  firstWorkplace: i32,
  firstBranch: i32,
  foci: i32,
  start: U32s,
  fellows: U32s,
): void {
  for (let f: i32 = 0; f < foci + 2; f++) start[f] = 0;
  for (let i: i32 = 0; i < residents; i++) {
    for (let k: i32 = i * 3; k < i * 3 + 3; k++) if (groups[k] >= 0) start[groups[k] + 2]++;
    if (workplace[i] >= 0) start[firstWorkplace + workplace[i] + 2]++;
    if (homeBranch[i] >= 0) start[firstBranch + homeBranch[i] + 2]++;
    if (workBranch[i] >= 0) start[firstBranch + workBranch[i] + 2]++;
  }
  for (let f: i32 = 0; f < foci; f++) start[f + 2] += start[f + 1];
  for (let i: i32 = 0; i < residents; i++) {
    for (let k: i32 = i * 3; k < i * 3 + 3; k++) if (groups[k] >= 0) enlist(fellows, start, groups[k] + 1, i);
    if (workplace[i] >= 0) enlist(fellows, start, firstWorkplace + workplace[i] + 1, i);
    if (homeBranch[i] >= 0) enlist(fellows, start, firstBranch + homeBranch[i] + 1, i);
    if (workBranch[i] >= 0) enlist(fellows, start, firstBranch + workBranch[i] + 1, i);
  }
}

/** The next place of a focus is taken. */
function enlist(fellows: U32s, start: U32s, at: i32, i: i32): void {
  fellows[start[at]] = i;
  start[at]++;
}

/** Ties, and ties that one can keep up, for which `limits` has a place: fewer than so many. */
export const LIMITS: i32 = 64;

/**
 * Who of residents [from, to) seeks an acquaintance this month, the less the nearer to as many as they can keep up.
 *
 * @param words     [i - from] drawn
 * @param seeking   ties sought a year by whoever can keep up as many as is usual, at most
 * @param limits    [ties that one can keep up * LIMITS + ties] what the limit divides by; 0 where nobody has asked for it
 * @param everyone  1 to list all, whatever they drew
 * @param seekers   [row] written: who seeks
 * @param chances   [row] written: with what chance
 * @returns rows written
 */
export function whoSeeks(
  words: Words,
  sociability: U16s,
  degree: U16s,
  seeking: f64,
  usual: f64,
  months: f64,
  sharpness: f64,
  limits: F64s,
  everyone: i32,
  from: i32,
  to: i32,
  seekers: U32s,
  chances: F64s,
): i32 {
  let row: i32 = 0;
  for (let i: i32 = from; i < to; i++) {
    const u: f64 = (words[i - from] + 0.5) / 4294967296.0;
    const z: i32 = sociability[i];
    const most: f64 = (seeking * (z as f64)) / usual / months;
    if (everyone === 0 && u >= most) continue;
    const chance: f64 = most / limitOf(limits, sharpness, z, degree[i]);
    if (everyone === 0 && u >= chance) continue;
    seekers[row] = i;
    chances[row] = chance;
    row++;
  }
  return row;
}

/** What divides the chance of whoever has d ties and can keep up z. */
function limitOf(limits: F64s, sharpness: f64, z: i32, d: i32): f64 {
  const known: i32 = z < LIMITS && d < LIMITS ? 1 : 0;
  const at: i32 = z * LIMITS + d;
  if (known !== 0 && limits[at] !== 0) return limits[at];
  const limit: f64 = exp(sharpness * ((d as f64) / Math.max(1, z as f64) - 1)) + 1;
  if (known !== 0) limits[at] = limit;
  return limit;
}

/** Place of the drawn tie of i, or of the next core one: people meet through those whom they see. @param word  drawn */
function nearest(offsets: U32s, degree: U16s, core: U8s, i: i32, word: f64): i32 {
  const first: i32 = offsets[i];
  const d: i32 = degree[i];
  const u: f64 = (word + 0.5) / 4294967296.0;
  return first + nextFlag(core, first, d, Math.floor(u * (d as f64)) as i32);
}

/**
 * For each who seeks a friend of friends, the one of a few with whom most friends are shared; none (-1) if all are
 * acquaintances already.
 *
 * All friends are found first, of everybody, then their friends, then what is shared with them: so memory is waited for
 * less often than if one followed the other.
 *
 * @param seekers     [row] who seeks; their first `rows`
 * @param candidates  friends of friends for each
 * @param drawn       [4 (block stride + row) + word] two words for each candidate, one after the other
 * @param isFriend    [resident] empty, and left so
 * @param found       [row * candidates + k] to work in
 * @param wanted      [resident] written for those who seek
 */
export function friendsOfFriends(
  seekers: U32s,
  rows: i32,
  candidates: i32,
  drawn: Words,
  stride: i32,
  offsets: U32s,
  degree: U16s,
  neighbors: U32s,
  core: U8s,
  isFriend: U8s,
  found: U32s,
  wanted: U32s,
): void {
  const all: i32 = rows * candidates;
  for (let step: i32 = 0; step < 2; step++) {
    for (let row: i32 = 0; row < rows; row++) {
      for (let k: i32 = 0; k < candidates; k++) {
        const at: i32 = row * candidates + k;
        const draw: i32 = 2 * k + step;
        const word: f64 = drawn[4 * ((draw >> 2) * stride + row) + (draw & 3)];
        found[at] = nearest(offsets, degree, core, step === 0 ? seekers[row] : found[at], word);
      }
    }
    for (let at: i32 = 0; at < all; at++) found[at] = neighbors[found[at]];
  }
  for (let row: i32 = 0; row < rows; row++) {
    const i: i32 = seekers[row];
    const first: i32 = offsets[i];
    const last: i32 = first + degree[i];
    for (let h: i32 = first; h < last; h++) isFriend[neighbors[h]] = 1;
    let best: i32 = -1;
    let choice: i32 = -1;
    const end: i32 = (row + 1) * candidates;
    for (let k: i32 = row * candidates; k < end; k++) {
      const other: i32 = found[k];
      if (other === i || isFriend[other] !== 0) continue;
      const begin: i32 = offsets[other];
      const stop: i32 = begin + degree[other];
      let shared: i32 = 0;
      for (let h: i32 = begin; h < stop; h++) shared += isFriend[neighbors[h]];
      if (shared > best) {
        best = shared;
        choice = other;
      }
    }
    for (let h: i32 = first; h < last; h++) isFriend[neighbors[h]] = 0;
    wanted[i] = choice;
  }
}

/**
 * Marks the ties of residents [from, to) that fade, in both rows: the upper end may live elsewhere, but nobody else
 * touches the places of the tie. One number decides on all ties that stand in the row of a resident as the lower end: it
 * fixes the first tie that fades, and what is left of it the next.
 *
 * @param words     [i - from] drawn
 * @param looked    to work in: those whose rows are looked at more closely
 * @param keepsAll  [d] the least chance that a row of d ties keeps them all, for fewer than `rows`: most rows need no closer look
 * @param fades     [i] 1 where a tie in the row fades
 */
export function fadeTies(
  words: Words,
  offsets: U32s,
  degree: U16s,
  neighbors: U32s,
  core: U8s,
  keepsAll: F64s,
  rows: i32,
  keepWeak: f64,
  keepCore: f64,
  from: i32,
  to: i32,
  looked: U32s,
  fades: U8s,
): void {
  let found: i32 = 0;
  for (let i: i32 = from; i < to; i++) {
    const d: i32 = degree[i];
    looked[found] = i;
    if (d >= rows || (words[i - from] + 0.5) / 4294967296.0 < 1 - keepsAll[d]) found++;
  }
  for (let row: i32 = 0; row < found; row++) {
    const i: i32 = looked[row];
    const d: i32 = degree[i];
    let u: f64 = (words[i - from] + 0.5) / 4294967296.0;
    let kept: f64 = 1; // chance that all since the last tie that fades are kept
    const first: i32 = offsets[i];
    const end: i32 = first + d;
    for (let h: i32 = first; h < end; h++) {
      const j: i32 = neighbors[h];
      if (j < i) continue;
      const keep: f64 = core[h] !== 0 ? keepCore : keepWeak;
      if (u < 1 - kept * keep) {
        core[h] += FADING;
        fades[i] = 1;
        let back: i32 = offsets[j];
        const last: i32 = back + degree[j];
        while (back < last && neighbors[back] !== i) back++;
        core[back] += FADING_FROM_BELOW;
        fades[j] = 1;
        u = (u - (1 - kept)) / (kept * (1 - keep));
        kept = 1;
      } else kept *= keep;
    }
  }
}

/**
 * Drops the ties that fade from the rows of residents [from, to): those to lower residents in their order, then the others.
 *
 * @returns ties lost, counted in the row of their lower end
 */
export function partTies(offsets: U32s, degree: U16s, neighbors: U32s, core: U8s, fades: U8s, from: i32, to: i32): i32 {
  let lost: i32 = 0;
  for (let i: i32 = from; i < to; i++) {
    if (fades[i] === 0) continue;
    fades[i] = 0;
    const first: i32 = offsets[i];
    let lowest: i32 = 0;
    while (lowest >= 0) {
      lowest = -1;
      const end: i32 = first + degree[i];
      for (let h: i32 = first; h < end; h++)
        if (core[h] >= FADING_FROM_BELOW && (lowest < 0 || neighbors[h] < neighbors[lowest])) lowest = h;
      if (lowest >= 0) dropTie(offsets, degree, neighbors, core, i, lowest);
    }
    // From the end of the row, so that the tie that takes a free place has been looked at already.
    for (let h: i32 = first + degree[i] - 1; h >= first; h--) {
      if (core[h] < FADING) continue;
      dropTie(offsets, degree, neighbors, core, i, h);
      lost++;
    }
  }
  return lost;
}

/** Nobody is sought. */
export const NONE: f64 = 4294967295.0;

/** Lists who of residents [from, to) seeks whom. @returns rows written */
export function whoWants(wanted: Words, from: i32, to: i32, listed: U32s): i32 {
  let rows: i32 = 0;
  for (let i: i32 = from; i < to; i++) {
    listed[rows] = i;
    if (wanted[i] !== NONE) rows++;
  }
  return rows;
}

/** Those who want themselves, or somebody whom they know already, want nobody. @param listed  [row] who wants, their first `rows` */
export function forgetKnown(listed: U32s, rows: i32, offsets: U32s, degree: U16s, neighbors: Words, wanted: Words): void {
  for (let row: i32 = 0; row < rows; row++) {
    const i: i32 = listed[row];
    const j: f64 = wanted[i];
    let known: i32 = j === (i as f64) ? 1 : 0;
    const first: i32 = offsets[i];
    const end: i32 = first + degree[i];
    for (let h: i32 = first; h < end; h++) if (neighbors[h] === j) known = 1;
    if (known !== 0) wanted[i] = NONE;
  }
}
