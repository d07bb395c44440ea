import {
  CONTACT,
  controls,
  defineMechanism,
  experience,
  OF_ORGANIZATIONS,
  spend,
  WORKING_DAY,
  type World,
  YEAR,
} from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, share } from "../../scenario/index.ts";
import { drawnAdults } from "../drawnAdults.ts";

/** Line 7, party building and supervision: it can build trust, and it can erode it [B7]. */
export const partySupervision = defineMechanism({
  id: "partySupervision",
  phase: "resourcesAreExchanged",
  scope: "community",
  every: "week",
  title: { en: "“Party building + supervision”", zh: "“党建+监督”" },
  summary: {
    en: "Supervision shows residents which organizations serve well and penalizes the others; being watched costs motivation and trust.",
    zh: "监督让居民了解组织优劣，处罚低于平均的组织；被监看感削弱动机与信任。",
  },
  rows: ["B7", "Z21"],
  partyBuilding: true,
  rivals: ["mechanisms.partySupervision.feelWatched"],
  specification: {
    equation: [
      "each supervised organization: success if q ≥ q̄, else failure, told to n drawn residents as an experience of their own ; finding + 1 or − 1 (legitimacy)",
      "of those told, a share x feels watched: m − 0.05 m, a failure of trust",
    ].join("\n"),
    symbols: { "q, q̄": "quality, and its mean over all organizations", n: "residents told", x: "share of those told who feel watched" },
    source: "B7: monitoring crowds out trust and motivation is its null; eq. 4.10, 4.18. Values are judgements.",
    departures: "Property firms are not agents.",
    draws: "agent = organization: 0 supervised; agent = community * 65536 + visit: 0 who, 1 feels watched.",
    placebo: "The same inspections of something else: cost without news.",
    harm: "Where many feel watched (x), supervision costs more trust than it builds.",
  },
  chances: {
    "": {
      0: { of: "organization", en: "is supervised", zh: "受到监督" },
      1: { of: "resident", en: "feels watched", zh: "感到被监看" },
    },
  },
  parameters: {
    rate: quantity({
      label: { en: "Supervisions", zh: "监督次数" },
      help: { en: "Of each organization, covered or not.", zh: "每家组织，无论是否被覆盖。" },
      default: 1,
      min: 0,
      max: 12,
      unit: "a year",

      rows: ["B7"],
    }),
    residentsTold: quantity({
      label: { en: "Residents told", zh: "告知居民数" },
      help: { en: "They learn whether the organization serves better than most.", zh: "得知该组织是否优于平均。" },
      default: 30,
      min: 0,
      max: 1000,
      unit: "people",

      rows: ["B7"],
    }),
    feelWatched: share({
      label: { en: "Feeling watched", zh: "被监看感占比" },
      help: { en: "They lose motivation, and trust in organizations.", zh: "他们的动机与对社会组织的信任下降。" },
      default: 0.2,
      of: "residents told",
      rows: ["B7"],
    }),
  },
  reads: ["organizations.alive", "organizations.community", "organizations.quality"],
  writes: ["experiences", "ledger", "residents.controlMet", "weekTotals.communities.programmeMoney", "weekTotals.organizations.findings"],
  measures: ["trust_organizations", "motivation_mean", "money_spent_programme"],
  begin(world) {
    const { alive, quality } = world.organizations.columns;
    let [sum, count] = [0, 0];
    for (let g = 0; g < world.organizations.rows; g++) {
      sum += alive[g] * quality[g];
      count += alive[g];
    }
    meanQuality(world)[0] = count > 0 ? sum / count : 0;
  },
  step(world, context, c) {
    const { parameters: p, mode, draws } = context;
    const o = world.organizations.columns;
    const { findings } = world.weekTotals.organizations.columns;
    const [mean] = meanQuality(world);
    let good = 0;
    let bad = 0;
    for (let g = 0; g < world.organizations.rows; g++) {
      if (!o.alive[g] || o.community[g] !== c || !draws.chance(g, chanceOf(p.rate / YEAR), 0)) continue;
      spend(world, c, WORKING_DAY * world.scenario.prices.hour);
      if (mode === "placebo") continue;
      if (o.quality[g] >= mean) {
        good++;
        findings[g]++;
      } else {
        bad++;
        findings[g]--;
      }
    }
    const told = Math.round(p.residentsTold) * (good + bad);
    let n = 0;
    drawnAdults(world, draws, c, told, (i, key) => {
      experience(world, i, OF_ORGANIZATIONS, CONTACT, n++ * (good + bad) < good * told ? 1 : 0);
      if (!draws.chance(key, p.feelWatched, 1, i)) return;
      controls(world, i, 1);
      experience(world, i, OF_ORGANIZATIONS, CONTACT, 0);
    });
  },
});

/** Mean quality of the organizations that there are, at the start of the week. */
const meanQuality = (world: World) => world.scratch("partySupervision/mean", Float64Array, 1);
