import { expect, it } from "vitest";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

/**
 * The queue takes up a fixed number of cases a week: Poisson arrivals, c slots a week, one case a slot. That is the
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

it("waits as Lindley's recursion says, and obeys Little's law", async () => {
  const residents = 2000;
  const [rate, slots] = [8, 9];
  const rates = new Array(15).fill(0);
  rates[0] = (rate * 52 * 1000) / residents; // one type, without consent: 8 a week
  const weeks = 3000;
  const of = await small(
    `population.residents=${residents}`,
    `mechanisms.arrivals.rates=${JSON.stringify(rates)}`,
    "mechanisms.arrivals.inducedDemand=0",
    `mechanisms.caseQueue.capacity=${(slots * 1000) / residents}`,
    "mechanisms.caseQueue.escalate=0",
    "mechanisms.caseQueue.giveUp=520",
    "weeks=3000",
  );
  const run = runWeeks(
    of,
    1,
    mechanisms.filter(({ id }) => id === "arrivals" || id === "caseQueue"),
  );
  let [waiting, taken, waited] = [0, 0, 0];
  for (let week = 2; week <= weeks; week++) {
    run.step();
    const columns = run.world.matters.columns;
    for (let q = 0; q < run.world.matters.rows; q++) {
      if (columns.state[q] === 0) waiting++;
      // A matter goes on to service the week after it was taken up.
      if (columns.state[q] === 1 && columns.changed[q] === week) {
        taken++;
        waited += week - columns.raised[q];
      }
      // Served matters would stay for ever: nothing serves them here.
      if (columns.state[q] === 4) columns.state[q] = 9;
    }
  }
  const length = waiting / (weeks - 1);
  const exact = meanQueue(rate, slots);
  expect(length).toBeGreaterThan(0.8 * exact);
  expect(length).toBeLessThan(1.25 * exact);
  const wait = waited / taken;
  expect(wait * (taken / (weeks - 1))).toBeCloseTo(length, 1); // Little: L = λ W
});
