import type { Bilingual } from "../../scenario/index.ts";
import type { Circle } from "../startSample.ts";
import { measuresTaken } from "./measure.ts";

/** The four circles: acquaintances, affiliations, how they overlap, and the organization network. */
export const circles = [
  ...measuresTaken(52, "circles", [
    {
      id: "acquaintance_degree_mean",
      unit: "people",
      label: { en: "Acquaintances", zh: "熟人数" },
      help: { en: "Mean over residents, inside the district.", zh: "居民的平均值，限区内。" },
      formula: ({ acquaintances }) => acquaintances.degreeMean,
    },
    {
      id: "acquaintance_degree_var_ratio",
      unit: "ratio",
      label: { en: "Spread of acquaintances", zh: "熟人数方差均值比" },
      help: { en: "Variance over mean; 1 if ties were formed at random.", zh: "关系随机结成时为 1。" },
      formula: ({ acquaintances }) => acquaintances.degreeVarianceRatio,
    },
    {
      id: "acquaintance_clustering",
      unit: "0-1",
      label: { en: "Clustering of acquaintances", zh: "熟人圈聚类系数" },
      help: {
        en: "Acquaintances who know each other, mean over up to 20,000 residents spread evenly.",
        zh: "熟人彼此相识的比例，均匀取至多 20,000 位居民。",
      },
      formula: ({ acquaintances }) => acquaintances.clustering,
    },
    {
      id: "acquaintance_mean_path",
      unit: "steps",
      label: { en: "Path between residents", zh: "熟人圈平均路径长度" },
      help: {
        en: "Shortest path from one to eight residents spread over the district, mean.",
        zh: "从分布各处的一至八位居民出发的最短路径。",
      },
      formula: ({ meanPath }) => meanPath,
    },
    {
      id: "acquaintance_isolated_share",
      unit: "share of adults",
      label: { en: "Without a core tie", zh: "社区内无核心关系占比" },
      help: { en: "Adults without a core tie in their own community.", zh: "在本社区没有核心关系的成年人。" },
      formula: ({ acquaintances }) => acquaintances.noActiveContact,
    },
    {
      id: "acquaintance_retention_since_start",
      unit: "share of ties",
      label: { en: "Ties kept since the start", zh: "初始关系保留率" },
      help: { en: "In a sample of 2,000 residents.", zh: "取 2,000 位居民的样本。" },
      formula: ({ kept }) => kept.ties,
    },
    {
      id: "acquaintance_core_retention_since_start",
      unit: "share of core ties",
      label: { en: "Core ties kept since the start", zh: "初始核心关系保留率" },
      help: { en: "In a sample of 2,000 residents.", zh: "取 2,000 位居民的样本。" },
      formula: ({ kept }) => kept.coreTies,
    },
  ]),
  ...ofAffiliation("interest", { en: "interest circle", zh: "趣缘圈" }, { en: "an interest group", zh: "兴趣小组" }),
  ...ofAffiliation("industry", { en: "work circle", zh: "业缘圈" }, { en: "a workplace in the district", zh: "区内单位" }),
  ...ofAffiliation("party", { en: "party-building circle", zh: "党建圈" }, { en: "a branch", zh: "党支部" }),
  ...measuresTaken(52, "circles", [
    {
      id: "overlap_jaccard_acquaintance_interest",
      unit: "0-1",
      label: { en: "Overlap: acquaintance and interest circles", zh: "熟人圈与趣缘圈重叠度" },
      help: {
        en: "Pairs of residents who meet in both, among pairs who meet in either.",
        zh: "在两圈都往来的居民对，占在任一圈往来的居民对。",
      },
      formula: ({ acquaintances }) => acquaintances.overlapAcquaintanceInterest,
    },
    {
      id: "overlap_jaccard_acquaintance_industry",
      unit: "0-1",
      label: { en: "Overlap: acquaintance and work circles", zh: "熟人圈与业缘圈重叠度" },
      help: {
        en: "Pairs of residents who meet in both, among pairs who meet in either.",
        zh: "在两圈都往来的居民对，占在任一圈往来的居民对。",
      },
      formula: ({ acquaintances }) => acquaintances.overlapAcquaintanceIndustry,
    },
    {
      id: "overlap_jaccard_party_acquaintance",
      unit: "0-1",
      label: { en: "Overlap: party-building, acquaintance circles", zh: "党建圈与熟人圈重叠度" },
      help: {
        en: "Pairs of residents who meet in both, among pairs who meet in either.",
        zh: "在两圈都往来的居民对，占在任一圈往来的居民对。",
      },
      formula: ({ acquaintances }) => acquaintances.overlapPartyAcquaintance,
    },
    {
      id: "overlap_jaccard_party_industry",
      unit: "0-1",
      label: { en: "Overlap: party-building and work circles", zh: "党建圈与业缘圈重叠度" },
      help: {
        en: "Pairs of residents who meet in both, among pairs who meet in either.",
        zh: "在两圈都往来的居民对，占在任一圈往来的居民对。",
      },
      formula: ({ acquaintances }) => acquaintances.overlapPartyIndustry,
    },
    {
      id: "overlap_jaccard_party_interest",
      unit: "0-1",
      label: { en: "Overlap: party-building and interest circles", zh: "党建圈与趣缘圈重叠度" },
      help: {
        en: "Pairs of residents who meet in both, among pairs who meet in either.",
        zh: "在两圈都往来的居民对，占在任一圈往来的居民对。",
      },
      formula: ({ acquaintances }) => acquaintances.overlapPartyInterest,
    },
    {
      id: "overlap_jaccard_interest_industry",
      unit: "0-1",
      label: { en: "Overlap: interest and work circles", zh: "趣缘圈与业缘圈重叠度" },
      help: {
        en: "Pairs of residents who meet in both, among pairs who meet in either.",
        zh: "在两圈都往来的居民对，占在任一圈往来的居民对。",
      },
      formula: ({ acquaintances }) => acquaintances.overlapInterestIndustry,
    },
    {
      id: "hub_share",
      unit: "share of betweenness",
      label: { en: "Betweenness of the top 1%", zh: "前 1% 节点中介中心性占比" },
      help: {
        en: "In the organization network; estimated from some of its nodes where it has far more than a whole district.",
        zh: "指组织网络；规模远超全区时按部分节点估算。",
      },
      formula: ({ network }) => network.hubShare,
    },
    {
      id: "hub_share_top_twentieth",
      unit: "share of betweenness",
      label: { en: "Betweenness of the top 5%", zh: "前 5% 节点中介中心性占比" },
      help: {
        en: "In the organization network; steadier than that of the top 1%, which is a node or two at 1:10.",
        zh: "指组织网络；1:10 时前 1% 仅一两个节点，此项更稳定。",
      },
      formula: ({ network }) => network.hubShareOfTwentieth,
    },
    {
      id: "modularity",
      unit: "0-1",
      label: { en: "Modularity", zh: "模块度" },
      help: { en: "Of the organization network, by the method of Louvain.", zh: "组织网络，按 Louvain 方法计算。" },
      formula: ({ network }) => network.modularity,
    },
  ]),
];

