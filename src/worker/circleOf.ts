import type { Mechanism } from "../engine/index.ts";
import type { Circle } from "./protocol.ts";

/** Columns by which a mechanism touches a circle, in the order in which it is asked. */
const touches: readonly [Circle, RegExp][] = [
  ["acquaintance", /^ties$/],
  ["interest", /^groups|^residents\.groups$/],
  ["industry", /^organizations|^exchangeTies$|^units|^residents\.(unit|employed)$/],
  ["party", /^branches|^residents\.(member|branch|workBranch)$/],
];

/** The circle that a mechanism works in: the programme's in that of party building, others in the first that they write, or read. */
export function circleOf({ partyBuilding, reads, writes }: Pick<Mechanism, "partyBuilding" | "reads" | "writes">): Circle {
  if (partyBuilding) return "party";
  for (const columns of [writes, reads]) {
    for (const [circle, column] of touches) if (columns.some((name) => column.test(name))) return circle;
  }
  return "district";
}
