import { COMMUNITY, defineMechanism, OUTSIDE, PUBLIC_GOOD, RESIDENT, VOLUNTEER_TIME, type World } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import { choice, probability, quantity, share, toggle, whole } from "../../scenario/index.ts";
import { joinsByLogit, joinsByThreshold, joinsConditionally } from "./rules.ts";

const USUAL_ACTIVITY = 0.4;

/** Residents take part as those around them do, by one of three rival rules (eq. 4.1, 4.4, 4.5) on the four circles. */
export const participation = defineMechanism({
  id: "participation",
  verb: "residentsTakePart",
  title: { en: "Participation", zh: "居民参与" },
  summary: {
    en: "Asked residents join by threshold, by random utility or by conditional cooperation, given the active share of their circles.",
    zh: "受邀居民依各圈活跃比例，按阈值、随机效用或条件合作规则决定是否参与。",
  },
  rows: ["L1", "L2", "L3", "L4", "L5", "L6", "I10", "M02", "Z12", "Z18"],
  sheet: {
    equation: [
      "r_i = Σ_l w_l share_l(i) / Σ_l w_l over the circles that i belongs to",
      "θ_i = μ + σ z_i − a (age − 45)/10 − b member − c (m_i − m0) + f·fatigue",
      "threshold: joins if r ≥ θ, else by noise ; logit: P = logistic(k (r − θ)) ; conditional: P = α + β r for half of all, 0 for 30%",
      "P(asked) = 1 − exp(−(λ + λ_v registered + λ_g group + λ_b activity/0.4 branch + outreach of programmes)), λ times the contact left by an epidemic",
    ].join("\n"),
    symbols: {
      w: "weight of a circle",
      share: "share of contacts in the circle who took part in the last weeks of memory",
      z: "standing readiness, standard normal",
      θ: "threshold, share of contacts",
      λ: "invitations a week",
      activity: "mean activity of the branches of the community, 0-1",
      outreach: "further invitations by mobilization, media and branches (tally)",
      f: "weight of fatigue",
    },
    source:
      "eq. 4.1 (Granovetter 1978), network form; 4.4 (random utility); 4.5 (Fischbacher, Gächter & Fehr 2001); thresholds N(0.25, 0.12) (science.md 9), age and party gap of [S76].",
    departures:
      "Only those who are asked decide; σ is larger than in the source and μ shifts with age so that one fixed point lies inside.",
    draws: "agent = resident: 0 asked, 1 noise, 2 kind of participation, 3 minutes.",
    harm: "Mobilization through branches tires the same core: fatigue raises thresholds.",
  },
  rivals: ["mechanisms.participation.rule=threshold", "mechanisms.participation.rule=logit", "mechanisms.participation.rule=conditional"],
  chances: {
    "": {
      0: { of: "resident", en: "is asked to take part", zh: "受邀参与" },
      1: { of: "resident", en: "joins", zh: "参与" },
      2: { of: "resident", en: "volunteers, rather than takes part in governance", zh: "参与志愿服务而非治理" },
    },
  },
  parameters: {
    rule: choice(["threshold", "logit", "conditional"], {
      default: "threshold",
      en: "Rule by which those who are asked decide.",
      zh: "受邀者的决策规则。",
      rows: ["L6"],
      evidence: "M",
    }),
    steepness: quantity({
      default: 6,
      min: 0,
      max: 50,
      unit: "per share of contacts",
      en: "Steepness of the rule of random utility, k.",
      zh: "随机效用规则的陡度。",
      rows: ["L6"],
      evidence: "M",
    }),
    alpha: share({
      default: 0.15,
      of: "those asked",
      en: "Conditional cooperators who join when nobody does, α.",
      zh: "无人参与时条件合作者的参与概率。",
      rows: ["L6"],
      evidence: "M",
    }),
    beta: quantity({
      default: 1,
      min: 0,
      max: 3,
      unit: "per share of contacts",
      en: "Response of conditional cooperators to the share that joins, β.",
      zh: "条件合作者对他人参与的反应。",
      rows: ["L6"],
      evidence: "M",
    }),
    mean: quantity({
      default: 0.27,
      min: -1,
      max: 2,
      unit: "share of contacts",
      en: "Mean threshold at the age of 45.",
      zh: "45岁时的平均阈值。",
      rows: ["L6"],
      evidence: "M",
      prior: [0.1, 0.5],
    }),
    sd: quantity({
      default: 0.25,
      min: 0,
      max: 1,
      unit: "share of contacts",
      en: "Standard deviation of thresholds.",
      zh: "阈值标准差。",
      rows: ["L6"],
      evidence: "M",
      prior: [0.05, 0.3],
    }),
    age: quantity({
      default: 0.1,
      min: -0.5,
      max: 0.5,
      unit: "share of contacts per ten years",
      en: "How far ten years of age lower the threshold.",
      zh: "每十岁降低的阈值。",
      rows: ["L6"],
      evidence: "S",
    }),
    member: quantity({
      default: 0.03,
      min: -0.5,
      max: 0.5,
      unit: "share of contacts",
      en: "How far party membership lowers the threshold.",
      zh: "党员身份降低的阈值。",
      rows: ["L1"],
      evidence: "S",
    }),
    motivation: quantity({
      default: 0.2,
      min: 0,
      max: 1,
      unit: "share of contacts per unit of motivation",
      en: "How far motivation above its mean of 0.4 lowers the threshold.",
      zh: "动机对阈值的影响。",
      rows: ["Z25"],
    }),
    fatigue: quantity({
      default: 0.3,
      min: 0,
      max: 2,
      unit: "share of contacts per unit of fatigue",
      en: "Weight of fatigue against joining.",
      zh: "疲劳的权重。",
    }),
    memory: whole({
      default: 13,
      min: 1,
      max: 52,
      unit: "weeks",
      en: "Weeks for which someone who took part is seen as active.",
      zh: "被视为活跃的周数。",
    }),
    noise: probability({
      default: 0.005,
      per: "invitation",
      en: "Chance to join below the threshold.",
      zh: "未达阈值仍参与的概率。",
      rows: ["L5"],
      evidence: "S",
      max: 0.2,
      prior: [0, 0.05],
    }),
    invitations: quantity({
      default: 0.033,
      min: 0,
      max: 1,
      unit: "invitations a week",
      en: "Invitations that reach anyone.",
      zh: "人人可得的每周邀请数。",
      rows: ["M02"],
    }),
    groupInvitations: quantity({
      default: 0.04,
      min: 0,
      max: 1,
      unit: "invitations a week",
      en: "Further invitations through an interest group.",
      zh: "兴趣小组带来的邀请。",
      rows: ["L3"],
    }),
    branchInvitations: quantity({
      default: 0.008,
      min: 0,
      max: 1,
      unit: "invitations a week",
      en: "Further invitations through a branch.",
      zh: "支部带来的邀请。",
      rows: ["L1", "M02"],
      partyBuilding: true,
    }),
    acquaintanceWeight: quantity({
      default: 1,
      min: 0,
      max: 5,
      unit: "weight",
      en: "Weight of the acquaintance circle.",
      zh: "熟人圈权重。",
      rows: ["L2"],
    }),
    interestWeight: quantity({
      default: 0.5,
      min: 0,
      max: 5,
      unit: "weight",
      en: "Weight of the interest circle.",
      zh: "趣缘圈权重。",
      rows: ["L3"],
    }),
    industryWeight: quantity({
      default: 0.3,
      min: 0,
      max: 5,
      unit: "weight",
      en: "Weight of the industry circle.",
      zh: "业缘圈权重。",
      rows: ["L4"],
    }),
    partyWeight: quantity({
      default: 0.5,
      min: 0,
      max: 5,
      unit: "weight",
      en: "Weight of the party-building circle.",
      zh: "党建圈权重。",
      rows: ["L1"],
      partyBuilding: true,
    }),
    volunteerInvitations: quantity({
      default: 0.03,
      min: 0,
      max: 1,
      unit: "invitations a week",
      en: "Further invitations to registered volunteers.",
      zh: "注册志愿者额外收到的邀请。",
      rows: ["I10"],
    }),
    volunteerShare: share({
      default: 0.4,
      of: "occasions of registered volunteers",
      en: "Occasions that are volunteering rather than governance.",
      zh: "注册志愿者的参与中志愿服务的占比。",
      rows: ["I10"],
    }),
    partyCircle: toggle({
      default: true,
      en: "Whether the party-building circle carries recruitment.",
      zh: "党建圈是否传递动员。",
      rows: ["L1"],
      partyBuilding: true,
    }),
    minutes: quantity({
      default: 280,
      min: 15,
      max: 480,
      unit: "minutes",
      en: "Mean time given at one occasion.",
      zh: "每次参与的平均分钟数。",
    }),
  },
  reads: ["residents", "ties", "communities", "matters"],
  writes: [
    "residents.lastGovernance",
    "residents.lastVolunteering",
    "residents.lastMobilized",
    "residents.minutesWeek",
    "residents.minutesMonth",
    "residents.minutesYear",
    "residents.fatigue",
    "ledger",
    "matters",
    "tally.communities",
  ],
  measures: [
    "participation_rate",
    "participation_governance",
    "participation_volunteering",
    "participation_mobilized",
    "volunteer_hours_per_adult",
  ],
  step(world, context) {
    const { communities, residents, ties, units, groups, branches, ledger } = world;
    const r = residents.columns;
    const n = residents.rows;
    const week = context.week;
    const tally = world.tally.communities.columns;

    const month = Math.floor((week - 1) / 4) % 13;
    // Who is seen as active, and how many are in each group, unit and branch.
    const active = world.scratch("participation/active", Uint8Array, n);
    const inGroup = counts(world, "participation/groups", groups.rows);
    const inUnit = counts(world, "participation/units", units.rows);
    const inBranch = counts(world, "participation/branches", branches.rows);
    const asked = world.scratch("participation/asked", Float64Array, 16);
    const memory = week - context.district.memory;
    for (let i = 0; i < n; i++) {
      const a = r.lastGovernance[i] >= memory || r.lastVolunteering[i] >= memory ? 1 : 0;
      active[i] = a;
      for (let k = 0; k < 3; k++) count(inGroup, r.groups[i * 3 + k], a);
      count(inUnit, r.unit[i], a);
      count(inBranch, r.homeBranch[i], a);
      if (r.workBranch[i] !== r.homeBranch[i]) count(inBranch, r.workBranch[i], a);
    }

    /** Share of each circle who took part lately, for whoever looks on. */
    const exposures = (i: number, share: number, threshold: number): Record<string, number> => {
      const values: Record<string, number> = { share, threshold };
      const degree = ties.degree[i];
      if (degree > 0) {
        let near = 0;
        for (let h = ties.offsets[i]; h < ties.offsets[i] + degree; h++) near += active[ties.neighbors[h]];
        values.acquaintance = near / degree;
      }
      const branch = r.homeBranch[i] >= 0 ? r.homeBranch[i] : r.workBranch[i];
      if (r.groups[i * 3] >= 0) values.interest = othersActive(inGroup, r.groups[i * 3], active[i]);
      if (r.unit[i] >= 0) values.industry = othersActive(inUnit, r.unit[i], active[i]);
      if (branch >= 0) values.party = othersActive(inBranch, branch, active[i]);
      return values;
    };

    const contact = world.district.columns.contact[0];
    const branchActivity = activityByCommunity(world);
    for (let c = 0; c < communities.rows; c++) {
      if (context.mode(c) === "off") continue;
      const p = context.of(c);
      const party = p.partyCircle && world.schedule.byCommunity[c].partyBuilding === "on";
      const from = communities.columns.firstResident[c];
      const to = from + communities.columns.residents[c];
      // Chance to be asked: [registered + 2 grouped + 4 reached by new media + 8 branched].
      const byBranch = (p.branchInvitations * branchActivity[c]) / USUAL_ACTIVITY + tally.outreachMembers[c];
      for (let k = 0; k < 16; k++) {
        const rate =
          p.invitations * contact +
          tally.outreach[c] +
          (k & 1 ? p.volunteerInvitations : 0) +
          (k & 2 ? p.groupInvitations : 0) +
          (k & 4 ? tally.outreachDigital[c] : 0) +
          (k & 8 ? byBranch : 0);
        asked[k] = 1 - exp(-rate);
      }
      let given = 0;
      for (let i = from; i < to; i++) {
        if (r.age[i] < 18) continue;
        const grouped = r.groups[i * 3] >= 0;
        const branched = party && (r.homeBranch[i] >= 0 || r.workBranch[i] >= 0);
        const others = r.registered[i] + (grouped ? 2 : 0) + (r.digital[i] ? 4 : 0);
        if (!context.draws.chance(i, asked[others + (branched ? 8 : 0)], 0)) continue;
        tally.invitations[c]++;
        let weight = 0;
        let sum = 0;
        const degree = ties.degree[i];
        if (degree > 0 && p.acquaintanceWeight > 0) {
          let near = 0;
          const end = ties.offsets[i] + degree;
          for (let h = ties.offsets[i]; h < end; h++) near += active[ties.neighbors[h]];
          weight += p.acquaintanceWeight;
          sum += (p.acquaintanceWeight * near) / degree;
        }
        for (let k = 0; k < 3; k++) {
          const g = r.groups[i * 3 + k];
          if (g < 0) continue;
          weight += p.interestWeight;
          sum += p.interestWeight * othersActive(inGroup, g, active[i]);
        }
        if (r.unit[i] >= 0) {
          weight += p.industryWeight;
          sum += p.industryWeight * othersActive(inUnit, r.unit[i], active[i]);
        }
        if (branched) {
          const b = r.homeBranch[i] >= 0 ? r.homeBranch[i] : r.workBranch[i];
          weight += p.partyWeight;
          sum += p.partyWeight * othersActive(inBranch, b, active[i]);
        }
        const exposure = weight > 0 ? sum / weight : 0;
        const bar =
          p.mean +
          p.sd * r.propensity[i] -
          (p.age * (r.age[i] - 45)) / 10 -
          p.member * r.member[i] -
          p.motivation * (r.motivation[i] - 0.4) +
          p.fatigue * r.fatigue[i];
        const joins =
          p.rule === "threshold"
            ? joinsByThreshold(exposure, bar, p.noise)
            : p.rule === "logit"
              ? joinsByLogit(exposure, bar, p.steepness)
              : joinsConditionally(exposure, p.sd > 0 ? (p.mean - bar) / p.sd : 0, p.alpha, p.beta);
        const joined = context.draws.chance(i, joins, 1);
        if (context.onlooker?.watches("resident", i)) {
          context.onlooker.remark({ kind: "resident", index: i, what: "exposure", values: exposures(i, exposure, bar) });
        }
        if (!joined) continue;

        tally.attendances[c]++;
        // An invitation that came through the branch alone is mobilization.
        if (branched && context.draws.uniform(i, 0) >= asked[others]) r.lastMobilized[i] = week;
        if (r.registered[i] && context.draws.chance(i, p.volunteerShare, 2)) r.lastVolunteering[i] = week;
        else r.lastGovernance[i] = week;
        const minutes = Math.min(r.freeMinutes[i], Math.round(p.minutes * (0.5 + context.draws.uniform(i, 3))));
        if (r.lastVolunteering[i] === week && minutes > 0) {
          ledger.move(VOLUNTEER_TIME, OUTSIDE, 0, RESIDENT, i, minutes);
          ledger.move(VOLUNTEER_TIME, RESIDENT, i, COMMUNITY, c, minutes);
          r.minutesWeek[i] += minutes;
          r.minutesMonth[i * 13 + month] += minutes;
          r.minutesYear[i] += minutes;
          given += minutes;
        }
      }
      tally.volunteerMinutes[c] += given;
    }

    // What was given works on the public goods of the community, the oldest first.
    const m = world.matters.columns;
    for (let q = 0; q < world.matters.rows; q++) {
      if (m.class[q] !== PUBLIC_GOOD || m.state[q] < 1 || m.state[q] > 4) continue;
      const c = m.community[q];
      const minutes = Math.min(m.needVolunteer[q] - m.gotVolunteer[q], ledger.balance(VOLUNTEER_TIME, COMMUNITY, c));
      if (minutes <= 0) continue;
      ledger.move(VOLUNTEER_TIME, COMMUNITY, c, OUTSIDE, 0, minutes);
      m.gotVolunteer[q] += minutes;
    }
  },
});

