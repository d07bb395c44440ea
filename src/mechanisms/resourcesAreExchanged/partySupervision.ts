import { defineMechanism, spend } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, share } from "../../scenario/index.ts";
import { drawnAdults } from "../drawnAdults.ts";

/** Line 7, party building and supervision: it can build trust, and it can erode it [B7]. */
export const partySupervision = defineMechanism({
  id: "partySupervision",
  verb: "resourcesAreExchanged",
  title: { en: "Line 7: party building + supervision", zh: "党建+监督" },
  summary: {
    en: "Supervision shows residents which organizations serve well and sanctions the others; being watched takes motivation and trust away.",
    zh: "监督让居民了解组织优劣并处罚不良者；被监视感侵蚀动机与信任。",
  },
  rows: ["B7", "Z21"],
  partyBuilding: true,
  rivals: ["mechanisms.partySupervision.builds", "mechanisms.partySupervision.erodes"],
  sheet: {
    equation: [
      "each supervised organization: success if q ≥ s, else failure, told to n drawn residents with weight b ; leg − z if q < s",
      "of those told, a share x feels watched: m − 0.05 m, a failure of trust",
    ].join("\n"),
    symbols: { q: "quality", s: "standard", b: "weight by which supervision builds trust", x: "share by which it erodes", z: "sanction" },
    source: "B7: monitoring crowds out trust and motivation is its null; eq. 4.10, 4.18. Values are judgements.",
    departures: "Property firms are not agents.",
    draws: "agent = organization: 0 supervised; agent = community * 65536 + visit: 0 who, 1 feels watched.",
    placebo: "The same inspections of something else: cost without news.",
    harm: "x above b: supervision costs more trust than it builds.",
  },
  chances: {
    "": {
      0: { of: "organization", en: "is supervised", zh: "受到监督" },
      1: { of: "resident", en: "feels watched", zh: "感到被监视" },
    },
  },
  parameters: {
    rate: quantity({
      default: 1,
      min: 0,
      max: 12,
      unit: "a year",
      en: "Supervisions of an organization.",
      zh: "每家组织年监督次数。",
      rows: ["B7"],
    }),
    told: quantity({
      default: 30,
      min: 0,
      max: 1000,
      unit: "residents",
      en: "Residents told of the outcome, n.",
      zh: "获知结果的居民数。",
      rows: ["B7"],
    }),
    standard: share({ default: 0.4, of: "full quality", en: "Standard, s.", zh: "监督标准。", rows: ["B7"] }),
    builds: quantity({
      default: 1,
      min: 0,
      max: 3,
      unit: "experiences",
      en: "Weight of what is told, b.",
      zh: "信任建立权重。",
      rows: ["B7"],
    }),
    erodes: share({ default: 0.2, of: "those told", en: "Those who feel watched, x.", zh: "感到被监视者。", rows: ["B7"] }),
    sanction: share({ default: 0.1, of: "legitimacy", en: "Sanction, z.", zh: "处罚的合法性损失。", rows: ["B7"] }),
    cost: quantity({ default: 500, min: 0, max: 50_000, unit: "yuan", en: "Cost of a supervision.", zh: "每次监督成本。", rows: ["B7"] }),
  },
  reads: ["organizations.quality"],
  writes: ["organizations.reputation", "organizations.legitimacy", "residents.trustOrganizations", "residents.motivation", "ledger"],
  measures: ["trust_organizations", "motivation_mean", "money_spent_programme"],
  step(world, context) {
    const o = world.organizations.columns;
    const r = world.residents.columns;
    for (let c = 0; c < world.communities.rows; c++) {
      const mode = context.mode(c);
      if (mode === "off") continue;
      const p = context.of(c);
      let good = 0;
      let bad = 0;
      for (let g = 0; g < world.organizations.rows; g++) {
        if (!o.alive[g] || o.community[g] !== c || !context.draws.chance(g, chanceOf(p.rate / 52), 0)) continue;
        spend(world, c, p.cost);
        if (mode === "placebo") continue;
        if (o.quality[g] >= p.standard) {
          good++;
          o.reputation[g * 2]++;
        } else {
          bad++;
          o.reputation[g * 2 + 1]++;
          o.legitimacy[g] *= 1 - p.sanction;
        }
      }
      const told = Math.round(p.told) * (good + bad);
      let n = 0;
      drawnAdults(world, context.draws, c, told, (i, key) => {
        r.trustOrganizations[i * 2 + (n++ * (good + bad) < good * told ? 0 : 1)] += p.builds;
        if (!context.draws.chance(key, p.erodes, 1, i)) return;
        r.motivation[i] *= 0.95;
        r.trustOrganizations[i * 2 + 1]++;
      });
    }
  },
});
