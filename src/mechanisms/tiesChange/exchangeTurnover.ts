import { ACQUAINTANCE, appendExchangeTie, INDUSTRY, INTEREST } from "../../circles/index.ts";
import { defineMechanism, ORGANIZATION } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { level, probability, share } from "../../scenario/index.ts";

const MONTHS = 13;

/** Ties of the organization network fade without exchange and end with an organization. */
export const exchangeTurnover = defineMechanism({
  id: "exchangeTurnover",
  verb: "tiesChange",
  title: { en: "Turnover of exchange ties", zh: "交换关系更替" },
  summary: {
    en: "Every four weeks unused ties of the organization network weaken and break; partners are found among partners.",
    zh: "每 4 周组织网络中未使用的关系减弱直至断开；新伙伴来自伙伴的伙伴。",
  },
  rows: ["F06", "Z19"],
  sheet: {
    equation: "s(t+1) = s · k^(1/13) if not used this month ; broken if s < b ; P(new partner in a month) = 1 − (1 − r)^(1/13)",
    symbols: {
      s: "strength, 0-1",
      k: "strength kept in a year without exchange",
      b: "strength at which a tie breaks",
      r: "chance of a new partner a year",
    },
    source: "science.md 3.2: organization ties turn over at 20-40% a year.",
    departures:
      "Ties that rank gives (a community and the organizations at home in it, the district, the station, a branch and its organizations) do not fade.",
    harm: "What is not used is lost: the periphery thins out.",
    draws: "agent = organization: 0 seeks, 1 partner's tie, 2 other end.",
  },
  chances: {
    "": {
      0: { of: "organization", en: "seeks a partner", zh: "寻找伙伴" },
    },
  },
  parameters: {
    kept: share({
      label: { en: "Strength kept", zh: "强度保留" },
      help: { en: "In a year without exchange.", zh: "一年没有交换时。" },
      default: 0.3,
      of: "strength, a year",
    }),
    broken: level({
      label: { en: "Breaking point", zh: "断开点" },
      help: { en: "Weaker ties end.", zh: "强度低于此值即断开。" },
      default: 0.1,
    }),
    partner: probability({
      label: { en: "New partners", zh: "结识伙伴率" },
      help: { en: "Found among the partners of partners.", zh: "来自伙伴的伙伴。" },
      default: 0.5,
      per: "year",

      rows: ["F06"],
    }),
  },
  reads: ["exchangeTies", "organizations"],
  writes: ["exchangeTies"],
  measures: ["hub_share", "modularity", "cross_community_share"],
  step(world, context) {
    if (context.week % 4 !== 0 || context.districtMode === "off") return;
    const p = context.district;
    const { exchangeTies, organizations } = world;
    const t = exchangeTies.columns;
    const o = organizations.columns;
    const n = exchangeTies.rows;
    const faded = pow(p.kept, 1 / MONTHS);
    const keep = world.scratch("exchangeTurnover/keep", Uint8Array, n);
    const byRank = (e: number) =>
      t.kindB[e] !== ORGANIZATION || t.kindA[e] !== ORGANIZATION
        ? t.kindA[e] !== 2 || t.kindB[e] !== ORGANIZATION || o.community[t.b[e]] === t.a[e]
        : false;
    for (let e = 0; e < n; e++) {
      keep[e] = 1;
      if ((t.kindA[e] === ORGANIZATION && !o.alive[t.a[e]]) || (t.kindB[e] === ORGANIZATION && !o.alive[t.b[e]])) keep[e] = 0;
      else if (t.kindA[e] === 4 && (!world.branches.columns.alive[t.a[e]] || o.branch[t.b[e]] !== t.a[e]))
        keep[e] = t.kindB[e] === ORGANIZATION ? 0 : 1;
      else if (!byRank(e) && t.last[e] < context.week - 3) {
        t.strength[e] *= faded;
        if (t.strength[e] < p.broken) keep[e] = 0;
      }
    }
    // New partners, from the ties as they were.
    const join = 1 - pow(1 - p.partner, 1 / MONTHS);
    const pairs: number[] = [];
    const partners: number[][] = Array.from({ length: organizations.rows }, () => []);
    const meet = (a: number, b: number) => {
      partners[a].push(b);
      partners[b].push(a);
    };
    for (let e = 0; e < n; e++) if (t.kindA[e] === ORGANIZATION && t.kindB[e] === ORGANIZATION && keep[e]) meet(t.a[e], t.b[e]);
    for (let g = 0; g < organizations.rows; g++) {
      if (!o.alive[g] || !context.draws.chance(g, join, 0)) continue;
      const via = partners[g].length > 0 ? partners[partners[g][context.draws.below(g, partners[g].length, 1)]] : [];
      // Without partners anyone in the district may become the first.
      const other = via.length > 0 ? via[context.draws.below(g, via.length, 2)] : context.draws.below(g, organizations.rows, 2);
      if (other !== g && o.alive[other] && !partners[g].includes(other)) pairs.push(g, other);
    }
    exchangeTies.retain(keep);
    for (let k = 0; k < pairs.length; k += 2) {
      const [a, b] = [pairs[k], pairs[k + 1]];
      if (partners[a].includes(b)) continue; // each sought the other
      meet(a, b);
      const circle = o.community[a] === o.community[b] ? ACQUAINTANCE : o.type[a] === o.type[b] ? INTEREST : INDUSTRY;
      appendExchangeTie(exchangeTies, ORGANIZATION, a, ORGANIZATION, b, circle, context.week);
    }
  },
});
