import { defineMechanism, tells, type World, YEAR } from "../../engine/index.ts";
import { numbers, quantity, share } from "../../scenario/index.ts";
import { drawnAdults } from "../drawnAdults.ts";

const GUIDANCE = 1;
const ORGANIZING = 2;
const APPEAL = 3;
const FORCES = 4;

/** Four forces of branches, each with a channel of its own; together they may do more, or less, than their sum [M03]. */
export const fourForces = defineMechanism({
  id: "fourForces",
  phase: "branchesLive",
  scope: "branch",
  every: "week",
  title: { en: "Four forces", zh: "四力合一" },
  summary: {
    en: "Leadership weighs in what branches ask of organizations, guidance informs and motivates adults, organizing calls on members, rallying on everyone.",
    zh: "政治领导力影响支部对组织的要求，思想引领力提升认知，群众组织力动员党员，社会号召力动员全体。",
  },
  rows: ["M03", "N09", "F08"],
  partyBuilding: true,
  specification: {
    equation: [
      "φ_a(t+1) = φ_a + r (on_a · act − φ_a) ; f_a = φ_a (1 + s (mean of the other three − 0.4))",
      "leadership: see politicalEmbedding ; guidance: γ f_1 of adults a year, awareness + 1 and m + 0.02 (1 − m)",
      "organization: outreach to members + o f_2 ; appeal: outreach to all + p f_3",
    ].join("\n"),
    symbols: {
      φ: "the four forces of a branch, 0-1",
      on: "weight of each, 0-1",
      s: "synergy: above 0 the forces strengthen each other, below 0 they stand in each other's way",
      "γ, o, p": "strength of each channel",
    },
    source: "M03: the claim is a positive interaction; rival: additive (s = 0) or substitutes (s < 0).",
    departures: "Forces follow activity with a lag.",
    draws: "agent = community * 65536 + visit: 0 who.",
    placebo: "The same meetings: no force works.",
    harm: "Leadership takes autonomy of organizations (resourceDependence); calls and guidance tire those whom they reach.",
  },
  parameters: {
    weights: numbers({
      label: { en: "Weights of the forces", zh: "四力权重" },
      help: { en: "0 leaves a force out, for factorial designs.", zh: "0 表示去掉该力，便于析因设计。" },
      default: [1, 1, 1, 1],
      of: ["leadership", "guidance", "organizing", "appeal"],
      min: 0,
      max: 1,
      unit: "weight",

      rows: ["M03"],
    }),
    synergy: quantity({
      label: { en: "Synergy", zh: "协同作用" },
      help: { en: "Above 0 the forces strengthen each other, below 0 they hinder each other.", zh: "大于 0 相互增强，小于 0 相互妨碍。" },
      default: 0,
      min: -2,
      max: 2,
      unit: "per unit of force",

      rows: ["M03"],
      prior: [-1, 1],
    }),
    adjustment: share({
      label: { en: "Speed of the forces", zh: "四力调整速度" },
      help: { en: "How fast they follow the activity of the branch.", zh: "四力跟随支部活动水平的快慢。" },
      default: 0.05,
      of: "the gap, a week",
      rows: ["M03"],
    }),
    guidance: share({
      label: { en: "Reach of guidance", zh: "引领触达率" },
      help: {
        en: "At full guidance; those reached rise one level of awareness.",
        zh: "思想引领力满值时；触达者认知上升一级。",
      },
      default: 0.05,
      of: "adults, a year",

      rows: ["N09"],
    }),
    organizing: quantity({
      label: { en: "Call on members", zh: "动员党员" },
      help: { en: "Further invitations to members at full organizing.", zh: "群众组织力满值时党员额外收到的邀请。" },
      default: 0.005,
      min: 0,
      max: 1,
      unit: "invitations a week",

      rows: ["M03"],
    }),
    appeal: quantity({
      label: { en: "Call on everyone", zh: "动员全体" },
      help: { en: "Further invitations to every adult at full rallying.", zh: "社会号召力满值时每位成年人额外收到的邀请。" },
      default: 0.0005,
      min: 0,
      max: 0.5,
      unit: "invitations a week",

      rows: ["M03"],
    }),
  },
  reads: ["branches.activity", "branches.community"],
  writes: ["branches.forces", "residents.told", "weekTotals.communities.outreach", "weekTotals.communities.outreachMembers"],
  measures: ["participation_rate", "participation_members", "awareness_supports"],
  begin(world) {
    const { communities } = world;
    const { count, sums } = forceScratch(world);
    count.fill(0, 0, communities.rows);
    sums.fill(0, 0, communities.rows * FORCES);
  },
  step(world, { parameters: p, mode }, k) {
    if (mode !== "on") return;
    const b = world.branches.columns;
    const { count, sums } = forceScratch(world);
    const c = b.community[k];
    let all = 0;
    for (let a = 0; a < FORCES; a++) {
      b.forces[k * FORCES + a] += p.adjustment * (p.weights[a] * b.activity[k] - b.forces[k * FORCES + a]);
      all += b.forces[k * FORCES + a];
    }
    count[c]++;
    for (let a = 0; a < FORCES; a++) {
      const own = b.forces[k * FORCES + a];
      const force = Math.max(0, own * (1 + p.synergy * ((all - own) / 3 - 0.4)));
      sums[c * FORCES + a] += force;
    }
  },
  end(world, context) {
    const { communities } = world;
    const { count, sums } = forceScratch(world);
    const t = world.weekTotals.communities.columns;
    for (let c = 0; c < communities.rows; c++) {
      const here = context.at(c);
      if (here === undefined || count[c] === 0) continue;
      const p = here.parameters;
      const force = (a: number) => sums[c * FORCES + a] / count[c];
      t.outreachMembers[c] += p.organizing * force(ORGANIZING);
      t.outreach[c] += p.appeal * force(APPEAL);
      const reached = Math.round((p.guidance * force(GUIDANCE) * communities.columns.adults[c]) / YEAR);
      drawnAdults(world, context.draws, c, reached, (i) => {
        tells(world, i);
      });
    }
  },
});

/** Memory that begin, step and end share. */
function forceScratch(world: World) {
  return {
    /** [c] branches at work. */
    count: world.scratch("fourForces/count", Uint32Array, world.communities.rows),
    /** [c * 4 + force] forces of these branches, summed. */
    sums: world.scratch("fourForces/sums", Float64Array, world.communities.rows * FORCES),
  };
}
