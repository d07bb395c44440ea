import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrastRow, inFamily, marginsOf, standingOf } from "../../src/experiment/index.ts";

const LEAST = 0.005;
const estimand = (claimed: "positive" | "negative") => ({ name: "e", measure: "participation_rate", weights: {}, claimed, least: LEAST });
/** Six pairs around a mean, each as far from it as said. */
const around = (mean: number, spread: number) => [-1, -0.6, -0.2, 0.2, 0.6, 1].map((part) => mean + part * spread);
const standing = (claimed: "positive" | "negative", pairs: number[], draws: number[] = around(0.01, 0.005)) =>
  standingOf(contrastRow(estimand(claimed), pairs, draws), LEAST);

describe("where an estimand stands to the claim", () => {
  it.each([
    ["as claimed where it lies on that side, by enough, and so do the draws", "positive", around(0.05, 0.01), "claimed"],
    ["the reverse where it lies on the other side", "negative", around(0.05, 0.01), "reverse"],
    ["no difference that matters where all of the interval is smaller", "positive", around(0.001, 0.001), "none"],
    ["no difference that matters also where it is beyond zero", "positive", around(0.002, 0.0005), "none"],
    ["cannot be told where the interval holds zero and what would matter", "positive", around(0.01, 0.05), "cannotTell"],
    ["as claimed where every pair differs by the same", "positive", [0.02, 0.02, 0.02, 0.02, 0.02, 0.02], "claimed"],
    ["no difference that matters where every pair came out the same", "positive", [0, 0, 0, 0, 0, 0], "none"],
    ["too early with five pairs", "positive", around(0.05, 0.01).slice(1), "tooEarly"],
  ] as const)("is %s", (_, claimed, pairs, expected) => {
    expect(standing(claimed, [...pairs])).toBe(expected);
  });

  it("holds at the defaults only where the mean over draws is not beyond zero as well, or too small to matter", () => {
    const pairs = around(0.05, 0.01);
    expect(standing("positive", pairs, around(0.02, 0.01))).toBe("claimed");
    expect(standing("positive", pairs, around(0.02, 0.5))).toBe("defaultsOnly");
    expect(standing("positive", pairs, around(0.002, 0.001))).toBe("defaultsOnly");
    expect(standing("positive", pairs, around(-0.02, 0.01))).toBe("defaultsOnly");
    expect(standing("positive", pairs, [])).toBe("defaultsOnly");
  });

  it("cannot be told where it does not stand among all that was looked at", () => {
    const row = contrastRow(estimand("positive"), around(0.02, 0.025), around(0.01, 0.005));
    expect(row.effect.low).toBeGreaterThan(0);
    expect(row.verdict).toBe("helps");
    const among = inFamily([row, ...Array.from({ length: 99 }, () => contrastRow(estimand("positive"), around(0, 0.02), []))]);
    expect(among[0].adjusted).toBeGreaterThan(0.05);
    expect(among.map(({ verdict }) => verdict)).not.toContain("helps");
    // Strong enough it stands.
    const strong = contrastRow(estimand("positive"), around(0.05, 0.002), []);
    expect(inFamily([strong, ...among])[0].verdict).toBe("helps");
  });

  it("turns around with what is claimed, whatever the pairs", () => {
    const turned = { claimed: "reverse", defaultsOnly: "reverse", none: "none", cannotTell: "cannotTell", tooEarly: "tooEarly" };
    fc.assert(
      fc.property(fc.array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), { minLength: 2, maxLength: 12 }), (pairs) => {
        const [as, against] = [standing("positive", pairs), standing("negative", pairs)];
        if (as === "reverse") expect(["claimed", "defaultsOnly"]).toContain(against);
        else expect(against).toBe(turned[as]);
        const margins = (["positive", "negative"] as const).map((claimed) => marginsOf(contrastRow(estimand(claimed), pairs, [])));
        expect(margins[0] + margins[1]).toBe(0);
      }),
    );
  });

  it("lies beyond one margin exactly where the interval leaves out zero", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 }), (pairs) => {
        const row = contrastRow(estimand("positive"), pairs, []);
        if (!Number.isFinite(row.effect.low)) return;
        expect(marginsOf(row) > 1).toBe(row.effect.low > 0);
        expect(marginsOf(row) < -1).toBe(row.effect.high < 0);
      }),
    );
  });
});
