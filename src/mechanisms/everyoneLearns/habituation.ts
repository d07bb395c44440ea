import { defineMechanism, SENDERS } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";

/** Who is asked again and again by the same kind of sender hears it less; invitations are forgotten. */
export const habituation = defineMechanism({
  id: "habituation",
  phase: "everyoneLearns",
  scope: "community",
  every: "month",
  inWeek: 0,
  apart: true,
  title: { en: "Habituation", zh: "习惯化" },
  summary: {
    en: "Invitations by each kind of sender are remembered, and fade.",
    zh: "居民记得各类邀请者的邀请，并逐渐淡忘。",
  },
  rows: ["N09", "H04"],
  specification: {
    equation: "asked_k(t+1) = asked_k · 2^(−4 / H) ; each invitation adds 1 to that of its sender",
    symbols: { asked: "invitations remembered, by kind of sender k, at most 15", H: "half-life" },
    source: "Habituation to a repeated stimulus (Rankin et al. 2009), in form only; the half-life is a judgement.",
    departures: "Kept in sixteenths of an invitation, so that they fade in steps.",
    draws: "none",
    harm: "The more a branch calls, the less its calls are heard (participation).",
  },
  parameters: {
    halfLife: quantity({
      label: { en: "Half-life of a call", zh: "邀请记忆半衰期" },
      help: { en: "After so long half of the invitations are forgotten.", zh: "经过这么久，一半邀请被淡忘。" },
      default: 8,
      min: 1,
      max: 104,
      unit: "weeks",
      rows: ["N09"],
      prior: [4, 26],
    }),
  },
  reads: [],
  writes: ["residents.asked"],
  measures: ["participation_rate"],
  step(world, context, c) {
    const { asked } = world.residents.columns;
    const kept = pow(2, -4 / context.parameters.halfLife);
    const { firstResident, residents } = world.communities.columns;
    const from = firstResident[c] * SENDERS;
    const to = from + residents[c] * SENDERS;
    for (let k = from; k < to; k++) if (asked[k] > 0) asked[k] = Math.floor(asked[k] * kept);
  },
});
