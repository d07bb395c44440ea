import { describe, expect, it } from "vitest";
import { only, runWeeks, scenario } from "../../support/scenarios.ts";

describe("awareness", () => {
  it("by messages alone leaves (1 - reach)^messages of the unaware unaware", async () => {
    const set = ["wordOfMouth=0", "reach=0.02", "messages=3"].map((entry) => `mechanisms.awareness.${entry}`);
    const of = await scenario("zhonglou-tenth", ...set, "mechanisms.forgetting.media=0", "mechanisms.forgetting.dropBack=0");
    const unaware = (run: ReturnType<typeof runWeeks>) => {
      const { awareness, digital } = run.world.residents.columns;
      let count = 0;
      for (let i = 0; i < awareness.length; i++) if (digital[i] && awareness[i] === 0) count++;
      return count;
    };
    const before = unaware(runWeeks(of, 1, only("awareness", "forgetting")));
    const after = unaware(runWeeks(of, 12, only("awareness", "forgetting")));
    expect(after / before).toBeCloseTo(0.98 ** 36, 1);
  });
});
