import { defineMechanism, MONTH, MONTHS, type World } from "../../engine/index.ts";
import { numbers } from "../../scenario/index.ts";

/** Places of the four forces in branches.forces. */
export const LEADERSHIP = 0;
export const GUIDANCE = 1;
export const ORGANIZING = 2;
export const RALLYING = 3;
export const FORCES = 4;

/** The law of the four forces: each is where the hours of a branch went in the last year; they share one budget [M03]. */
export const fourForces = defineMechanism({
  id: "fourForces",
  phase: "branchesLive",
  scope: "branch",
  every: "month",
  inWeek: 0,
  title: { en: "Four forces", zh: "四力合一" },
  summary: {
    en: "What paperwork and preparation leave of a branch’s hours is divided between leading organizations, guiding, calling on members and calling on everyone.",
    zh: "支部除台账与筹备之外的工时，分给政治引领、思想引导、组织党员与号召群众。",
  },
  rows: ["M03", "F08"],
  partyBuilding: true,
  specification: {
    equation: "φ_a(t+1) = φ_a + (s_a h − φ_a) / 13, every month ; s_a / Σ s if they add up to more than 1",
    symbols: {
      φ: "the four forces of a branch: minutes a month for leadership, guidance, organizing, rallying, mean of the last year",
      s: "shares, a policy",
      h: "minutes of the secretary and of instructors that paperwork and preparation left this month (branchWork)",
    },
    source:
      "M03, with the binding budget of M04: an hour for one is none for the others, so that a joint effect beyond the sum has to come of what they do (rival: additive).",
    departures:
      "Before the start branches are taken to have worked as in their first month. What is given to none of the four goes into meetings among themselves.",
    draws: "none",
    placebo: "The same hours without a branch: nobody is led, told or called.",
    harm: "Leadership sets the agenda of organizations (politicalEmbedding); calls tire, and press as rigidity has it (branchReach).",
  },
  parameters: {
    shares: numbers({
      label: { en: "Division of hours", zh: "四力工时分配" },
      help: {
        en: "Left at 0, a force gets no hours; above 1 in all, each in proportion.",
        zh: "为 0 则该力没有工时；合计超过 1 时按比例分配。",
      },
      default: [0.25, 0.25, 0.25, 0.25],
      of: ["leadership", "guidance", "organizing", "appeal"],
      min: 0,
      max: 1,
      unit: "share of hours",
      rows: ["M03"],
    }),
  },
  reads: ["branches.community", "branches.founded", "weekTotals.branches.atHand"],
  writes: ["branches.forces"],
  measures: ["participation_rate", "participation_members", "awareness_knows"],
  step(world, { parameters: { shares }, mode, week }, k) {
    if (mode !== "on") return;
    const { forces, founded } = world.branches.columns;
    const { atHand } = world.weekTotals.branches.columns;
    const all = Math.max(
      1,
      shares.reduce((sum, share) => sum + share, 0),
    );
    const pace = week <= MONTH && founded[k] < 0 ? 1 : 1 / MONTHS;
    for (let a = 0; a < FORCES; a++) {
      const at = k * FORCES + a;
      forces[at] += pace * ((shares[a] / all) * atHand[k] - forces[at]);
    }
  },
  leave(world, _context, c) {
    const { forces, community } = world.branches.columns;
    for (let k = 0; k < world.branches.rows; k++) if (community[k] === c) forces.fill(0, k * FORCES, (k + 1) * FORCES);
  },
});

/** Share of the hours of a branch that go into leading its organizations, of all that go into the four forces. */
export function leadershipOf({ branches }: World, k: number): number {
  const { forces } = branches.columns;
  let all = 0;
  for (let a = k * FORCES; a < (k + 1) * FORCES; a++) all += forces[a];
  return all > 0 ? forces[k * FORCES + LEADERSHIP] / all : 0;
}
