import { amountsByType, COMMUNITY, DECIDED, DISTRICT, defineMechanism, IN_SERVICE, MONEY, OUTSIDE, RESIDENT } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";
import { receives } from "./endings.ts";

/** Once there is consent, the flats pay their shares and the district its subsidy while this year's budget lasts [I02, I03]. */
export const costShares = defineMechanism({
  id: "costShares",
  phase: "casesAreWorked",
  scope: "matter",
  every: "week",
  title: { en: "Shares and subsidies", zh: "分摊与补贴" },
  summary: {
    en: "Elevators and renovation are paid by the flats that agreed to them and by district subsidies, as far as the year's budget reaches.",
    zh: "加装电梯与改造由同意的住户分摊，并由区级补贴，以当年预算为限。",
  },
  rows: ["I02", "I03", "I11"],
  specification: {
    equation:
      "flats pay s_q of the cost at once ; the district pays b_q of it if this year's budget B n still holds it, else the year after",
    symbols: {
      s: "share of the flats concerned",
      b: "share of the district (matters.elevatorSubsidy, renewalSubsidy)",
      B: "budget for works, yuan per resident a year",
      n: "residents",
    },
    source: "Half a million yuan an elevator, subsidized in part, shared by floor [M]; the budget is a judgement.",
    departures: "What residents pay comes from outside the model: incomes of households are not modelled.",
    draws: "none",
    harm: "Where the budget is spent, those who agreed wait; the first to agree take it all.",
  },
  parameters: {
    budget: quantity({
      label: { en: "Budget for works", zh: "改造补贴预算" },
      help: {
        en: "For subsidies to elevators and renovation; what is decided after it is spent waits a year.",
        zh: "用于电梯与改造补贴；用完后议定的须等来年。",
      },
      default: 40,
      min: 0,
      max: 500,
      unit: "yuan per resident a year",
      rows: ["I02", "I03"],
      prior: [5, 100],
    }),
  },
  ofDistrict: ["budget"],
  reads: ["matters.community", "matters.needMoney", "matters.state", "matters.type"],
  writes: ["district.works", "ledger", "matters.gotMoney"],
  measures: ["matters_open", "settlement_rate_true", "weeks_to_settle_median"],
  begin(world, { parameters, week, weekOfYear }) {
    if (weekOfYear === 1 || week === 1) world.district.columns.works[0] = Math.round(parameters.budget * world.residents.rows);
  },
  step(world, _context, q) {
    const { matters, district, ledger } = world;
    const m = matters.columns;
    const { shared, subsidy } = amountsByType(world.scenario.matters)[m.type[q]];
    if (shared + subsidy === 0 || m.gotMoney[q] > 0 || (m.state[q] !== DECIDED && m.state[q] !== IN_SERVICE)) return;
    const c = m.community[q];
    const { works } = district.columns;
    const help = Math.round(m.needMoney[q] * subsidy);
    if (help > works[0]) return;
    const flats = Math.min(m.needMoney[q] - help, Math.ceil(m.needMoney[q] * shared));
    works[0] -= help;
    ledger.pass(MONEY, OUTSIDE, 0, RESIDENT, COMMUNITY, c, flats);
    ledger.pass(MONEY, OUTSIDE, 0, DISTRICT, COMMUNITY, c, help);
    ledger.move(MONEY, COMMUNITY, c, OUTSIDE, 0, flats + help);
    receives(world, q, "gotMoney", Math.min(m.needMoney[q], flats + help));
  },
});
