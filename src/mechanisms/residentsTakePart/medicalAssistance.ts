import { careFor, defineMechanism, EXPERT_TIME, OUTSIDE, RESIDENT, spend } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";

/** Skilled helpers assist with medical needs at home [V5b]. */
export const medicalAssistance = defineMechanism({
  id: "medicalAssistance",
  phase: "residentsTakePart",
  scope: "community",
  every: "week",
  title: { en: "Medical assistance", zh: "助医" },
  summary: {
    en: "Skilled hours go to residents with much unmet care, if they accept help.",
    zh: "专业工时提供给照护缺口较大且愿意接受的居民。",
  },
  rows: ["V5b", "V4c"],
  partyBuilding: true,
  specification: {
    equation: "60 h n_c / 1000 expert minutes a week ; to those with at least 3 hours unmet who accept (chance u), two hours each",
    symbols: { h: "hours per 1,000 residents a week", u: "uptake: the rest feels the stigma of being helped" },
    source: "V5b; demand exceeds supply in medical care by 21.5 points [S46]; low uptake and stigma are its nulls.",
    departures: "Helpers come from outside the model.",
    draws: "agent = resident: 0 accepts; agent = community: 1 where it begins.",
    placebo: "The same money for equipment.",
    harm: "Hours not taken up are lost.",
  },
  chances: {
    "": {
      0: { of: "resident", en: "accepts help", zh: "接受帮助" },
    },
  },
  parameters: {
    hours: quantity({
      label: { en: "Skilled time", zh: "助医工时" },
      help: { en: "Two for each who accepts; the rest is lost.", zh: "每位接受的居民 2 小时，其余作废。" },
      default: 0.5,
      min: 0,
      max: 40,
      unit: "hours per 1,000 residents a week",

      rows: ["V5b"],
    }),
    uptake: share({
      label: { en: "Uptake", zh: "接受率" },
      help: { en: "Of residents with at least three hours of unmet care.", zh: "照护缺口不少于 3 小时的居民。" },
      default: 0.6,
      of: "residents in need",
      rows: ["V5b"],
    }),
  },
  reads: [],
  writes: ["ledger", "residents.careUnmet", "weekTotals.communities.careMinutes", "weekTotals.communities.programmeMoney"],
  measures: ["care_met_share", "money_spent_programme"],
  step(world, { parameters: p, mode, draws }, c) {
    const { careUnmet } = world.residents.columns;
    const { firstResident, residents: count } = world.communities.columns;
    let left = Math.round((60 * p.hours * count[c]) / 1000);
    spend(world, c, (left / 60) * world.scenario.prices.hour);
    if (mode === "placebo") return;
    const start = draws.below(c, count[c], 1);
    for (let k = 0; k < count[c] && left > 0; k++) {
      const i = firstResident[c] + ((start + k) % count[c]);
      if (careUnmet[i] < 180 || !draws.chance(i, p.uptake, 0)) continue;
      const minutes = Math.min(120, left);
      world.ledger.move(EXPERT_TIME, OUTSIDE, 0, RESIDENT, i, minutes);
      careFor(world, i, minutes);
      left -= minutes;
    }
  },
});
