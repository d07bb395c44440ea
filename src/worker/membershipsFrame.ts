import { nodeKinds } from "../circles/index.ts";
import type { World } from "../engine/index.ts";
import { communityOf, type NetworkHistory, type Relation, relations, type Spell } from "../observation/index.ts";

/** Weeks of a column: a quarter of a year. Week 0 is the start, and in the first of them. */
export const QUARTER = 13;

/** Who was together in what, quarter by quarter. */
export interface MembershipsFrame {
  /** Quarters so far. */
  quarters: number;
  /** Actors in the order of their communities, kinds and rows. */
  kind: Uint8Array<ArrayBuffer>;
  index: Int32Array<ArrayBuffer>;
  community: Int32Array<ArrayBuffer>;
  /** Groups, each in one quarter, in the order of time. */
  quarter: Uint16Array<ArrayBuffer>;
  /** What brought a group together: its kind and row; of a tie, that of its first end. */
  hubKind: Uint8Array<ArrayBuffer>;
  hub: Int32Array<ArrayBuffer>;
  /** Members of group k are `members[offsets[k]]` to `members[offsets[k + 1] - 1]`: places among the actors, in their order. */
  offsets: Uint32Array<ArrayBuffer>;
  members: Uint32Array<ArrayBuffer>;
}

const [BRANCH, ORGANIZATION] = [nodeKinds.indexOf("branch"), nodeKinds.indexOf("organization")];

interface Group {
  quarter: number;
  hub: readonly [kind: number, index: number];
  members: Set<string>;
}

/**
 * Groups held together by a relation. Two organizations that exchange through a circle are a group of two; a branch gathers
 * its organizations, the alliance of a community its workplaces, and a community those who handle its matters.
 *
 * @param community  only groups with a member there; all of them if below 0
 */
export function membershipsFrame(world: World, history: NetworkHistory, relation: Relation, community: number): MembershipsFrame {
  const code = relations.indexOf(relation);
  const quarters = Math.max(1, Math.ceil(history.last / QUARTER));
  const groups = new Map<string, Group>();
  for (const spell of history.spells()) {
    if (spell.relation !== code || (code < 4 && !amongOrganizations(spell))) continue;
    const { kindA, a, kindB, b } = spell;
    const both = code < 4 ? `${a} ${b}` : `${a}`;
    for (let quarter = quarterOf(spell.from); quarter <= quarterOf(spell.to); quarter++) {
      const key = `${quarter} ${both}`;
      const group = groups.get(key) ?? { quarter, hub: [kindA, a], members: new Set() };
      groups.set(key, group);
      if (kindA !== BRANCH) group.members.add(`${kindA} ${a}`);
      group.members.add(`${kindB} ${b}`);
    }
  }
  const placeOf = (actor: string) => communityOf(world, ...pair(actor));
  const kept = [...groups.values()]
    .filter(({ members }) => members.size > 1 && (community < 0 || [...members].some((actor) => placeOf(actor) === community)))
    .sort((x, y) => x.quarter - y.quarter || x.hub[1] - y.hub[1]);
  const actors = [...new Set(kept.flatMap(({ members }) => [...members]))].sort((x, y) => {
    const [[kindX, x1], [kindY, y1]] = [pair(x), pair(y)];
    return placeOf(x) - placeOf(y) || kindX - kindY || x1 - y1;
  });
  const at = new Map(actors.map((actor, k) => [actor, k]));
  const members = kept.map((group) => [...group.members].map((actor) => at.get(actor) as number).sort((x, y) => x - y));
  const offsets = new Uint32Array(kept.length + 1);
  members.forEach((list, k) => {
    offsets[k + 1] = offsets[k] + list.length;
  });
  return {
    quarters,
    kind: Uint8Array.from(actors, (actor) => pair(actor)[0]),
    index: Int32Array.from(actors, (actor) => pair(actor)[1]),
    community: Int32Array.from(actors, placeOf),
    quarter: Uint16Array.from(kept, ({ quarter }) => quarter),
    hubKind: Uint8Array.from(kept, ({ hub }) => hub[0]),
    hub: Int32Array.from(kept, ({ hub }) => hub[1]),
    offsets,
    members: Uint32Array.from(members.flat()),
  };
}

const quarterOf = (week: number): number => Math.max(0, Math.ceil(week / QUARTER) - 1);
const amongOrganizations = ({ kindA, kindB }: Spell): boolean => kindA === ORGANIZATION && kindB === ORGANIZATION;
const pair = (actor: string): [kind: number, index: number] => actor.split(" ").map(Number) as [number, number];
