import { defineMechanism, spend } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";

/** New media reach those who are online with calls and with policy [Z18]. */
export const newMedia = defineMechanism({
  id: "newMedia",
  phase: "messagesSpread",
  scope: "community",
  every: "week",
  title: { en: "New media", zh: "新媒体" },
  summary: {
    en: "Posts invite residents who are online and tell some of them of policy; older residents are mostly not reached.",
    zh: "新媒体向上网居民发出邀请并宣传政策，多数老年人触达不到。",
  },
  rows: ["Z18"],
  partyBuilding: true,
  specification: {
    equation: "outreach to the digital = r a week ; posts = a a week beside the messages (awareness)",
    symbols: { r: "invitations a week", a: "posts on policy a week that a resident online reads" },
    source: "Z18; eq. 4.2, 4.25. Simple exposure does not carry complex behaviour: an invitation is no reason to join.",
    departures: "Reach follows the resident's digital flag alone.",
    draws: "none",
    placebo: "The same money goes into posts of other content: nobody is invited or taught.",
    harm: "Those offline fall behind: participation by age grows unequal.",
  },
  parameters: {
    invitations: quantity({
      label: { en: "Call by posts", zh: "推送邀请" },
      help: { en: "To each adult who is online.", zh: "发给每位上网的成年人。" },
      default: 0.001,
      min: 0,
      max: 0.5,
      unit: "invitations a week",

      rows: ["Z18"],
    }),
    posts: quantity({
      label: { en: "On policy", zh: "政策推送" },
      help: { en: "Read by residents who are online; each counts as a message.", zh: "上网居民读到的推送；每条相当于一条信息。" },
      default: 0.5,
      min: 0,
      max: 10,
      unit: "messages a week",
      prior: [0, 3],

      rows: ["Z18"],
    }),
    cost: quantity({
      label: { en: "Cost", zh: "成本" },
      help: { en: "The placebo spends as much on posts of other content.", zh: "安慰剂花费同额，发布其他内容。" },
      default: 1,
      min: 0,
      max: 100,
      unit: "yuan per resident a year",
      rows: ["Z18"],
    }),
  },
  reads: [],
  writes: ["ledger", "weekTotals.communities.outreachDigital", "weekTotals.communities.posts", "weekTotals.communities.programmeMoney"],
  measures: ["participation_age_18_29", "awareness_knows", "money_spent_programme"],
  step(world, context, c) {
    const { parameters: p, mode } = context;
    const n = world.communities.columns.residents[c];
    spend(world, c, (p.cost * n) / 52);
    if (mode === "placebo") return;
    world.weekTotals.communities.columns.outreachDigital[c] += p.invitations;
    world.weekTotals.communities.columns.posts[c] += p.posts;
  },
});
