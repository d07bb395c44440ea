import { defineMechanism, spend } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";
import { drawnAdults } from "../drawnAdults.ts";

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
    equation: "outreach to the digital = r a week ; each week (1 − e^(−a)) of drawn digital adults rise from unaware to knowing",
    symbols: { r: "invitations a week", a: "exposure that teaches, a week" },
    source: "Z18; eq. 4.2, 4.25. Simple exposure does not carry complex behaviour: an invitation is no reason to join.",
    departures: "Reach follows the resident's digital flag alone.",
    draws: "agent = community * 65536 + visit: 0 who.",
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
    exposure: quantity({
      label: { en: "Exposure", zh: "接触率" },
      help: { en: "Unaware adults online who come to know of policy.", zh: "使不知晓的上网成年人转为知晓。" },
      default: 0.005,
      min: 0,
      max: 0.5,
      unit: "a week",

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
  writes: ["ledger", "residents.awareness", "weekTotals.communities.outreachDigital", "weekTotals.communities.programmeMoney"],
  measures: ["participation_age_18_29", "awareness_knows", "money_spent_programme"],
  step(world, context, c) {
    const r = world.residents.columns;
    const { parameters: p, mode } = context;
    const n = world.communities.columns.residents[c];
    spend(world, c, (p.cost * n) / 52);
    if (mode === "placebo") return;
    world.weekTotals.communities.columns.outreachDigital[c] += p.invitations;
    drawnAdults(world, context.draws, c, Math.round(n * chanceOf(p.exposure)), (i) => {
      if (r.digital[i] && r.awareness[i] === 0) r.awareness[i] = 1;
    });
  },
});
