import { byKey, type Population } from "../population/index.ts";

/** A circle whose ties are shared places: interest groups, workplaces, branches. */
export interface Affiliation {
  /** Number of places. */
  readonly places: number;
  /** Places that a resident can belong to at once. */
  readonly width: number;
  /** Fellow members whom one actually meets in a place at most (references: networks). */
  readonly meets: number;
  /** [i * width + k] the k-th place of resident i; -1 for none. */
  joined(): Int32Array;
}

/** The three circles that are affiliations. */
export function affiliations({
  residents,
  groups,
  workplaces,
  branches,
}: Population): Record<"interest" | "industry" | "party", Affiliation> {
  const { groups: interests, workplace, homeBranch, workBranch } = residents.columns;
  return {
    interest: { places: groups.rows, width: 3, meets: 20, joined: () => interests },
    industry: { places: workplaces.rows, width: 1, meets: 10, joined: () => workplace },
    party: {
      places: branches.rows,
      width: 2,
      meets: Number.POSITIVE_INFINITY,
      joined() {
        const both = new Int32Array(residents.rows * 2);
        for (let i = 0; i < residents.rows; i++) {
          both[i * 2] = homeBranch[i];
          both[i * 2 + 1] = workBranch[i] === homeBranch[i] ? -1 : workBranch[i];
        }
        return both;
      },
    },
  };
}

export interface AffiliationMeasures {
  /** Mean fellow members whom those who belong anywhere meet. */
  degreeMean: number;
  degreeVarianceRatio: number;
  /** Mean share of pairs of fellows who share a place, pairs from different places counted as strangers. */
  clustering: number;
  /** Mean steps between residents joined through shared places, from a few residents spread over the table. */
  meanPath: number;
  /** Adults who belong nowhere. */
  isolated: number;
}

const SOURCES = 4;

/** Measures a circle of affiliations. Changes nothing, draws nothing. */
export function measureAffiliation({ residents }: Population, circle: Affiliation): AffiliationMeasures {
  const n = residents.rows;
  const { age } = residents.columns;
  const { places, width, meets } = circle;
  const joined = circle.joined();
  const { start, list: members } = byKey(joined, n * width, places);
  for (let h = 0; h < members.length; h++) members[h] = Math.floor(members[h] / width);
  const met = Float64Array.from({ length: places }, (_, p) => Math.min(start[p + 1] - start[p] - 1, meets)); // [place] by each

  let belonging = 0;
  let sum = 0;
  let squares = 0;
  let clustering = 0;
  let clustered = 0;
  let adults = 0;
  let isolated = 0;
  for (let i = 0; i < n; i++) {
    let degree = 0;
    let closed = 0;
    let anywhere = false;
    for (let k = 0; k < width; k++) {
      const p = joined[i * width + k];
      if (p < 0) continue;
      anywhere = true;
      const d = met[p];
      degree += d;
      closed += d * (d - 1);
    }
    if (age[i] >= 18) {
      adults++;
      if (!anywhere) isolated++;
    }
    if (!anywhere) continue;
    belonging++;
    sum += degree;
    squares += degree * degree;
    if (degree < 2) continue;
    clustering += closed / (degree * (degree - 1));
    clustered++;
  }
  const mean = sum / belonging;
  return {
    degreeMean: mean,
    degreeVarianceRatio: mean > 0 ? (squares / belonging - mean * mean) / mean : Number.NaN,
    clustering: clustering / clustered,
    meanPath: meanPath(n, joined, width, start, members),
    isolated: isolated / adults,
  };
}

function meanPath(n: number, joined: Int32Array, width: number, start: Uint32Array, members: Uint32Array): number {
  const reached = new Uint8Array(n);
  const entered = new Uint8Array(start.length - 1);
  const queue = new Uint32Array(n);
  let steps = 0;
  let pairs = 0;
  for (let s = 0; s < SOURCES; s++) {
    // The first from an even spread on who belongs somewhere.
    let source = Math.floor((s * n) / SOURCES);
    while (source < n && joined[source * width] < 0 && (width < 2 || joined[source * width + 1] < 0)) source++;
    if (source === n) continue;
    reached.fill(0);
    entered.fill(0);
    reached[source] = 1;
    queue[0] = source;
    let from = 0;
    let to = 1;
    let distance = 0;
    while (from < to) {
      const end = to;
      for (; from < end; from++) {
        for (let k = 0; k < width; k++) {
          const p = joined[queue[from] * width + k];
          if (p < 0 || entered[p]) continue;
          entered[p] = 1;
          for (let h = start[p]; h < start[p + 1]; h++) {
            if (reached[members[h]]) continue;
            reached[members[h]] = 1;
            queue[to++] = members[h];
          }
        }
      }
      distance++;
      steps += distance * (to - end);
      pairs += to - end;
    }
  }
  return steps / pairs;
}
