import { describe, expect, it } from "vitest";
import { executeRun, meansOf, meansOrder, type RunOrder, type RunResult, runMeansHere } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { measures, placeOfMeasure } from "../../src/observation/index.ts";
import { small } from "../support/scenarios.ts";

const scenario = { ...(await small()), weeks: 9 };
const computed = (order: RunOrder) => executeRun(order, () => []) as RunResult & { ok: true };

describe("a run of which means are wanted", () => {
  it("gives the same numbers as outcomes over the same weeks, and ends with the last of them", async () => {
    const order = meansOrder(scenario, [
      [1, 4],
      [3, 6],
    ]);
    expect(order.scenario.weeks).toBe(6);
    const [means] = await runMeansHere([order]);
    const outcomes = measures.flatMap(({ id }) => order.keep.spans.map((span) => ({ name: id, measure: id, span })));
    const result = computed({ ...order, keep: { ...order.keep, outcomes, spans: [] } });
    expect(Float64Array.from(measures.flatMap(({ id }) => means.map((of) => of[placeOfMeasure(id)])))).toEqual(result.outcomes);
    expect(result.means).toEqual(new Float64Array());
  });

  it("runs the mechanisms that are named and no other", () => {
    const all = computed(meansOrder(scenario, [[4, 4]]));
    const named = computed(
      meansOrder(
        scenario,
        [[4, 4]],
        mechanisms.map(({ id }) => id),
      ),
    );
    const none = computed(meansOrder(scenario, [[4, 4]], []));
    expect(named.digest).toEqual(all.digest);
    expect(none.digest.state).not.toBe(all.digest.state);
    expect(meansOf(meansOrder(scenario, [[4, 4]]), none)[0][placeOfMeasure("matters_open")]).toBe(0);
  });

  it("throws why a run came to nothing", () => {
    expect(() => meansOf(meansOrder(scenario, [[1, 1]]), { ok: false, cause: "no bridge" })).toThrow("no bridge");
  });
});
