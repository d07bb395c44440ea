import { defineMechanism, type World } from "../../engine/index.ts";
import { level, quantity } from "../../scenario/index.ts";

const USUAL_ACTIVITY = 0.4;

/** Branches call their members, show them who takes part, and are open to matters of residents [L1, M02, D05]. */
export const branchReach = defineMechanism({
  id: "branchReach",
  phase: "residentsTakePart",
  scope: "community",
  every: "week",
  title: { en: "Reach of branches", zh: "支部联系群众" },
  summary: {
    en: "Active branches invite their members, let them see who takes part, and take matters of residents up.",
    zh: "活跃的支部邀请党员参与、使其看到他人参与，并受理居民事项。",
  },
  rows: ["L1", "M02", "D05"],
  partyBuilding: true,
  specification: {
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
    harm: "Whoever comes because the branch pressed, and would not have come otherwise, feels control (motivationCrowding).",
  },
  parameters: {
    invitations: quantity({
      label: { en: "Through branches", zh: "支部邀请" },
      help: { en: "Added for members of a branch; more if it is active.", zh: "支部党员额外收到；支部越活跃越多。" },
      default: 0.008,
      min: 0,
      max: 1,
      unit: "invitations a week",
      rows: ["L1", "M02"],
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
    matters: level({
      label: { en: "Openness of branches", zh: "支部开放度" },
      help: { en: "0 closes branches to residents' matters.", zh: "0 时支部不受理居民事项。" },
      default: 1,
      rows: ["D05"],
    }),
  },
  reads: ["branches.activity", "branches.alive", "branches.community"],
  writes: [
    "weekTotals.communities.branchDoors",
    "weekTotals.communities.branchInvitations",
    "weekTotals.communities.partyWeight",
    "weekTotals.communities.pressure",
  ],
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
  step(world, { parameters: p, mode, rigidity }, c) {
    if (mode !== "on") return;
    const t = world.weekTotals.communities.columns;
    const { sum, count } = activityScratch(world);
    const activity = count[c] > 0 ? sum[c] / count[c] : 0;
    t.branchInvitations[c] = (p.invitations * activity) / USUAL_ACTIVITY;
    t.partyWeight[c] = p.weight;
    t.branchDoors[c] = p.matters;
    t.pressure[c] = rigidity;
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
