import { COMMUNITY, DISTRICT, defineMechanism, MONEY, ORGANIZATION, OUTSIDE, STAFF_TIME, type World } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { choice, probability, quantity, share } from "../../scenario/index.ts";

/** Needs and offers meet; the district buys services; who depends on one source loses autonomy [M05]. */
export const exchange = defineMechanism({
  id: "exchange",
  verb: "resourcesAreExchanged",
  title: { en: "Exchange of resources", zh: "资源交换" },
  summary: {
    en: "Matters find staff time and money within reach; government purchase pays organizations; dependence follows power.",
    zh: "事项在可及范围内匹配工时与资金；政府购买支付组织；依赖随权力而生。",
  },
  rows: ["M05", "Z10", "Z13", "Z15", "Z27", "H03", "H06"],
  sheet: {
    equation: [
      "match: open needs in the order of a keyed draw, each with offers of its community, then of others with chance r",
      "P(contract to O) ∝ leg^g · q^h ; x(t+1) = x ± η (after success, after exclusion)",
      "dep = max_s share_s · x ; aut = 1 − dep · demand",
    ].join("\n"),
    symbols: {
      r: "chance to search beyond the community",
      g: "weight of legitimacy",
      h: "weight of quality",
      x: "share of the surplus asked",
      η: "step of the bargaining rule",
      dep: "dependence on the largest source of income",
    },
    source: "eq. 4.24 (matching), 4.23 (allocation), 4.7-4.9 (Emerson 1962; Cook et al. 1983; Pfeffer & Salancik 1978).",
    departures: "Substitutability of sources is taken as zero; staff time is the exchanged good, money follows contracts.",
    draws: "agent = serial of the matter: 0 order, 1 partner, 2 search beyond; stream lottery, agent = organization.",
    harm: "legitimacyWeight above 0 concentrates money [H06]; reliance on government lowers autonomy [H03].",
  },
  parameters: {
    searchBeyond: probability({
      default: 0.3,
      per: "unmet need and week",
      en: "Chance that an unmet need is searched for beyond the community.",
      zh: "未满足需求跨社区搜寻的概率。",
      rows: ["Z27"],
    }),
    purchase: quantity({
      default: 0.6,
      min: 0,
      max: 200,
      unit: "yuan per resident a year",
      en: "Budget of government purchase.",
      zh: "政府购买服务预算（人均）。",
      rows: ["Z15"],
      source: "0.02-0.1% of 5.08 bn yuan over 658,537 residents, taken low (science.md 9).",
      prior: [0.5, 8],
    }),
    rule: choice(["merit", "legitimacy", "lottery"], {
      default: "legitimacy",
      en: "Rule by which contracts are allotted.",
      zh: "合同分配规则。",
      rows: ["Z15", "H06"],
    }),
    legitimacyWeight: quantity({
      default: 1,
      min: 0,
      max: 3,
      unit: "exponent",
      en: "Weight of legitimacy under the rule of legitimacy.",
      zh: "合法性规则下的权重。",
      rows: ["H06"],
      prior: [0, 1.5],
    }),
    communityBudget: quantity({
      default: 40,
      min: 0,
      max: 500,
      unit: "yuan per resident a year",
      en: "Public money of a community for its matters.",
      zh: "社区用于事项的公共资金（人均）。",
    }),
    staffCost: quantity({
      default: 25,
      min: 0,
      max: 200,
      unit: "yuan an hour",
      en: "What an hour of contracted service costs the organization.",
      zh: "每小时服务成本。",
    }),
    bargainingStep: share({
      default: 0.02,
      of: "surplus",
      en: "Step by which demands rise after success and fall after exclusion.",
      zh: "议价步长。",
      rows: ["M05"],
      prior: [0.01, 0.05],
    }),
  },
  reads: ["matters", "organizations", "communities"],
  writes: [
    "matters",
    "ledger",
    "organizations.hoursUsed",
    "organizations.demand",
    "organizations.dependence",
    "organizations.autonomy",
    "organizations.incomeYear",
    "organizations.incomeLast",
    "tally.communities",
    "tally.durations",
  ],
  measures: [
    "matched_share",
    "fragmentation",
    "idle_share",
    "cross_community_share",
    "weeks_to_match_median",
    "org_income_gini",
    "dependence_mean",
    "org_autonomy_mean",
  ],
  step(world, context) {
    if ((context.week - 1) % 52 === 0) buyServices(world, context.district, context.stream("lottery"));
    const o = world.organizations.columns;
    const { matters, ledger } = world;
    const m = matters.columns;
    const n = matters.rows;
    const communities = world.communities.rows;
    const tally = world.tally.communities.columns;

    // Organizations by community, by counting.
    const first = world.scratch("exchange/first", Uint32Array, communities + 1).fill(0, 0, communities + 1);
    const list = world.scratch("exchange/list", Uint32Array, world.organizations.rows);
    let offered = 0;
    for (let g = 0; g < world.organizations.rows; g++) {
      if (!o.alive[g] || o.hoursService[g] === 0) continue;
      first[o.community[g] + 1]++;
      offered += o.hoursService[g];
      tally.offeredMinutes[o.community[g]] += o.hoursService[g];
    }
    for (let c = 0; c < communities; c++) first[c + 1] += first[c];
    const providers = first[communities];
    const cursor = world.scratch("exchange/cursor", Uint32Array, communities);
    for (let c = 0; c < communities; c++) cursor[c] = first[c];
    for (let g = 0; g < world.organizations.rows; g++) {
      if (o.alive[g] && o.hoursService[g] > 0) list[cursor[o.community[g]]++] = g;
    }

    // Open needs in the order of a draw, so that no matter is favoured by its place in the table.
    const needs: number[] = [];
    for (let q = 0; q < n; q++) if (m.state[q] >= 1 && m.state[q] <= 4 && m.gotStaff[q] < m.needStaff[q]) needs.push(q);
    const order = new Float64Array(needs.length);
    for (let k = 0; k < needs.length; k++) order[k] = context.draws.uniform(m.serial[needs[k]], 0);
    const byDraw = needs.map((_, k) => k).sort((a, b) => order[a] - order[b] || a - b);

    const wanted: number[] = [];
    for (const k of byDraw) {
      const q = needs[k];
      const c = m.community[q];
      if (context.mode(c) === "off") continue;
      const p = context.of(c);
      const want = m.needStaff[q] - m.gotStaff[q];
      wanted.push(want);
      tally.needs[c]++;
      let got = take(world, list, first[c], first[c + 1], context.draws.uniform(m.serial[q], 1), want, c);
      if (got < want && context.draws.chance(m.serial[q], p.searchBeyond, 2)) {
        const away = take(world, list, 0, providers, context.draws.uniform(m.serial[q], 3), want - got, c);
        if (away > 0) tally.matchedAway[c]++;
        got += away;
      }
      m.gotStaff[q] += got;
      if (got > 0) m.outside[q] = 1;
      const money = Math.min(m.needMoney[q] - m.gotMoney[q], ledger.balance(MONEY, COMMUNITY, c));
      if (money > 0) {
        ledger.move(MONEY, COMMUNITY, c, OUTSIDE, 0, money);
        m.gotMoney[q] += money;
        m.outside[q] = 1;
      }
      if (m.gotStaff[q] >= m.needStaff[q]) {
        tally.matchedNeeds[c]++;
        if (m.matched[q] < 0) {
          m.matched[q] = context.week;
          world.tally.durations.columns.matched[Math.min(127, context.week - m.raised[q])]++;
        }
      }
    }
    // The feasible maximum: with all offers in one pool, the smallest needs first.
    wanted.sort((a, b) => a - b);
    let left = offered;
    let feasible = 0;
    for (const want of wanted) {
      if (want > left) break;
      left -= want;
      feasible++;
    }
    tally.feasibleNeeds[0] += feasible;

    for (let g = 0; g < world.organizations.rows; g++) {
      if (!o.alive[g]) continue;
      const c = o.community[g];
      const p = context.of(c);
      tally.idleMinutes[c] += o.hoursService[g] - o.hoursUsed[g];
      const success = o.hoursUsed[g] * 2 > o.hoursService[g];
      o.demand[g] = Math.min(1, Math.max(0, o.demand[g] + (success ? p.bargainingStep : -p.bargainingStep)));
      let total = 0;
      let largest = 0;
      for (let s = 0; s < 5; s++) {
        const income = o.incomeYear[g * 5 + s] + o.incomeLast[g * 5 + s];
        total += income;
        if (income > largest) largest = income;
      }
      o.dependence[g] = total > 0 ? (largest / total) * (1 - o.demand[g] / 2) : 0;
      o.autonomy[g] = 1 - o.dependence[g] * (o.incomeYear[g * 5] + o.incomeLast[g * 5] === largest ? 1 : 0.5);
      const spend = Math.min(ledger.balance(MONEY, ORGANIZATION, g), Math.round((o.hoursUsed[g] / 60) * p.staffCost));
      if (spend > 0) ledger.move(MONEY, ORGANIZATION, g, OUTSIDE, 0, spend);
    }
  },
});

