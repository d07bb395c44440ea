import { nodeKinds } from "../circles/index.ts";
import type { World } from "../engine/index.ts";
import { communityOf, type Relation, relations, type Spell, type WeeklySummaries } from "../observation/index.ts";

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

/** What brings some together: a relation of the network, or an interest group, which is attended by residents. */
export type Gathering = Relation | "group";

/** Codes of residents and of interest groups, after those of the network. */
const [RESIDENT, GROUP] = [nodeKinds.length, nodeKinds.length + 1];
const [BRANCH, ORGANIZATION] = [nodeKinds.indexOf("branch"), nodeKinds.indexOf("organization")];

interface Group {
  quarter: number;
  hub: readonly [kind: number, index: number];
  members: Set<string>;
}

/** One stretch of weeks in which some were together in something. */
interface Together {
  hub: readonly [kind: number, index: number];
  /** What tells it from others of its kind. */
  key: string;
  members: readonly string[];
  from: number;
  to: number;
}

/**
 * Groups held together by a relation. Two organizations that exchange through a circle are a group of two; a branch gathers
 * its organizations, the alliance of a community its workplaces, a community those who handle its matters, and an interest
 * group the residents who attend it.
 *
 * @param community  only groups with a member there; all of them if below 0
 */
export function membershipsFrame(world: World, past: WeeklySummaries, gathering: Gathering, community: number): MembershipsFrame {
  const quarters = Math.max(1, Math.ceil(past.network.last / QUARTER));
  const groups = new Map<string, Group>();
  const all = gathering === "group" ? attended(world, past, community) : related(past, gathering);
  for (const { hub, key, members, from, to } of all) {
    for (let quarter = quarterOf(from); quarter <= quarterOf(to); quarter++) {
      const group = groups.get(`${quarter} ${key}`) ?? { quarter, hub, members: new Set() };
      groups.set(`${quarter} ${key}`, group);
      for (const member of members) group.members.add(member);
    }
  }
  const placeOf = (actor: string) => {
    const [kind, index] = pair(actor);
    return kind === RESIDENT ? world.residents.columns.community[index] : communityOf(world, kind, index);
  };
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

/** Those whom a relation of the network holds together. */
function* related({ network }: WeeklySummaries, relation: Relation): Generator<Together> {
  const code = relations.indexOf(relation);
  for (const spell of network.spells()) {
    if (spell.relation !== code || (code < 4 && !amongOrganizations(spell))) continue;
    const { kindA, a, kindB, b, from, to } = spell;
    const members = kindA === BRANCH ? [`${kindB} ${b}`] : [`${kindA} ${a}`, `${kindB} ${b}`];
    yield { hub: [kindA, a], key: code < 4 ? `${a} ${b}` : `${a}`, members, from, to };
  }
}

/** Those who attend the interest groups of a community. */
function* attended({ residents }: World, { groups }: WeeklySummaries, community: number): Generator<Together> {
  const home = residents.columns.community;
  for (const { resident, group, from, to } of groups.attendances())
    if (community < 0 || home[resident] === community)
      yield { hub: [GROUP, group], key: `${group}`, members: [`${RESIDENT} ${resident}`], from, to };
}

const quarterOf = (week: number): number => Math.max(0, Math.ceil(week / QUARTER) - 1);
const amongOrganizations = ({ kindA, kindB }: Spell): boolean => kindA === ORGANIZATION && kindB === ORGANIZATION;
const pair = (actor: string): [kind: number, index: number] => actor.split(" ").map(Number) as [number, number];
