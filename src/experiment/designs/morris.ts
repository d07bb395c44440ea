import { type SetupStream, setupStream } from "../../random/index.ts";
import { type DesignFactor, isOrdered, valueCount } from "./factor.ts";

/** Levels of a range: four, as Morris chose. */
const LEVELS = 4;
/** Values up to which a factor has a level for each; among more, four levels lie evenly enough. */
const FEW = 10;

/** The axis of a factor as trajectories see it: levels, evenly spaced if they are ordered. */
export interface MorrisAxis {
  levels: number;
  ordered: boolean;
}

/** Switches, options and few whole numbers have a level for each value; ranges have four. */
export function morrisAxis(factor: DesignFactor): MorrisAxis {
  const count = valueCount(factor);
  const range = factor.options === undefined && count > FEW;
  return { levels: range ? LEVELS : count, ordered: isOrdered(factor) };
}

/**
 * Pairs of levels between which a factor steps, so that every level is met as often as the others. Ordered levels step over
 * half of them: delta = levels / (2 (levels - 1)) of the range where their number is even, as in Morris (1991); where it is
 * odd, the half rounded down or up, level k with level k + (levels - 1) / 2, counted in a circle. Options without order step
 * from any to any.
 */
function steps({ levels, ordered }: MorrisAxis): (readonly [number, number])[] {
  if (!Number.isInteger(levels) || levels < 2) throw new Error(`morris: a factor of ${levels} levels. Two are needed to step between.`);
  const half = Math.floor(levels / 2);
  const all = Array.from({ length: levels }, (_, k) => k);
  if (!ordered) return all.flatMap((to) => all.slice(0, to).map((from) => [from, to] as const));
  if (levels % 2 === 0) return all.slice(0, half).map((k) => [k, k + half] as const);
  return all.map((k) => [k, (k + half) % levels].sort((a, b) => a - b) as [number, number]);
}

/**
 * Trajectories for elementary effects: each begins at a random point of a grid of levels and changes one factor after the
 * other, in random order, by a step up or down. Where there are more candidates than trajectories, those that lie far apart
 * are kept.
 *
 * Sources: M. D. Morris (1991), Technometrics 33(2), 161-174. doi:10.1080/00401706.1991.10484804; choice of distant
 * trajectories: F. Campolongo, J. Cariboni, A. Saltelli (2007), Environ. Model. Softw. 22(10), 1509-1518.
 * doi:10.1016/j.envsoft.2006.10.004, here step by step as in M. V. Ruano et al. (2012), Environ. Model. Softw. 37, 103-109.
 * doi:10.1016/j.envsoft.2012.03.008: first the two that are farthest apart, then whichever adds most to the sum of squared
 * distances. Exhaustive choice, as in Campolongo et al., is not feasible for more than a few.
 *
 * @param candidates  trajectories drawn, of which the most distant are kept [as many as kept]
 * @returns [row][factor] levels in [0, 1], both ends included; rows of a trajectory stand together, factors + 1 each
 */
export function morris(trajectories: number, axes: readonly MorrisAxis[], seed: string, candidates = trajectories): number[][] {
  if (candidates < trajectories)
    throw new Error(`morris: ${candidates} candidates for ${trajectories} trajectories. Draw at least as many.`);
  const stream = setupStream(seed, "designs/morris");
  const stepsOf = axes.map(steps);
  const drawn = Array.from({ length: candidates }, () => trajectory(stream, axes, stepsOf));
  return (candidates === trajectories ? drawn : distant(drawn, trajectories, axes)).flat();
}

function trajectory(
  stream: SetupStream,
  axes: readonly MorrisAxis[],
  stepsOf: readonly (readonly (readonly [number, number])[])[],
): number[][] {
  const step = stepsOf.map((of) => of[stream.int(of.length)]);
  const falls = axes.map(() => stream.int(2));
  const order = Uint32Array.from(axes, (_, f) => f);
  stream.shuffle(order);
  const at = step.map((ends, f) => ends[falls[f]]);
  const point = () => at.map((level, f) => level / (axes[f].levels - 1));
  const points = [point()];
  for (const f of order) {
    at[f] = step[f][1 - falls[f]];
    points.push(point());
  }
  return points;
}

/**
 * Sum of the distances between all points of two trajectories (Campolongo et al. 2007, eq. 10). Options without order are as
 * far from each other as the ends of a range.
 */
function distance(a: readonly number[][], b: readonly number[][], axes: readonly MorrisAxis[]): number {
  let sum = 0;
  for (const p of a) {
    for (const q of b) {
      let square = 0;
      for (let f = 0; f < p.length; f++) square += axes[f].ordered ? (p[f] - q[f]) * (p[f] - q[f]) : Number(p[f] !== q[f]);
      sum += Math.sqrt(square);
    }
  }
  return sum;
}

function distant(drawn: readonly number[][][], count: number, axes: readonly MorrisAxis[]): number[][][] {
  const squared = drawn.map(() => new Float64Array(drawn.length));
  let [first, second] = [0, 1];
  for (let a = 0; a < drawn.length; a++) {
    for (let b = a + 1; b < drawn.length; b++) {
      const d = distance(drawn[a], drawn[b], axes);
      squared[a][b] = squared[b][a] = d * d;
      if (squared[a][b] > squared[first][second]) [first, second] = [a, b];
    }
  }
  const kept = count === 1 ? [first] : [first, second];
  while (kept.length < count) {
    let best = -1;
    let most = -1;
    for (let c = 0; c < drawn.length; c++) {
      if (kept.includes(c)) continue;
      const gain = kept.reduce((sum, k) => sum + squared[c][k], 0);
      if (gain > most) [best, most] = [c, gain];
    }
    kept.push(best);
  }
  return kept.map((k) => drawn[k]);
}