/** Takes up to `want` minutes from the providers list[from .. to), starting at a drawn place. Returns what it got. */
function take(world: World, list: Uint32Array, from: number, to: number, uniform: number, want: number, community: number): number {
  const count = to - from;
  if (count === 0) return 0;
  const o = world.organizations.columns;
  const start = Math.min(count - 1, Math.floor(uniform * count));
  let got = 0;
  for (let k = 0; k < count && got < want; k++) {
    const g = list[from + ((start + k) % count)];
    const minutes = Math.min(want - got, o.hoursService[g] - o.hoursUsed[g]);
    if (minutes <= 0) continue;
    o.hoursUsed[g] += minutes;
    world.ledger.move(STAFF_TIME, ORGANIZATION, g, COMMUNITY, community, minutes);
    got += minutes;
  }
  return got;
}

/** Once a year: communities receive their budget, organizations their contracts. */
function buyServices(
  world: World,
  p: { purchase: number; communityBudget: number; rule: string; legitimacyWeight: number },
  lottery: { uniform(agent: number, draw?: number): number },
): void {
  const { ledger, organizations, communities } = world;
  const o = organizations.columns;
  for (let c = 0; c < communities.rows; c++) {
    ledger.move(MONEY, COMMUNITY, c, OUTSIDE, 0, ledger.balance(MONEY, COMMUNITY, c));
    ledger.move(MONEY, OUTSIDE, 0, COMMUNITY, c, Math.round(p.communityBudget * communities.columns.residents[c]));
  }
  const budget = Math.round(p.purchase * world.residents.rows);
  ledger.move(MONEY, OUTSIDE, 0, DISTRICT, 0, budget);
  const n = organizations.rows;
  const weight = world.scratch("exchange/weight", Float64Array, n);
  let sum = 0;
  for (let g = 0; g < n; g++) {
    for (let s = 0; s < 5; s++) {
      o.incomeLast[g * 5 + s] = o.incomeYear[g * 5 + s];
      o.incomeYear[g * 5 + s] = 0;
    }
    const open = o.alive[g] && o.registered[g];
    weight[g] = !open
      ? 0
      : p.rule === "merit"
        ? o.quality[g]
        : p.rule === "lottery"
          ? lottery.uniform(g, 0)
          : pow(o.legitimacy[g], p.legitimacyWeight) * o.quality[g];
    sum += weight[g];
  }
  for (let g = 0; g < n; g++) {
    const grant = sum > 0 ? Math.floor((budget * weight[g]) / sum) : 0;
    if (grant > 0) ledger.move(MONEY, DISTRICT, 0, ORGANIZATION, g, grant);
    o.incomeYear[g * 5] += grant;
    if (!o.alive[g]) continue;
    // Fees and donations follow size and reputation.
    const trusted = (o.reputation[g * 2] + 1) / (o.reputation[g * 2] + o.reputation[g * 2 + 1] + 2);
    const donation = Math.round(600 * o.volunteers[g] * trusted);
    const fees = Math.round(20_000 * o.staff[g] * o.quality[g]);
    for (const [source, income] of [
      [2, donation],
      [3, fees],
    ] as const) {
      ledger.move(MONEY, OUTSIDE, 0, ORGANIZATION, g, income);
      o.incomeYear[g * 5 + source] += income;
    }
  }
  ledger.move(MONEY, DISTRICT, 0, OUTSIDE, 0, ledger.balance(MONEY, DISTRICT, 0));
}
