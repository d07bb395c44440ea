import { exchangeCircles, nodeKinds } from "../circles/index.ts";
import type { World } from "../engine/index.ts";
import type { NetworkHistory } from "../observation/index.ts";
import { inspect } from "./inspect.ts";
import { circlesOf, EVERY, type Keyframes } from "./keyframes.ts";
import type { InspectedKind, Inspection } from "./protocol.ts";

/** One agent among four circles, as they fill and empty. */
export interface PersonFrame {
  /** The week whose others are shown: of a resident only the last is known by name. */
  week: number;
  first: number;
  /** Weeks of `circles`. */
  weeks: Int32Array<ArrayBuffer>;
  /** [week * 4 + circle] others in the party-building, acquaintance, interest and work circle; of a resident at most 255. */
  circles: Uint16Array<ArrayBuffer>;
  others: Inspection["ties"];
}

/** Past weeks as they are kept. */
export interface Past {
  network: NetworkHistory;
  keyframes: Keyframes;
}

export function personFrame(world: World, past: Past, kind: InspectedKind, index: number, asked: number): PersonFrame {
  const code = (nodeKinds as readonly InspectedKind[]).indexOf(kind);
  return code < 0 ? ofResident(world, past, index) : ofNode(world, past, code, index, asked);
}

/** A resident: sizes of the circles in the weeks that are kept, and the others as they are now. */
function ofResident(world: World, { keyframes }: Past, index: number): PersonFrame {
  const kept = keyframes.all().filter(({ week }) => week < world.week);
  const circles = new Uint8Array((kept.length + 1) * 4);
  for (const [k, frame] of kept.entries()) circles.set(frame.circles.subarray(index * 4, index * 4 + 4), k * 4);
  circlesOf(world)(index, circles, kept.length * 4);
  return {
    week: world.week,
    first: world.week,
    weeks: Int32Array.from([...kept.map(({ week }) => week), world.week]),
    circles: Uint16Array.from(circles),
    others: inspect(world, "resident", index)?.ties ?? [],
  };
}

/** A node of the organization network: to the week. */
function ofNode({ week: now }: World, { network }: Past, kind: number, index: number, asked: number): PersonFrame {
  const week = Math.max(network.first, Math.min(network.last, asked));
  const weeks: number[] = [];
  for (let at = network.first; at < now; at += EVERY) weeks.push(at);
  weeks.push(now);
  const circles = new Uint16Array(weeks.length * 4);
  const others: Inspection["ties"] = [];
  for (const { kindA, a, kindB, b, relation, from, to } of network.spells()) {
    const isA = kindA === kind && a === index;
    if (relation >= exchangeCircles.length || (!isA && !(kindB === kind && b === index))) continue;
    if (relation < 4) for (const [k, at] of weeks.entries()) if (from <= at && at <= to) circles[k * 4 + relation]++;
    if (from <= week && week <= to)
      others.push({ circle: exchangeCircles[relation], kind: nodeKinds[isA ? kindB : kindA], index: isA ? b : a });
  }
  return { week, first: network.first, weeks: Int32Array.from(weeks), circles, others };
}
