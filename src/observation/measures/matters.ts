import { YEAR } from "../../engine/index.ts";
import { medianOfCounts } from "../statistics.ts";
import type { YearSums } from "../sums/trailingYear.ts";
import { measuresTaken } from "./measure.ts";

/** Mean acceptability of outcomes that were voted on. */
const acceptability = ({ communities, matters }: YearSums) => communities.acceptability / matters.voted;

/** What is raised, how it ends, and how long that takes. */
export const matters = measuresTaken(1, "matters", [
  {
    id: "matters_raised",
    unit: "matters a week",
    label: { en: "Matters raised", zh: "提出事项数" },
    help: { en: "Mean of the last 52 weeks.", zh: "近 52 周的平均值。" },
    formula: ({ year }) => year.matters.raised / year.weeks,
  },
  {
    id: "matters_open",
    unit: "matters",
    label: { en: "Open matters", zh: "未结事项数" },
    help: { en: "Neither settled, dropped nor recorded as closed at the end of the week.", zh: "当周末尚未解决、办结或搁置。" },
    formula: ({ openMatters }) => openMatters,
  },
  {
    id: "matters_closed_recorded",
    unit: "matters a week",
    label: { en: "Matters closed (recorded)", zh: "办结事项数" },
    help: { en: "Mean of the last 52 weeks.", zh: "近 52 周的平均值。" },
    formula: ({ year }) => year.matters.closed / year.weeks,
  },
  {
    id: "matters_settled_true",
    unit: "matters a week",
    label: { en: "Matters settled (actual)", zh: "解决事项数（实际）" },
    help: { en: "Mean of the last 52 weeks, recorded or not.", zh: "近 52 周的平均值，无论是否入记录。" },
    formula: ({ year }) => year.matters.settled / year.weeks,
  },
  {
    id: "settlement_rate_recorded",
    unit: "share of ended matters",
    label: { en: "Recorded closing rate", zh: "办结率" },
    help: {
      en: "Of matters that left the books in the last 52 weeks, by their last record; neighbours record nothing.",
      zh: "近 52 周终结的事项中最后记录为办结的部分；邻里自行解决的无记录。",
    },
    formula: ({ year }) => year.matters.leftRecorded / year.matters.left,
  },
  {
    id: "settlement_rate_true",
    unit: "share of ended matters",
    label: { en: "Actual settlement rate", zh: "解决率（实际）" },
    help: {
      en: "Of the same matters that left the books in the last 52 weeks: settled, recorded or not.",
      zh: "同一批近 52 周终结的事项中得到解决的部分，无论是否入记录。",
    },
    formula: ({ year }) => year.matters.leftSettled / year.matters.left,
  },
  {
    id: "matters_reopened",
    unit: "matters a week",
    label: { en: "Matters reopened", zh: "重新提出事项数" },
    help: { en: "Mean of the last 52 weeks.", zh: "近 52 周的平均值。" },
    formula: ({ year }) => year.matters.reopened / year.weeks,
  },
  {
    id: "matters_escalated",
    unit: "matters a week",
    label: { en: "Matters escalated to petition", zh: "转信访事项数" },
    help: { en: "Mean of the last 52 weeks.", zh: "近 52 周的平均值。" },
    formula: ({ year }) => year.matters.escalated / year.weeks,
  },
  {
    id: "weeks_to_settle_median",
    unit: "weeks",
    label: { en: "Median time to settlement", zh: "解决用时中位数" },
    help: { en: "From raising to actual settlement, over the last 52 weeks.", zh: "从提出到实际解决，取近 52 周。" },
    formula: ({ year }) => medianOfCounts(year.settled),
  },
  {
    id: "deliberated_share",
    unit: "share of closed matters",
    label: { en: "Decided after deliberation", zh: "经协商事项占比" },
    help: { en: "Of matters recorded as closed in the last 52 weeks.", zh: "近 52 周办结的事项。" },
    // What is decided closes in later weeks, so that early in a run more may be decided than closed.
    formula: ({ year }) => Math.min(1, year.matters.deliberated / year.matters.closed),
  },
  {
    id: "consent_reached_share",
    unit: "share of consultations",
    label: { en: "Consent reached", zh: "协商同意率" },
    help: {
      en: "Consultations that ended in the last 52 weeks with the consent needed.",
      zh: "近 52 周结束的协商中达到所需同意比例的部分。",
    },
    formula: ({ year }) => year.matters.consented / year.matters.voted,
  },
  {
    id: "acceptability_mean",
    unit: "0-1",
    label: { en: "Acceptability of outcomes", zh: "结果可接受度" },
    help: { en: "Mean over outcomes that were voted on in the last 52 weeks.", zh: "近 52 周付诸表决的结果的平均值。" },
    formula: ({ year }) => acceptability(year),
  },
  {
    id: "acceptability_sd",
    unit: "0-1",
    label: { en: "Spread of acceptability", zh: "可接受度差异" },
    help: { en: "Standard deviation over outcomes that were voted on in the last 52 weeks.", zh: "近 52 周付诸表决的结果的标准差。" },
    formula: ({ year }) => {
      const mean = acceptability(year);
      return Math.sqrt(Math.max(0, year.communities.acceptabilitySquares / year.matters.voted - mean * mean));
    },
  },
  {
    id: "consultation_attendance",
    unit: "share of those invited",
    label: { en: "Attendance at consultations", zh: "协商到会率" },
    help: { en: "Over all meetings of the last 52 weeks.", zh: "取近 52 周全部会议。" },
    formula: ({ year }) => year.matters.attended / year.matters.invited,
  },
  {
    id: "consultation_pressed_share",
    unit: "share of consents recorded",
    label: { en: "Consent under pressure", zh: "受压同意占比" },
    help: {
      en: "Signed against the resident's own opinion, where consent was reached in the last 52 weeks.",
      zh: "近 52 周达成的同意中违背本意的签字。",
    },
    formula: ({ year }) => year.matters.pressed / year.matters.accepted,
  },
  {
    id: "consent_retracted_share",
    unit: "share of consents reached",
    label: { en: "Consent retracted", zh: "同意反悔率" },
    help: {
      en: "Matters that came back in the last 52 weeks after pressed consent, against those that reached consent.",
      zh: "近 52 周因受压同意而重新提出的事项，相对于达成同意的事项。",
    },
    // What came back may have been agreed to the year before.
    formula: ({ year }) => Math.min(1, year.matters.retracted / year.matters.consented),
  },
  {
    id: "self_settled_share",
    unit: "share of settled matters",
    label: { en: "Settled without outside help", zh: "自主解决率" },
    help: { en: "Without any outside resource, in the last 52 weeks.", zh: "近 52 周未动用外部资源。" },
    formula: ({ year }) => year.matters.selfSettled / year.matters.settled,
  },
  {
    id: "disputes_mediated_per_1000",
    unit: "matters per 1,000 residents a year",
    label: { en: "Disputes mediated", zh: "调解纠纷数" },
    help: { en: "Disputes and petitions recorded as closed in the last 52 weeks.", zh: "近 52 周办结的纠纷与信访。" },
    formula: ({ year, world }) => (year.communities.disputesMediated * 1000 * YEAR) / year.weeks / world.residents.rows,
  },
  {
    id: "care_needed",
    unit: "hours a week per 1,000 residents",
    label: { en: "Home care needed", zh: "居家照护需求" },
    help: { en: "Beyond what households give, mean of the last 52 weeks.", zh: "家庭照护之外的部分，近 52 周的平均值。" },
    formula: ({ year, world }) => (year.communities.careNeeded / 60 / year.weeks / world.residents.rows) * 1000,
  },
  {
    id: "care_met_share",
    unit: "share of care needed",
    label: { en: "Home care met", zh: "居家照护满足率" },
    help: { en: "Beyond what households give, over the last 52 weeks.", zh: "家庭照护之外的部分，取近 52 周。" },
    formula: ({ year }) => year.communities.careMinutes / year.communities.careNeeded,
  },
  {
    id: "resident_initiated_share",
    unit: "share of raised matters",
    label: { en: "Raised by residents", zh: "居民主动提出占比" },
    help: { en: "Of their own accord, over the last 52 weeks.", zh: "由居民自己提出，取近 52 周。" },
    formula: ({ year }) => year.matters.initiated / year.matters.raised,
  },
]);