/** Measures of a circle that is an affiliation, which residents have through a place: a group, a workplace, a branch. */
function ofAffiliation<const C extends Circle>(circle: C, name: Bilingual, place: Bilingual) {
  return measuresTaken(52, "circles", [
    {
      id: `${circle}_degree_mean`,
      unit: "people",
      label: { en: `Fellow members, ${name.en}`, zh: `${name.zh}同伴数` },
      help: { en: `Mean among residents in ${place.en}.`, zh: `有${place.zh}的居民的平均值。` },
      formula: ({ affiliations }) => affiliations[circle].degreeMean,
    },
    {
      id: `${circle}_degree_var_ratio`,
      unit: "ratio",
      label: { en: `Spread of fellows, ${name.en}`, zh: `${name.zh}同伴数方差均值比` },
      help: { en: `Variance over mean among residents in ${place.en}.`, zh: `限于有${place.zh}的居民。` },
      formula: ({ affiliations }) => affiliations[circle].degreeVarianceRatio,
    },
    {
      id: `${circle}_clustering`,
      unit: "0-1",
      label: { en: `Clustering, ${name.en}`, zh: `${name.zh}聚类系数` },
      help: { en: "Pairs of fellow members who share a place themselves.", zh: "彼此也同在一处的同伴对所占比例。" },
      formula: ({ affiliations }) => affiliations[circle].clustering,
    },
    {
      id: `${circle}_mean_path`,
      unit: "steps",
      label: { en: `Path, ${name.en}`, zh: `${name.zh}平均路径长度` },
      help: {
        en: "Mean between residents whom the circle joins, from four of them.",
        zh: "由该圈相连的居民之间，从其中四位出发的平均值。",
      },
      formula: ({ affiliations }) => affiliations[circle].meanPath,
    },
    {
      id: `${circle}_isolated_share`,
      unit: "share of adults",
      label: { en: `Outside the ${name.en}`, zh: `不在${name.zh}占比` },
      help: { en: `Adults without ${place.en}.`, zh: `没有${place.zh}的成年人。` },
      formula: ({ affiliations }) => affiliations[circle].isolated,
    },
    {
      id: `${circle}_retention_since_start`,
      unit: "share of memberships",
      label: { en: `Memberships kept, ${name.en}`, zh: `${name.zh}初始成员保留率` },
      help: { en: "Since the start, in a sample of 2,000 residents.", zh: "取 2,000 位居民的样本。" },
      formula: ({ kept }) => kept.memberships[circle],
    },
  ]);
}
