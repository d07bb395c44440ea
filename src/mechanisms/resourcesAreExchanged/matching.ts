import { addExchangeTie, type ExchangeTies, GOVERNMENT, INDUSTRY } from "../../circles/index.ts";
import {
  BY_COMMITTEE,
  COMMUNITY,
  DECIDED,
  DURATIONS,
  defineMechanism,
  IN_SERVICE,
  isServed,
  kindOfType,
  type Matters,
  MONEY,
  ORGANIZATION,
  OUTSIDE,
  SITE,
  STAFF_TIME,
  type World,
} from "../../engine/index.ts";
import { organizationTypes } from "../../population/index.ts";
import { probability, quantity, share, whole } from "../../scenario/index.ts";
import { reputed } from "../everyoneLearns/reputation.ts";
import { freeShare } from "../organizationsDivideHours/workerLoad.ts";

/** Types of matters that few plans have room for: home care, family disputes, pets, corridors [F08]. */
const minority = (type: number): boolean => type === 5 || type === 13 || type === 11 || type === 10;
const SERVICE_ROLE = 0.7; // shares of an ordinary organization, see buildOrganizations
const LINK_ROLE = 0.1;
const RESOURCE_LINK = 3;
const SOURCES = 5;
const FEES = 3;
const FIRST_STRENGTH = 0.3;
const STRONGER = 0.1;

