import { type Context, joinsParty, type World } from "../../engine/index.ts";
import { NEVER } from "../../population/index.ts";
import type { People } from "./peopleParameters.ts";
import { ADULT } from "./places.ts";

/** Where members have gone and not come, others join the party: colleagues at work, residents at home. */
export function replaceMembers(world: World, context: Context<People>): void {
  const { communities, workplaces } = world;
  const here = Array.from({ length: communities.rows }, (_, c) => c).filter((c) => context.at(c) !== undefined);
  const eligible: Eligible = {
    atWork: world.scratch("people/atWork", Uint32Array, workplaces.rows).fill(0, 0, workplaces.rows),
    atHome: world.scratch("people/atHome", Uint32Array, communities.rows).fill(0, 0, communities.rows),
  };
  for (const c of here) countEligible(world, c, eligible);
  for (const c of here) replaceIn(world, context, c, eligible);
}

/** Those who may join: [workplace] and [community]. */
interface Eligible {
  readonly atWork: Uint32Array;
  readonly atHome: Uint32Array;
}

const mayJoin = ({ age, member, applied }: World["residents"]["columns"], i: number): boolean =>
  age[i] >= ADULT && age[i] < 60 && member[i] === 0 && applied[i] === NEVER;

function countEligible({ residents, communities }: World, c: number, { atWork, atHome }: Eligible): void {
  const r = residents.columns;
  const { workplace } = r;
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  for (let i = from; i < to; i++) {
    if (!mayJoin(r, i)) continue;
    if (workplace[i] >= 0) atWork[workplace[i]]++;
    atHome[c]++;
  }
}

function replaceIn(world: World, context: Context<People>, c: number, { atWork, atHome }: Eligible): void {
  const { residents, communities, workplaces } = world;
  const r = residents.columns;
  const { workplace } = r;
  const owedAtWork = workplaces.columns.membersOwed;
  const owedAtHome = communities.columns.membersOwed;
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const once = context.stream("members").once(from, to);
  for (let i = from; i < to; i++) {
    const u = workplace[i];
    const missed = u >= 0 && owedAtWork[u] > 0;
    if ((!missed && owedAtHome[c] <= 0) || !mayJoin(r, i)) continue;
    const missedAtWork = missed ? owedAtWork[u] / atWork[u] : 0;
    const missedAtHome = Math.max(0, owedAtHome[c]) / atHome[c];
    if (once.chance(i, missedAtWork)) owedAtWork[u]--;
    else if (once.chance(i, missedAtWork + missedAtHome)) owedAtHome[c]--;
    else continue;
    joinsParty(world, i);
  }
}
