import { hasTie } from "../../circles/index.ts";
import { BY_BRANCH, BY_COMMITTEE, BY_RESIDENTS, type World, YEAR } from "../../engine/index.ts";

/** 1 if a resident knows whoever convenes: the director, a fellow member, the organization served, who raised it. */
export function closeness(world: World, q: number, i: number): number {
  const m = world.matters.columns;
  const r = world.residents.columns;
  if (i === m.resident[q]) return 1;
  if (m.convener[q] === BY_COMMITTEE) return r.directorKnown[i];
  if (m.convener[q] === BY_BRANCH) return r.homeBranch[i] >= 0 ? 1 : 0;
  if (m.convener[q] === BY_RESIDENTS) return hasTie(world.ties, i, m.resident[q]) ? 1 : 0;
  return r.lastVolunteering[i] > world.week - YEAR ? 1 : 0;
}
