import fc from "fast-check";
import { describe, it } from "vitest";
import { checkText, scenarios } from "../../proof/fuzz/scenarios.ts";

// Any number of them: npm run fuzz -- --of scenarios --runs 5000 --seed 1.
describe(scenarios.holds, () => {
  it("in any scenario", async () => {
    await fc.assert(fc.asyncProperty(scenarios.any, scenarios.check), { seed: 18, numRuns: 200 });
  }, 180_000);

  // Found by such runs.
  it.each([
    [
      "workplaces whose members are in one branch",
      [
        "seed: 477",
        "population: { residents: 436, elders: 0.6, members: 0.3, workplaceSize: 55.8, workInside: 0.94, communities: 1 }",
        "organizations: { count: 64 }",
        "branches: { size: 3 }",
        "weeks: 1",
      ],
    ],
    [
      "secretaries who are trained in full and replaced every month",
      [
        "population: { residents: 400, communities: 1 }",
        "organizations: { count: 60, members: 1, registered: 1 }",
        "mechanisms: { secretaryTraining: { hours: 40, learning: 1, forRecord: 0, turnover: 1 } }",
        "weeks: 40",
      ],
    ],
    [
      "residents who are rewarded in full and forget at once",
      [
        "population: { residents: 300, communities: 1, members: 0.3 }",
        "mechanisms: { extrinsicMotive: { gain: 1, base: 1, recovery: 1 } }",
        "weeks: 12",
      ],
    ],
    [
      "an organization that leaves a joint branch to which its members do not report any more",
      [
        'seed: "999988"',
        "population: { residents: 278, communities: 1, groupsPerCommunity: 0 }",
        "organizations: { count: 28 }",
        "interventions: [{ week: 1, path: partyBuilding, value: placebo }]",
        "weeks: 48",
      ],
    ],
    [
      "an organization that leaves a joint branch for a meeting of its own",
      [
        'seed: "684339"',
        "population: { householdSize: 2.22, residents: 180, communities: 1, groupsPerCommunity: 0 }",
        "organizations: { count: 8 }",
        "mechanisms: { administrativeDrive: { mode: placebo, minimumMembers: 1 } }",
        "weeks: 31",
      ],
    ],
    [
      "residents whose motivation is crowded out and recovers in one month",
      [
        'seed: "48540"',
        "mechanisms:",
        "  participation: { fatigue: 2, closeInvitations: 1, interestWeight: 0.035 }",
        "  motivationCrowding: { control: 0.5, recovery: 0.923 }",
        "  acquaintanceTurnover: { candidates: 6 }",
        "  groupTurnover: { exit: 0 }",
        "population: { residents: 393, communities: 4, groupsPerCommunity: 15 }",
        "organizations: { count: 2 }",
        "weeks: 24",
      ],
    ],
  ])("with %s", (_, lines) => checkText(["title: any", ...lines].join("\n")));
});
