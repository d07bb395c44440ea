import { defineMechanism, MONEY, MONTHS, ORGANIZATION, OUTSIDE } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";
import { reputed } from "../everyoneLearns/reputation.ts";

const SOURCES = 5;
const DONATION = 2;
const FEES = 3;

/** Organizations earn donations and fees, and pay what they cost [B1-B7, Z15]. */
export const ownIncome = defineMechanism({
  id: "ownIncome",
  verb: "resourcesAreExchanged",
  scope: "organization",
  every: "month",
  phase: 1,
  title: { en: "Donations, fees and costs", zh: "捐赠、收费与成本" },
  summary: {
    en: "Every four weeks donations follow reputation, fees follow staff and reputation, and staff are paid as far as money goes.",
    zh: "每 4 周：捐赠随声誉，收费随人手与声誉，工资在资金允许的范围内支付。",
  },
  rows: ["Z15", "B7"],
  sheet: {
    equation: "donation = d · volunteers · T_i · max(0, 1 + κ s) / 13 ; fees = f · staff · T / 13 ; cost = min(balance, s · staff / 13)",
    symbols: {
      "κ, s": "crowding of donations by government money (in above 0, out below), and its share in last year's income",
      d: "yuan per volunteer a year",
      f: "yuan per member of staff a year at full reputation",
      s: "yuan per member of staff a year",
      T: "reputation, 0-1",
    },
    source: "Sources of income of Z15; amounts are judgements.",
    departures: "Prices are the same for all types.",
    draws: "none",
    harm: "Fees follow the name, not the work: one that was lucky earns more than one that is good.",
  },
  rivals: ["mechanisms.ownIncome.crowding"],
  parameters: {
    crowding: quantity({
      label: { en: "Crowding of donations", zh: "挤入与挤出" },
      help: {
        en: "Above 0 government money attracts donations, below 0 it replaces them.",
        zh: "大于 0 表示政府资金带动捐赠，小于 0 表示取代捐赠。",
      },
      default: 0,
      min: -2,
      max: 2,
      unit: "slope",

      rows: ["Z15"],
      evidence: "S",
      source: "Two thirds of estimates negative, one third positive [S104]; 0.4 yuan per yuan at network level in China [S8].",
      prior: [-0.64, 0.4],
    }),
    donations: quantity({
      label: { en: "Donations", zh: "捐赠" },
      help: { en: "Raised by a volunteer of an organization of full reputation.", zh: "声誉为 1 的组织，每名志愿者募得的数额。" },
      default: 600,
      min: 0,
      max: 20_000,
      unit: "yuan per volunteer a year",

      rows: ["Z15"],
    }),
    fees: quantity({
      label: { en: "Fees", zh: "服务收费" },
      help: { en: "Earned by a member of staff at full reputation.", zh: "声誉为 1 时每名专职人员的收入。" },
      default: 62_000,
      min: 0,
      max: 500_000,
      unit: "yuan per member of staff a year",

      rows: ["Z15"],
    }),
    cost: quantity({
      label: { en: "Pay", zh: "人员成本" },
      help: { en: "Organizations short of money pay less.", zh: "资金不足的组织少付。" },
      default: 35_000,
      min: 0,
      max: 500_000,
      unit: "yuan per member of staff a year",
    }),
  },
  reads: ["organizations.registered", "organizations.reputation", "organizations.staff", "organizations.volunteers"],
  writes: ["ledger", "organizations.incomeYear"],
  measures: ["income_donation", "income_commercial", "org_income_gini", "orgs_closed"],
  step({ ledger, organizations }, { parameters: p }, g) {
    const o = organizations.columns;
    const trusted = reputed(organizations, g);
    let last = 0;
    for (let s = 0; s < SOURCES; s++) last += o.incomeLast[g * SOURCES + s];
    const crowded = last > 0 ? Math.max(0, 1 + (p.crowding * o.incomeLast[g * SOURCES]) / last) : 1;
    const donation = Math.round((p.donations * o.volunteers[g] * trusted * crowded) / MONTHS);
    const fees = o.registered[g] ? Math.round((p.fees * o.staff[g] * trusted) / MONTHS) : 0;
    ledger.move(MONEY, OUTSIDE, 0, ORGANIZATION, g, donation + fees);
    o.incomeYear[g * SOURCES + DONATION] += donation;
    o.incomeYear[g * SOURCES + FEES] += fees;
    const cost = Math.min(ledger.balance(MONEY, ORGANIZATION, g), Math.round((p.cost * o.staff[g]) / MONTHS));
    ledger.move(MONEY, ORGANIZATION, g, OUTSIDE, 0, cost);
  },
});
