import { describe, expect, it } from "vitest";
import { ablation, type Contrast, neutrality, runContrasts } from "../../src/experiment/index.ts";
import { small } from "../support/scenarios.ts";
import { runMeansWith } from "../support/wiredIn.ts";

const STRONG = 0.2;
const weeks = 40;

/** Programme against placebo, which should differ by nothing that comes of nothing. */
const contrast: Contrast = {
  title: "t",
  titleZh: "题",
  question: "q",
  claim: "c",
  mechanism: "m",
  against: "a",
  rival: "r",
  rows: ["F03"],
  set: {},
  from: 1,
  arms: {
    programme: { set: {}, interventions: [] },
    placebo: { set: { partyBuilding: "placebo" }, interventions: [] },
  },
  span: [weeks - 7, weeks],
  estimands: [
    { name: "quality", measure: "org_quality_mean", weights: { programme: 1, placebo: -1 }, claimed: "positive", least: 0.05 },
    { name: "ages", measure: "age_mean", weights: { programme: 1, placebo: -1 }, claimed: "positive", least: 0.05 },
  ],
};

describe("a benefit that is wired in", () => {
  it("is found by a contrast, and is not where it is not there", async () => {
    const [plain, wired] = await Promise.all(
      [0, STRONG].map(async (share) => {
        const load = (set: string[]) => small(...set);
        const [rows] = await runContrasts([contrast], load, { replicates: 6, draws: 3, seed: "w" }, runMeansWith(share));
        return rows.map(({ verdict, drawn }) => [verdict, drawn.helps]);
      }),
    );
    expect(plain.map(([verdict]) => verdict)).not.toContain("helps");
    expect(wired[0]).toEqual(["helps", 1]);
    expect(wired[1]).toEqual(plain[1]); // what does not hang on it is the same
  }, 120_000);

  it("is found by an ablation: its own outcome moves, most surely of all, and nothing does where it is not there", async () => {
    const base = await small();
    const ablate = async (share: number) => {
      const mechanisms = { ...base.mechanisms, wiredIn: { mode: "on", share } };
      return (await ablation({ ...base, mechanisms }, ["wiredIn"], ["1", "2", "3", "4", "5", "6"], weeks, runMeansWith(share)))[0];
    };
    const { moves } = await ablate(STRONG);
    expect(moves[0].outcome).toBe("org_quality_mean");
    expect(moves[0].effect.low).toBeGreaterThan(0.1);
    expect(await ablate(0)).toMatchObject({ moves: [], same: true });
  }, 120_000);

  it("is found by neutrality: the programme raises quality in every draw, as it does not without", async () => {
    const base = await small();
    const size = { draws: 4, replicates: 3, seed: "w", weeks };
    const found = await Promise.all([0, STRONG].map((share) => neutrality(base, size, runMeansWith(share))));
    const [plain, wired] = found.map((rows) => rows.find(({ outcome }) => outcome === "org_quality_mean"));
    expect(wired).toMatchObject({ help: 1, none: 0, harm: 0 });
    expect(wired?.low).toBeGreaterThan(0.1);
    expect(plain?.help).toBeLessThan(1);
    expect(plain?.high).toBeLessThan(0.1);
  }, 240_000);
});
