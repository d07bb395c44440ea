import type { ParametersOf } from "../../engine/index.ts";
import { choice, probability, quantity, share, whole } from "../../scenario/index.ts";

/** Who is asked to take part, and what decides whether they do. */
export const participationParameters = {
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
  extrinsic: quantity({
    label: { en: "Effect of rewards", zh: "外在动机影响" },
    help: {
      en: "Lowers the threshold where the extrinsic motive exceeds 0.3, raises it below.",
      zh: "外在动机高于 0.3 时阈值降低，低于则升高。",
    },
    default: 0.2,
    min: 0,
    max: 1,
    unit: "share of contacts, per unit of motivation",
    rows: ["V2", "H04"],
    prior: [0, 0.4],
  }),
  closeness: quantity({
    label: { en: "Asked by someone close", zh: "近者相邀" },
    help: {
      en: "Lowers the threshold if an acquaintance, a fellow member or a colleague asks.",
      zh: "熟人、同组成员或同事邀请时，阈值降低的幅度。",
    },
    default: 0.05,
    min: 0,
    max: 0.5,
    unit: "share of contacts",
    rows: ["L2", "L3", "L4"],
    prior: [0, 0.15],
  }),
  habituation: quantity({
    label: { en: "Effect of habituation", zh: "习惯化影响" },
    help: {
      en: "Raises the threshold by each remembered invitation of the same kind of sender; twice as much where pressed at rigidity 1.",
      zh: "记得的每次同类邀请使阈值升高的幅度；刚性为 1 施压时加倍。",
    },
    default: 0.03,
    min: 0,
    max: 0.5,
    unit: "share of contacts",
    rows: ["N09", "H04"],
    prior: [0, 0.1],
  }),
  pressure: quantity({
    label: { en: "Effect of pressure", zh: "施压影响" },
    help: {
      en: "Lowers the threshold of members whom the branch asks, at rigidity 1 and full extrinsic motive.",
      zh: "支部邀请党员时阈值降低的幅度，指刚性为 1、外在动机为满值时。",
    },
    default: 0.3,
    min: 0,
    max: 1,
    unit: "share of contacts",
    rows: ["M02", "H04"],
    prior: [0, 0.6],
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
    default: 0.02,
    min: 0,
    max: 1,
    unit: "invitations a week",

    rows: ["M02"],
  }),
  closeInvitations: quantity({
    label: { en: "Through active contacts", zh: "活跃熟人邀请" },
    help: {
      en: "Each, where all acquaintances, or all colleagues, take part; in proportion where some do.",
      zh: "所有熟人（或所有同事）都参与时各有这么多；部分参与时按比例。",
    },
    default: 0.03,
    min: 0,
    max: 1,
    unit: "invitations a week",
    rows: ["L2", "L4"],
    prior: [0, 0.1],
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
  meeting: quantity({
    label: { en: "Time per meeting", zh: "会议时长" },
    help: { en: "A mean; governance takes from the free time of the week too.", zh: "取平均值；参与治理同样占用当周闲暇。" },
    default: 60,
    min: 0,
    max: 480,
    unit: "minutes",
    rows: ["L6"],
    prior: [30, 120],
  }),
  minutes: quantity({
    label: { en: "Time per occasion", zh: "单次时长" },
    help: { en: "A mean; nobody gives more than their free time.", zh: "取平均值；每人不超过其闲暇时间。" },
    default: 280,
    min: 15,
    max: 480,
    unit: "minutes",
  }),
};

export type Participation = ParametersOf<typeof participationParameters>;
