import { defineMechanism, MONTHS, spend } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";
import { foundOrganization } from "./foundOrganization.ts";

const FIRST_NEW = 4;
const NEW_TYPES = 7;
const BY_RESIDENTS = 0;

/** Line 6, party building and innovation: organizations of new types, or copies of what won a prize [B6]. */
export const partyInnovation = defineMechanism({
  id: "partyInnovation",
  phase: "organizationsComeAndGo",
  scope: "district",
  every: "month",
  inWeek: 1,
  title: { en: "“Party building + innovation”", zh: "“党建+创新”" },
  summary: {
    en: "Funds found organizations of the seven new types; some imitate the type that wins most awards.",
    zh: "创新资金催生七类新型组织，部分模仿获奖最多的类型。",
  },
  rows: ["B6", "Z09"],
  partyBuilding: true,
  specification: {
    equation: "founded ~ Poisson(f N0 / 13) a month ; type: with chance i the most awarded one, else any of the seven new ones",
    symbols: { f: "founding a year per organization of the start", i: "imitation" },
    source: "B6: imitation of awarded models lowers variety. Values are judgements.",
    departures: "none",
    draws: "agent = 0: 0 number; stream type, agent = organization: 0 imitates, 1 type; stream new: features.",
    placebo: "The same money without new organizations.",
    harm: "i near 1: variety falls.",
  },
  chances: {
    type: {
      0: { of: "organization", en: "imitates the type with most awards", zh: "模仿获奖最多的类型" },
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
    imitation: share({
      label: { en: "Imitation", zh: "模仿占比" },
      help: { en: "They copy the type with most awards; the others are of any new type.", zh: "模仿获奖最多的类型；其余为任一新型。" },
      default: 0.4,
      of: "new organizations",
      rows: ["B6"],
    }),
  },
  ofDistrict: ["founding", "imitation"],
  reads: ["residents.member", "residents.workplace"],
  writes: ["ledger", "organizations", "residents.organization", "weekTotals.communities.programmeMoney"],
  measures: ["org_type_entropy", "orgs_founded", "money_spent_programme"],
  step(world, context) {
    const p = context.parameters;
    const founded = context.draws.poisson(0, (p.founding * world.scenario.organizations.count) / MONTHS, 0);
    if (founded === 0) return;
    spend(world, 0, world.scenario.prices.grant * founded);
    if (context.mode === "placebo") return;
    const awards = new Float64Array(FIRST_NEW + NEW_TYPES);
    const o = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) awards[o.type[g]] += o.awards[g];
    let famous = 0;
    for (let type = 1; type < awards.length; type++) if (awards[type] > awards[famous]) famous = type;
    const choose = context.stream("type");
    const fresh = context.stream("new");
    const first = world.organizations.rows;
    for (let k = 0; k < founded; k++) {
      const row = first + k;
      const copies = awards[famous] > 0 && choose.chance(row, p.imitation, 0);
      const type = copies ? famous : FIRST_NEW + choose.below(row, NEW_TYPES, 1);
      const how = { registered: 0.3, founder: BY_RESIDENTS, type, where: (c: number) => context.at(c)?.mode === "on" };
      foundOrganization(world, context.week, how, fresh, row);
    }
  },
});
