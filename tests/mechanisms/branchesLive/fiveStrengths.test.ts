import { expect, it } from "vitest";
import { only, runWeeks, scenario } from "../../support/scenarios.ts";

const covered = ["branches.initialCoverage=1", "organizations.members=0.5", "partyBuilding=on"];

it("strengths are shares that move to what is appraised: what one gains the others lose", async () => {
  const weights = "mechanisms.fiveStrengths.appraised=demonstration";
  const { world } = runWeeks(await scenario("community", ...covered, weights), 4 * 13 * 8, only("fiveStrengths"));
  const { strengths, form, alive } = world.branches.columns;
  let seen = 0;
  for (let k = 0; k < world.branches.rows; k++) {
    if (!alive[k] || form[k] > 1) continue;
    seen++;
    [0, 0, 0, 1, 0].forEach((share, a) => {
      expect(strengths[k * 5 + a]).toBeCloseTo(share, 3);
    });
  }
  expect(seen).toBeGreaterThan(0);
});

it("hours of party work for service and business leave party work, and no hour is counted twice", async () => {
  const hours = async (appraised: string) => {
    const set = [...covered, `mechanisms.fiveStrengths.appraised=${appraised}`, "rigidity=0.5", "mechanisms.divideHours.partyShare=0.5"];
    const { world } = runWeeks(await scenario("community", ...set), 208, only("fiveStrengths", "partyBusiness", "divideHours"));
    const o = world.organizations.columns;
    let [party, other, all] = [0, 0, 0];
    for (let g = 0; g < world.organizations.rows; g++) {
      if (!o.alive[g] || o.branch[g] < 0) continue;
      party += o.hoursParty[g];
      other += o.hoursService[g] + o.hoursCourses[g * 3];
      all += o.hoursParty[g] + o.hoursService[g] + o.hoursSeeking[g] + o.hoursReporting[g] + o.hoursModelling[g] + o.hoursGuiding[g];
      for (let s = 0; s < 3; s++) all += o.hoursCourses[g * 3 + s];
    }
    return { party, other, all };
  };
  const study = await hours("partySpirit");
  const work = await hours("communityService");
  expect(study.party).toBeGreaterThan(0);
  expect(work.party).toBeLessThan(0.6 * study.party);
  expect(work.other).toBeGreaterThan(study.other);
  expect(work.all).toBe(study.all);
});
