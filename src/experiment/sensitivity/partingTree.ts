import { mean, sampleStandardDeviation, sum } from "simple-statistics";
import { correlationsOf } from "./rankCorrelation.ts";

/** A bound that all draws of a leaf keep. */
export interface Bound {
  path: string;
  side: "below" | "from";
  value: number;
}

export interface Leaf {
  bounds: readonly Bound[];
  /** Draws that keep all of them. */
  draws: readonly number[];
}

export interface PartingTree {
  /** Share of the spread of the ranks of effects that trees of this depth foretell in draws left out; 0 where none does better than the mean. */
  foretold: number;
  /** One leaf with all draws where nothing is foretold. */
  leaves: readonly Leaf[];
}

const DEPTHS = [1, 2, 3];
const FOLDS = 10;
/** Factors that a tree may split by: those that go with the effect most. With hundreds, one always fits by chance. */
const CANDIDATES = 12;
/** Standard errors by which a tree must err less than the mean: one in twenty, for the best of three depths. */
const SURE = 2.13;
/** Of all draws, in each branch. */
const LEAST_SHARE = 0.05;

/** A leaf with the mean of its responses, or a node with its two branches. */
type Node = { mean: number } | { factor: number; value: number; below: Node; from: Node };

type Points = readonly (readonly number[])[];

/**
 * A small regression tree (CART) of the ranks of effects over draws, which says where in the space of parameters they are large and where small.
 * How deep it may be is chosen by ten-fold cross-validation, candidates for splits anew in each fold: what does not foretell
 * draws left out is not told.
 *
 * Written here, for what npm has (ml-cart 2.1.1) knows no least size of a branch and does not split where a split is perfect.
 *
 * Source: L. Breiman, J. Friedman, R. Olshen, C. Stone (1984), Classification and Regression Trees.
 *
 * @param points   [draw][factor], in any order that has nothing to do with them
 * @param effects  one of each draw, all finite
 */
export function partingTree(paths: readonly string[], points: Points, effects: readonly number[]): PartingTree {
  const ranks = ranksOf(effects);
  const all = effects.map((_, d) => d);
  const trials = crossValidated(points, ranks);
  const best = trials.reduce((a, b) => (b.share > a.share ? b : a));
  if (!best.sure) return { foretold: 0, leaves: [{ bounds: [], draws: all }] };
  const tree = grow(points, ranks, candidates(points, ranks, all), all, best.depth, leastOf(all));
  return { foretold: best.share, leaves: leavesOf(tree, paths, points, [], all) };
}

/** Places in the order of size, equal ones sharing theirs. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, d) => d).sort((a, b) => values[a] - values[b]);
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let k = from; k < to; k++) ranks[order[k]] = (from + to - 1) / 2;
    from = to;
  }
  return ranks;
}

interface Trial {
  depth: number;
  /** 1 − squared error over squared error of the mean, of draws that the tree has not seen. */
  share: number;
  /** Whether the tree errs less than the mean by more than chance would have it. */
  sure: boolean;
}

function crossValidated(points: Points, ranks: readonly number[]): Trial[] {
  const errors = DEPTHS.map((): number[] => []);
  const spreads: number[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = ranks.map((_, d) => d).filter((d) => d % FOLDS !== fold);
    const unseen = ranks.map((_, d) => d).filter((d) => d % FOLDS === fold);
    if (unseen.length === 0 || seen.length === 0) continue;
    const center = mean(seen.map((d) => ranks[d]));
    spreads.push(...unseen.map((d) => square(ranks[d] - center)));
    const factors = candidates(points, ranks, seen);
    for (const [k, depth] of DEPTHS.entries()) {
      const tree = grow(points, ranks, factors, seen, depth, leastOf(seen));
      errors[k].push(...unseen.map((d) => square(ranks[d] - predicted(tree, points[d]))));
    }
  }
  return DEPTHS.map((depth, k) => {
    const gains = spreads.map((spread, d) => spread - errors[k][d]);
    if (gains.length < 2) return { depth, share: 0, sure: false };
    const gain = mean(gains);
    return { depth, share: gain / mean(spreads), sure: gain > (SURE * sampleStandardDeviation(gains)) / Math.sqrt(gains.length) };
  });
}

const square = (x: number): number => x * x;

/** Factors that go with the ranks of some draws most. */
const candidates = (points: Points, ranks: readonly number[], draws: readonly number[]): number[] => {
  const strengths = correlationsOf(
    draws.map((d) => points[d]),
    draws.map((d) => ranks[d]),
  ).map(Math.abs);
  return strengths
    .map((_, factor) => factor)
    .sort((a, b) => strengths[b] - strengths[a])
    .slice(0, CANDIDATES);
};

const leastOf = (draws: readonly number[]) => Math.ceil(LEAST_SHARE * draws.length);

/** @param least  draws in a branch */
function grow(
  points: Points,
  ranks: readonly number[],
  factors: readonly number[],
  draws: readonly number[],
  depth: number,
  least: number,
): Node {
  const split = depth > 0 ? bestSplit(points, ranks, factors, draws, least) : undefined;
  if (!split) return { mean: mean(draws.map((d) => ranks[d])) };
  const branch = (below: boolean) =>
    grow(
      points,
      ranks,
      factors,
      draws.filter((d) => points[d][split.factor] < split.value === below),
      depth - 1,
      least,
    );
  return { ...split, below: branch(true), from: branch(false) };
}

/** The split that takes away most of the squared error: the two means lie farthest apart, weighted by their draws. */
function bestSplit(
  points: Points,
  ranks: readonly number[],
  factors: readonly number[],
  draws: readonly number[],
  least: number,
): { factor: number; value: number } | undefined {
  const total = sum(draws.map((d) => ranks[d]));
  let [most, found] = [(total * total) / draws.length, undefined as { factor: number; value: number } | undefined];
  for (const factor of factors) {
    const order = [...draws].sort((a, b) => points[a][factor] - points[b][factor]);
    let below = 0;
    for (let k = 1; k < order.length; k++) {
      below += ranks[order[k - 1]];
      const [left, right] = [points[order[k - 1]][factor], points[order[k]][factor]];
      if (left === right || k < least || order.length - k < least) continue;
      const explained = (below * below) / k + square(total - below) / (order.length - k);
      if (explained > most) [most, found] = [explained, { factor, value: (left + right) / 2 }];
    }
  }
  return found;
}

const predicted = (node: Node, point: readonly number[]): number =>
  "mean" in node ? node.mean : predicted(point[node.factor] < node.value ? node.below : node.from, point);

function leavesOf(node: Node, paths: readonly string[], points: Points, bounds: readonly Bound[], draws: readonly number[]): Leaf[] {
  if ("mean" in node) return [{ bounds, draws }];
  const { factor, value } = node;
  const side = (of: Bound["side"]) =>
    leavesOf(
      node[of],
      paths,
      points,
      [...bounds, { path: paths[factor], side: of, value }],
      draws.filter((d) => points[d][factor] < value === (of === "below")),
    );
  return [...side("below"), ...side("from")];
}
