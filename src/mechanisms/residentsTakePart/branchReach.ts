import { defineMechanism, type World } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";

const USUAL_ACTIVITY = 0.4;

/** Branches call their members, show them who takes part, and are open to matters of residents [L1, M02, D05]. */
export const branchReach = defineMechanism({
  id: "branchReach",
  verb: "residentsTakePart",
  scope: "community",
  every: "week",
  title: { en: "Reach of branches", zh: "支部联系群众" },
  summary: {
    en: "Active branches invite their members, let them see who takes part, and take matters of residents up.",
    zh: "活跃的支部邀请党员参与、使其看到他人参与，并受理居民事项。",
  },
  rows: ["L1", "M02", "D05"],
  partyBuilding: true,
  sheet: {
    equation: "invitations of a member = λ_b act / 0.4 ; weight of the party-building circle = w ; weight of the route by branch = o",
    symbols: {
      λ_b: "invitations a week at ordinary activity",
      act: "mean activity of the branches of the community, 0-1",
      w: "weight beside those of the other circles (participation)",
      o: "openness, 0-1 (routing)",
    },
    source: "L1, M02; values are judgements, λ_b is fitted to the gap between members and others [S76].",
    departures: "none",
    draws: "none",
    placebo: "The same meetings without a branch call nobody.",
    harm: "Whoever comes because the branch called is mobilized: motivationCrowding counts it as control.",
  },
  parameters: {
    invitations: quantity({
      default: 0.008,
      min: 0,
      max: 1,
      unit: "invitations a week",
      en: "Further invitations through a branch.",
      zh: "支部带来的邀请。",
      rows: ["L1", "M02"],
    }),
    weight: quantity({
      default: 0.5,
      min: 0,
      max: 5,
      unit: "weight",
      en: "Weight of the party-building circle.",
      zh: "党建圈权重。",
      rows: ["L1"],
    }),
    matters: share({
      default: 1,
      of: "the weight of branches",
      en: "How far branches are open to matters of residents.",
      zh: "支部对居民事项的开放程度。",
      rows: ["D05"],
    }),
  },
  reads: ["branches.alive", "branches.community", "branches.activity"],
  writes: ["tally.communities.branchInvitations", "tally.communities.partyWeight", "tally.communities.branchDoors"],
  measures: ["participation_rate", "participation_members", "participation_mobilized", "settlement_rate_true"],
  begin(world) {
    const { branches, communities } = world;
    const { alive, community, activity } = branches.columns;
    const { sum, count } = activityScratch(world);
    sum.fill(0, 0, communities.rows);
    count.fill(0, 0, communities.rows);
    for (let k = 0; k < branches.rows; k++) {
      if (!alive[k]) continue;
      sum[community[k]] += activity[k];
      count[community[k]]++;
    }
  },
  step(world, { parameters: p, mode }, c) {
    if (mode !== "on") return;
    const t = world.tally.communities.columns;
    const { sum, count } = activityScratch(world);
    const activity = count[c] > 0 ? sum[c] / count[c] : 0;
    t.branchInvitations[c] = (p.invitations * activity) / USUAL_ACTIVITY;
    t.partyWeight[c] = p.weight;
    t.branchDoors[c] = p.matters;
  },
});

/** Memory that begin and step share. */
function activityScratch(world: World) {
  return {
    /** [c] activity of the branches of the community, summed. */
    sum: world.scratch("branchReach/sum", Float64Array, world.communities.rows),
    /** [c] these branches. */
    count: world.scratch("branchReach/count", Uint32Array, world.communities.rows),
  };
}
