import type { F64s, f64, I32s, i32, U8s, U16s, U32s } from "../kernels/index.ts";

const ADULT: i32 = 18; // years

/** 1 if a group is among those of a resident; -1 is none. */
function attends(groups: I32s, j: i32, group: i32): i32 {
  if (group < 0) return 0;
  const first: i32 = j * 3;
  return (groups[first] === group ? 1 : 0) | (groups[first + 1] === group ? 1 : 0) | (groups[first + 2] === group ? 1 : 0);
}

/** 1 if a branch is one of the two of a resident; -1 is none. */
function reports(branch: i32, home: i32, away: i32): i32 {
  return branch < 0 ? 0 : (branch === home ? 1 : 0) | (branch === away ? 1 : 0);
}

/**
 * Sums over the ties of the residents [from, to), who are a community. Changes nothing else, draws nothing.
 *
 * @param houseStart   [building] first resident
 * @param houseLength  [building] residents, one after the other
 * @param looked       the first resident who is looked at for clustering; then every so manieth
 * @param mark         [resident] zero, before and after
 * @param out          [at ...] written, in the order of the names in tieSums.ts
 */
export function sumTieRows(
  age: U8s,
  building: U32s,
  groups: I32s,
  workplace: I32s,
  homeBranch: I32s,
  workBranch: I32s,
  houseStart: U32s,
  houseLength: U16s,
  offsets: U32s,
  degree: U16s,
  neighbors: U32s,
  core: U8s,
  looked: i32,
  apart: i32,
  from: i32,
  to: i32,
  mark: U8s,
  out: F64s,
  at: i32,
): void {
  let ties: i32 = 0;
  let squares: f64 = 0;
  let cores: i32 = 0;
  let adults: i32 = 0;
  let withoutActive: i32 = 0;
  let inside: i32 = 0;
  let sameBuilding: i32 = 0;
  let clustering: f64 = 0;
  let clustered: i32 = 0;
  let ages: f64 = 0;
  let ageSquares: f64 = 0;
  let ageProducts: f64 = 0;
  let agePairs: i32 = 0;
  let grouped: i32 = 0;
  let memberships: i32 = 0;
  let withInterest: i32 = 0;
  let withIndustry: i32 = 0;
  let withParty: i32 = 0;
  let next: i32 = looked;
  for (let i: i32 = from; i < to; i++) {
    const d: i32 = degree[i];
    const first: i32 = offsets[i];
    const end: i32 = first + d;
    const due: i32 = i === next ? 1 : 0;
    if (due !== 0) next += apart;
    const sampled: i32 = d >= 2 ? due : 0;
    const a: i32 = groups[i * 3];
    const b: i32 = groups[i * 3 + 1];
    const c: i32 = groups[i * 3 + 2];
    const joined: i32 = (a >= 0 ? 1 : 0) + (b >= 0 ? 1 : 0) + (c >= 0 ? 1 : 0);
    const years: i32 = age[i];
    const work: i32 = workplace[i];
    const home: i32 = homeBranch[i];
    const away: i32 = workBranch[i];
    const houseFrom: i32 = houseStart[building[i]];
    const houseTo: i32 = houseFrom + houseLength[building[i]];
    ties += d;
    squares += (d * d) as f64;
    let near: i32 = 0;
    let grown: i32 = 0;
    let grownAges: i32 = 0;
    // Who stands at the other end cannot be foretold: nothing branches on it.
    for (let h: i32 = first; h < end; h++) {
      const j: i32 = neighbors[h];
      const here: i32 = (j >= from ? 1 : 0) & (j < to ? 1 : 0);
      const isGrown: i32 = age[j] >= ADULT ? 1 : 0;
      cores += core[h];
      inside += here;
      near += here * core[h];
      sameBuilding += here & (j >= houseFrom ? 1 : 0) & (j < houseTo ? 1 : 0);
      grown += isGrown;
      grownAges += isGrown * age[j];
    }
    // Each tie once.
    if (joined > 0)
      for (let h: i32 = first; h < end; h++) {
        const j: i32 = neighbors[h];
        if (j >= i) withInterest += attends(groups, j, a) | attends(groups, j, b) | attends(groups, j, c);
      }
    if (work >= 0)
      for (let h: i32 = first; h < end; h++) {
        const j: i32 = neighbors[h];
        if (j >= i) withIndustry += work === workplace[j] ? 1 : 0;
      }
    if (home >= 0 || away >= 0)
      for (let h: i32 = first; h < end; h++) {
        const j: i32 = neighbors[h];
        if (j >= i) withParty += reports(home, homeBranch[j], workBranch[j]) | reports(away, homeBranch[j], workBranch[j]);
      }
    if (years >= ADULT) {
      adults++;
      ages += (years * grown) as f64;
      ageSquares += (years * years * grown) as f64;
      ageProducts += (years * grownAges) as f64;
      agePairs += grown;
      if (near === 0) withoutActive++;
      if (joined > 0) grouped++;
      memberships += joined;
    }
    if (sampled === 0) continue;
    for (let h: i32 = first; h < end; h++) mark[neighbors[h]] = 1;
    let closed: i32 = 0;
    for (let h: i32 = first; h < end; h++) {
      const j: i32 = neighbors[h];
      const last: i32 = offsets[j] + degree[j];
      for (let k: i32 = offsets[j]; k < last; k++) closed += mark[neighbors[k]];
    }
    for (let h: i32 = first; h < end; h++) mark[neighbors[h]] = 0;
    clustering += (closed as f64) / ((d * (d - 1)) as f64);
    clustered++;
  }
  out[at] = ties as f64;
  out[at + 1] = squares;
  out[at + 2] = cores as f64;
  out[at + 3] = adults as f64;
  out[at + 4] = withoutActive as f64;
  out[at + 5] = inside as f64;
  out[at + 6] = sameBuilding as f64;
  out[at + 7] = clustering;
  out[at + 8] = clustered as f64;
  out[at + 9] = ages;
  out[at + 10] = ageSquares;
  out[at + 11] = ageProducts;
  out[at + 12] = agePairs as f64;
  out[at + 13] = grouped as f64;
  out[at + 14] = memberships as f64;
  out[at + 15] = withInterest as f64;
  out[at + 16] = withIndustry as f64;
  out[at + 17] = withParty as f64;
}
