import type { World } from "../engine/index.ts";

/** Residents reached in all, about: so many sources are taken, from one to eight. */
const WORK = 500_000;

/** Mean steps from a few residents, spread evenly, to all whom they can reach through acquaintances. */
export function meanPath({ residents, ties }: World): number {
  const n = residents.rows;
  const reached = new Uint8Array(n);
  const queue = new Uint32Array(n);
  let steps = 0;
  let pairs = 0;
  const sources = Math.max(1, Math.min(8, n, Math.round(WORK / n)));
  for (let s = 0; s < sources; s++) {
    reached.fill(0);
    const source = Math.floor((s * n) / sources);
    queue[0] = source;
    reached[source] = 1;
    let from = 0;
    let to = 1;
    let distance = 0;
    while (from < to) {
      const end = to;
      for (; from < end; from++) {
        const i = queue[from];
        for (let h = ties.offsets[i]; h < ties.offsets[i] + ties.degree[i]; h++) {
          const j = ties.neighbors[h];
          if (reached[j]) continue;
          reached[j] = 1;
          queue[to++] = j;
        }
      }
      distance++;
      steps += distance * (to - end);
      pairs += to - end;
    }
  }
  return steps / pairs;
}
