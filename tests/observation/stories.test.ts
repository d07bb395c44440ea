import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceAt } from "../../src/engine/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { type Agent, type Force, Replay, type Story, type StoryKind, tableOf } from "../../src/observation/index.ts";
import type { BaseScenario } from "../../src/scenario/index.ts";
import { tellSaid } from "../../src/words/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

/** The story of an agent and the digest of the world in which it was told. */
function tell(
  start: BaseScenario | Uint8Array,
  agent: Agent<StoryKind>,
  weeks: number,
  from = 0,
  force?: Force,
): Story & { digest: string } {
  const started = Replay.start({ start, agent, from, force }, mechanisms);
  if (!started.ok) throw new Error(tellSaid("en", started.message));
  while (started.replay.world.week < weeks) started.replay.step();
  return { ...started.replay.story(), digest: started.replay.digest() };
}

const draws = (story: Story) =>
  story.events.flatMap(({ week, mechanism, draws: all }) => all.map((draw) => ({ ...draw, week, mechanism })));

describe("a watched run", () => {
  it("has the digest of the run that nobody watches, whoever is watched, under any seed and switch", async () => {
    const base = await small();
    const agent = fc.oneof(
      fc.record({ kind: fc.constant("resident" as const), index: fc.nat(599) }),
      fc.record({ kind: fc.constantFrom("organization" as const, "branch" as const, "matter" as const), index: fc.nat(7) }),
    );
    await fc.assert(
      fc.asyncProperty(agent, fc.nat(1000), fc.constantFrom("off", "on", "placebo"), fc.nat(10), async (who, seed, mode, from) => {
        const scenario = { ...base, seed: String(seed), partyBuilding: mode } as BaseScenario;
        const unwatched = runWeeks(scenario, 12);
        const story = tell(scenario, who, 12, from);
        expect(story.digest).toBe(unwatched.stateDigest());
        // What is attributed to the mechanisms is the whole change: nothing is left over and nothing counted twice.
        const { columns } = tableOf(unwatched.world, who.kind) as unknown as { columns: Record<string, ArrayLike<number>> };
        for (const { column, place, before, after, by } of story.attribution) {
          expect(before + by.reduce((sum, { sum: moved }) => sum + moved, 0)).toBeCloseTo(after, 9);
          if (who.kind === "matter" || column.startsWith("account.")) continue;
          const width = tableOf(unwatched.world, who.kind).spec[column].width;
          expect(columns[column][who.index * width + place]).toBe(after);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("tells the same from a checkpoint as from week 0", async () => {
    const scenario = await small();
    const run = runWeeks(scenario, 10);
    const agent = { kind: "resident", index: 17 } as const;
    const fromStart = tell(scenario, agent, 20, 10);
    const fromCheckpoint = tell(run.checkpoint("test"), agent, 20, 10);
    expect(fromCheckpoint).toEqual(fromStart);
    expect(fromStart.events.length).toBeGreaterThan(0);
  });

  it("attributes money to those who gave it, and every move to its account", async () => {
    const scenario = await small("population.timeBankMembers=0.3", "mechanisms.timeBank.requests=0.5");
    const { world } = runWeeks(scenario, 24);
    const trader = world.residents.columns.tradesYear.findIndex((trades) => trades > 0);
    const { agent, events, attribution } = tell(scenario, { kind: "resident", index: trader }, 24);
    expect(events.some(({ moves }) => moves.some(({ resource, from }) => resource === "credits" && from.kind === "resident"))).toBe(true);
    let credits = 0;
    for (const { moves } of events) {
      for (const { resource, from, to, amount } of moves) {
        if (resource !== "credits") continue;
        if (to.kind === "resident" && to.index === agent.index) credits += amount;
        if (from.kind === "resident" && from.index === agent.index) credits -= amount;
      }
    }
    const account = attribution.find(({ column }) => column === "account.credits");
    expect(credits).toBe((account?.after ?? 0) - (account?.before ?? 0));
  });
});

describe("a story", () => {
  it("names the draw that decided: the number and the probability are those of the run, and the outcome follows", async () => {
    const story = tell(await small(), { kind: "resident", index: 42 }, 40);
    expect(draws(story).length).toBeGreaterThan(20);
    for (const { u, p, outcome } of draws(story)) expect(outcome).toBe(p.length === 2 ? Number(u < p[1]) : outcome);
  });

  it("has a true cause: forced to fall on the other side, the draw that it names changes what becomes of it", async () => {
    const scenario = await small();
    const weeks = 40;
    let [causes, changed] = [0, 0];
    for (let index = 0; index < 60 && causes < 8; index++) {
      const agent = { kind: "resident", index } as const;
      const story = tell(scenario, agent, weeks);
      const cause = draws(story).find(({ mechanism, outcome }) => outcome === 1 && mechanism === "forgetting");
      if (cause === undefined) continue;
      causes++;
      const { week, mechanism, stream, key, draw } = cause;
      const fall = (outcome: number) => tell(scenario, agent, week, 0, { week, mechanism, stream, key, draw, outcome });
      // Forced to what it was, nothing changes; forced to the other side, awareness stays what it was.
      expect(fall(1).digest).toBe(tell(scenario, agent, week).digest);
      const otherwise = fall(0);
      const awareness = (told: Story) =>
        told.events
          .filter((one) => one.mechanism === "forgetting" && one.week === week)
          .flatMap(({ changes }) => changes.filter(({ column }) => column === "awareness"));
      expect(awareness(story).length).toBe(1);
      expect(awareness(otherwise).length).toBe(0);
      if (otherwise.digest !== tell(scenario, agent, week).digest) changed++;
    }
    expect(causes).toBe(8);
    expect(changed).toBe(causes);
  });

  it("follows a matter along its whole path, with route, votes and who served it", async () => {
    const scenario = await small();
    const weeks = 30;
    const states = new Set<number>();
    const remarks = new Set<string>();
    for (let index = 0; index < 30; index++) {
      const story = tell(scenario, { kind: "matter", index }, weeks);
      let state = 0;
      for (const { changes, remarks: all } of story.events) {
        for (const { column, before, after } of changes) {
          if (column !== "state") continue;
          expect(before).toBe(state);
          state = after;
          states.add(after);
        }
        for (const { what } of all) remarks.add(what);
      }
      // An occasion that nobody brought has no path.
      if (state > 0) expect(draws(story).some(({ mechanism }) => mechanism === "routing")).toBe(true);
    }
    expect(states.size).toBeGreaterThan(4);
    expect([...remarks]).toEqual(expect.arrayContaining(["served", "votes"]));
  });
});

describe("chances", () => {
  it("all say whom they concern and what they decide, in both languages", async () => {
    const run = Run.start(await small(), mechanisms);
    expect(run.world.week).toBe(0);
    let [told, streams] = [0, 0];
    for (const { id, chances = {} } of mechanisms) {
      for (const [stream, draws] of Object.entries(chances)) {
        streams++;
        for (const draw of Object.keys(draws)) {
          const chance = chanceAt(draws, Number(draw) + 1);
          expect(chance?.en, `${id}/${stream}`).toMatch(/^[a-z]/);
          expect(chance?.zh, `${id}/${stream}`).toMatch(/[\u4e00-\u9fff]/);
          told++;
        }
      }
    }
    expect(streams).toBeGreaterThan(30);
    expect(told).toBeGreaterThan(40);
  });
});
