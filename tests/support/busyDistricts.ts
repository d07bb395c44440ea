import { mechanisms } from "../../src/mechanisms/index.ts";
import type { BaseScenario } from "../../src/scenario/index.ts";
import { scenario } from "./scenarios.ts";

/** A district in which every mechanism has something to do. */
const busy = [
  "population.residents=700",
  "population.communities=2",
  "population.timeBankMembers=0.1",
  "organizations.count=40",
  "organizations.registered=0.8",
  "organizations.members=0.35",
  "mechanisms.epidemic.mode=on",
  "mechanisms.epidemic.startWeek=3",
  "mechanisms.campaign.startWeek=5",
  "mechanisms.timeBank.requests=0.15",
  "mechanisms.densityDependence.exit=0.5",
  "mechanisms.densityDependence.founding=0.5",
  "mechanisms.incubation.founding=0.5",
  "mechanisms.memberEntrepreneurship.founding=0.5",
  "mechanisms.partyInnovation.founding=0.5",
  "mechanisms.growth.adjusting=6",
  "mechanisms.ownIncome.fees=2000",
  "mechanisms.growth.reserve=1000",
  "mechanisms.people.moving=0.5",
  "mechanisms.typeDifferentiation.rate=6",
  "mechanisms.communityAlliance.joining=6",
  "mechanisms.pilots.start=6",
  "mechanisms.pairing.sought=200",
  "mechanisms.talentTraining.places=100",
  "mechanisms.neighbourVisits.rounds=30",
  "mechanisms.smartTechnology.level=0.5",
  "mechanisms.branchReach.contact=1",
  "mechanisms.memberRecruitment.applying=0.5",
  "mechanisms.memberRecruitment.pipeline=8",
  "mechanisms.caseQueue.caseload=20",
  "mechanisms.caseQueue.deadline=1",
  "mechanisms.caseQueue.escalate=0.1",
  "mechanisms.consultation.pressing=0.5",
  "mechanisms.consultation.retraction=1",
];

/** Nobody drives organizations to have branches. */
const outOfNeed = [
  "organizations.members=0.8",
  "branches.initialCoverage=0",
  "mechanisms.administrativeDrive.mode=off",
  "mechanisms.dispatchedCoverage.mode=off",
  "mechanisms.needDrivenFounding.rate=2",
];

/** Each brings out another side. */
const sides: string[][] = [
  ["mechanisms.awareness.messages=12", "rigidity=1", "mechanisms.instructors.taught=coveredOnly"],
  [
    "partyBuilding=placebo",
    "mechanisms.instructors.taught=coveredOnly",
    "mechanisms.timeBank.redemption=material",
    "mechanisms.strengthsAssignment.rule=deficits",
  ],
  outOfNeed,
  ["partyBuilding=placebo", ...outOfNeed],
  [
    "organizations.traditionalTypes=[0.1,0.1,0,1]",
    "organizations.newTypes=0.5",
    "branches.initialCoverage=1",
    "mechanisms.mediation.capacity=5",
    "mechanisms.decline.mode=off",
  ],
  [
    "mechanisms.timeBank.redemption=recognition",
    "mechanisms.governmentPurchase.rule=lottery",
    "mechanisms.consultation.rule=hegselmannKrause",
  ],
];
/** Weeks after which all that there is has happened. */
export const WEEKS = 60;
const OFF = 46;

/** Districts in which, together, every mechanism does all that it can do. */
export async function busyDistricts(): Promise<BaseScenario[]> {
  const all = await Promise.all(sides.map((side, k) => scenario("community", `seed=side ${k}`, ...busy, ...side)));
  // Everything goes off near the end, in one community and then in all, so that what leaving writes is seen as well.
  const offs = (week: number, communities?: number[]) =>
    mechanisms.map(({ id }) => ({ week, path: `mechanisms.${id}.mode`, value: "off", ...(communities && { communities }) }));
  const withdrawn = await scenario("community", "seed=withdrawn", "withdrawal=20", "mechanisms.decline.halfLife=4", ...busy);
  return [withdrawn, ...all.map((of) => ({ ...of, interventions: [...offs(OFF, [1]), ...offs(OFF + 4)] }))];
}
