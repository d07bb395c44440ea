import { describe, expect, it } from "vitest";
import { controls, supports, type World } from "../../../src/engine/index.ts";
import { adult, alone } from "../../support/alone.ts";
import { only, runWeeks, small } from "../../support/scenarios.ts";

describe("motivation", () => {
  it("moves by support towards one and by control towards zero, by so much a month, and counts a month's contacts once", async () => {
    const set = ["support=0.05", "control=0.1", "recovery=0"].map((one) => `mechanisms.motivationCrowding.${one}`);
    const m = async (input: (world: World, i: number) => void) => {
      let before = 0;
      const world = await alone(
        "motivationCrowding",
        8,
        (w) => {
          before = w.residents.columns.motivation[adult(w)];
          input(w, adult(w));
        },
        ...set,
      );
      return [before, world.residents.columns.motivation[adult(world)]];
    };
    const [a, free] = await m((w, i) => supports(w, i, 1));
    expect(free).toBeCloseTo(a + 0.05 * (1 - a), 6);
    const [b, pressed] = await m((w, i) => controls(w, i, 0.5));
    expect(pressed).toBeCloseTo(b - 0.1 * 0.5 * b, 6);
    const [c, often] = await m((w, i) => {
      for (let k = 0; k < 40; k++) supports(w, i, 0.7);
    });
    expect(often).toBeCloseTo(c + 0.05 * (1 - c), 6);
  });

  it("returns to its set point at its rate when nothing is met", async () => {
    const world = await alone(
      "motivationCrowding",
      40,
      (w) => w.residents.columns.motivation.fill(0.9),
      "mechanisms.motivationCrowding.recovery=0.1",
    );
    const { motivation, motivationSetPoint } = world.residents.columns;
    for (let i = 0; i < 50; i++) expect(motivation[i]).toBeCloseTo(motivationSetPoint[i] + (0.9 - motivationSetPoint[i]) * 0.9 ** 10, 5);
  });

  it("comes back to the set point of a resident, a tenth of the way a month", async () => {
    const of = await small();
    const run = runWeeks(of, 0, only("motivationCrowding"));
    const r = run.world.residents.columns;
    r.motivation[0] = 1;
    for (let week = 0; week < 8; week++) run.step();
    expect(r.motivation[0] - r.motivationSetPoint[0]).toBeCloseTo((1 - r.motivationSetPoint[0]) * 0.9 ** 2, 5);
  });
});
