import { defineMechanism, MONTHS, spend } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";
import { AWARDS, KINDS_OF_STANDING } from "../everyoneLearns/legitimacy.ts";
import { foundOrganization } from "./foundOrganization.ts";

const FIRST_NEW = 4;
const NEW_TYPES = 7;

/** Line 6, party building and innovation: organizations of new types, or copies of what won a prize [B6]. */
export const partyInnovation = defineMechanism({
  id: "partyInnovation",
  phase: "organizationsComeAndGo",
  scope: "district",
  every: "month",
  inWeek: 1,
  title: { en: "“Party building + innovation”", zh: "“党建+创新”" },
  summary: {
    en: "Funds found organizations of the seven new types; types that win awards are imitated.",
    zh: "创新资金催生七类新型组织，获奖的类型引来模仿。",
  },
  rows: ["B6", "Z09"],
  partyBuilding: true,
  specification: {
    equation:
      "founded ~ Poisson(f N0 / 13) a month ; type k with odds 1 + its awards that are remembered (legitimacy) if it is one of the seven new ones, these awards alone if it is not",
    symbols: { f: "founding a year per organization of the start" },
    source: "B6: imitation of awarded models lowers variety; that each award counts like a type of its own is Simon’s rule (eq. 4.23).",
    departures: "none",
    draws: "agent = 0: 0 number; stream type, agent = organization: 0 type; stream new: features.",
    placebo: "The same money without new organizations.",
    harm: "Where awards go to one type, variety falls.",
  },
  chances: {
    type: {
      0: { of: "organization", en: "its type, the awarded ones sooner", zh: "所属类型，获奖多者优先" },
    },
  },
  parameters: {
    founding: quantity({
      label: { en: "Founding rate", zh: "催生率" },
      help: { en: "With money of the programme.", zh: "由党建经费催生。" },
      default: 0.01,
      min: 0,
      max: 1,
      unit: "a year per organization of the start",

      rows: ["B6"],
    }),
  },
  ofDistrict: ["founding"],
  reads: ["residents.member", "residents.workplace"],
  writes: ["exchangeTies", "ledger", "organizations", "residents.organization", "weekTotals.communities.programmeMoney"],
  measures: ["org_type_entropy", "orgs_founded", "money_spent_programme"],
  step(world, context) {
    const p = context.parameters;
    const founded = context.draws.poisson(0, (p.founding * world.scenario.organizations.count) / MONTHS, 0);
    if (founded === 0) return;
    spend(world, 0, world.scenario.prices.grant * founded);
    if (context.mode === "placebo") return;
    const odds = new Array<number>(FIRST_NEW).fill(0).concat(new Array<number>(NEW_TYPES).fill(1));
    const o = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) odds[o.type[g]] += o.standing[g * KINDS_OF_STANDING + AWARDS];
    const choose = context.stream("type");
    const fresh = context.stream("new");
    const first = world.organizations.rows;
    for (let k = 0; k < founded; k++) {
      const row = first + k;
      const type = choose.choose(row, odds, 0);
      const how = { type, where: (c: number) => context.at(c)?.mode === "on" };
      foundOrganization(world, context.week, how, fresh, row);
    }
  },
});
