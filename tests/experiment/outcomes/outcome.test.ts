import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameOfOutcome, type Outcome, outcomeValue, unitOfOutcome } from "../../../src/experiment/index.ts";
import { rangeOfOutcome, takes } from "../../../src/experiment/outcomes/outcome.ts";

const made = (rule: Partial<Outcome>): Outcome => ({ name: "x", measure: "participation_rate", span: [1, 4], ...rule });
/** The value of an outcome where participation_rate, trust_neighbours and fatigue_mean have these weeks. */
const taken = (rule: Partial<Outcome>, a: number[], b: number[] = [], c: number[] = []) =>
  outcomeValue(made(rule), (id) =>
    Float64Array.from({ participation_rate: a, trust_neighbours: b, fatigue_mean: c }[id as "fatigue_mean"] as number[]),
  );
const [minus, over] = ["trust_neighbours", "fatigue_mean"] as const;

describe("outcomeValue", () => {
  it("takes mean, maximum, minimum and last value of the weeks that there are", () => {
    const weeks = [0.9, 2, Number.NaN, 6, 4, Number.NaN];
    const of = (take: Outcome["take"]) => taken({ take, span: [2, 6] }, weeks);
    expect([of(undefined), of("mean"), of("maximum"), of("minimum"), of("last")]).toEqual([4, 4, 6, 2, 4]);
  });

  it("takes the slope a year of a line exactly, gaps or not", () => {
    expect(taken({ take: "slope" }, [1, 1.5, Number.NaN, 2.5])).toBe(26);
    expect(taken({ take: "slope" }, [3, 3, 3, 3])).toBe(0);
    expect(taken({ take: "slope", span: [2, 2] }, [1, 2])).toBeNaN();
  });

  it("takes the week of crossing a level from below and from above, and none where it is not crossed", () => {
    const of = (level: number, values: number[], span: Outcome["span"] = [1, 4]) => taken({ take: "crossing", level, span }, values);
    expect(of(0.3, [0.1, 0.2, 0.3, 0.4])).toBe(3);
    expect(of(0.25, [0.1, 0.2, 0.3, 0.1])).toBe(3);
    expect(of(0.25, [0.4, Number.NaN, 0.3, 0.2])).toBe(4);
    expect(of(0.1, [0.1, 0.2, 0.3, 0.4])).toBe(1);
    expect(of(0.5, [0.1, 0.2, 0.3, 0.4])).toBeNaN();
    expect(of(0.35, [0.1, 0.2, 0.3, 0.4], [2, 4])).toBe(4);
  });

  it("takes differences and ratios week by week, and means of ratios as ratios of means", () => {
    const [a, b, c] = [
      [5, 4, 9, 8],
      [1, 2, 3, 4],
      [2, 1, 3, 4],
    ];
    expect(taken({ minus }, a, b)).toBe(4);
    expect(taken({ minus, over }, a, b, c)).toBe(4 / 2.5);
    expect(taken({ minus, over, take: "maximum" }, a, b, c)).toBe(2);
    expect(taken({ minus, take: "last" }, a, b)).toBe(4);
    expect(taken({ over, take: "minimum" }, [1, 2], [], [0, 4])).toBe(0.5); // nothing can be divided by 0
    expect(taken({ over, take: "last", span: [1, 1] }, [1], [], [0])).toBeNaN();
  });

  it("takes gaps of log-odds, and yearly shares of shares kept since the start", () => {
    expect(taken({ scale: "logOdds", minus }, [0.5, 0.5, 0.5, 0.5], [0.2, 0.2, 0.2, 0.2])).toBeCloseTo(Math.log(4), 12);
    const kept = Array.from({ length: 104 }, () => 0.81);
    expect(taken({ scale: "perYear", span: [104, 104] }, kept)).toBeCloseTo(0.9, 12);
  });

  it("is the same of weeks outside the span, and lies within the range that it is said to have", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 6, maxLength: 6 }),
        share,
        fc.constantFrom(...takes),
        fc.boolean(),
        (weeks, level, take, less) => {
          const rule = made({ take, span: [2, 5], ...(take === "crossing" ? { level } : {}), ...(less ? { minus } : {}) });
          const value = taken(rule, weeks, weeks.toReversed());
          const other = taken(rule, [0.5, ...weeks.slice(1, 5), 0.7], [0.1, ...weeks.toReversed().slice(1, 5), 0.2]);
          expect(other).toBe(value);
          const [least, most] = rangeOfOutcome(rule);
          if (!Number.isNaN(value)) expect(value >= least - 1e-12 && value <= most + 1e-12).toBe(true);
        },
      ),
    );
  });
});

describe("the name and the unit of an outcome", () => {
  it("say what it is made of", () => {
    expect(nameOfOutcome({ measure: "participation_rate" })).toBe("participation_rate");
    expect(nameOfOutcome({ measure: "participation_rate", take: "mean" })).toBe("participation_rate");
    expect(nameOfOutcome({ measure: "participation_rate", minus, over, take: "slope" })).toBe(
      "participation_rate_minus_trust_neighbours_over_fatigue_mean_slope",
    );
    expect(unitOfOutcome({ measure: "participation_rate" })).toBe("share of adults");
    expect(unitOfOutcome({ measure: "participation_rate", take: "slope" })).toBe("share of adults; a year");
    expect(unitOfOutcome({ measure: "participation_rate", take: "crossing", level: 1 })).toBe("week");
    expect(unitOfOutcome({ measure: "participation_rate", over })).toBe("ratio");
  });
});
