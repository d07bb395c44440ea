import type { World } from "../engine/index.ts";

/** Residents reached in all, about: so many sources are taken, from one to eight. */
const WORK = 500_000;

/** From this share of residents at the same distance on, the others look for them, instead of they for the others. */
const MANY = 1 / 64;

const UNREACHED = 65_535;
/** Farther away nobody is looked for. */
const FARTHEST = 65_534;

const KERNEL = "meanPath";
/** [resident] steps from the source */
const stepsOf = (world: World) => world.scratch(`${KERNEL}/steps`, Uint16Array, world.residents.rows);
/** [community] residents whom the last step reached */
const foundIn = (world: World) => world.scratch(`${KERNEL}/found`, Uint32Array, world.communities.rows);
/** The steps of those who were reached last. */
const lastOf = (world: World) => world.scratch(`${KERNEL}/last`, Uint16Array, 1);

/** Gives a world the kernel that takes one step from wherever one has come; so in every thread that works on it. */
export function observeMeanPath(world: World): void {
  world.kernels.add(KERNEL, (c) => {
    foundIn(world)[c] = findIn(world, c, lastOf(world)[0], stepsOf(world));
  });
}

/**
 * Mean steps from a few residents, spread evenly, to all whom they can reach through acquaintances.
 *
 * From few, one looks along their ties; once there are many, whoever is not reached yet looks for one of them along
 * theirs, which finds one soon (Beamer, Asanovic & Patterson 2012), and which threads can share.
 */
export function meanPath(world: World): number {
  const n = world.residents.rows;
  const sources = Math.max(1, Math.min(8, n, Math.round(WORK / n)));
  let sum = 0;
  let pairs = 0;
  for (let s = 0; s < sources; s++) {
    const reached = reachedFrom(world, Math.floor((s * n) / sources));
    for (let distance = 1; distance < reached.length; distance++) {
      sum += distance * reached[distance];
      pairs += reached[distance];
    }
  }
  return sum / pairs;
}

/** [steps] residents who are so far from a source. */
function reachedFrom(world: World, source: number): number[] {
  const { offsets, degree, neighbors } = world.ties;
  const n = world.residents.rows;
  const steps = stepsOf(world).fill(UNREACHED);
  const queue = world.workspace(`${KERNEL}/queue`, Uint32Array, n);
  const reached = [1];
  steps[source] = 0;
  queue[0] = source;
  let from = 0;
  let to = 1;
  while (from < to && to - from < n * MANY && reached.length <= FARTHEST) {
    const end = to;
    for (; from < end; from++) {
      const i = queue[from];
      for (let h = offsets[i]; h < offsets[i] + degree[i]; h++) {
        const j = neighbors[h];
        if (steps[j] !== UNREACHED) continue;
        steps[j] = reached.length;
        queue[to++] = j;
      }
    }
    reached.push(to - end);
  }
  const found = foundIn(world);
  const last = lastOf(world);
  while (reached[reached.length - 1] > 0 && reached.length <= FARTHEST) {
    last[0] = reached.length - 1;
    world.kernels.everywhere(KERNEL);
    let all = 0;
    for (let c = 0; c < world.communities.rows; c++) all += found[c];
    reached.push(all);
  }
  return reached;
}

/** Takes a step to the residents of a community from all who were reached last. @returns how many it finds */
function findIn({ communities, ties }: World, c: number, last: number, steps: Uint16Array): number {
  const { offsets, degree, neighbors } = ties;
  const { firstResident, residents } = communities.columns;
  const end = firstResident[c] + residents[c];
  let found = 0;
  for (let i = firstResident[c]; i < end; i++) {
    if (steps[i] !== UNREACHED) continue;
    const rowEnd = offsets[i] + degree[i];
    for (let h = offsets[i]; h < rowEnd; h++) {
      if (steps[neighbors[h]] !== last) continue;
      steps[i] = last + 1;
      found++;
      break;
    }
  }
  return found;
}
