import type { ParametersOf } from "../../engine/index.ts";
import { probability, quantity, share, whole } from "../../scenario/index.ts";

/** How cases are taken up, closed and reopened. */
export const caseParameters = {
  caseload: quantity({
    label: { en: "Caseload", zh: "在办上限" },
    help: {
      en: "Matters that a worker can have in hand if paperwork takes nothing; the gravest are taken up first.",
      zh: "无行政事务时每名工作者同时在办的事项，严重的优先受理。",
    },
    default: 7,
    min: 0,
    max: 100,
    unit: "matters a worker",

    rows: ["F12"],
    prior: [3, 12],
  }),
  neighboursFirst: whole({
    label: { en: "Time among neighbours", zh: "邻里先行时间" },
    help: { en: "A matter that people try to settle themselves reaches the community after it.", zh: "居民先自行设法解决，逾期才到社区。" },
    default: 3,
    min: 0,
    max: 52,
    unit: "weeks",

    rows: ["Z21"],
    prior: [1, 8],
  }),
  takeOver: probability({
    label: { en: "Taking over", zh: "提前接手" },
    help: {
      en: "Of matters among neighbours, by open branches and by workers with nothing else to do.",
      zh: "邻里自行处理的事项被开放的支部或有余力的工作者接手。",
    },
    default: 0.1,
    per: "week",

    rows: ["Z21", "D05"],
    prior: [0, 0.5],
  }),
  success: probability({
    label: { en: "Success of closing", zh: "办结解决率" },
    help: { en: "At a trust and a quality of 0.5, for minor matters.", zh: "信任与质量均为 0.5 时的小事。" },
    default: 0.75,
    per: "closed matter",

    rows: ["D05"],
    source:
      "75% of what Beijing’s hotline handed on in 2019 was solved, as those said who had called [S71]; court-led mediation 67.2% [S65], recorded success 97% [S16].",
    prior: [0.6, 0.95],
    evidence: "S",
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
    default: 0.008,
    per: "week",

    rows: ["D01"],
    evidence: "M",
    source: "eq. 4.20: 0.05-0.3 come back in all; 0.008 a week over a year is a third of those not settled.",
    prior: [0.002, 0.03],
  }),
  escalate: probability({
    label: { en: "Escalation to petition", zh: "转信访率" },
    help: { en: "Of open matters past the deadline, for a type of usual sharpness.", zh: "超过期限仍未办结的事项（一般类型）。" },
    default: 0.02,
    per: "week",

    rows: ["D04"],
    evidence: "M",
    source: "eq. 4.20: 0.01-0.05 a week.",
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
    help: { en: "An open matter is then given up; one that was closed leaves the books.", zh: "到期未结即搁置；已办结的不再跟踪。" },
    default: 52,
    min: 2,
    max: 520,
    unit: "weeks",
  }),
};

export type Cases = ParametersOf<typeof caseParameters>;
