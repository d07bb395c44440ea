import { defineMechanism } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";

const MINUTES = 60;
const MOST = 65_535;

/** Those who need care at home need it again every week [I06]. */
export const careNeeds = defineMechanism({
  id: "careNeeds",
  phase: "mattersArise",
  scope: "community",
  every: "week",
  apart: true,
  title: { en: "Home care needed", zh: "居家照护需求" },
  summary: {
    en: "Every week residents in need of care at home need hours beyond what their households give.",
    zh: "需要照护的居民每周都有家庭无法满足的照护时数。",
  },
  rows: ["I06", "V4c"],
  specification: {
    equation: "unmet_i = 60 · h_i · f",
    symbols: { h: "hours a week beyond what the household gives", f: "factor of need" },
    source: "I06; demand exceeds supply in elder care by 21.3 points [S46].",
    departures: "Needs do not change with age during a run.",
    draws: "none",
    harm: "Unmet need is counted, not acted on: nobody dies of it here.",
  },
  parameters: {
    factor: quantity({
      label: { en: "Level of need", zh: "需求水平" },
      help: { en: "1 is the need of the start, 2 twice as many hours.", zh: "1 为初始需求，2 表示时数加倍。" },
      default: 1,
      min: 0,
      max: 5,
      unit: "times",
      rows: ["I06"],
    }),
  },
  reads: [],
  writes: ["residents.careUnmet", "weekTotals.communities.careNeeded"],
  measures: ["care_needed", "care_met_share", "orgs_active_share"],
  step(world, context, c) {
    const { careNeed, careUnmet } = world.residents.columns;
    const { firstResident, residents } = world.communities.columns;
    const from = firstResident[c];
    const to = from + residents[c];
    const minutes = MINUTES * context.parameters.factor;
    let sum = 0;
    for (let i = from; i < to; i++) {
      if (careNeed[i] === 0) continue;
      careUnmet[i] = Math.min(MOST, Math.round(careNeed[i] * minutes));
      sum += careUnmet[i];
    }
    world.weekTotals.communities.columns.careNeeded[c] += sum;
  },
  leave(world, _context, c) {
    const { firstResident, residents } = world.communities.columns;
    world.residents.columns.careUnmet.fill(0, firstResident[c], firstResident[c] + residents[c]);
  },
});
