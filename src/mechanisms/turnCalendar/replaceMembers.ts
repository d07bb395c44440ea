import { type Context, joinsParty, type World } from "../../engine/index.ts";
import { NEVER } from "../../population/index.ts";
import { whoMayJoin, whoMayJoinAtWork } from "./mayJoin.kernel.ts";
import type { People } from "./peopleParameters.ts";

/** Memory that the kernels share with the step. */
const joinersScratch = (world: World) => ({
  // Those who may join: [workplace], where members are missed, and [community].
  atWork: world.scratch("people/atWork", Uint32Array, world.workplaces.rows),
  atHome: world.scratch("people/atHome", Uint32Array, world.communities.rows),
  /** Who may join as long as nobody has: those of a community from its first resident on. */
  listed: world.scratch("people/listed", Uint32Array, world.residents.rows),
  /** [community] so many are listed. */
  rows: world.scratch("people/listedRows", Uint32Array, world.communities.rows),
});

/** Where members have gone and not come, others join the party: colleagues at work, residents at home. */
export function replaceMembers(world: World, context: Context<People>): void {
  const { atWork, listed, rows } = joinersScratch(world);
  const { firstResident } = world.communities.columns;
  atWork.fill(0, 0, world.workplaces.rows);
  rows.fill(0, 0, world.communities.rows);
  context.everywhere("countJoiners");
  context.everywhere("listJoiners");
  for (let c = 0; c < world.communities.rows; c++) {
    for (let k = firstResident[c]; k < firstResident[c] + rows[c]; k++) mayReplace(world, context, c, listed[k]);
  }
}

/** Counts who of a community may join, at home and at work. Threads count in one place: no count depends on their order. */
export function countJoiners(world: World, _context: Context<People>, c: number): void {
  const { residents, communities, workplaces } = world;
  const { age, member, applied, workplace } = residents.columns;
  const { membersOwed } = workplaces.columns;
  const { atWork, atHome, listed } = joinersScratch(world);
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const here = listed.subarray(from);
  const count = world.memory.kernel({ whoMayJoinAtWork })(age, member, applied, NEVER, workplace, membersOwed, from, to, here, atHome, c);
  for (let row = 0; row < count; row++) Atomics.add(atWork, workplace[here[row]], 1);
}

/** Lists who of a community may join; all of them for whoever looks on. */
export function listJoiners(world: World, context: Context<People>, c: number): void {
  const { residents, communities, workplaces } = world;
  const r = residents.columns;
  const { atWork, atHome, listed, rows } = joinersScratch(world);
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  rows[c] = world.memory.kernel({ whoMayJoin })(
    context.stream("members").once(from, to).words,
    r.age,
    r.member,
    r.applied,
    NEVER,
    r.workplace,
    workplaces.columns.membersOwed,
    atWork,
    Math.max(0, communities.columns.membersOwed[c]) / Math.max(1, atHome[c]),
    context.observer ? 1 : 0,
    from,
    to,
    listed.subarray(from),
  );
}

/** Whoever may join does with the chance that is left when those before have joined. */
function mayReplace(world: World, context: Context<People>, c: number, i: number): void {
  const { workplaces, communities } = world;
  const { atWork, atHome } = joinersScratch(world);
  const owedAtWork = workplaces.columns.membersOwed;
  const owedAtHome = communities.columns.membersOwed;
  const draws = context.stream("members");
  const u = world.residents.columns.workplace[i];
  const missed = u >= 0 && owedAtWork[u] > 0;
  if (!missed && owedAtHome[c] <= 0) return;
  const missedAtWork = missed ? owedAtWork[u] / atWork[u] : 0;
  const missedAtHome = Math.max(0, owedAtHome[c]) / atHome[c];
  if (draws.chance(i, missedAtWork)) owedAtWork[u]--;
  else if (draws.chance(i, missedAtWork + missedAtHome)) owedAtHome[c]--;
  else return;
  joinsParty(world, i);
}
