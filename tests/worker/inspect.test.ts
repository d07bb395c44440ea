import { describe, expect, it } from "vitest";
import { DROPPED } from "../../src/engine/index.ts";
import { type Language, tellFact } from "../../src/words/index.ts";
import { inspect } from "../../src/worker/inspect.ts";
import type { InspectedKind } from "../../src/worker/protocol.ts";
import { runWeeks, small } from "../support/scenarios.ts";

it("counts as open the matters that the measure counts, not those that were dropped this week", async () => {
  const { world, recorder } = runWeeks(await small("mechanisms.caseQueue.giveUp=4"), 30);
  const { state } = world.matters.columns;
  expect(state.subarray(0, world.matters.rows)).toContain(DROPPED);
  const open = inspect(world, "community", 0)?.facts.find(({ name }) => name === "openMatters")?.value;
  expect(open).toBe(recorder.value("matters_open"));
});

describe("the card of an agent", () => {
  const kinds: Record<InspectedKind, number> = {
    district: 0,
    station: 0,
    community: 0,
    workplace: 0,
    branch: 0,
    organization: 0,
    resident: 7,
  };

  it.each(Object.entries(kinds) as [InspectedKind, number][])(
    "of a kind %s is told in words of the language alone",
    async (kind, index) => {
      const { world } = runWeeks(await small(), 9);
      const facts = inspect(world, kind, index)?.facts ?? [];
      expect(facts.length).toBeGreaterThan(0);
      for (const fact of facts) {
        const { label, text } = tellFact("zh", fact);
        expect(`${label} ${text}`).not.toMatch(/[a-z]/i);
        expect(tellFact("en", fact).text).not.toMatch(/[\u4e00-\u9fff]|NaN|undefined/);
      }
      expect(new Set(facts.map((fact) => tellFact("en", fact).label)).size).toBe(facts.length);
    },
  );

  it("says codes in words, shares in percent and amounts with their unit", async () => {
    const { world } = runWeeks(await small(), 9);
    world.residents.columns.estate[7] = 2;
    world.residents.columns.satisfaction[7] = 0.25;
    world.residents.columns.freeMinutes[7] = 90;
    const told = (language: Language) =>
      Object.fromEntries((inspect(world, "resident", 7)?.facts ?? []).map((fact) => [fact.name, tellFact(language, fact).text]));
    expect(told("zh")).toMatchObject({ estate: "商品房小区", satisfaction: "25%", freeTime: "90 分钟/周" });
    expect(told("en")).toMatchObject({ estate: "commodity estate", satisfaction: "25%", freeTime: "90 minutes a week" });
  });

  it("is none where there is no such agent", async () => {
    const { world } = runWeeks(await small(), 1);
    for (const kind of Object.keys(kinds) as InspectedKind[]) expect(inspect(world, kind, 100_000), kind).toBeUndefined();
  });

  it("names the acquaintances, fellows and bodies of a resident, each as often as they are tied", async () => {
    const { world } = runWeeks(await small(), 1);
    const { homeBranch, groups, workplace } = world.residents.columns;
    const member = homeBranch.findIndex((branch) => branch >= 0);
    const fellows = Array.from(homeBranch.keys()).filter((j) => j !== member && homeBranch[j] === homeBranch[member]);
    const ties = inspect(world, "resident", member)?.ties ?? [];
    const of = (circle: string) => ties.filter((tie) => tie.circle === circle && tie.kind === "resident").map(({ index }) => index);
    expect(of("acquaintance")).toHaveLength(world.ties.degree[member]);
    expect(of("party")).toEqual(expect.arrayContaining(fellows.slice(0, 10)));
    expect(ties).toContainEqual({ circle: "party", kind: "branch", index: homeBranch[member] });
    const alone = Array.from(workplace.keys()).find((i) => workplace[i] < 0 && groups[i * 3] < 0 && homeBranch[i] < 0) as number;
    expect((inspect(world, "resident", alone)?.ties ?? []).every(({ circle }) => circle === "acquaintance" || circle === "industry")).toBe(
      true,
    );
  });
});
