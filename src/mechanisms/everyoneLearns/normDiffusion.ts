import { defineMechanism, usualCompliance, type World } from "../../engine/index.ts";
import { level, quantity, share } from "../../scenario/index.ts";
import { spreadNorms } from "./normDiffusion.kernel.ts";

/** People keep the norms that they see others keep (eq. 4.17) [Z22]. */
export const normDiffusion = defineMechanism({
  id: "normDiffusion",
  phase: "everyoneLearns",
  scope: "community",
  every: "month",
  inWeek: 0,
  apart: true,
  title: { en: "Spread of norms", zh: "规范扩散" },
  summary: {
    en: "Residents adjust their compliance to what acquaintances do: beyond a tipping point it spreads, below it fades.",
    zh: "居民随熟人的做法调整守规程度：越过临界点则扩散，否则消退。",
  },
  rows: ["Z22", "I04", "I12"],
  specification: {
    equation: "y(t+1) = y + a (logistic(b (ρ_i − ρ*) + s z_i + d c) − y)",
    symbols: {
      y: "chance to keep the norms, 0-1",
      ρ_i: "mean compliance of acquaintances (of the community, without any)",
      "ρ*": "tipping point",
      b: "steepness; above 4 the norm has two stable states",
      s: "weight of standing readiness z",
      d: "pull of a campaign of full strength, c its strength now: what is measured on campaign days",
      a: "adjustment a month",
    },
    source: "eq. 4.17 (Bicchieri 2006; Young 2015); ρ* 0.3-0.6.",
    departures: "Compliance is a chance that adjusts, not a choice of 0 or 1; there are no sanctions.",
    draws: "none",
    harm: "Below the tipping point, seeing others pulls compliance down.",
  },
  parameters: {
    steepness: quantity({
      label: { en: "Steepness", zh: "反应陡度" },
      help: { en: "Above 4 there are two stable states, high and low.", zh: "大于 4 时有高低两个稳定状态。" },
      default: 3,
      min: 0,
      max: 20,
      unit: "per unit of compliance",

      rows: ["Z22"],
    }),
    tipping: level({
      label: { en: "Tipping point", zh: "临界点" },
      help: { en: "Compliance around a resident at which both ways attract alike.", zh: "周围守规程度达到此值时，守与不守机会相当。" },
      default: 0.45,

      rows: ["Z22"],
      prior: [0.3, 0.6],
      evidence: "M",
      source: "eq. 4.17: 0.3-0.6.",
    }),
    campaign: quantity({
      label: { en: "Pull of a campaign", zh: "专项行动拉动" },
      help: { en: "At full strength of the campaign.", zh: "专项行动强度为 1 时。" },
      default: 0.5,
      min: 0,
      max: 5,
      unit: "logit",

      rows: ["Z22", "F13"],
      partyBuilding: true,
    }),
    readiness: quantity({
      label: { en: "Personal readiness", zh: "个人倾向" },
      help: { en: "The larger, the more residents differ by themselves.", zh: "越大，居民自身的差异越大。" },
      default: 0.5,
      min: 0,
      max: 3,
      unit: "logit per standard deviation",
    }),
    adjustment: share({
      label: { en: "Speed of adjustment", zh: "调整速度" },
      help: { en: "How fast compliance follows what residents see.", zh: "守规程度跟随所见的快慢。" },
      default: 0.1,
      of: "the gap, a month",
    }),
  },
  reads: ["communities.campaign", "ties"],
  writes: ["residents.compliance"],
  measures: ["norm_compliance"],
  begin(world) {
    before(world).set(world.residents.columns.compliance.subarray(0, world.residents.rows));
  },
  /** The residents of a community move towards what they saw at the start of the month. */
  step(world, context, c) {
    const { communities, residents } = world;
    const { offsets, degree, neighbors } = world.ties;
    const { compliance, propensity } = residents.columns;
    const { steepness, tipping, readiness, adjustment, campaign } = context.parameters;
    const pull = campaign * communities.columns.campaign[c];
    const from = communities.columns.firstResident[c];
    const to = from + communities.columns.residents[c];
    world.memory.kernel({ spreadNorms })(
      compliance,
      before(world),
      propensity,
      offsets,
      degree,
      neighbors,
      steepness,
      tipping,
      readiness,
      pull,
      adjustment,
      usualCompliance(world, c),
      from,
      to,
    );
  },
});

/** [i] compliance at the start of the month. */
const before = (world: World) => world.scratch("normDiffusion/before", Float32Array, world.residents.rows);