/** Needs and offers meet within the reach of the circles and the platform (eq. 4.24) [Z13]. */
export const matching = defineMechanism({
  id: "matching",
  verb: "resourcesAreExchanged",
  scope: "district",
  every: "week",
  title: { en: "Matching of needs and offers", zh: "供需匹配" },
  summary: {
    en: "A matter seeks hours of a fitting organization that its community knows, then of partners, then of any; last come community workers.",
    zh: "事项依次向社区熟悉的组织、其伙伴、全区其他组织寻找工时，最后由社区工作者承担。",
  },
  rows: ["M05", "Z10", "Z13", "Z17", "Z27", "F02", "F06"],
  sheet: {
    equation: [
      "offer_g = o · service hours · (provider share / 0.7), for what few plans have room for times 1 − π (1 − aut) ; needs in the order of a keyed draw",
      "reach: organizations tied to the community ; with chance p · link / 0.1 their partners ; with chance b · 2 platform (1 + v smart) all others ; after w weeks own workers ; at most a minutes on a matter in a week",
      "own workers: 60 h_o · staff · max(0, 1 − paperwork − coordination / (40 · 60 · staff)) minutes a week, the meetings that the committee has called first",
      "fragmentation = 1 − matched / feasible, feasible: all offers in one pool, smallest needs first",
    ].join("\n"),
    symbols: {
      o: "share of service hours open to matters; work done = minutes (½ + quality)",
      p: "chance to ask partners, a week",
      b: "chance to search beyond at a platform capacity of one half, a week",
      π: "how far organizations leave aside what the plan of who pays or asks has no room for, in the share 1 − aut of their agenda [F08]",
      link: "mean share of the linking role among the organizations that the community knows [Z14]",
      v: "gain in search by smart services [Z16]",
      x: "share of the surplus that an organization asks (powerDependence); of those that the community knows the one with most T (1 − x) is asked first (T: reputation), and paid price · x an hour",
      w: "weeks of waiting before own workers step in",
      a: "most minutes of staff on one matter in a week, so that grave matters take longer (eq. 4.20)",
      h_o: "hours of a worker for matters in a week of 40 hours that nothing else takes from",
      "paperwork, coordination": "share of the week (workerLoad) and minutes (communityAlliance) that workers are taken by",
    },
    source: "eq. 4.24, greedy by broker; the searched set is limited by reach of layers and platform.",
    departures:
      "Feasible is an upper bound: it ignores that types must fit. Money comes from the community's budget only, space from the community and its alliance.",
    draws: "agent = serial of the matter: 0 order, 1 first among equals, 2 asks partners, 3 searches beyond, 4 first asked there.",
    harm: "Who is known already is asked again: ties grow stronger with use.",
  },
  chances: {
    "": {
      2: { of: "matter", en: "partners of known organizations are asked", zh: "询问熟识组织的伙伴" },
      3: { of: "matter", en: "the whole district is searched", zh: "在全区搜寻" },
    },
  },
  parameters: {
    open: share({
      label: { en: "Time for matters", zh: "事项工时占比" },
      help: { en: "The rest goes into programmes of the organization's own.", zh: "其余用于组织自身项目。" },
      default: 0.06,
      of: "service hours",

      rows: ["Z13"],
    }),
    partners: probability({
      label: { en: "Search among partners", zh: "伙伴搜寻率" },
      help: { en: "Rises with the linking role of the organizations that the community knows.", zh: "社区熟识组织的链接角色越强越高。" },
      default: 0.5,
      per: "unmet need and week",

      rows: ["F06", "M05"],
    }),
    beyond: probability({
      label: { en: "Search of the district", zh: "全区搜寻率" },
      help: { en: "At a platform capacity of 0.5; in proportion to it.", zh: "平台能力为 0.5 时的水平，与平台能力成正比。" },
      default: 0.2,
      per: "unmet need and week",

      rows: ["Z27", "Z17"],
    }),
    price: quantity({
      label: { en: "Price", zh: "工时价格" },
      help: {
        en: "For an organization that asks for all of the surplus; others are cheaper.",
        zh: "要价最高（索取全部剩余）的组织；其他组织较低。",
      },
      default: 20,
      min: 0,
      max: 1000,
      unit: "yuan an hour",

      rows: ["M05"],
    }),
    smartGain: quantity({
      label: { en: "Smart search", zh: "智慧搜寻增益" },
      help: { en: "Added to the search of the district at full use of smart services.", zh: "智慧服务充分使用时，全区搜寻增加的倍数。" },
      default: 2,
      min: 0,
      max: 10,
      unit: "times",

      rows: ["Z16"],
    }),
    planPull: share({
      label: { en: "Pull of the plan", zh: "计划牵引" },
      help: { en: "Organizations without autonomy leave aside matters outside the plan.", zh: "没有自主性的组织搁下计划外事项的程度。" },
      default: 0.3,
      of: "open hours",

      rows: ["F08"],
    }),
    ownHours: quantity({
      label: { en: "Community's own work", zh: "社区自办工时" },
      help: {
        en: "Each worker serves what nobody else does; paperwork and coordination take from it.",
        zh: "每名社区工作者用于无人承接的事项；行政事务与协调会占用。",
      },
      default: 6,
      min: 0,
      max: 40,
      unit: "hours a week",
      prior: [3, 12],
    }),
    pace: whole({
      label: { en: "Staff time on a matter", zh: "单项工时上限" },
      help: { en: "More needs more weeks: grave matters take longer.", zh: "超出部分顺延至以后各周：严重事项用时更长。" },
      default: 120,
      min: 1,
      max: 2400,
      unit: "minutes a week",

      rows: ["F12"],
      source: "Routine cases take 1-7 days, major ones 18-42 [S63].",
      prior: [60, 240],
    }),
    patience: whole({
      label: { en: "Waiting time", zh: "等待时间" },
      help: { en: "Then community workers step in.", zh: "之后由社区工作者介入。" },
      default: 2,
      min: 0,
      max: 52,
      unit: "weeks",
    }),
  },
  reads: [
    "communities.paperwork",
    "communities.platform",
    "matters.calls",
    "matters.community",
    "matters.consent",
    "matters.convener",
    "matters.needMoney",
    "matters.needSite",
    "matters.needStaff",
    "matters.raised",
    "matters.serial",
    "matters.type",
    "organizations.alive",
    "organizations.autonomy",
    "organizations.community",
    "organizations.demand",
    "organizations.hoursService",
    "organizations.quality",
    "organizations.reputation",
    "organizations.role",
    "organizations.type",
    "tally.communities.coordinationMinutes",
    "tally.communities.smart",
  ],
  writes: [
    "exchangeTies",
    "ledger",
    "matters.gotMoney",
    "matters.gotSite",
    "matters.gotStaff",
    "matters.handler",
    "matters.handlerKind",
    "matters.matched",
    "matters.state",
    "organizations.hoursUsed",
    "organizations.incomeYear",
    "tally.organizations.bargained",
    "tally.organizations.conceded",
    "tally.organizations.refused",
    "tally.organizations.turnedAway",
    "tally.communities.feasibleNeeds",
    "tally.communities.idleMinutes",
    "tally.communities.matchedAway",
    "tally.communities.matchedNeeds",
    "tally.communities.needs",
    "tally.communities.offeredMinutes",
    "tally.durations.matched",
  ],
  measures: ["matched_share", "fragmentation", "idle_share", "cross_community_share", "weeks_to_match_median", "orgs_active_share"],
  step(world, context) {
    const { matters, ledger, organizations, exchangeTies } = world;
    const o = organizations.columns;
    const m = matters.columns;
    const communities = world.communities.rows;
    const tally = world.tally.communities.columns;
    const left = world.scratch("matching/left", Float64Array, organizations.rows);
    // [type] organizations that have hours left; bits of the types of which there are any.
    const able = new Uint32Array(organizationTypes.length);
    let ableTypes = 0;
    let pool = 0;
    for (let g = 0; g < organizations.rows; g++) {
      left[g] = 0;
      const c = o.community[g];
      const here = context.at(c);
      if (!o.alive[g] || here === undefined) continue;
      left[g] = Math.min(o.hoursService[g], Math.floor(o.hoursService[g] * here.parameters.open * (o.role[g * 4] / SERVICE_ROLE)));
      pool += left[g];
      tally.offeredMinutes[c] += left[g];
      if (left[g] > 0 && able[o.type[g]]++ === 0) ableTypes |= 1 << o.type[g];
    }
    const { staff } = world.communities.columns;
    const own = world.scratch("matching/own", Float64Array, communities);
    for (let c = 0; c < communities; c++) {
      const here = context.at(c);
      own[c] = here ? Math.round(60 * here.parameters.ownHours * staff[c] * freeShare(world, c)) : 0;
      ledger.move(STAFF_TIME, OUTSIDE, 0, COMMUNITY, c, own[c]);
      pool += own[c];
      if (here) ledger.move(SITE, OUTSIDE, 0, COMMUNITY, c, world.communities.columns.siteHours[c]);
    }
    // Workers hold the meetings that they have called before they serve.
    for (let q = 0; q < matters.rows; q++) {
      const c = m.community[q];
      if (m.convener[q] === BY_COMMITTEE && m.calls[q] > 0) own[c] = Math.max(0, own[c] - m.calls[q]);
    }
    const reach = reachOf(world, exchangeTies);

    // Open needs in the order of a draw, so that no matter is favoured by its place in the table.
    const needs: number[] = [];
    for (let q = 0; q < matters.rows; q++) {
      if (
        isServed(m.state[q], m.consent[q]) &&
        context.at(m.community[q]) !== undefined &&
        (m.gotStaff[q] < m.needStaff[q] || m.gotMoney[q] < m.needMoney[q] || m.gotSite[q] < m.needSite[q])
      )
        needs.push(q);
    }
    const order = needs.map((q) => context.draws.uniform(m.serial[q], 0));
    const byDraw = needs.map((_, k) => k).sort((a, b) => order[a] - order[b] || a - b);
    const wanted: number[] = [];
    // [g] serial of the matter, plus 1, that it was asked for last; minutes that it gave to that matter.
    const asked = world.scratch("matching/asked", Float64Array, organizations.rows);
    const gave = world.scratch("matching/gave", Float64Array, organizations.rows);
    asked.fill(0);
    gave.fill(0);
    const bargains = world.tally.organizations.columns;

    for (const k of byDraw) {
      const q = needs[k];
      const c = m.community[q];
      const here = context.at(c);
      if (here === undefined) continue;
      const p = here.parameters;
      const s = m.serial[q];
      const want = Math.min(p.pace, m.needStaff[q] - m.gotStaff[q]);
      let got = 0;
      if (want > 0) {
        wanted.push(want);
        tally.needs[c]++;
        const fit = kindOfType[m.type[q]].servedBy;
        let away = 0;
        const asking = () => got < want && (fit & ableTypes) !== 0;
        /** Takes from one organization what it can give. */
        const ask = (g: number, tie: number): void => {
          if (left[g] === 0 || !(fit & (1 << o.type[g]))) return;
          const room = minority(m.type[q]) ? Math.floor(left[g] * (1 - p.planPull * (1 - o.autonomy[g]))) : left[g];
          // Who is good at it needs less time for the same work: at a quality of one half, the time that is usual.
          const speed = 0.5 + o.quality[g];
          const minutes = Math.min(Math.ceil((want - got) / speed), room);
          const work = Math.min(want - got, Math.floor(minutes * speed));
          if (work === 0) return;
          if (m.handler[q] < 0) {
            m.handlerKind[q] = ORGANIZATION;
            m.handler[q] = g;
          }
          left[g] -= minutes;
          if (left[g] === 0 && --able[o.type[g]] === 0) ableTypes &= ~(1 << o.type[g]);
          got += work;
          o.hoursUsed[g] += minutes;
          if (tie >= 0) gave[g] += minutes;
          ledger.move(STAFF_TIME, ORGANIZATION, g, COMMUNITY, c, minutes);
          ledger.move(STAFF_TIME, COMMUNITY, c, OUTSIDE, 0, minutes);
          const fee = Math.min(Math.round((minutes / 60) * p.price * o.demand[g]), ledger.balance(MONEY, COMMUNITY, c));
          ledger.move(MONEY, COMMUNITY, c, ORGANIZATION, g, fee);
          o.incomeYear[g * SOURCES + FEES] += fee;
          if (context.onlooker) {
            const values = { minutes, fee };
            context.onlooker.remark({ kind: "matter", index: s, what: "served", values, whom: [{ kind: "organization", index: g }] });
            context.onlooker.remark({ kind: "organization", index: g, what: "serves", values, whom: [{ kind: "matter", index: s }] });
          }
          if (o.community[g] !== c) away += minutes;
          const t = exchangeTies.columns;
          const row = tie >= 0 ? tie : addExchangeTie(exchangeTies, COMMUNITY, c, ORGANIZATION, g, INDUSTRY, context.week, FIRST_STRENGTH);
          t.last[row] = context.week;
          t.volume[row] += minutes;
          t.strength[row] += STRONGER * (1 - t.strength[row]);
        };
        const first = reach.start[c];
        const known = reach.start[c + 1] - first;
        // Of those whom the community knows, the one that leaves it most of what is expected is asked first (eq. 4.7).
        const from = Math.floor(context.draws.uniform(s, 1) * known);
        const leaves = (g: number): number => reputed(organizations, g) * (1 - o.demand[g]);
        const mark = s + 1;
        /** Place of the best offer that was not taken up for this matter; below 0 if there is none. */
        const best = (): number => {
          let at = -1;
          for (let j = 0; j < known; j++) {
            const place = (from + j) % known;
            const g = exchangeTies.columns.b[reach.ties[first + place]];
            if (left[g] === 0 || asked[g] === mark || !(fit & (1 << o.type[g]))) continue;
            if (at < 0 || leaves(g) > leaves(exchangeTies.columns.b[reach.ties[first + at]])) at = place;
          }
          return at;
        };
        for (let at = asking() ? best() : -1; at >= 0; at = asking() ? best() : -1) {
          const tie = reach.ties[first + at];
          asked[exchangeTies.columns.b[tie]] = mark;
          ask(exchangeTies.columns.b[tie], tie);
        }
        const refused = best();
        const alternative = got >= want && refused >= 0 ? leaves(exchangeTies.columns.b[reach.ties[first + refused]]) : 0;
        for (let j = 0; j < known; j++) {
          const g = exchangeTies.columns.b[reach.ties[first + j]];
          if (asked[g] === mark && gave[g] > 0) {
            bargains.bargained[g] += gave[g];
            bargains.conceded[g] += gave[g] * Math.min(1, alternative / reputed(organizations, g));
            gave[g] = 0;
          } else if (asked[g] !== mark && fit & (1 << o.type[g])) {
            if (left[g] > 0 && got >= want) bargains.refused[g]++;
            else if (left[g] === 0 && o.hoursUsed[g] > 0 && got < want) bargains.turnedAway[g]++;
          }
        }
        if (got < want && context.draws.chance(s, Math.min(1, (p.partners * reach.link[c]) / LINK_ROLE), 2)) {
          for (let j = 0; j < known && asking(); j++) {
            const g = exchangeTies.columns.b[reach.ties[first + ((from + j) % known)]];
            for (let h = reach.partnerStart[g]; h < reach.partnerStart[g + 1] && asking(); h++) ask(reach.partners[h], -1);
          }
        }
        if (
          got < want &&
          context.draws.chance(s, Math.min(1, p.beyond * 2 * world.communities.columns.platform[c] * (1 + p.smartGain * tally.smart[c])), 3)
        ) {
          const start = Math.floor(context.draws.uniform(s, 4) * organizations.rows);
          for (let j = 0; j < organizations.rows && asking(); j++) ask((start + j) % organizations.rows, -1);
        }
        if (got < want && context.week - m.raised[q] >= p.patience && own[c] > 0) {
          const minutes = Math.min(want - got, own[c]);
          own[c] -= minutes;
          got += minutes;
          ledger.move(STAFF_TIME, COMMUNITY, c, OUTSIDE, 0, minutes);
        }
        m.gotStaff[q] += got;
        if (got >= want) tally.matchedNeeds[c]++;
        if (got >= want && away > 0) tally.matchedAway[c]++;
      }
      const money = Math.min(ownCost(m, q), ledger.balance(MONEY, COMMUNITY, c));
      if (money > 0) {
        ledger.move(MONEY, COMMUNITY, c, OUTSIDE, 0, money);
        m.gotMoney[q] += money;
      }
      const site = Math.min(m.needSite[q] - m.gotSite[q], ledger.balance(SITE, COMMUNITY, c));
      if (site > 0) {
        ledger.move(SITE, COMMUNITY, c, OUTSIDE, 0, site);
        m.gotSite[q] += site;
      }
      if (m.matched[q] < 0 && m.gotStaff[q] >= m.needStaff[q] && m.gotMoney[q] >= m.needMoney[q] && m.gotSite[q] >= m.needSite[q]) {
        m.matched[q] = context.week;
        world.tally.durations.columns.matched[Math.min(DURATIONS - 1, context.week - m.raised[q])]++;
      }
    }
    for (let g = 0; g < organizations.rows; g++) tally.idleMinutes[o.community[g]] += left[g];
    wanted.sort((a, b) => a - b);
    let feasible = 0;
    for (const want of wanted) {
      if (want > pool) break;
      pool -= want;
      feasible++;
    }
    tally.feasibleNeeds[0] += feasible;
    // Decided matters are served from the week of their decision on.
    for (let q = 0; q < matters.rows; q++)
      if (m.state[q] === DECIDED && m.gotStaff[q] >= m.needStaff[q] && context.at(m.community[q])) m.state[q] = IN_SERVICE;
  },
});

