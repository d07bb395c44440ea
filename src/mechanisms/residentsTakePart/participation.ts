import { COMMUNITY, defineMechanism, OUTSIDE, PUBLIC_GOOD, RESIDENT, VOLUNTEER_TIME, type World } from "../../engine/index.ts";
import { choice, probability, quantity, share, toggle, whole } from "../../scenario/index.ts";
import { countActive, forgetActive, participationScratch, takePart } from "./takePart.ts";

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
  kernels: { countActive, takePart },
  step(world, context) {
    const { communities, ledger } = world;
    const { activity, given } = participationScratch(world);
    forgetActive(world);
    context.everywhere("countActive");
    measureActivity(world, activity);
    context.everywhere("takePart");
    for (let c = 0; c < communities.rows; c++) ledger.pass(VOLUNTEER_TIME, OUTSIDE, 0, RESIDENT, COMMUNITY, c, given[c]);

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

/** @param out  [community] written: mean activity of the branches that stand in it; 0 without any */
function measureActivity(world: World, out: Float64Array): void {
  const { branches, communities } = world;
  const { alive, community, activity } = branches.columns;
  const count = world.scratch("participation/branchCount", Uint32Array, communities.rows).fill(0);
  out.fill(0);
  for (let k = 0; k < branches.rows; k++) {
    if (!alive[k]) continue;
    out[community[k]] += activity[k];
    count[community[k]]++;
  }
  for (let c = 0; c < communities.rows; c++) if (count[c] > 0) out[c] /= count[c];
}
