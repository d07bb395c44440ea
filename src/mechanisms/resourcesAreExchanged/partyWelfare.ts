import { defineMechanism, grant, MONTHS } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { formAsked } from "../../population/index.ts";
import { quantity } from "../../scenario/index.ts";
import { volunteersJoin } from "../organizationsComeAndGo/staffing.ts";

const WELFARE = 0;
const GOVERNMENT = 0;

/** Line 1, party building and public welfare: grants and volunteers for welfare projects [B1, N17]. */
export const partyWelfare = defineMechanism({
  id: "partyWelfare",
  phase: "resourcesAreExchanged",
  scope: "organization",
  every: "month",
  inWeek: 2,
  title: { en: "“Party building + welfare”", zh: "“党建+公益”" },
  summary: {
    en: "Covered welfare organizations receive small grants and standing volunteers.",
    zh: "被覆盖的公益组织获得小额资助与常设志愿者。",
  },
  rows: ["B1", "N17", "T14"],
  partyBuilding: true,
  specification: {
    equation: "money + y / 13 a month ; volunteers + 1 with chance 1 − e^(−v/13)",
    symbols: { y: "yuan a year", v: "volunteers gained a year" },
    source: "B1; each line has a switch and a cost. Values are judgements.",
    departures: "none",
    draws: "agent = organization: 0 volunteer.",
    placebo: "The same money with no call for volunteers.",
    harm: "Money goes to those already covered.",
  },
  chances: {
    "": {
      0: { of: "organization", en: "gains a volunteer", zh: "新增志愿者" },
    },
  },
  parameters: {
    volunteers: quantity({
      label: { en: "Volunteers gained", zh: "新增志愿者" },
      help: { en: "A mean of each covered welfare organization.", zh: "每家被覆盖公益组织的平均数。" },
      default: 2,
      min: 0,
      max: 50,
      unit: "a year",

      rows: ["B1"],
    }),
  },
  reads: ["organizations.community", "organizations.coverage", "organizations.placebo", "organizations.type"],
  writes: [
    "ledger",
    "organizations.incomeYear",
    "organizations.newcomers",
    "organizations.volunteers",
    "weekTotals.communities.programmeMoney",
  ],
  measures: ["income_donation", "income_government", "matched_share", "money_spent_programme"],
  step(world, { parameters: p, mode, draws }, g) {
    const o = world.organizations.columns;
    if (o.type[g] !== WELFARE || formAsked(world.organizations, g) === 0) return;
    grant(world, g, GOVERNMENT, world.scenario.prices.grant / MONTHS);
    if (mode === "on" && draws.chance(g, chanceOf(p.volunteers / MONTHS), 0)) volunteersJoin(world, g, 1);
  },
});
