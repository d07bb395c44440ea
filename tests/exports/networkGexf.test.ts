import { DOMParser } from "linkedom";
import { describe, expect, it } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { networkGexf } from "../../src/exports/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { nodeKinds, relations, type Spell } from "../../src/observation/index.ts";
import { organizationRoles } from "../../src/population/index.ts";
import { small } from "../support/scenarios.ts";

const WEEKS = 60;

const children = (element: Element, name: string) => [...element.getElementsByTagName(name)];
const attribute = (element: Element, name: string) => element.getAttribute(name) as string;
const within = (element: Element) => ({ from: Number(attribute(element, "start")), to: Number(attribute(element, "end")) });
const nodeOf = (id: string): [kind: number, index: number] => {
  const [kind, index] = id.split(":");
  return [(nodeKinds as readonly string[]).indexOf(kind), Number(index)];
};

/** Every spell that a file tells of. */
function spellsIn(document: Element): Spell[] {
  const roles = children(document, "node").flatMap((node) => {
    const [kind, index] = nodeOf(attribute(node, "id"));
    return children(node, "attvalue")
      .filter((value) => attribute(value, "for") === "role")
      .map((value): Spell => {
        const b = (organizationRoles as readonly string[]).indexOf(attribute(value, "value"));
        return { kindA: kind, a: index, kindB: kind, b, relation: relations.indexOf("role"), ...within(value) };
      });
  });
  const others = children(document, "edge").flatMap((edge) => {
    const [[kindA, a], [kindB, b]] = [nodeOf(attribute(edge, "source")), nodeOf(attribute(edge, "target"))];
    const relation = (relations as readonly string[]).indexOf(attribute(edge, "kind"));
    return children(edge, "spell").map((spell): Spell => ({ kindA, a, kindB, b, relation, ...within(spell) }));
  });
  return [...roles, ...others];
}

const inOrder = (spells: Iterable<Spell>) => [...spells].map((spell) => JSON.stringify(Object.entries(spell).sort())).sort();

describe("the network of every week as GEXF", async () => {
  const run = Run.start(await small("population.residents=2000", "organizations.count=30"), mechanisms);
  const { network } = run.keepPast();
  while (run.world.week < WEEKS) run.step();
  const document = new DOMParser().parseFromString(networkGexf(run.world, network), "text/xml") as unknown as Element;

  it("reads back to the spells that were kept, to the week", () => {
    expect(inOrder(spellsIn(document))).toEqual(inOrder(network.spells()));
    const weeks = new Set([...network.spells()].flatMap(({ from, to }) => [from, to]));
    expect(weeks.size).toBeGreaterThan(20); // ties come and go
  });

  it("has every pair once a relation, between nodes that it lists, each with its community", () => {
    const edges = children(document, "edge").map((edge) => ["source", "target", "kind"].map((name) => attribute(edge, name)));
    expect(new Set(edges.map(String)).size).toBe(edges.length);
    const ids = new Set(children(document, "node").map((node) => attribute(node, "id")));
    for (const [source, target] of edges) expect(ids.has(source) && ids.has(target)).toBe(true);
    const { community } = run.world.organizations.columns;
    for (const node of children(document, "node")) {
      const [kind, index] = nodeOf(attribute(node, "id"));
      const there = children(node, "attvalue").find((value) => attribute(value, "for") === "community");
      if (nodeKinds[kind] === "organization") expect(Number(there?.getAttribute("value"))).toBe(community[index]);
    }
  });

  it("has an organization there in the weeks in which it operates, and no others", () => {
    const operates = new Map<string, Set<number>>();
    for (const { a, relation, from, to } of network.spells()) {
      if (relations[relation] !== "role") continue;
      const weeks = operates.get(`organization:${a}`) ?? new Set();
      for (let week = from; week <= to; week++) weeks.add(week);
      operates.set(`organization:${a}`, weeks);
    }
    for (const node of children(document, "node")) {
      const weeks = operates.get(attribute(node, "id"));
      const there = children(node, "spell").map(within);
      expect(there.length > 0).toBe(weeks !== undefined);
      for (let week = 0; week <= WEEKS; week++)
        expect(there.some(({ from, to }) => from <= week && week <= to)).toBe(weeks?.has(week) ?? false);
    }
  });
});
