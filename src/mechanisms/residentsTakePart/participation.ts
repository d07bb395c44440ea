import { COMMUNITY, defineMechanism, OUTSIDE, PUBLIC_GOOD, RESIDENT, VOLUNTEER_TIME, type World } from "../../engine/index.ts";
import { choice, probability, quantity, share, toggle, whole } from "../../scenario/index.ts";
import { countActive, forgetActive, participationScratch, takePart } from "./takePart.ts";

/** Residents take part as those around them do, by one of three rival rules (eq. 4.1, 4.4, 4.5) on the four circles. */
export const participation = defineMechanism({
  id: "participation",
  verb: "residentsTakePart",
  title: { en: "Participation", zh: "居民参与" },
  summary: {
    en: "Residents who are asked join by a threshold, by random utility or by conditional cooperation, given how many in their circles take part.",
    zh: "受邀居民参照各圈的参与情况，按阈值、随机效用或条件合作决定是否参与。",
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
      2: { of: "resident", en: "volunteers rather than takes part in governance", zh: "参加志愿服务而非治理" },
    },
  },
  parameters: {
    rule: choice(["threshold", "logit", "conditional"], {
      label: { en: "Rule of decision", zh: "决策规则" },
      help: {
        en: "A threshold is a firm limit; random utility and conditional cooperation give chances.",
        zh: "阈值为固定门槛；随机效用与条件合作给出概率。",
      },
      default: "threshold",

      rows: ["L6"],
      evidence: "M",
    }),
    steepness: quantity({
      label: { en: "Steepness", zh: "陡度" },
      help: { en: "Random utility only: the larger, the closer to a threshold.", zh: "仅用于随机效用；越大越接近阈值规则。" },
      default: 6,
      min: 0,
      max: 50,
      unit: "slope",

      rows: ["L6"],
      evidence: "M",
    }),
    alpha: share({
      label: { en: "Unconditional part", zh: "无条件参与率" },
      help: { en: "Conditional cooperation only: joins though nobody else does.", zh: "仅用于条件合作：无人参与时仍参与。" },
      default: 0.15,
      of: "residents asked",

      rows: ["L6"],
      evidence: "M",
    }),
    beta: quantity({
      label: { en: "Response to others", zh: "对他人的反应" },
      help: { en: "Conditional cooperation only: the larger, the more others count.", zh: "仅用于条件合作；越大，他人参与的影响越大。" },
      default: 1,
      min: 0,
      max: 3,
      unit: "slope",

      rows: ["L6"],
      evidence: "M",
    }),
    mean: quantity({
      label: { en: "Mean threshold", zh: "平均阈值" },
      help: {
        en: "At the age of 45: contacts who must take part before a resident joins.",
        zh: "45 岁时：联系人的参与比例达到此值才参与。",
      },
      default: 0.27,
      min: -1,
      max: 2,
      unit: "share of contacts",

      rows: ["L6"],
      evidence: "M",
      prior: [0.1, 0.5],
    }),
    sd: quantity({
      label: { en: "Spread of thresholds", zh: "阈值差异" },
      help: { en: "The larger, the more residents join first, and the more never.", zh: "越大，率先参与的人与从不参与的人都越多。" },
      default: 0.25,
      min: 0,
      max: 1,
      unit: "share of contacts",

      rows: ["L6"],
      evidence: "M",
      prior: [0.05, 0.3],
    }),
    age: quantity({
      label: { en: "Effect of age", zh: "年龄影响" },
      help: { en: "Lowers the threshold with every ten years.", zh: "年龄每增十岁，阈值降低的幅度。" },
      default: 0.1,
      min: -0.5,
      max: 0.5,
      unit: "share of contacts, per ten years",

      rows: ["L6"],
      evidence: "S",
    }),
    member: quantity({
      label: { en: "Effect of membership", zh: "党员影响" },
      help: { en: "Lowers the threshold of party members.", zh: "党员阈值降低的幅度。" },
      default: 0.03,
      min: -0.5,
      max: 0.5,
      unit: "share of contacts",

      rows: ["L1"],
      evidence: "S",
    }),
    motivation: quantity({
      label: { en: "Effect of motivation", zh: "动机影响" },
      help: { en: "Lowers the threshold where motivation exceeds 0.4, raises it below.", zh: "动机高于 0.4 时阈值降低，低于则升高。" },
      default: 0.2,
      min: 0,
      max: 1,
      unit: "share of contacts, per unit of motivation",

      rows: ["Z25"],
    }),
    fatigue: quantity({
      label: { en: "Effect of fatigue", zh: "疲劳影响" },
      help: { en: "Raises the threshold.", zh: "疲劳使阈值升高的幅度。" },
      default: 0.3,
      min: 0,
      max: 2,
      unit: "share of contacts, per unit of fatigue",
    }),
    memory: whole({
      label: { en: "Memory", zh: "记忆时长" },
      help: { en: "For this long somebody who took part is seen as active.", zh: "参与后在此期间被视为活跃。" },
      default: 13,
      min: 1,
      max: 52,
      unit: "weeks",
    }),
    noise: probability({
      label: { en: "Joining below it", zh: "未达阈值参与率" },
      help: { en: "Threshold rule only: joins with too few contacts.", zh: "仅用于阈值规则：联系人不足时仍参与。" },
      default: 0.005,
      per: "invitation",

      rows: ["L5"],
      evidence: "S",
      max: 0.2,
      prior: [0, 0.05],
    }),
    invitations: quantity({
      label: { en: "Call on everyone", zh: "一般邀请" },
      help: { en: "Reach every adult; an epidemic lowers them with contact.", zh: "每位成年人都会收到；疫情期间随接触减少。" },
      default: 0.033,
      min: 0,
      max: 1,
      unit: "invitations a week",

      rows: ["M02"],
    }),
    groupInvitations: quantity({
      label: { en: "Through groups", zh: "小组邀请" },
      help: { en: "Added for members of an interest group.", zh: "兴趣小组成员额外收到。" },
      default: 0.04,
      min: 0,
      max: 1,
      unit: "invitations a week",

      rows: ["L3"],
    }),
    branchInvitations: quantity({
      label: { en: "Through branches", zh: "支部邀请" },
      help: { en: "Added for members of a branch; more if it is active.", zh: "支部党员额外收到；支部越活跃越多。" },
      default: 0.008,
      min: 0,
      max: 1,
      unit: "invitations a week",

      rows: ["L1", "M02"],
      partyBuilding: true,
    }),
    acquaintanceWeight: quantity({
      label: { en: "Acquaintance circle", zh: "熟人圈权重" },
      help: { en: "0 leaves the circle out of the decision.", zh: "0 时决策不考虑该圈。" },
      default: 1,
      min: 0,
      max: 5,
      unit: "weight",

      rows: ["L2"],
    }),
    interestWeight: quantity({
      label: { en: "Interest circle", zh: "趣缘圈权重" },
      help: { en: "0 leaves the circle out of the decision.", zh: "0 时决策不考虑该圈。" },
      default: 0.5,
      min: 0,
      max: 5,
      unit: "weight",

      rows: ["L3"],
    }),
    industryWeight: quantity({
      label: { en: "Work circle", zh: "业缘圈权重" },
      help: { en: "0 leaves the circle out of the decision.", zh: "0 时决策不考虑该圈。" },
      default: 0.3,
      min: 0,
      max: 5,
      unit: "weight",

      rows: ["L4"],
    }),
    partyWeight: quantity({
      label: { en: "Party-building circle", zh: "党建圈权重" },
      help: { en: "0 leaves the circle out of the decision.", zh: "0 时决策不考虑该圈。" },
      default: 0.5,
      min: 0,
      max: 5,
      unit: "weight",

      rows: ["L1"],
      partyBuilding: true,
    }),
    volunteerInvitations: quantity({
      label: { en: "To volunteers", zh: "志愿者邀请" },
      help: { en: "Added for registered volunteers.", zh: "注册志愿者额外收到。" },
      default: 0.03,
      min: 0,
      max: 1,
      unit: "invitations a week",

      rows: ["I10"],
    }),
    volunteerShare: share({
      label: { en: "Volunteering", zh: "志愿服务占比" },
      help: { en: "The other occasions are governance.", zh: "其余为治理参与。" },
      default: 0.4,
      of: "their occasions",

      rows: ["I10"],
    }),
    partyCircle: toggle({
      label: { en: "Recruitment by branches", zh: "支部动员" },
      help: { en: "Off keeps the party-building circle from carrying invitations.", zh: "关闭后，党建圈不再传递邀请。" },
      default: true,

      rows: ["L1"],
      partyBuilding: true,
    }),
    minutes: quantity({
      label: { en: "Time per occasion", zh: "单次时长" },
      help: { en: "A mean; nobody gives more than their free time.", zh: "取平均值；每人不超过其闲暇时间。" },
      default: 280,
      min: 15,
      max: 480,
      unit: "minutes",
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
