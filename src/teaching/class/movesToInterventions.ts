import type { Intervention } from "../../scenario/index.ts";
import { type Move, type RoleName, roles } from "./roles.ts";

/** What a seat has moved in a round. */
export interface SeatMove {
  role: RoleName;
  community: number;
  move: Move;
}

/**
 * What moves become: interventions of the first week of a round. Where several seats of a role sit in one community, the middle one of
 * their choices counts, the lower of two; seats that are silent move nothing, and what the scenario has stays.
 *
 * @param before  values that earlier rounds have set, by place and path; brought up to date
 */
export function movesToInterventions(moves: readonly SeatMove[], week: number, before: Map<string, number>): Intervention[] {
  const interventions: Intervention[] = [];
  for (const { name, everywhere, levers } of roles) {
    const mine = moves.filter(({ role }) => role === name);
    const places = everywhere ? [undefined] : [...new Set(mine.map(({ community }) => community))].sort((a, b) => a - b);
    for (const place of places) {
      const here = mine.filter(({ community }) => place === undefined || community === place);
      if (here.length === 0) continue;
      for (const [k, { path, choices, usual }] of levers.entries()) {
        const chosen = here.map(({ move }) => move[k]).sort((a, b) => a - b);
        const { value } = choices[chosen[Math.floor((chosen.length - 1) / 2)]];
        const key = `${place ?? ""} ${path}`;
        if ((before.get(key) ?? choices[usual].value) === value) continue;
        before.set(key, value);
        interventions.push({ week, path, value, ...(place === undefined ? {} : { communities: [place] }) });
      }
    }
  }
  return interventions;
}
