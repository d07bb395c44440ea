import { mean, sampleStandardDeviation } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { measures } from "../../src/observation/index.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";

const SEEDS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
const WEEKS = 80;
/** What a contract of the second year decides is in the books when that year is full. */
const longer: Record<string, number> = { legitimacy: 108 };
/** Looks, until a difference of one measure is no accident of draws: paired t of a two-sided p of 0.001 in four pairs, of 0.009 in ten. */
const LOOKS = [
  { pairs: 4, beyond: 12.92 },
  { pairs: 10, beyond: 3.32 },
] as const;

/** A district in which every mechanism has something to do: two communities, many organizations, many members. */
const district = [
  "population.residents=1400",
  "population.communities=2",
  "population.timeBankMembers=0.1",
  "organizations.count=40",
  "organizations.registered=0.8",
  "organizations.members=0.35",
  "rigidity=0.5",
  "mechanisms.campaign.startWeek=40",
  "mechanisms.epidemic.startWeek=40",
];

/** What makes a mechanism strong enough to be seen in two years of so small a district; all within its bounds. */
const strong: Record<string, string[]> = {
  memberRecruitment: ["memberRecruitment.applying=0.5", "memberRecruitment.pipeline=13"],
  administrativeDrive: [
    "administrativeDrive.initiative=0.5",
    "administrativeDrive.pressure=20",
    "branches.initialCoverage=0",
    "needDrivenFounding.mode=off",
  ],
  needDrivenFounding: [
    "organizations.members=0.8",
    "needDrivenFounding.rate=2",
    "branches.initialCoverage=0",
    "administrativeDrive.mode=off",
  ],
  fiveStrengths: ["fiveStrengths.appraised=demonstration", "divideHours.partyShare=0.4"],
  internalManagement: ["administrativeDrive.initiative=0.5", "administrativeDrive.pressure=20", "internalManagement.hours=10"],
  partyBusiness: [
    "organizations.members=0.8",
    "organizations.staffMean=15",
    "organizations.registered=1",
    "branches.initialCoverage=1",
    "rigidity=0.3",
    "divideHours.partyShare=0.9",
    "fiveStrengths.appraised=business",
  ],
  instructors: ["instructors.perOrganization=1", "instructors.hours=20"],
  liaisonOfficers: [
    "administrativeDrive.initiative=0.5",
    "administrativeDrive.pressure=20",
    "liaisonOfficers.ties=20",
    "organizations.members=0.8",
    "branches.initialCoverage=1",
    "sparkStation.mode=off",
    // Communities know none but their own organizations, and find no others by themselves.
    "population.communities=6",
    "circles.partners=0",
    "exchangeTurnover.partner=0",
    "matching.partners=0",
    "matching.beyond=0",
  ],
  sparkStation: ["sparkStation.visits=1", "sparkStation.capacity=2", "sparkStation.session=20"],
  communityAlliance: [
    "communityAlliance.joining=12",
    "communityAlliance.resourcesLent=1",
    "communityAlliance.symbolic=0",
    "expertHelp.mode=off",
    "governmentPurchase.communityBudget=0",
    "partyServicePoints.mode=off",
  ],
  platformConstruction: ["platformConstruction.goal=1", "platformConstruction.speed=0.1"],
  venturePhilanthropy: ["venturePhilanthropy.grants=50"],
  demonstrationAwards: ["demonstrationAwards.awards=0.3", "prices.grant=200000"],
  partyWelfare: [
    "administrativeDrive.initiative=0.5",
    "administrativeDrive.pressure=20",
    "organizations.traditionalTypes=[1,0,0,0]",
    "organizations.newTypes=0",
    "partyWelfare.volunteers=50",
    "prices.grant=200000",
  ],
  partyProjects: ["partyProjects.rate=12", "prices.grant=200000"],
  partyServicePoints: [
    "partyServicePoints.hours=40",
    "expertHelp.pace=2400",
    "arrivals.rates=[250,0,0,0,0,0,0,0,0,0,0,0,0,0,0]",
    "prices.hour=500",
    "governmentPurchase.communityBudget=0",
    "communityAlliance.mode=off",
  ],
  newMedia: ["newMedia.invitations=0.2"],
  exhibitionHall: [
    "exhibitionHall.visits=2000",
    "awareness.messages=0",
    "awareness.reach=0.9",
    "fourForces.mode=off",
    "newMedia.mode=off",
    "fiveStrengths.mode=off",
  ],
  extrinsicMotive: ["rigidity=1", "branchReach.contact=1", "extrinsicMotive.gain=0.9"],
  smartTechnology: ["smartTechnology.level=1", "smartTechnology.surveillance=1"],
  mobilizationTree: [
    "mobilizationTree.strength=1",
    "mobilizationTree.calls=12",
    "mobilizationTree.stepWeeks=0",
    "mobilizationTree.span=1000",
  ],
  volunteerCentre: ["volunteerCentre.arranged=0.5"],
  talentTraining: ["talentTraining.places=200"],
  jointProjects: ["jointProjects.rate=52", "jointProjects.invitations=0.3"],
  medicalAssistance: ["medicalAssistance.hours=40", "medicalAssistance.uptake=1", "partyElderCare.mode=off"],
  pairing: ["pairing.sought=500", "pairing.uptake=1", "pairing.minutes=240"],
  routing: ["routing.neighbours=10", "neighbourhoodSettlement.chance=1", "population.groupsPerCommunity=100"],
  publicGoods: ["publicGoods.alpha=1", "publicGoods.asked=120"],
  mediation: [
    "administrativeDrive.initiative=0.5",
    "administrativeDrive.pressure=20",
    "organizations.traditionalTypes=[0,0,0,1]",
    "organizations.newTypes=0",
    "mediation.capacity=5",
    "arrivals.rates=[0,0,0,0,0,0,250,0,0,0,0,0,0,250,250]",
    "caseQueue.caseload=100",
    "matching.open=0",
    "matching.ownHours=40",
    "caseQueue.hardship=0",
    "caseQueue.reopen=0",
    "caseQueue.giveUp=2",
    "divideHours.partyShare=1",
    "population.residents=3500",
    "normDiffusion.mode=off",
    "neighbourhoodSettlement.mode=off",
    "neighbourVisits.mode=off",
    "pairing.mode=off",
  ],
  costShares: ["arrivals.rates=[0,0,0,0,0,0,0,0,0,0,150,0,0,0,0]", "consultation.goodwill=3", "population.villageShare=0"],
  governmentPurchase: ["arrivals.rates=[0,0,0,0,100,0,0,100,0,0,100,0,0,0,0]", "consultation.goodwill=3", "population.villageShare=0"],
  fourForces: ["branchReach.contact=1"],
  powerDependence: ["powerDependence.step=0.2", "matching.price=200", "ownIncome.fees=0"],
  reputation: ["reputation.memory=1", "caseQueue.success=0", "caseQueue.caseload=20", "ownIncome.fees=0", "matching.asks=20"],
  satisfaction: ["satisfaction.experience=1", "satisfaction.heard=1", "arrivals.inducedDemand=3", "arrivals.referenceRate=0.1"],
  familiarity: ["familiarity.byGovernance=1"],
  exchangeTurnover: ["exchangeTurnover.strengthKept=0", "exchangeTurnover.broken=1", "exchangeTurnover.partner=0"],
  densityDependence: ["densityDependence.founding=1"],
  incubation: ["incubation.founding=0.3"],
  memberEntrepreneurship: ["memberEntrepreneurship.founding=0.8"],
  partyInnovation: ["partyInnovation.founding=0.8"],
  typeDifferentiation: ["typeDifferentiation.rate=12"],
  growth: ["growth.adjusting=12", "growth.reserve=0"],
  decline: ["withdrawal=30", "branches.initialCoverage=1", "decline.halfLife=10"],
  programmeTasks: ["rigidity=1", "programmeTasks.response=1"],
  careNeeds: ["careNeeds.factor=5", "partyElderCare.hours=1", "partyElderCare.creaming=0"],
  politicalEmbedding: [
    "organizations.members=0.8",
    "branches.initialCoverage=1",
    "needDrivenFounding.rate=2",
    "rigidity=0.3",
    "fourForces.shares=[1,0,0,0]",
    "politicalEmbedding.strategy=absorb",
    "organizations.staffMean=15",
    "organizations.registered=1",
    "divideHours.partyShare=0.9",
  ],
  exemplars: ["exemplars.imitation=0.3", "exemplars.resentment=0", "exemplars.perCommunity=20"],
  normDiffusion: ["normDiffusion.adjustment=0.5"],
  dualIncubation: ["incubation.founding=0.5", "dispatchedCoverage.mode=off"],
  pilots: ["pilots.start=12", "pilots.spread=5", "pilots.course=200"],
};

