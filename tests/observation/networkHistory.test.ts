import { describe, expect, it } from "vitest";
import type { World } from "../../src/engine/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { mainRole, type NetworkHistory, relations, type Spell } from "../../src/observation/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

const WEEKS = 60;
const ROLE = relations.indexOf("role");
const scenario = await small("population.residents=2000", "organizations.count=30");
const named = ({ kindA, a, kindB, b, relation }: Pick<Spell, "kindA" | "a" | "kindB" | "b" | "relation">) =>
  `${kindA}:${a} ${kindB}:${b} ${relations[relation]}`;

/** Ties that stand in a world, by the world itself. */
function standing({ exchangeTies, organizations, branches }: World): string[] {
  const t = exchangeTies.columns;
  const alive = (kind: number, index: number) =>
    (kind !== 5 || organizations.columns.alive[index] === 1) && (kind !== 4 || branches.columns.alive[index] === 1);
  return Array.from({ length: exchangeTies.rows }, (_, e) => e)
    .filter((e) => alive(t.kindA[e], t.a[e]) && alive(t.kindB[e], t.b[e]))
    .map((e) => named({ kindA: t.kindA[e], a: t.a[e], kindB: t.kindB[e], b: t.b[e], relation: t.circle[e] }))
    .sort();
}
const inWeek = (history: NetworkHistory, week: number, which: (relation: number) => boolean) =>
  [...history.at(week)]
    .filter(({ relation }) => which(relation))
    .map(named)
    .sort();

function followed() {
  const run = Run.start(scenario, mechanisms);
  const history = run.keepPast().network;
  const ties = [standing(run.world)];
  const roles: string[][] = [];
  for (let week = 1; week <= WEEKS; week++) {
    run.step();
    ties.push(standing(run.world));
    const o = run.world.organizations.columns;
    roles[week] = Array.from({ length: run.world.organizations.rows }, (_, g) => g)
      .filter((g) => o.alive[g])
      .map((g) => `5:${g} 5:${mainRole(o.role, g)} role`)
      .sort();
  }
  return { run, history, ties, roles };
}

describe("the network of every week", () => {
  const { run, history, ties, roles } = followed();

  it("changes nothing: the run is the same to the bit without it", () => {
    expect(run.stateDigest()).toBe(runWeeks(scenario, WEEKS).stateDigest());
  });

  it("comes back as it was, to the tie, in any week", () => {
    for (const [week, then] of ties.entries()) expect(inWeek(history, week, (relation) => relation < 5)).toEqual(then);
    expect(new Set(ties.map(String)).size).toBeGreaterThan(10); // it changes
  });

  it("keeps the main role of every organization that operates", () => {
    for (let week = 1; week <= WEEKS; week++) expect(inWeek(history, week, (relation) => relation === ROLE)).toEqual(roles[week]);
  });

  it("never has two spells of one relation at a time, nor one that ends before it begins", () => {
    const seen = new Map<string, number>();
    for (const spell of history.spells()) {
      expect(spell.to).toBeGreaterThanOrEqual(spell.from);
      expect(spell.from).toBeGreaterThan(seen.get(named(spell)) ?? -1);
      seen.set(named(spell), spell.to);
    }
    expect(new Set([...history.spells()].map(({ relation }) => relations[relation]))).toEqual(
      new Set(relations.filter((relation) => relation !== "interest")), // one community has no partners of the same field elsewhere
    );
  });

  it("goes on from a checkpoint as if it had never stopped", () => {
    const half = runUpTo(30);
    const resumed = Run.resume(half.checkpoint("test"), mechanisms);
    if (!resumed.ok) throw new Error("not resumed");
    while (resumed.run.world.week < WEEKS) resumed.run.step();
    expect([...resumed.run.keepPast().network.spells()]).toEqual([...history.spells()]);
  });
});

function runUpTo(week: number): Run {
  const run = Run.start(scenario, mechanisms);
  run.keepPast();
  while (run.world.week < week) run.step();
  return run;
}