/** What the community has still to pay: nothing before the flats and the district have paid their shares (costShares). */
function ownCost(m: Matters["columns"], q: number): number {
  const { shared = 0, subsidy = 0 } = kindOfType[m.type[q]];
  return shared + subsidy > 0 && m.gotMoney[q] === 0 ? 0 : m.needMoney[q] - m.gotMoney[q];
}

/** Ties of each community to organizations, and partners of each organization, as rows. */
function reachOf(world: World, exchangeTies: ExchangeTies) {
  const { organizations, communities } = world;
  const t = exchangeTies.columns;
  const o = organizations.columns;
  const start = new Uint32Array(communities.rows + 1);
  const partnerStart = new Uint32Array(organizations.rows + 1);
  const serves = (e: number) => t.kindA[e] === COMMUNITY && t.kindB[e] === ORGANIZATION && o.alive[t.b[e]] === 1;
  const pairs = (e: number) =>
    t.kindA[e] === ORGANIZATION &&
    t.kindB[e] === ORGANIZATION &&
    o.alive[t.a[e]] === 1 &&
    o.alive[t.b[e]] === 1 &&
    t.circle[e] !== GOVERNMENT;
  for (let e = 0; e < exchangeTies.rows; e++) {
    if (serves(e)) start[t.a[e] + 1]++;
    else if (pairs(e)) {
      partnerStart[t.a[e] + 1]++;
      partnerStart[t.b[e] + 1]++;
    }
  }
  for (let c = 0; c < communities.rows; c++) start[c + 1] += start[c];
  for (let g = 0; g < organizations.rows; g++) partnerStart[g + 1] += partnerStart[g];
  const ties = new Uint32Array(start[communities.rows]);
  const partners = new Uint32Array(partnerStart[organizations.rows]);
  const cursor = start.slice();
  const partnerCursor = partnerStart.slice();
  for (let e = 0; e < exchangeTies.rows; e++) {
    if (serves(e)) ties[cursor[t.a[e]]++] = e;
    else if (pairs(e)) {
      partners[partnerCursor[t.a[e]]++] = t.b[e];
      partners[partnerCursor[t.b[e]]++] = t.a[e];
    }
  }
  const link = new Float64Array(communities.rows);
  for (let c = 0; c < communities.rows; c++) {
    const known = start[c + 1] - start[c];
    for (let h = start[c]; h < start[c + 1]; h++) link[c] += o.role[t.b[ties[h]] * 4 + RESOURCE_LINK] / known;
  }
  return { start, ties, partnerStart, partners, link };
}
