import {
  type Context,
  defineMechanism,
  EXPERT_TIME,
  MONTHS,
  OUTSIDE,
  OWN_FIELD,
  offerCourse,
  type ParametersOf,
  RUNNING,
  STATION,
  spend,
  teacherTime,
  type World,
  YEAR,
} from "../../engine/index.ts";
import { quantity, whole } from "../../scenario/index.ts";
import { foundOrganization } from "./foundOrganization.ts";

const IN_INCUBATOR = 1;
const LEFT = 2;

const parameters = {
  founding: quantity({
    label: { en: "Founding rate", zh: "催生率" },
    help: { en: "By the incubator.", zh: "由孵化器催生。" },
    default: 0.058,
    min: 0,
    max: 1,
    unit: "a year per organization of the start",

    rows: ["T03"],
    evidence: "A",
    prior: [0.02, 0.12],
    source: "Over 100 incubated in four years beside 432 registered ones, in Jintan [S32].",
  }),
  length: whole({
    label: { en: "Time inside", zh: "在孵时间" },
    help: { en: "Then the organization graduates.", zh: "期满即出壳。" },
    default: 104,
    min: 1,
    max: 520,
    unit: "weeks",
    rows: ["G2"],
    evidence: "S",
    source: "Two years, in Liyang [S37].",
  }),
  advice: quantity({
    label: { en: "Advice inside", zh: "孵化辅导" },
    help: { en: "Half on the field of the organization, half on how to run it.", zh: "业务与管理各占一半。" },
    default: 4,
    min: 0,
    max: 80,
    unit: "hours a month",
    rows: ["G2"],
    prior: [1, 12],
  }),
};

/** An incubator shelters new organizations for two years; then they graduate [G2, T03]. */
export const incubation = defineMechanism({
  id: "incubation",
  phase: "organizationsComeAndGo",
  scope: "district",
  every: "month",
  inWeek: 2,
  title: { en: "Incubator", zh: "孵化器" },
  summary: {
    en: "The incubator founds organizations and takes in young ones: space and advice for two years, then they graduate; some had come to depend on it.",
    zh: "孵化器催生新组织并接纳年轻组织，提供场地与辅导，期满出壳；部分组织已产生依赖。",
  },
  rows: ["G2", "T03"],
  partyBuilding: true,
  specification: {
    equation:
      "founded ~ Poisson(f N0 / 13) a month ; takes in organizations under one year while places last: as many as it founds in the time that they stay ; course of 60 h minutes a month inside, half on the field, half on running it",
    symbols: { f: "founding a year per organization of the start", h: "hours of advice a month" },
    source: "G2, T03; first cohort two years in the incubator [S37]; dependency after exit is its null.",
    departures: "none",
    draws: "agent = 0: 0 number founded; stream new, agent = organization: 0-15 features.",
    placebo: "The same incubator: nothing in it is the party's but dual incubation, which has a placebo of its own.",
    harm: "What was learnt inside fades outside; hours in courses are hours without service.",
  },
  parameters,
  ofDistrict: ["founding", "length"],
  reads: ["residents.member", "residents.workplace"],
  writes: ["exchangeTies", "ledger", "organizations", "residents.organization", "weekTotals.communities.programmeMoney"],
  measures: ["orgs_alive", "orgs_founded", "org_quality_mean", "money_spent_programme"],
  step(world, context) {
    const { parameters: p } = context;
    const inside = teach(world, context);
    const places = Math.round((p.founding * world.scenario.organizations.count * p.length) / YEAR);
    spend(world, 0, (places * world.scenario.prices.grant) / MONTHS);
    const isOn = (c: number) => context.at(c) !== undefined;
    const founded = context.draws.poisson(0, (p.founding * world.scenario.organizations.count) / MONTHS, 0);
    const fresh = context.stream("new");
    const how = { where: isOn };
    const first = world.organizations.rows;
    for (let k = 0; k < founded; k++) foundOrganization(world, context.week, how, fresh, first + k);
    fillPlaces(world, context, places - inside);
  },
  leave(world, _context, c) {
    const { community, incubation } = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) if (community[g] === c && incubation[g] === IN_INCUBATOR) leaveShell(world, g);
  },
});

type Incubation = Context<ParametersOf<typeof parameters>>;

/** Those inside learn, or leave when their time has come. Returns how many remain. */
function teach(world: World, context: Incubation): number {
  const o = world.organizations.columns;
  let inside = 0;
  for (let g = 0; g < world.organizations.rows; g++) {
    const here = context.at(o.community[g]);
    if (!o.alive[g] || o.incubation[g] !== IN_INCUBATOR || here === undefined) continue;
    const { advice } = here.parameters;
    if (context.week >= o.incubationEnd[g]) {
      leaveShell(world, g);
      continue;
    }
    inside++;
    world.ledger.move(EXPERT_TIME, OUTSIDE, 0, STATION, 0, Math.round(60 * advice));
    const taught = teacherTime(world, STATION, 0, g, 60 * advice);
    offerCourse(world, g, OWN_FIELD, taught / 2);
    offerCourse(world, g, RUNNING, taught / 2);
  }
  return inside;
}

/** An organization graduates: no more advice, and what it learnt fades unless it is used. */
function leaveShell({ organizations }: World, g: number): void {
  const o = organizations.columns;
  o.incubation[g] = LEFT;
  o.incubationEnd[g] = -1;
}

/** The youngest organizations, not older than a year, move in. */
function fillPlaces(world: World, context: Incubation, free: number): void {
  const o = world.organizations.columns;
  for (let g = world.organizations.rows - 1, left = free; g >= 0 && left > 0; g--) {
    if (!o.alive[g] || o.incubation[g] !== 0 || o.founded[g] < context.week - YEAR) continue;
    if (context.at(o.community[g]) === undefined) continue;
    o.incubation[g] = IN_INCUBATOR;
    o.incubationEnd[g] = context.week + context.parameters.length;
    left--;
  }
}
