import type { Intervention } from "../../scenario/index.ts";
import { choicesToInterventions } from "./choicesToInterventions.ts";
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
  return roles.flatMap(({ name, everywhere, levers }) => {
    const mine = moves.filter(({ role }) => role === name);
    const places = everywhere ? [undefined] : [...new Set(mine.map(({ community }) => community))].sort((a, b) => a - b);
    return places.flatMap((place) => {
      const here = mine.filter(({ community }) => place === undefined || community === place);
      if (here.length === 0) return [];
      const choices = levers.map((_, k) => middle(here.map(({ move }) => move[k])));
      return choicesToInterventions(levers, choices, week, before, place);
    });
  });
}

/** The lower of two. */
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