/** [community] mean activity of the branches that stand in it; 0 without any. */
function activityByCommunity(world: World): Float64Array {
  const { branches, communities } = world;
  const b = branches.columns;
  const sum = world.scratch("participation/activity", Float64Array, communities.rows).fill(0);
  const count = world.scratch("participation/branchCount", Uint32Array, communities.rows).fill(0);
  for (let k = 0; k < branches.rows; k++) {
    if (!b.alive[k]) continue;
    sum[b.community[k]] += b.activity[k];
    count[b.community[k]]++;
  }
  for (let c = 0; c < communities.rows; c++) if (count[c] > 0) sum[c] /= count[c];
  return sum;
}

interface Counts {
  members: Uint32Array;
  active: Uint32Array;
}

function counts(
  world: { scratch: (name: string, make: typeof Uint32Array, length: number) => Uint32Array },
  name: string,
  rows: number,
): Counts {
  return {
    members: world.scratch(`${name}/members`, Uint32Array, rows).fill(0),
    active: world.scratch(`${name}/active`, Uint32Array, rows).fill(0),
  };
}

function count(into: Counts, index: number, active: number): void {
  if (index < 0) return;
  into.members[index]++;
  into.active[index] += active;
}

/** Share of the others in a group, unit or branch who are active. */
function othersActive(of: Counts, index: number, self: number): number {
  const others = of.members[index] - 1;
  return others > 0 ? (of.active[index] - self) / others : 0;
}
