import { defineMechanism, MONTH, type World } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";
import { dissolveBranch, leavesWorkBranch } from "./foundBranch.ts";

const SOCIAL = 1; // forms 0 and 1 are branches of social organizations
const ON = 1; // code of communities.programme
const FAINT = 0.05; // upkeep at which a branch is struck

/** Branches of social organizations that nobody supports any more lose hours and members, and are struck [Z23]. */
export const decline = defineMechanism({
  id: "decline",
  phase: "branchesLive",
  scope: "branch",
  every: "month",
  inWeek: 0,
  title: { en: "Decline without support", zh: "失去支持后的消退" },
  summary: {
    en: "Where the programme has ended, branches of social organizations lose hours and members by half-lives and are struck at last.",
    zh: "党建工作停止后，社会组织支部的工时与党员按半衰期减少，最终撤销。",
  },
  rows: ["Z23"],
  specification: {
    equation:
      "upkeep(t + 4 weeks) = upkeep · 2^(−4/h) ; a member stays with chance 2^(−4/h) ; struck below an upkeep of 0.05 or without members",
    symbols: { upkeep: "share of the hours that requirements took under the programme, 0-1", h: "half-life, weeks" },
    source: "Z23; the half-life is a judgement.",
    departures: "Where the programme is on again, whatever branches are left have full upkeep at once.",
    draws: "agent = resident: 0 stays.",
    harm: "What was built is lost; the hours come back to service.",
  },
  chances: { "": { 0: { of: "resident", en: "stays with a branch that declines", zh: "留在消退中的支部" } } },
  parameters: {
    halfLife: quantity({
      label: { en: "Half-life", zh: "半衰期" },
      help: { en: "Each time it passes, half of hours and members are left.", zh: "每经过这段时间，工时与党员减半。" },
      default: 26,
      min: 1,
      max: 520,
      unit: "weeks",
      rows: ["Z23"],
      prior: [8, 104],
    }),
  },
  reads: ["branches.community", "branches.form"],
  writes: [
    "branches.alive",
    "branches.memberOrganizations",
    "branches.members",
    "branches.upkeep",
    "organizations.branch",
    "organizations.coverage",
    "organizations.meeting",
    "organizations.placebo",
    "residents.workBranch",
  ],
  measures: ["branches_per_100_orgs", "coverage_formal", "party_work_hours"],
  begin(world, context) {
    const { workBranch } = world.residents.columns;
    const { form, alive, community } = world.branches.columns;
    for (let i = 0; i < world.residents.rows; i++) {
      const b = workBranch[i];
      if (b < 0 || form[b] > SOCIAL || !alive[b] || isSupported(world, b)) continue;
      const here = context.at(community[b]);
      if (here === undefined || context.draws.chance(i, kept(here.parameters.halfLife), 0)) continue;
      leavesWorkBranch(world, i);
    }
  },
  step(world, { parameters }, b) {
    const { form, upkeep, members } = world.branches.columns;
    if (form[b] > SOCIAL) return;
    if (isSupported(world, b)) {
      upkeep[b] = 1;
      return;
    }
    const left = kept(parameters.halfLife);
    upkeep[b] *= left;
    if (upkeep[b] < FAINT || members[b] === 0) dissolveBranch(world, b);
  },
});

/** Share that a month leaves. */
const kept = (halfLife: number): number => pow(2, -MONTH / halfLife);

const isSupported = ({ branches, communities }: World, b: number): boolean =>
  communities.columns.programme[branches.columns.community[b]] === ON;
