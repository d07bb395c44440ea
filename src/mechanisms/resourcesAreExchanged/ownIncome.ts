import { defineMechanism, MONEY, ORGANIZATION, OUTSIDE } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";

const MONTHS = 13;
const SOURCES = 5;
const DONATION = 2;
const FEES = 3;

/** Organizations earn donations and fees, and pay what they cost [B1-B7, Z15]. */
export const ownIncome = defineMechanism({
  id: "ownIncome",
  verb: "resourcesAreExchanged",
  title: { en: "Donations, fees and costs", zh: "捐赠、收费与成本" },
  summary: {
    en: "Every fourth week donations follow reputation, fees follow staff and quality, and staff are paid as far as money goes.",
    zh: "每四周捐赠随声誉而来，收费随员工与质量而来，并在资金允许内支付人员成本。",
  },
  rows: ["Z15", "B7"],
  sheet: {
    equation: "donation = d · volunteers · T_i · max(0, 1 + κ s) / 13 ; fees = f · staff · q / 13 ; cost = min(balance, s · staff / 13)",
    symbols: {
      "κ, s": "crowding of donations by government money (in above 0, out below), and its share in last year's income",
      d: "yuan per volunteer a year",
      f: "yuan per member of staff a year at full quality",
      s: "yuan per member of staff a year",
      T: "reputation, 0-1",
      q: "quality, 0-1",
    },
    source: "Sources of income of Z15; amounts are judgements.",
    departures: "Prices are the same for all types.",
    draws: "none",
    harm: "Fees reward quality of a kind that pays: service for those who cannot pay is not seen here.",
  },
  rivals: ["mechanisms.ownIncome.crowding"],
  parameters: {
    crowding: quantity({
      default: 0,
      min: -2,
      max: 2,
      unit: "per share of income",
      en: "How far government money draws donations in (above 0) or crowds them out.",
      zh: "政府资金对捐赠的挤入（正）或挤出（负）。",
      rows: ["Z15"],
      evidence: "S",
      source: "Two thirds of estimates negative, one third positive [S104]; 0.4 yuan per yuan at network level in China [S8].",
      prior: [-0.64, 0.4],
    }),
    donations: quantity({
      default: 600,
      min: 0,
      max: 20_000,
      unit: "yuan per volunteer a year",
      en: "Donations that a volunteer of an organization of full reputation raises.",
      zh: "声誉满分组织每名志愿者募得的捐赠。",
      rows: ["Z15"],
    }),
    fees: quantity({
      default: 62_000,
      min: 0,
      max: 500_000,
      unit: "yuan per member of staff a year",
      en: "Fees that a member of staff earns at full quality.",
      zh: "质量满分时每名员工的服务收费。",
      rows: ["Z15"],
    }),
    cost: quantity({
      default: 35_000,
      min: 0,
      max: 500_000,
      unit: "yuan per member of staff a year",
      en: "What a member of staff costs.",
      zh: "每名员工的成本。",
    }),
  },
  reads: ["organizations.volunteers", "organizations.reputation", "organizations.staff", "organizations.quality"],
  writes: ["ledger", "organizations.incomeYear"],
  measures: ["income_donation", "income_commercial", "org_income_gini", "orgs_closed"],
  step(world, context) {
    if (context.week % 4 !== 1) return;
    const { ledger, organizations } = world;
    const o = organizations.columns;
    for (let g = 0; g < organizations.rows; g++) {
      const c = o.community[g];
      if (!o.alive[g] || context.mode(c) === "off") continue;
      const p = context.of(c);
      const trusted = (o.reputation[g * 2] + 1) / (o.reputation[g * 2] + o.reputation[g * 2 + 1] + 2);
      let last = 0;
      for (let s = 0; s < SOURCES; s++) last += o.incomeLast[g * SOURCES + s];
      const crowded = last > 0 ? Math.max(0, 1 + (p.crowding * o.incomeLast[g * SOURCES]) / last) : 1;
      const donation = Math.round((p.donations * o.volunteers[g] * trusted * crowded) / MONTHS);
      const fees = o.registered[g] ? Math.round((p.fees * o.staff[g] * o.quality[g]) / MONTHS) : 0;
      ledger.move(MONEY, OUTSIDE, 0, ORGANIZATION, g, donation + fees);
      o.incomeYear[g * SOURCES + DONATION] += donation;
      o.incomeYear[g * SOURCES + FEES] += fees;
      const cost = Math.min(ledger.balance(MONEY, ORGANIZATION, g), Math.round((p.cost * o.staff[g]) / MONTHS));
      ledger.move(MONEY, ORGANIZATION, g, OUTSIDE, 0, cost);
    }
  },
});
