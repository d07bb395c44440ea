import { CIRCLES, circlesOf, joinsTwo, type NetworkData, operates, tiesBetween } from "./network.ts";

/** What can be said of one circle. */
export interface CircleFinding {
  /** Organizations with a tie in it, to whomever. */
  members: number;
  /** Ties between two organizations, and those of them that join two communities. */
  ties: number;
  across: number;
  /** Ties of organizations to others: communities, branches, workplaces. */
  toOthers: number;
  /** Organizations in the largest web of this circle alone, and of all the others without it. */
  largest: number;
  largestWithout: number;
  /** Organizations that are in this circle and no other. */
  only: number;
}

export interface Findings {
  organizations: number;
  ties: number;
  /** Organizations in the largest web of ties through the four circles, and those with no such tie to another organization. */
  largest: number;
  isolated: number;
  /** [k] organizations in k circles. */
  inCircles: readonly number[];
  circles: readonly CircleFinding[];
}

const known = new WeakMap<NetworkData, Findings>();

/** What holds together, counted once for each network that comes. */
export function findingsOf(data: NetworkData): Findings {
  const findings = known.get(data) ?? counted(data);
  known.set(data, findings);
  return findings;
}

/** A web is a set of organizations joined by ties between them, whichever way around. */
function counted(data: NetworkData): Findings {
  const bits = circlesOf(data);
  const inCircles = new Array<number>(CIRCLES + 1).fill(0);
  const circles = Array.from(
    { length: CIRCLES },
    (): CircleFinding => ({ members: 0, ties: 0, across: 0, toOthers: 0, largest: 0, largestWithout: 0, only: 0 }),
  );
  let organizations = 0;
  for (let k = 0; k < data.kind.length; k++) {
    if (!operates(data, k)) continue;
    organizations++;
    const mine = circles.filter((_, c) => bits[k] & (1 << c));
    inCircles[mine.length]++;
    for (const circle of mine) circle.members++;
    if (mine.length === 1) mine[0].only++;
  }
  for (let e = 0; e < data.source.length; e++) {
    const circle = circles[data.circle[e]];
    if (circle === undefined) continue;
    if (!joinsTwo(data, e)) {
      if (operates(data, data.source[e]) || operates(data, data.target[e])) circle.toOthers++;
      continue;
    }
    circle.ties++;
    if (data.community[data.source[e]] !== data.community[data.target[e]]) circle.across++;
  }
  const all = websOf(data, () => true);
  circles.forEach((circle, c) => {
    circle.largest = largestOf(websOf(data, (of) => of === c));
    circle.largestWithout = largestOf(websOf(data, (of) => of !== c));
  });
  return {
    organizations,
    ties: circles.reduce((sum, { ties }) => sum + ties, 0),
    largest: largestOf(all),
    isolated: all.filter((size) => size === 1).length,
    inCircles,
    circles,
  };
}

/** Sizes of webs of organizations, through the circles that count. */
function websOf(data: NetworkData, counts: (circle: number) => boolean): number[] {
  const parent = Int32Array.from({ length: data.kind.length }, (_, k) => k);
  const root = (k: number): number => {
    while (parent[k] !== k) {
      parent[k] = parent[parent[k]];
      k = parent[k];
    }
    return k;
  };
  for (const e of tiesBetween(data)) if (counts(data.circle[e])) parent[root(data.source[e])] = root(data.target[e]);
  const sizes = new Int32Array(parent.length);
  for (let k = 0; k < parent.length; k++) if (operates(data, k)) sizes[root(k)]++;
  return Array.from(sizes).filter((size) => size > 0);
}

/** The largest web that is more than one; 0 if nobody is tied. */
const largestOf = (sizes: readonly number[]): number => {
  const most = sizes.reduce((a, b) => Math.max(a, b), 0);
  return most > 1 ? most : 0;
};
