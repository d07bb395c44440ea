import { expect, it } from "vitest";
import { EXPERT_TIME, holderKinds, ORGANIZATION, SUBJECTS } from "../../../src/engine/index.ts";
import { Run } from "../../../src/experiment/index.ts";
import { only, scenario } from "../../support/scenarios.ts";

const settings = {
  pilots: ["mechanisms.pilots.start=6"],
  typeDifferentiation: ["mechanisms.typeDifferentiation.rate=6"],
  dualIncubation: ["mechanisms.incubation.founding=0.3"],
};

/** Minutes of courses that organizations were offered, and minutes and yuan that teachers of them took. */
async function taught(id: keyof typeof settings, partyBuilding: string) {
  const set = ["organizations.count=30", "rigidity=0", `partyBuilding=${partyBuilding}`, ...settings[id]];
  const run = Run.start(await scenario("community", ...set), only(id, ...(id === "dualIncubation" ? ["incubation"] : [])));
  const { organizations, weekTotals, ledger, scenario: of } = run.world;
  const HOLDERS = holderKinds.length;
  let [experts, money] = [0, 0];
  for (let week = 0; week < 104; week++) {
    run.step();
    for (let from = 0; from < HOLDERS; from++) experts += ledger.flows[(EXPERT_TIME * HOLDERS + from) * HOLDERS + ORGANIZATION];
    money += weekTotals.communities.columns.programmeMoney.reduce((sum, yuan) => sum + yuan, 0);
  }
  const courses = organizations.columns.courses.subarray(0, organizations.rows * SUBJECTS).reduce((sum, minutes) => sum + minutes, 0);
  return { courses, experts, money, hour: of.prices.hour };
}

it.each(["pilots", "typeDifferentiation"] as const)("%s: each minute of a course is one of a teacher who is paid", async (id) => {
  for (const mode of ["on", "placebo"]) {
    const { courses, experts, money, hour } = await taught(id, mode);
    expect(courses, mode).toBeGreaterThan(0);
    expect(experts, mode).toBe(courses);
    expect(money, mode).toBeCloseTo((courses / 60) * hour, -2);
  }
});

it("dual incubation: each minute of instruction beside the advice of the incubator is one of a teacher", async () => {
  for (const mode of ["on", "placebo"]) {
    const { courses, experts } = await taught("dualIncubation", mode);
    expect(courses, mode).toBeGreaterThan(0);
    expect(experts, mode).toBe(courses);
  }
});