/** What decides who gets something, and not how much there is: no mean over an ensemble need move. */
const whoOnly: Readonly<Record<string, string[]>> = {
  legitimacy: [
    "legitimacy.reports=10",
    "governmentPurchase.rule=legitimacy",
    "governmentPurchase.legitimacyWeight=3",
    "governmentPurchase.budget=80",
    "venturePhilanthropy.grants=20",
    "venturePhilanthropy.legitimacyWeight=2",
  ],
};

describe("ablation", () => {
  it.each(Object.entries(whoOnly))("of %s changes which organizations have which income, in some district", async (id, more) => {
    const changed: boolean[] = [];
    for (const seed of SEEDS) {
      const incomes = async (mode: string) => {
        const set = [...more, `${id}.mode=${mode}`].map((entry) => (entry.startsWith("prices.") ? entry : `mechanisms.${entry}`));
        const { world } = runWeeks(await scenario("community", ...district, `seed=${seed}`, ...set), WEEKS);
        return [...world.organizations.columns.incomeYear, ...world.organizations.columns.incomeLast];
      };
      changed.push(JSON.stringify(await incomes("on")) !== JSON.stringify(await incomes("off")));
    }
    expect(changed).toContain(true);
  });

  it("of each mechanism changes a measure that it names beyond its draw noise", async () => {
    const lines: string[] = [];
    const silent: string[] = [];
    const memory = new Map<string, Promise<Float64Array>>();
    /** [measure] last values of a run. */
    const outcome = (seed: string, set: string[], weeks: number): Promise<Float64Array> => {
      const key = `${seed} ${weeks} ${set.join(" ")}`;
      const run = async () =>
        runWeeks(await scenario("community", ...district, `seed=${seed}`, ...set), weeks)
          .recorder.row()
          .slice();
      const known = memory.get(key) ?? run();
      memory.set(key, known);
      return known;
    };
    for (const { id, measures: named } of mechanisms) {
      const more = (strong[id] ?? []).map((entry) =>
        /^(branches\.|circles\.|organizations\.|population\.|prices\.|withdrawal=|rigidity=)/.test(entry) ? entry : `mechanisms.${entry}`,
      );
      const weeks = longer[id] ?? WEEKS;
      const [on, off]: [Float64Array[], Float64Array[]] = [[], []];
      let best = { measure: "", t: 0, by: 0 };
      for (const { pairs, beyond } of LOOKS) {
        for (const seed of SEEDS.slice(on.length, pairs)) {
          on.push(await outcome(seed, id === "epidemic" ? [`mechanisms.${id}.mode=on`] : more, weeks));
          off.push(await outcome(seed, [...more, `mechanisms.${id}.mode=off`], weeks));
        }
        best = { measure: "", t: 0, by: 0 };
        measures.forEach(({ id: measure }, k) => {
          if (!named.includes(measure) || measure === "money_spent_programme") return; // that money is spent is no effect
          const differences = on.map((with_, s) => with_[k] - off[s][k]).filter((d) => Number.isFinite(d));
          if (differences.length < pairs) return;
          const by = mean(differences);
          const t = by === 0 ? 0 : Math.abs(by) / Math.max(1e-12, sampleStandardDeviation(differences) / Math.sqrt(pairs));
          if (t > best.t) best = { measure, t, by };
        });
        if (best.t >= beyond) break;
      }
      const { pairs, beyond } = LOOKS.find(({ pairs }) => pairs === on.length) as (typeof LOOKS)[number];
      lines.push(`${id.padEnd(24)} ${best.measure.padEnd(36)} ${best.by.toPrecision(3).padStart(10)}  t ${best.t.toFixed(1)} of ${pairs}`);
      if (best.t < beyond && !(id in whoOnly)) silent.push(id);
    }
    console.log(lines.join("\n"));
    expect(silent).toEqual([]);
  }, 600_000);
});
