import { describe, expect, it } from "vitest";
import { holderKinds, isOpen, MONEY, matterStates } from "../../src/engine/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import {
  AGE_BANDS,
  COVERAGE,
  communityStates,
  distributions,
  gini,
  LORENZ,
  LORENZ_POINTS,
  lorenz,
  NEW,
} from "../../src/observation/index.ts";
import { tellSaid } from "../../src/words/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

const WEEKS = 60;
const STATES = matterStates.length;
const world = await small("population.residents=2000", "organizations.count=30");

/** A run that keeps its past, and the balances of money by kind of holder after each week. */
function kept() {
  const run = Run.start(world, mechanisms);
  const weeklySummaries = run.keepPast();
  const money = () => run.world.ledger.balances.map((balances) => balances.reduce((sum, v, k) => (k % 6 === MONEY ? sum + v : sum), 0));
  const balances = [money()];
  for (let week = 1; week <= WEEKS; week++) {
    run.step();
    balances.push(money());
  }
  return { run, weeklySummaries, balances };
}

const ofAllTypes = (values: Uint32Array, width: number) =>
  values.reduce<number[]>((sums, value, k) => {
    sums[k % width] += value;
    return sums;
  }, new Array(width).fill(0));

describe("the weeklySummaries", () => {
  const { run, weeklySummaries, balances } = kept();
  const { recorder } = run;

  it("changes nothing: the run is the same to the bit without it", () => {
    const without = runWeeks(world, WEEKS);
    expect(run.stateDigest()).toBe(without.stateDigest());
    expect(run.measuresDigest()).toBe(without.measuresDigest());
  });

  it("keeps flows of money that explain every change of balance, week by week and over a window", () => {
    const received = (flows: Float64Array, kind: number) => {
      let net = 0;
      for (let other = 0; other < 8; other++) net += flows[(MONEY * 8 + other) * 8 + kind] - flows[(MONEY * 8 + kind) * 8 + other];
      return net;
    };
    for (let week = 1; week <= WEEKS; week++)
      for (let kind = 0; kind < holderKinds.length; kind++)
        expect(received(weeklySummaries.week(week).flows, kind)).toBe(balances[week][kind] - balances[week - 1][kind]);
    const window = weeklySummaries.flows(11, 40);
    for (let kind = 0; kind < holderKinds.length; kind++) expect(received(window, kind)).toBe(balances[40][kind] - balances[10][kind]);
    expect(window.some((amount) => amount > 0)).toBe(true);
  });

  it("counts as many open matters in each week as the measure does", () => {
    const standing = weeklySummaries.standing(-1);
    for (let week = 1; week <= WEEKS; week++) {
      let open = 0;
      for (let s = 0; s < STATES; s++) if (isOpen(s)) open += standing[week * STATES + s];
      expect(open).toBe(recorder.value("matters_open", week));
    }
  });

  it("moves matters so that what stands in a state is what stood there, less what left, and what came", () => {
    for (let week = 1; week <= WEEKS; week++) {
      const moves = ofAllTypes(weeklySummaries.week(week).moves, (STATES + 1) * STATES);
      const standing = ofAllTypes(weeklySummaries.week(week).standing, STATES);
      const before = ofAllTypes(weeklySummaries.week(week - 1).standing, STATES);
      for (let s = 0; s < STATES; s++) {
        if (!isOpen(s)) continue; // those that ended leave the list
        let stood = before[s] + moves[NEW * STATES + s];
        for (let other = 0; other < STATES; other++) stood += moves[other * STATES + s] - moves[s * STATES + other];
        expect(stood).toBe(standing[s]);
      }
    }
  });

  it("sums over communities to the measures of the district", () => {
    const { adults } = run.world.communities.columns;
    const all = adults.reduce((sum, n) => sum + n, 0);
    const mean = (state: (typeof communityStates)[number], week: number) => {
      const { communities } = weeklySummaries.week(week);
      let sum = 0;
      for (let c = 0; c < run.world.communities.rows; c++)
        sum += communities[c * communityStates.length + communityStates.indexOf(state)] * adults[c];
      return sum / all;
    };
    for (const week of [1, 17, WEEKS]) {
      expect(mean("participation", week)).toBeCloseTo(recorder.value("participation_rate", week), 6);
      expect(mean("awareness", week)).toBeCloseTo(recorder.value("awareness_understands", week), 6);
      expect(mean("trustCommunity", week)).toBeCloseTo(recorder.value("trust_community", week), 5);
    }
    expect(weeklySummaries.week(WEEKS).cohorts.length).toBe(run.world.communities.rows * AGE_BANDS * 4);
  });

  it("knows how far each state of communities has reached, in all weeks and communities", () => {
    const { weeklySummaries } = kept();
    const reach = weeklySummaries.reachOfCommunities();
    communityStates.forEach((state, k) => {
      const all = Array.from({ length: WEEKS + 1 }, (_, week) => weeklySummaries.week(week).communities[k]).filter(
        (one) => !Number.isNaN(one),
      );
      expect([reach[2 * k], reach[2 * k + 1]], state).toEqual([Math.min(...all), Math.max(...all)]);
    });
    expect(reach[1]).toBeGreaterThan(reach[0]);
  });

  it("holds coverage as the measures have it", () => {
    for (const week of [1, 30, WEEKS]) {
      const { coverage } = weeklySummaries.week(week);
      const alive = coverage[COVERAGE - 2];
      const form = (f: number) => coverage.subarray(f * 100, f * 100 + 100).reduce((sum, n) => sum + n, 0);
      expect(form(0) / alive).toBe(recorder.value("coverage_own", week));
      expect(form(1) / alive).toBe(recorder.value("coverage_joint", week));
      expect(form(2) / alive).toBe(recorder.value("coverage_dispatched", week));
      expect(coverage[COVERAGE - 1] / alive).toBe(recorder.value("coverage_functional", week));
    }
  });

  it("draws Lorenz curves whose Gini indexes are the measures", () => {
    const at = (week: number, name: (typeof distributions)[number]) =>
      weeklySummaries.week(week).curves[distributions.indexOf(name) * LORENZ + LORENZ_POINTS];
    for (const week of [1, 4, 31, 60]) {
      expect(at(week, "hoursOfGivers")).toBe(recorder.value("volunteer_hours_gini", week));
      expect(at(week, "incomeOfOrganizations")).toBe(recorder.value("org_income_gini", week));
    }
  });

  it("survives a checkpoint, and goes on as if it had never stopped", () => {
    const early = Run.start(world, mechanisms);
    early.keepPast();
    for (let week = 0; week < 20; week++) early.step();
    const resumed = Run.resume(early.checkpoint("test"), mechanisms);
    if (!resumed.ok) throw new Error(tellSaid("en", resumed.message));
    for (let week = 20; week < WEEKS; week++) resumed.run.step();
    const past = resumed.run.weeklySummaries as NonNullable<typeof resumed.run.weeklySummaries>;
    expect([past.first, past.last]).toEqual([0, WEEKS]);
    for (const week of [0, 5, 20, 21, WEEKS]) expect(past.week(week)).toEqual(weeklySummaries.week(week));
  });

  it("begins where a run without a past was stopped", () => {
    const resumed = Run.resume(runWeeks(world, 10).checkpoint("test"), mechanisms);
    if (!resumed.ok) throw new Error(tellSaid("en", resumed.message));
    expect(resumed.run.weeklySummaries).toBeUndefined();
    expect(resumed.run.keepPast().first).toBe(10);
  });
});

describe("the Lorenz curve", () => {
  const curve = (sorted: number[], zeros = 0) => {
    const out = new Float64Array(LORENZ);
    lorenz(sorted, zeros, out);
    return out;
  };

  it("is the diagonal when all have the same, and lies at the bottom when one has all", () => {
    const same = curve(new Array(50).fill(7));
    for (let p = 0; p < LORENZ_POINTS; p++) expect(same[p]).toBeCloseTo(p / 100, 12);
    const one = curve([5], 99);
    for (let p = 0; p < 99; p++) expect(one[p]).toBe(0);
    expect(one[100]).toBe(1);
    expect(one[LORENZ_POINTS]).toBeCloseTo(0.99, 12);
  });

  it("has the same Gini index with those who have nothing as amounts or as a number", () => {
    expect(curve([1, 2, 5], 4)[LORENZ_POINTS]).toBeCloseTo(gini([0, 0, 0, 0, 1, 2, 5]), 12);
  });

  it("holds what the lower half holds", () => {
    expect(curve([1, 2, 3, 4])[50]).toBeCloseTo(0.3, 12);
  });
});
