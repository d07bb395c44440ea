import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { helper, Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import type { Intervention } from "../../src/scenario/index.ts";
import { scenario } from "../support/scenarios.ts";

const WEEKS = 14;
const COMMUNITIES = 3;
const everyone = Array.from({ length: COMMUNITIES }, (_, c) => c);

/** Three small communities in which every mechanism finds something to do, and a programme of many branches. */
const district = await scenario(
  "zhonglou-tenth",
  "population.residents=400",
  `population.communities=${COMMUNITIES}`,
  "population.groupsPerCommunity=8",
  "population.timeBankMembers=0.2",
  "organizations.count=24",
  "organizations.registered=0.8",
  "organizations.members=0.4",
  "rigidity=0.8",
  "mechanisms.campaign.startWeek=2",
  "mechanisms.epidemic.mode=on",
  "mechanisms.epidemic.startWeek=2",
);

/** Each week of a run ends with assertBalanced, which throws. */
function digestsOf(interventions: Intervention[], helped = false): [state: string, measures: string] {
  const run = Run.start({ ...district, interventions }, mechanisms);
  if (helped) {
    const { receive } = helper();
    run.shareOut([(message) => receive(structuredClone(message))]);
  }
  while (run.world.week < WEEKS) run.step();
  return [run.stateDigest(), run.measuresDigest()];
}

describe.each(mechanisms.map(({ id, partyBuilding }) => [id, partyBuilding ? ["off", "placebo"] : ["off"]] as const))(
  "%s",
  (id, values) => {
    const week = fc.integer({ min: 2, max: WEEKS - 2 });
    const change = fc.record({
      week,
      path: fc.constant(`mechanisms.${id}.mode`),
      value: fc.constantFrom(...values),
      communities: fc.oneof(
        fc.constant(undefined),
        fc.nat(COMMUNITIES - 1).map((c) => [c]),
        fc.constant(everyone),
      ),
    });
    const back = fc.record({ week, path: fc.constant(`mechanisms.${id}.mode`), value: fc.constant("on") });

    it("may be switched in one community or in all, and back, at any week, on one thread or more", () => {
      fc.assert(
        fc.property(change, back, (one, two) => {
          const interventions = [one, two] as Intervention[];
          expect(digestsOf(interventions, true)).toEqual(digestsOf(interventions));
        }),
        { numRuns: Number(process.env.RUNS ?? 1) },
      );
    });
  },
);

it("an organization has no hours to give where nobody divides them any more", () => {
  for (const c of everyone) {
    const run = Run.start(district, mechanisms);
    run.world.schedule.add({ week: 9, path: "mechanisms.divideHours.mode", value: "off", communities: [c] });
    while (run.world.week < WEEKS) run.step();
    const { rows, columns } = run.world.organizations;
    for (let g = 0; g < rows; g++) if (columns.community[g] === c) expect(columns.hoursService[g] + columns.hoursUsed[g]).toBe(0);
  }
});

it.each(mechanisms.map(({ id }) => id))("%s is off in all communities as it is off in each", (id) => {
  const off = { week: 5, path: `mechanisms.${id}.mode`, value: "off" };
  expect(digestsOf([off])).toEqual(digestsOf([{ ...off, communities: everyone }]));
});

it("an epidemic that is switched off is over", () => {
  const run = Run.start(district, mechanisms);
  while (run.world.week < 5) run.step();
  expect(run.world.communities.columns.contact[0]).toBeLessThan(1);
  run.world.schedule.add({ week: 6, path: "mechanisms.epidemic.mode", value: "off" });
  run.step();
  expect(run.world.communities.columns.contact[0]).toBe(1);
});
