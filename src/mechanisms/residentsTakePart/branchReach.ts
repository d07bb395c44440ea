import { type Context, defineMechanism, MONTH, type ParametersOf, tells, type World } from "../../engine/index.ts";
import { MEETING } from "../../population/index.ts";
import { quantity, whole } from "../../scenario/index.ts";
import { FORCES, GUIDANCE, ORGANIZING, RALLYING } from "../branchesLive/fourForces.ts";
import { drawnAdults } from "../drawnAdults.ts";

const parameters = {
  contact: whole({
    label: { en: "Length of a contact", zh: "每次联系时长" },
    help: {
      en: "What a call or a talk takes of the hours of a branch; the longer, the fewer.",
      zh: "每次动员或谈话占用的支部工时；越长联系越少。",
    },
    default: 35,
    min: 1,
    max: 240,
    unit: "minutes",
    rows: ["L1", "M02", "M03", "N09"],
    prior: [5, 60],
    fitted: "5: party members take part 1.2-1.6 times as often [S76].",
  }),
  weight: quantity({
    label: { en: "Party-building circle", zh: "党建圈权重" },
    help: { en: "0 leaves the circle out of the decision.", zh: "0 时决策不考虑该圈。" },
    default: 0.5,
    min: 0,
    max: 5,
    unit: "weight",
    rows: ["L1"],
  }),
};

/** What branches convene by the hours that they have for it: they call members and everyone, talk of policy, take up matters [L1, M02, M03, D05]. */
export const branchReach = defineMechanism({
  id: "branchReach",
  phase: "residentsTakePart",
  scope: "community",
  every: "week",
  title: { en: "Reach of branches", zh: "支部联系群众" },
  summary: {
    en: "By their hours branches call on members and on everyone, tell residents of policy, let members see who takes part, and take matters up.",
    zh: "支部按各自工时动员党员与群众、当面宣传政策、使党员看到他人参与，并受理居民事项。",
  },
  rows: ["L1", "M02", "M03", "N09", "D05"],
  partyBuilding: true,
  specification: {
    equation: [
      "contacts of a week by purpose = Σ_k φ_a / (4 t) over the branches of a community",
      "organizing: invitations of a member = contacts / members ; rallying: outreach = contacts / adults ; guidance: so many drawn adults are told of policy (awareness)",
      "weight of the party-building circle = w ; doors = Σ act · members / Σ members (routing, consultation) ; strictness = rigidity",
    ].join("\n"),
    symbols: {
      φ: "minutes a month of a branch for organizing, rallying, guidance (fourForces)",
      t: "minutes of a contact",
      act: "activity of a branch, 0-1: a hollow one takes nothing up",
      w: "weight beside those of the other circles (participation)",
    },
    source: "L1, M02, M03; t is fitted to the gap between members and others [S76].",
    departures: "Whom a branch calls is spread evenly over members and adults of its community.",
    draws: "stream talks, agent = community: 0 number; agent = community * 65536 + talk: 0 who.",
    placebo: "The same meetings without a branch call and tell nobody.",
    harm: "Whoever comes because the branch pressed, and would not have come otherwise, feels control (motivationCrowding).",
  },
  parameters,
  reads: ["branches.activity", "branches.alive", "branches.community", "branches.forces", "branches.form", "branches.members"],
  writes: [
    "residents.told",
    "weekTotals.communities.branchDoors",
    "weekTotals.communities.branchInvitations",
    "weekTotals.communities.outreach",
    "weekTotals.communities.partyWeight",
    "weekTotals.communities.pressure",
  ],
  measures: ["participation_rate", "participation_members", "participation_mobilized", "settlement_rate_true", "awareness_knows"],
  begin: addUp,
  step(world, context, c) {
    if (context.mode !== "on") return;
    const { parameters: p, rigidity } = context;
    const t = world.weekTotals.communities.columns;
    const { minutes, members, present } = reachScratch(world);
    const contacts = (force: number) => minutes[c * FORCES + force] / MONTH / p.contact;
    t.branchInvitations[c] = members[c] > 0 ? contacts(ORGANIZING) / members[c] : 0;
    t.outreach[c] += contacts(RALLYING) / Math.max(1, world.communities.columns.adults[c]);
    t.partyWeight[c] = p.weight;
    t.branchDoors[c] = members[c] > 0 ? present[c] / members[c] : 0;
    t.pressure[c] = rigidity;
    talk(world, context, c, contacts(GUIDANCE));
  },
});

/** Hours, members and members who come, of the branches of each community. */
function addUp(world: World): void {
  const { branches, communities } = world;
  const { alive, community, form, activity, forces, members: membersOf } = branches.columns;
  const { minutes, members, present } = reachScratch(world);
  minutes.fill(0, 0, communities.rows * FORCES);
  members.fill(0, 0, communities.rows);
  present.fill(0, 0, communities.rows);
  for (let k = 0; k < branches.rows; k++) {
    if (!alive[k] || form[k] === MEETING) continue;
    const c = community[k];
    members[c] += membersOf[k];
    present[c] += activity[k] * membersOf[k];
    for (let a = 0; a < FORCES; a++) minutes[c * FORCES + a] += forces[k * FORCES + a];
  }
}

function talk(world: World, context: Context<ParametersOf<typeof parameters>>, c: number, mean: number): void {
  const talks = context.stream("talks").poisson(c, mean);
  drawnAdults(world, context.draws, c, talks, (i) => tells(world, i));
}

/** Memory that begin and step share. */
function reachScratch(world: World) {
  const { communities } = world;
  return {
    /** [c * 4 + force] minutes a month of the branches of the community. */
    minutes: world.scratch("branchReach/minutes", Float64Array, communities.rows * FORCES),
    /** [c] members of these branches. */
    members: world.scratch("branchReach/members", Float64Array, communities.rows),
    /** [c] of them those who come to the activity of a month. */
    present: world.scratch("branchReach/present", Float64Array, communities.rows),
  };
}
