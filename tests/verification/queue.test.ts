import { expect, it } from "vitest";
import { DROPPED, defineMechanism, RAISED, TAKEN_UP } from "../../src/engine/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

/**
 * The queue has a fixed number of slots, here freed every week: Poisson arrivals, c slots a week, one case a slot. That is the
 * bulk-service queue of Bailey (1954), whose mean length follows from Lindley's recursion L' = max(L + A - c, 0), here
 * computed to the end from the distribution of A. (M/M/c has servers that are freed at random moments; a week has none.)
 */
function meanQueue(rate: number, slots: number): number {
  const most = 400;
  const poisson = [Math.exp(-rate)];
  for (let k = 1; k <= most; k++) poisson[k] = (poisson[k - 1] * rate) / k;
  let p = new Float64Array(most + 1);
  p[0] = 1;
  for (let week = 0; week < 4000; week++) {
    const next = new Float64Array(most + 1);
    for (let length = 0; length <= most; length++) {
      if (p[length] < 1e-16) continue;
      for (let a = 0; a <= most && poisson[a] > 1e-16; a++) next[Math.min(most, Math.max(0, length + a - slots))] += p[length] * poisson[a];
    }
    p = next;
  }
  return p.reduce((sum, probability, length) => sum + probability * length, 0);
}

/** Gives what was taken up all that it takes, so that a case keeps its slot for one week. */
const servedAtOnce = defineMechanism({
  title: { en: "Served at once", zh: "即时办理" },
  summary: { en: "Served at once.", zh: "即时办理。" },
  rows: [],
  specification: { equation: "", symbols: {}, source: "", departures: "none", draws: "none" },
  id: "servedAtOnce",
  phase: "resourcesAreExchanged",
  scope: "matter",
  every: "week",
  parameters: {},
  reads: [],
  writes: [],
  measures: [],
  step({ matters }, _context, q) {
    const m = matters.columns;
    if (m.state[q] !== TAKEN_UP) return;
    m.gotStaff[q] = m.needStaff[q];
    m.gotExpert[q] = m.needExpert[q];
  },
});

it("waits as Lindley's recursion says, and obeys Little's law", async () => {
  const residents = 2000;
  const [rate, slots] = [8, 9];
  const rates = new Array(15).fill(0);
  rates[5] = (rate * 52 * 1000) / residents; // home care alone, which hardly fades: 8 a week
  const weeks = 3000;
  const workers = residents / 500;
  const of = await small(
    `population.residents=${residents}`,
    `mechanisms.arrivals.rates=${JSON.stringify(rates)}`,
    "mechanisms.arrivals.inducedDemand=0",
    `mechanisms.caseQueue.caseload=${slots / workers}`,
    "mechanisms.caseQueue.success=1",
    "mechanisms.caseQueue.hardship=0",
    "mechanisms.caseQueue.escalate=0",
    "mechanisms.caseQueue.reopen=0",
    "mechanisms.caseQueue.giveUp=520",
    "weeks=3000",
  );
  const which = mechanisms.filter(({ id }) => id === "arrivals" || id === "caseQueue");
  const run = runWeeks(of, 1, [...which.slice(0, 1), servedAtOnce, ...which.slice(1)]);
  expect(run.world.communities.columns.staff[0]).toBe(workers);
  let [waiting, taken, waited, faded] = [0, 0, 0, 0];
  for (let week = 2; week <= weeks; week++) {
    run.step();
    const columns = run.world.matters.columns;
    for (let q = 0; q < run.world.matters.rows; q++) {
      if (columns.state[q] === RAISED) waiting++;
      if (columns.state[q] === DROPPED) faded++;
      if (columns.state[q] === TAKEN_UP && columns.changed[q] === week) {
        taken++;
        waited += week - columns.raised[q];
      }
    }
  }
  const length = waiting / (weeks - 1);
  const exact = meanQueue(rate, slots);
  // A few fade before their turn comes, so that the queue is a little shorter than that of the patient.
  expect(faded / taken).toBeLessThan(0.03);
  expect(length).toBeGreaterThan(0.7 * exact);
  expect(length).toBeLessThan(1.25 * exact);
  const wait = waited / taken;
  expect(wait * (taken / (weeks - 1))).toBeCloseTo(length, 0); // Little: L = λ W
});
