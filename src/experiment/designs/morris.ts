import { type SetupStream, setupStream } from "../../random/index.ts";

/**
 * Trajectories for elementary effects: each begins at a random point of a grid of levels and changes one factor after the
 * other, in random order, by delta = levels / (2 (levels - 1)) up or down. Where there are more candidates than trajectories, those that lie far apart are kept.
 *
 * Sources: M. D. Morris (1991), Technometrics 33(2), 161-174. doi:10.1080/00401706.1991.10484804; choice of distant
 * trajectories: F. Campolongo, J. Cariboni, A. Saltelli (2007), Environ. Model. Softw. 22(10), 1509-1518.
 * doi:10.1016/j.envsoft.2006.10.004, here step by step as in M. V. Ruano et al. (2012), Environ. Model. Softw. 37, 103-109.
 * doi:10.1016/j.envsoft.2012.03.008: first the two that are farthest apart, then whichever adds most to the sum of squared
 * distances. Exhaustive choice, as in Campolongo et al., is not feasible for more than a few.
 *
 * @param options.levels      even number of levels of each factor [4]
 * @param options.candidates  trajectories drawn, of which the most distant are kept [as many as kept]
 * @returns [row][factor] levels in [0, 1], both ends included; rows of a trajectory stand together, factors + 1 each
 */
export function morris(
  trajectories: number,
  factors: number,
  seed: string,
  { levels = 4, candidates = trajectories }: { levels?: number; candidates?: number } = {},
): number[][] {
  if (levels < 2 || levels % 2 === 1) throw new Error(`morris: ${levels} levels. An even number is needed.`);
  if (candidates < trajectories)
    throw new Error(`morris: ${candidates} candidates for ${trajectories} trajectories. Draw at least as many.`);
  const stream = setupStream(seed, "designs/morris");
  const drawn = Array.from({ length: candidates }, () => trajectory(stream, factors, levels));
  return (candidates === trajectories ? drawn : distant(drawn, trajectories)).flat();
}

function trajectory(stream: SetupStream, factors: number, levels: number): number[][] {
  const half = levels / 2;
  const low = Array.from({ length: factors }, () => stream.int(half));
  const falls = Array.from({ length: factors }, () => stream.int(2) === 1);
  const order = Uint32Array.from({ length: factors }, (_, f) => f);
  stream.shuffle(order);
  const at = low.map((level, f) => (falls[f] ? level + half : level));
  const points = [at.map((level) => level / (levels - 1))];
  for (const f of order) {
    at[f] += falls[f] ? -half : half;
    points.push(at.map((level) => level / (levels - 1)));
  }
  return points;
}

/** Sum of the distances between all points of two trajectories (Campolongo et al. 2007, eq. 10). */
function distance(a: readonly number[][], b: readonly number[][]): number {
  let sum = 0;
  for (const p of a) {
    for (const q of b) {
      let square = 0;
      for (let f = 0; f < p.length; f++) square += (p[f] - q[f]) * (p[f] - q[f]);
      sum += Math.sqrt(square);
    }
  }
  return sum;
}

function distant(drawn: readonly number[][][], count: number): number[][][] {
  const squared = drawn.map(() => new Float64Array(drawn.length));
  let [first, second] = [0, 1];
  for (let a = 0; a < drawn.length; a++) {
    for (let b = a + 1; b < drawn.length; b++) {
      const d = distance(drawn[a], drawn[b]);
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
