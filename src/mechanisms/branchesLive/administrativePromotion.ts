import { defineMechanism, type World } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import { quantity, share, whole } from "../../scenario/index.ts";

const OWN = 1;
const JOINT = 2;

/** Branches of social organizations are founded under administrative promotion (eq. 4.16) [M01]. */
export const administrativePromotion = defineMechanism({
  id: "administrativePromotion",
  verb: "branchesLive",
  title: { en: "Administrative promotion", zh: "行政推动" },
  summary: {
    en: "Target pressure and imitation found own branches (3 members) and joint branches (5 units); they work, and they report.",
    zh: "指标压力与模仿推动建立单独支部（三名党员）与联合支部（五个单位）；支部开展工作并上报。",
  },
  rows: ["M01", "N04", "N06", "N12", "T01", "H00", "H05"],
  partyBuilding: true,
  sheet: {
    equation: [
      "h = (p0 (1 + k max(0, τ − A)) (1 + campaign) + q A) / 52 ; P(found) = 1 − exp(−h)",
      "own if members ≥ 3 ; else a joint branch of ≤ 5 units with ≥ 3 members together",
      "act(t+1) = act + α (sec / √units (1 − ½ rigidity) − act) ; reported = act + g rigidity (1 − act)",
    ].join("\n"),
    symbols: {
      p0: "rate of founding by initiative, a year",
      k: "response to the gap to the target",
      τ: "target share covered",
      A: "share covered so far",
      q: "imitation, a year",
      act: "functional activity, 0-1",
      sec: "ability of the secretary, 0-1",
      g: "gap between report and truth at rigidity 1",
    },
    source: "eq. 4.16 (Bass 1969); branch rules [S21], [S22]: 3 members, 5 units; H05 for reporting.",
    departures:
      "Joint branches group eligible organizations of the same community first, then of the whole district, in the order in which pressure reached them.",
    draws: "agent = organization: 0 founding; agent = branch: 1 secretary.",
    placebo: "The organizations meet and spend the same hours, no branch is founded.",
    harm: "Rigidity lowers true activity and raises what is reported.",
  },
  parameters: {
    initiative: quantity({
      default: 0.05,
      min: 0,
      max: 0.5,
      unit: "a year",
      en: "Rate at which an eligible organization founds a branch by initiative.",
      zh: "符合条件的组织主动建立支部的年率。",
      rows: ["M01"],
      evidence: "M",
      prior: [0.01, 0.1],
    }),
    imitation: quantity({
      default: 0.5,
      min: 0,
      max: 2,
      unit: "a year",
      en: "Rate of founding by imitation when all others are covered.",
      zh: "模仿他人建立支部的年率。",
      rows: ["M01"],
      evidence: "M",
      prior: [0.3, 0.9],
    }),
    target: share({ default: 0.8, of: "social organizations", en: "Target coverage.", zh: "覆盖目标。", rows: ["M01", "N12"] }),
    pressure: quantity({
      default: 3,
      min: 0,
      max: 20,
      unit: "per unit of gap",
      en: "How far the gap to the target multiplies initiative.",
      zh: "与目标差距放大主动性的倍数。",
      rows: ["M01"],
    }),
    minimumMembers: whole({
      default: 3,
      min: 1,
      max: 50,
      unit: "members",
      en: "Members that a branch needs.",
      zh: "成立支部所需党员数。",
      rows: ["N04"],
      evidence: "S",
    }),
    maximumUnits: whole({
      default: 5,
      min: 1,
      max: 30,
      unit: "organizations",
      en: "Organizations in a joint branch at most.",
      zh: "联合支部的单位上限。",
      rows: ["N04"],
      evidence: "S",
    }),
    adjustment: share({
      default: 0.1,
      of: "the gap a week",
      en: "Speed at which activity follows the ability of the secretary.",
      zh: "活动水平趋向书记能力的速度。",
      rows: ["T01"],
    }),
    reportingGap: share({
      default: 0.6,
      of: "the distance to full activity",
      en: "Activity reported beyond truth at rigidity 1.",
      zh: "刚性为1时虚报的比例。",
      rows: ["H05"],
    }),
  },
  reads: ["organizations", "branches", "district.campaign"],
  writes: ["organizations.branch", "organizations.coverage", "organizations.relation", "branches", "district.coverage"],
  measures: [
    "branches_per_100_orgs",
    "coverage_own",
    "coverage_joint",
    "coverage_formal",
    "coverage_functional",
    "branch_activity_true",
    "branch_activity_reported",
  ],
  step(world, context) {
    const o = world.organizations.columns;
    const n = world.organizations.rows;
    let alive = 0;
    let covered = 0;
    for (let g = 0; g < n; g++) {
      alive += o.alive[g];
      if (o.alive[g] && o.coverage[g] > 0) covered++;
    }
    const share = alive === 0 ? 0 : covered / alive;
    world.district.columns.coverage[0] = share;
    const campaign = world.district.columns.campaign[0];
    const willing = world.scratch("administrativePromotion/willing", Uint8Array, n).fill(0, 0, n);
    for (let g = 0; g < n; g++) {
      if (!o.alive[g] || o.coverage[g] > 0 || o.members[g] === 0) continue;
      const c = o.community[g];
      if (context.mode(c) !== "on") continue;
      const p = context.of(c);
      const gap = Math.max(0, p.target - share);
      const rate = p.initiative * (1 + p.pressure * gap) * (1 + campaign) + p.imitation * share;
      if (context.draws.uniform(g, 0) >= 1 - exp(-rate / 52)) continue;
      if (o.members[g] >= p.minimumMembers) {
        const b = found(world, context.week, c, OWN - 1, context.draws.uniform(world.branches.rows, 1));
        join(world, g, b, OWN);
      } else willing[g] = 1;
    }
    // An organization that is too small takes eligible neighbours with it until three members are together.
    for (let g = 0; g < n; g++) {
      if (!willing[g] || o.coverage[g] > 0) continue;
      const p = context.of(o.community[g]);
      let members = o.members[g];
      let units = 1;
      const partners = world.scratch("administrativePromotion/partners", Int32Array, 32);
      for (const near of [true, false]) {
        for (let k = 1; k < n && units < p.maximumUnits && members < p.minimumMembers; k++) {
          const other = (g + k) % n;
          if (!o.alive[other] || o.coverage[other] > 0 || o.members[other] === 0) continue;
          if (o.members[other] >= p.minimumMembers) continue;
          if ((o.community[other] === o.community[g]) !== near || context.mode(o.community[other]) !== "on") continue;
          partners[units - 1] = other;
          units++;
          members += o.members[other];
        }
      }
      if (members < p.minimumMembers) continue;
      const b = found(world, context.week, o.community[g], JOINT - 1, context.draws.uniform(world.branches.rows, 1));
      join(world, g, b, JOINT);
      for (let k = 0; k < units - 1; k++) join(world, partners[k], b, JOINT);
    }
    const b = world.branches.columns;
    for (let k = 0; k < world.branches.rows; k++) {
      if (!b.alive[k] || b.form[k] > 1 || context.mode(b.community[k]) === "off") continue;
      const p = context.of(b.community[k]);
      const rigidity = context.rigidity(b.community[k]);
      const aim = (b.secretary[k] / Math.sqrt(Math.max(1, b.units[k]))) * (1 - rigidity / 2);
      b.activity[k] += p.adjustment * (aim - b.activity[k]);
      b.reported[k] = b.activity[k] + p.reportingGap * rigidity * (1 - b.activity[k]);
      b.stage[k] = b.activity[k] > 0.5 ? 3 : b.activity[k] > 0.2 ? 2 : 1;
    }
  },
});

function found(world: World, week: number, community: number, form: number, uniform: number): number {
  const k = world.branches.add();
  const b = world.branches.columns;
  b.form[k] = form;
  b.alive[k] = 1;
  b.community[k] = community;
  b.founded[k] = week;
  b.secretary[k] = 0.3 + 0.6 * uniform;
  b.stage[k] = 1;
  b.pressed[k] = 1;
  world.openAccounts();
  return k;
}

function join(world: World, organization: number, branch: number, coverage: number): void {
  const o = world.organizations.columns;
  o.branch[organization] = branch;
  o.coverage[organization] = coverage;
  o.relation[organization] = 1;
  world.branches.columns.units[branch]++;
  world.branches.columns.members[branch] += o.members[organization];
}
