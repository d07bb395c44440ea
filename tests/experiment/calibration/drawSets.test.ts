import { describe, expect, it } from "vitest";
import { drawPriors, drawsFrom } from "../../../src/experiment/index.ts";
import { scenarioSchema } from "../../../src/mechanisms/index.ts";

const base = scenarioSchema.parse({ title: "T" });
const sets = [
  { weight: 0.75, parameters: { rigidity: 0.1, "mechanisms.participation.mean": 0.5 } },
  { weight: 0.25, parameters: { rigidity: 0.9, "mechanisms.participation.mean": 0.6 } },
];

describe("draws from a posterior", () => {
  it("take whole sets by their weights, and more draws begin with the same ones", () => {
    const drawn = drawsFrom(sets)(base, 2000, "1");
    const high = drawn.filter(({ rigidity }) => rigidity === 0.9).length / drawn.length;
    expect(Math.abs(high - 0.25)).toBeLessThan(0.04); // four standard errors
    expect(new Set(drawn.map(({ rigidity, mechanisms }) => `${rigidity} ${(mechanisms.participation as { mean: number }).mean}`))).toEqual(
      new Set(["0.1 0.5", "0.9 0.6"]),
    );
    expect(drawsFrom(sets)(base, 7, "1")).toEqual(drawn.slice(0, 7));
  });

  it("leave what the experiment sets itself, and what the posterior does not have", () => {
    const [one] = drawsFrom(sets)({ ...base, rigidity: 0.4 }, 1, "1", new Set(["rigidity"]));
    expect(one.rigidity).toBe(0.4);
    expect(one.withdrawal).toBe(base.withdrawal);
  });

  it("come from the priors where there is none", () => {
    expect(drawsFrom(undefined)).toBe(drawPriors);
  });
});
