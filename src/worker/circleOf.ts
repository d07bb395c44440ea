import type { Mechanism, World } from "../engine/index.ts";
import type { Circle } from "./protocol.ts";

/** A table of the world with all its columns, or one column of residents. A name that does not exist is a type error. */
type Touched = "ties" | Extract<keyof World, "groups" | "workplaces" | "organizations" | "exchangeTies" | "branches"> | ResidentColumn;
type ResidentColumn = `residents.${keyof World["residents"]["columns"]}`;

/** What a mechanism touches of a circle, in the order in which it is asked. */
const touches: readonly [Circle, readonly Touched[]][] = [
  ["acquaintance", ["ties"]],
  ["interest", ["groups", "residents.groups"]],
  ["industry", ["organizations", "exchangeTies", "workplaces", "residents.workplace", "residents.employed"]],
  ["party", ["branches", "residents.member", "residents.homeBranch", "residents.workBranch"]],
];

/** The circle that a mechanism works in: the programme's in that of party building, others in the first that they write, or read. */
export function circleOf({ partyBuilding, reads, writes }: Pick<Mechanism, "partyBuilding" | "reads" | "writes">): Circle {
  if (partyBuilding) return "party";
  for (const columns of [writes, reads]) {
    for (const [circle, touched] of touches) {
      if (columns.some((column) => touched.some((name) => column === name || column.startsWith(`${name}.`)))) return circle;
    }
  }
  return "district";
}
