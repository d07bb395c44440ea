import { expect, it } from "vitest";
import { ablation, type Means } from "../../src/experiment/index.ts";
import { type MeasureId, measureIndex, measures } from "../../src/observation/index.ts";
import { small } from "../support/scenarios.ts";

const seeds = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
const index = (id: MeasureId) => measureIndex.get(id) as number;

it("tells what a mechanism moves and in which direction, what nothing moves, and what pairs cannot tell", async () => {
  const rows = await ablation(await small(), ["matching", "timeBank", "growth", "epidemic", "decline"], seeds, 60, async (orders) =>
    orders.map(({ scenario: { mechanisms, seed } }): Means => {
      const k = seeds.indexOf(seed);
      const means = new Float64Array(measures.length).fill(0.5);
      means[index("matters_open")] = 100 + k;
      // With matching 0.1 more participate, give or take; and one matter of a hundred more is open, which is less than matters.
      if (mechanisms.matching.mode === "off") {
        means[index("participation_rate")] -= 0.1 + 0.001 * k;
        means[index("matters_open")] -= 1 + 0.01 * k;
      }
      // The time bank moves trust by 0.2, now up, now down.
      if (mechanisms.timeBank.mode === "off") means[index("trust_neighbours")] += k % 2 === 0 ? 0.2 : -0.2;
      // An epidemic, which the scenario has off, takes a tenth of what is settled.
      if (mechanisms.epidemic.mode === "on") means[index("settlement_rate_true")] -= 0.1 + 0.001 * k;
      // Decline moves something by less than half a point.
      if (mechanisms.decline.mode === "off") means[index("motivation_mean")] += 0.001 + 0.00001 * k;
      return [means];
    }),
  );
  const [matching, timeBank, growth, epidemic, decline] = rows;
  expect(matching.moves).toMatchObject([{ outcome: "participation_rate", effect: { mean: expect.closeTo(0.1045, 9), count: 10 } }]);
  expect(matching.unsure).toEqual([]);
  expect(timeBank).toMatchObject({ moves: [], unsure: [{ outcome: "trust_neighbours" }], same: false });
  expect(growth).toEqual({ mechanism: "growth", moves: [], unsure: [], same: true });
  expect(epidemic.moves).toMatchObject([
    { outcome: "settlement_rate_true", effect: { mean: expect.closeTo(-0.1045, 9) }, level: expect.closeTo(0.3955, 9) },
  ]);
  expect(decline).toMatchObject({ moves: [], unsure: [], same: false });
});
