import { type Context, joinsParty, type World } from "../../engine/index.ts";
import { NEVER } from "../../population/index.ts";
import type { People } from "./peopleParameters.ts";
import { ADULT } from "./places.ts";

/** Where members have gone and not come, others join the party: colleagues at work, residents at home. */
export function replaceMembers(world: World, context: Context<People>): void {
  const { residents, communities, workplaces } = world;
  const { age, member, applied, workplace, community } = residents.columns;
  const may = (i: number) => age[i] >= ADULT && age[i] < 60 && !member[i] && applied[i] === NEVER && context.at(community[i]) !== undefined;
  const atWork = world.scratch("people/atWork", Uint32Array, workplaces.rows).fill(0, 0, workplaces.rows);
  const atHome = world.scratch("people/atHome", Uint32Array, communities.rows).fill(0, 0, communities.rows);
  for (let i = 0; i < residents.rows; i++) {
    if (!may(i)) continue;
    if (workplace[i] >= 0) atWork[workplace[i]]++;
    atHome[community[i]]++;
  }
  const draws = context.stream("members");
  for (let c = 0; c < communities.rows; c++) {
    const from = communities.columns.firstResident[c];
    const to = from + communities.columns.residents[c];
    const once = draws.once(from, to);
    for (let i = from; i < to; i++) {
      if (!may(i)) continue;
      const u = workplace[i];
      const missedAtWork = u >= 0 ? Math.max(0, workplaces.columns.membersOwed[u]) / atWork[u] : 0;
      const missedAtHome = Math.max(0, communities.columns.membersOwed[c]) / atHome[c];
      if (once.chance(i, missedAtWork)) workplaces.columns.membersOwed[u]--;
      else if (once.chance(i, missedAtWork + missedAtHome)) communities.columns.membersOwed[c]--;
      else continue;
      joinsParty(world, i);
    }
  }
}
