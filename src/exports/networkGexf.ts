import type { World } from "../engine/index.ts";
import { communityNames, communityOf, type NetworkHistory, nodeKinds, relations, type Spell } from "../observation/index.ts";
import { organizationRoles } from "../population/index.ts";
import { inMarkup } from "./markup.ts";

const ROLE = relations.indexOf("role");

/** Spells of the nodes by their ids, and of the edges by both ends and their relation. */
interface Collected {
  nodes: Map<string, { kind: number; index: number; roles: Spell[] }>;
  edges: Map<string, { source: string; target: string; relation: number; spells: Spell[] }>;
}

/**
 * The network of every week as GEXF 1.3 with time, for the timeline of Gephi: which relation held from which week to which,
 * both included. Two who are joined by several relations have an edge of each kind. An organization is there while it
 * operates, and its main role goes along in time; all others are there throughout.
 *
 * graphology-gexf writes no spells, so the markup is written here. `timeformat` is double: Gephi knows no other numbers.
 */
export function networkGexf(world: World, history: NetworkHistory): string {
  const { nodes, edges } = collect(history);
  const names = communityNames(world);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `<graph defaultedgetype="undirected" mode="dynamic" timeformat="double" timerepresentation="interval" start="${history.first}" end="${history.last}">`,
    '<attributes class="node" mode="static">',
    '<attribute id="kind" title="kind" type="string"/><attribute id="index" title="index" type="integer"/><attribute id="community" title="community" type="integer"/>',
    "</attributes>",
    '<attributes class="node" mode="dynamic"><attribute id="role" title="role" type="string"/></attributes>',
    '<attributes class="edge" mode="static"><attribute id="relation" title="relation" type="string"/></attributes>',
    "<nodes>",
    ...[...nodes].map(([id, { kind, index, roles }]) => {
      const community = communityOf(world, kind, index);
      const values = [["kind", nodeKinds[kind]], ["index", index], ...(community >= 0 ? [["community", community]] : [])];
      const fixed = values.map(([name, value]) => `<attvalue for="${name}" value="${inMarkup(value)}"/>`);
      const inTime = roles.map(({ b, from, to }) => `<attvalue for="role" value="${organizationRoles[b]}" start="${from}" end="${to}"/>`);
      const label = nodeKinds[kind] === "community" ? names?.[index] : undefined;
      return `<node id="${id}" label="${inMarkup(label ?? id)}"><attvalues>${[...fixed, ...inTime].join("")}</attvalues>${spellsOf(stretches(roles))}</node>`;
    }),
    "</nodes>",
    "<edges>",
    ...[...edges.values()].map(({ source, target, relation, spells }, k) => {
      const name = relations[relation];
      const value = `<attvalues><attvalue for="relation" value="${name}"/></attvalues>`;
      return `<edge id="${k}" source="${source}" target="${target}" kind="${name}">${value}${spellsOf(spells)}</edge>`;
    }),
    "</edges>",
    "</graph>",
    "</gexf>",
    "",
  ].join("\n");
}

function collect(history: NetworkHistory): Collected {
  const nodes: Collected["nodes"] = new Map();
  const edges: Collected["edges"] = new Map();
  const node = (kind: number, index: number) => {
    const id = `${nodeKinds[kind]}:${index}`;
    const found = nodes.get(id) ?? { kind, index, roles: [] };
    nodes.set(id, found);
    return { id, found };
  };
  for (const spell of history.spells()) {
    const { kindA, a, kindB, b, relation } = spell;
    const { id: source, found } = node(kindA, a);
    if (relation === ROLE) {
      found.roles.push(spell);
      continue;
    }
    const { id: target } = node(kindB, b);
    const key = `${source} ${target} ${relation}`;
    const edge = edges.get(key) ?? { source, target, relation, spells: [] };
    edge.spells.push(spell);
    edges.set(key, edge);
  }
  return { nodes, edges };
}

type Stretch = Pick<Spell, "from" | "to">;

/** Spells that follow upon one another without a week between, put together. */
function stretches(spells: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { from, to } of [...spells].sort((x, y) => x.from - y.from)) {
    const last = found.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = to;
    else found.push({ from, to });
  }
  return found;
}

const spellsOf = (spells: readonly Stretch[]): string =>
  spells.length === 0 ? "" : `<spells>${spells.map(({ from, to }) => `<spell start="${from}" end="${to}"/>`).join("")}</spells>`;
