import { ACQUAINTANCE, appendExchangeTie, INDUSTRY, INTEREST } from "../../circles/index.ts";
import {
  BRANCH,
  COMMUNITY,
  type Context,
  defineMechanism,
  MONTHS,
  ORGANIZATION,
  type ParametersOf,
  type World,
} from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { level, probability, share } from "../../scenario/index.ts";

const parameters = {
  strengthKept: share({
    label: { en: "Strength kept", zh: "强度保留" },
    help: { en: "In a year without exchange.", zh: "一年没有交换时。" },
    default: 0.6,
    of: "strength, a year",
    source: "Organization ties turn over at 20-40% a year [J]: a new tie that nobody uses breaks after 3.2 years.",
    prior: [0.45, 0.7],
  }),
  broken: level({
    label: { en: "Breaking point", zh: "断开点" },
    help: { en: "Weaker ties end.", zh: "强度低于此值即断开。" },
    default: 0.1,
  }),
  partner: probability({
    label: { en: "New partners", zh: "结识伙伴率" },
    help: {
      en: "Found among the partners of a partner; where nobody is new there, among all.",
      zh: "来自伙伴的伙伴；其中无新人时，来自所有组织。",
    },
    default: 0.5,
    per: "year",

    rows: ["F06"],
  }),
};

/** Ties of the organization network fade without exchange and end with an organization. */
export const exchangeTurnover = defineMechanism({
  id: "exchangeTurnover",
  phase: "tiesChange",
  scope: "district",
  every: "month",
  inWeek: 0,
  title: { en: "Turnover of exchange ties", zh: "交换关系更替" },
  summary: {
    en: "Every four weeks unused ties of the organization network weaken and break; partners are found among partners.",
    zh: "每 4 周组织网络中未使用的关系减弱直至断开；新伙伴来自伙伴的伙伴。",
  },
  rows: ["F06", "Z19"],
  specification: {
    equation: "s(t+1) = s · k^(1/13) if not used this month ; broken if s < b ; P(new partner in a month) = 1 − (1 − r)^(1/13)",
    symbols: {
      s: "strength, 0-1",
      k: "strength kept in a year without exchange",
      b: "strength at which a tie breaks",
      r: "chance of a new partner a year",
    },
    source: "Organization ties turn over at 20-40% a year (references: networks).",
    departures:
      "Ties that rank gives (a community and the organizations at home in it, the district, the station, a branch and its organizations) do not fade.",
    harm: "What is not used is lost: the periphery thins out.",
    draws: "agent = organization: 0 seeks, 1 by which partner, 2 whom.",
  },
  chances: {
    "": {
      0: { of: "organization", en: "seeks a partner", zh: "寻找伙伴" },
    },
  },
  parameters,
  reads: ["branches.alive", "organizations.alive", "organizations.branch", "organizations.community", "organizations.type"],
  writes: ["exchangeTies"],
  measures: ["hub_share", "modularity", "cross_community_share"],
  step(world, context) {
    const { exchangeTies } = world;
    const keep = world.scratch("exchangeTurnover/keep", Uint8Array, exchangeTies.rows);
    fade(world, context, keep);
    const pairs = newPartners(world, context, keep);
    exchangeTies.retain(keep);
    const { community, type } = world.organizations.columns;
    for (const [a, b] of pairs) {
      const circle = community[a] === community[b] ? ACQUAINTANCE : type[a] === type[b] ? INTEREST : INDUSTRY;
      appendExchangeTie(exchangeTies, ORGANIZATION, a, ORGANIZATION, b, circle, context.week);
    }
  },
});

type Turning = Context<ParametersOf<typeof parameters>>;

/** Whether a tie stands by rank and does not fade: those of the authorities, and of a community with its own organizations. */
function byRank({ exchangeTies, organizations }: World, e: number): boolean {
  const t = exchangeTies.columns;
  if (t.kindA[e] === ORGANIZATION && t.kindB[e] === ORGANIZATION) return false;
  return t.kindA[e] !== COMMUNITY || t.kindB[e] !== ORGANIZATION || organizations.columns.community[t.b[e]] === t.a[e];
}

/** The community by whose parameters a tie fades: that of the organization at its end. */
function communityOf({ exchangeTies, organizations }: World, e: number): number {
  const t = exchangeTies.columns;
  return t.kindB[e] === ORGANIZATION ? organizations.columns.community[t.b[e]] : t.kindA[e] === COMMUNITY ? t.a[e] : 0;
}

/** Ties end with an organization or with the membership in a branch, and fade while nothing is exchanged. */
function fade(world: World, context: Turning, keep: Uint8Array): void {
  const { exchangeTies, organizations, branches } = world;
  const t = exchangeTies.columns;
  const o = organizations.columns;
  const closed = (kind: number, row: number) => kind === ORGANIZATION && !o.alive[row];
  for (let e = 0; e < exchangeTies.rows; e++) {
    keep[e] = 1;
    const here = context.at(communityOf(world, e));
    if (closed(t.kindA[e], t.a[e]) || closed(t.kindB[e], t.b[e])) keep[e] = 0;
    else if (t.kindA[e] === BRANCH && (!branches.columns.alive[t.a[e]] || o.branch[t.b[e]] !== t.a[e])) {
      keep[e] = t.kindB[e] === ORGANIZATION ? 0 : 1;
    } else if (here && !byRank(world, e) && t.last[e] < context.week - 3) {
      t.strength[e] *= pow(here.parameters.strengthKept, 1 / MONTHS);
      if (t.strength[e] < here.parameters.broken) keep[e] = 0;
    }
  }
}

/** Organizations that find a partner among the partners of a partner; where there is no new one anybody may become it. */
function newPartners(world: World, context: Turning, keep: Uint8Array): [number, number][] {
  const { organizations } = world;
  const { alive, community } = organizations.columns;
  const partners = partnersOf(world, keep);
  const living = Array.from({ length: organizations.rows }, (_, g) => g).filter((g) => alive[g]);
  const pairs: [number, number][] = [];
  for (const g of living) {
    const here = context.at(community[g]);
    if (here === undefined) continue;
    if (!context.draws.chance(g, 1 - pow(1 - here.parameters.partner, 1 / MONTHS), 0)) continue;
    const isNew = (h: number) => h !== g && !partners[g].includes(h);
    const own = partners[g];
    const via = own.length > 0 ? partners[own[context.draws.below(g, own.length, 1)]].filter(isNew) : [];
    const among = via.length > 0 ? via : living;
    const other = firstFrom(among, context.draws.below(g, among.length, 2), isNew);
    if (other !== undefined) pairs.push([g, other]);
  }
  return pairs.filter(([a, b]) => {
    if (partners[a].includes(b)) return false; // each sought the other
    meet(partners, a, b);
    return true;
  });
}

/** The first from a place on, once around, of which something holds. */
function firstFrom(all: readonly number[], place: number, holds: (one: number) => boolean): number | undefined {
  for (let k = 0; k < all.length; k++) {
    const one = all[(place + k) % all.length];
    if (holds(one)) return one;
  }
  return undefined;
}

/** [organization] those with whom it has a tie that stays. */
function partnersOf({ exchangeTies: { rows, columns: t }, organizations }: World, keep: Uint8Array): number[][] {
  const partners: number[][] = Array.from({ length: organizations.rows }, () => []);
  for (let e = 0; e < rows; e++) if (t.kindA[e] === ORGANIZATION && t.kindB[e] === ORGANIZATION && keep[e]) meet(partners, t.a[e], t.b[e]);
  return partners;
}

function meet(partners: number[][], a: number, b: number): void {
  partners[a].push(b);
  partners[b].push(a);
}
