import type { World } from "../engine/index.ts";

/** Weeks from one keyframe to the next, and the memory that all of them may take: a week of 658,540 residents takes 4 MB. */
export const EVERY = 4;
export const MEMORY = 256 * 2 ** 20;

/** Of each resident in a byte: what they did in the last year, whether they are in the party, how far they know the policies. */
export const doingOf = (code: number) => code & 3;
export const memberOf = (code: number) => (code >> 2) & 1;
export const awarenessOf = (code: number) => code >> 3;
/** Motivation is kept in steps of 1/250. */
export const MOTIVATION = 250;
/** More others in a circle than this are not told apart. */
export const MANY = 255;

/** How it stood with every resident in one week. */
export interface Keyframe {
  week: number;
  state: Uint8Array<ArrayBuffer>;
  motivation: Uint8Array<ArrayBuffer>;
  /** [resident * 4 + circle] others in the party-building, acquaintance, interest and work circle. */
  circles: Uint8Array<ArrayBuffer>;
}

/**
 * Every fourth week of all residents, so that pictures of them go back in time. What does not fit into the memory is thinned
 * out, the oldest first; a week that is not kept is shown by the nearest one that is. Reads the world, changes nothing.
 */
export class Keyframes {
  private readonly memory: number;
  private kept: Keyframe[] = [];

  constructor(memory = MEMORY) {
    this.memory = memory;
  }

  /** Keeps the week that the world stands in, if it is one of those that are kept. */
  observe(world: World): void {
    if (world.week % EVERY === 0) this.keep(keyframe(world));
  }

  /** Forgets the weeks after one: the run goes on otherwise from there. */
  forgetAfter(week: number): void {
    this.kept = this.kept.filter((one) => one.week <= week);
  }

  /** Weeks that are kept, the oldest first. */
  all(): readonly Keyframe[] {
    return this.kept;
  }

  /** The kept week that is nearest to one, the earlier of two; undefined if none is kept. */
  nearest(week: number): Keyframe | undefined {
    let best: Keyframe | undefined;
    for (const one of this.kept) if (best === undefined || Math.abs(one.week - week) < Math.abs(best.week - week)) best = one;
    return best;
  }

  private keep(next: Keyframe): void {
    this.forgetAfter(next.week - 1);
    this.kept.push(next);
    const size = next.state.byteLength + next.motivation.byteLength + next.circles.byteLength;
    while (this.kept.length > 2 && this.kept.length * size > this.memory) this.thin();
  }

  /** Drops the one whose neighbours stand closest, the oldest of several; never the first nor the last. */
  private thin(): void {
    let [drop, least] = [1, Number.POSITIVE_INFINITY];
    for (let k = 1; k < this.kept.length - 1; k++) {
      const gap = this.kept[k + 1].week - this.kept[k - 1].week;
      if (gap < least) [drop, least] = [k, gap];
    }
    this.kept.splice(drop, 1);
  }
}

/** How it stands with every resident now. */
export function keyframe(world: World): Keyframe {
  const n = world.residents.rows;
  const state = new Uint8Array(n);
  const motivation = new Uint8Array(n);
  const circles = new Uint8Array(n * 4);
  const putCircles = circlesOf(world);
  const codeOf = codesNow(world);
  const { motivation: now } = world.residents.columns;
  for (let i = 0; i < n; i++) {
    state[i] = codeOf(i);
    motivation[i] = Math.round(MOTIVATION * now[i]);
    putCircles(i, circles, i * 4);
  }
  return { week: world.week, state, motivation, circles };
}

/** What writes how many others there are in a resident's party-building, acquaintance, interest and work circle now. */
export function circlesOf({ residents, branches, groups, workplaces, ties }: World): (i: number, out: Uint8Array, at: number) => void {
  const { homeBranch, workBranch, groups: groupsOf, workplace } = residents.columns;
  const [inBranch, inGroup, atWork] = [branches.columns.members, groups.columns.members, workplaces.columns.residentEmployees];
  const { degree } = ties;
  return (i, out, at) => {
    out[at] = capped(others(inBranch, homeBranch[i]) + others(inBranch, workBranch[i]));
    out[at + 1] = capped(degree[i]);
    out[at + 2] = capped(others(inGroup, groupsOf[i * 3]) + others(inGroup, groupsOf[i * 3 + 1]) + others(inGroup, groupsOf[i * 3 + 2]));
    out[at + 3] = capped(others(atWork, workplace[i]));
  };
}

/** What tells what a resident does, is and knows now, in a byte. */
export function codesNow({ residents, week }: World): (i: number) => number {
  const { age, lastVolunteering, lastGovernance, member, awareness } = residents.columns;
  const since = week - 52;
  return (i) => {
    const doing = age[i] < 18 ? 0 : lastVolunteering[i] > since ? 3 : lastGovernance[i] > since ? 2 : 1;
    return doing | (member[i] << 2) | (awareness[i] << 3);
  };
}

/** Others of a body that one belongs to; none if to none. */
const others = (members: ArrayLike<number>, body: number): number => (body < 0 ? 0 : Math.max(0, members[body] - 1));
const capped = (count: number): number => Math.min(count, MANY);
