import type { ParametersOf } from "../../engine/index.ts";
import { choice, level, probability, quantity, share, whole } from "../../scenario/index.ts";

/** How cases are taken up, deliberated, closed and reopened. */
export const caseParameters = {
  capacity: quantity({
    label: { en: "Matters taken up", zh: "受理能力" },
    help: { en: "By the workers of a community, the gravest first.", zh: "由社区工作者受理，严重的优先。" },
    default: 3.5,
    min: 0,
    max: 20,
    unit: "per 1,000 residents a week",

    rows: ["F12"],
  }),
  epsilon: level({
    label: { en: "Confidence bound", zh: "置信阈值" },
    help: { en: "Only opinions this close move each other.", zh: "只有差距在此之内的意见才相互影响。" },
    default: 0.25,

    rows: ["Z20"],
    evidence: "M",
    prior: [0.1, 0.5],
  }),
  deliberation: choice(["hegselmannKrause", "deffuant"], {
    label: { en: "Rule of deliberation", zh: "协商方式" },
    help: { en: "Opinions move all at once, or where two meet.", zh: "意见同时变动，或两两相遇时变动。" },
    default: "hegselmannKrause",

    rows: ["Z20"],
    evidence: "M",
  }),
  mu: quantity({
    label: { en: "Step size", zh: "靠近步长" },
    help: { en: "How far two who meet move together; in pairs only.", zh: "两人相遇时彼此靠近的程度；仅用于两两变动。" },
    default: 0.3,
    min: 0,
    max: 0.5,
    unit: "share of the gap of opinions",

    rows: ["Z20"],
    evidence: "M",
    prior: [0.1, 0.5],
  }),
  rounds: whole({
    label: { en: "Length of deliberation", zh: "协商轮次" },
    help: { en: "Then a vote is taken.", zh: "之后表决。" },
    default: 3,
    min: 0,
    max: 20,
    unit: "rounds",

    rows: ["Z20"],
  }),
  aspiration: level({
    label: { en: "Acceptance threshold", zh: "接受阈值" },
    help: { en: "From this opinion on a resident votes in favour.", zh: "意见达到此值即投赞成。" },
    default: 0.5,

    rows: ["Z20"],
  }),
  goodwill: quantity({
    label: { en: "Initial goodwill", zh: "初始善意" },
    help: { en: "With nothing at stake, 0 means a mean opinion of 0.5.", zh: "没有利害时，0 表示平均意见为 0.5。" },
    default: 1,
    min: -3,
    max: 3,
    unit: "logit",

    rows: ["Z20"],
  }),
  stakes: quantity({
    label: { en: "Effect of severity", zh: "严重度影响" },
    help: { en: "The larger, the lower opinions begin on grave matters.", zh: "越大，严重事项的初始意见越低。" },
    default: 1.2,
    min: 0,
    max: 6,
    unit: "logit",

    rows: ["Z20", "I02"],
  }),
  success: probability({
    label: { en: "Success of closing", zh: "办结解决率" },
    help: { en: "At a trust and a quality of 0.5, for minor matters.", zh: "信任与质量均为 0.5 时的小事。" },
    default: 0.75,
    per: "closed matter",

    rows: ["D05"],
    prior: [0.6, 0.95],
  }),
  hardship: share({
    label: { en: "Difficulty", zh: "难度影响" },
    help: { en: "How much rarer full severity makes settlement.", zh: "最严重时解决概率降低的程度。" },
    default: 0.4,
    of: "the chance of settlement",

    rows: ["D05"],
  }),
  reopen: probability({
    label: { en: "Reopening", zh: "重新提出率" },
    help: { en: "Of matters closed but not settled.", zh: "办结但未解决的事项。" },
    default: 0.03,
    per: "week",

    rows: ["D01"],
    prior: [0.01, 0.1],
  }),
  escalate: probability({
    label: { en: "Escalation to petition", zh: "转信访率" },
    help: { en: "Of open matters past the deadline.", zh: "超过期限仍未办结的事项。" },
    default: 0.02,
    per: "week",

    rows: ["D04"],
    prior: [0.01, 0.05],
  }),
  deadline: whole({
    label: { en: "Deadline", zh: "办理期限" },
    help: { en: "After it an open matter may become a petition.", zh: "超过后，未结事项可能转信访。" },
    default: 12,
    min: 1,
    max: 104,
    unit: "weeks",

    rows: ["D04"],
  }),
  giveUp: whole({
    label: { en: "Time until dropped", zh: "搁置期限" },
    help: { en: "An open matter is then given up.", zh: "到期未结即搁置。" },
    default: 52,
    min: 2,
    max: 520,
    unit: "weeks",
  }),
  expectation: share({
    label: { en: "Speed of expectation", zh: "预期调整速度" },
    help: { en: "How fast residents learn the settlement rate of their community.", zh: "居民了解本社区解决率的快慢。" },
    default: 0.02,
    of: "the gap, a week",

    rows: ["D04"],
  }),
};

export type Cases = ParametersOf<typeof caseParameters>;
