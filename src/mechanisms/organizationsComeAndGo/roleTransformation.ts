import { defineMechanism } from "../../engine/index.ts";
import { numbers, share } from "../../scenario/index.ts";

const ROLES = 4;

/** Organizations move from serving to model building, support and linking; service may hollow out [Z14]. */
export const roleTransformation = defineMechanism({
  id: "roleTransformation",
  phase: "organizationsComeAndGo",
  scope: "organization",
  every: "month",
  inWeek: 0,
  title: { en: "Transformation of roles", zh: "角色转变" },
  summary: {
    en: "Covered organizations move towards the roles that the programme wants; an hour of linking is an hour less of service.",
    zh: "被覆盖组织向党建期望的角色转变；多一小时链接，就少一小时服务。",
  },
  rows: ["Z14", "Z06"],
  partyBuilding: true,
  specification: {
    equation:
      "role(t+1) = role + s act (target − role) a month ; open hours · provider share / 0.7, link / 0.1 widens the search (matching)",
    symbols: {
      role: "shares of provider, model builder, support and guide, resource link, summing to 1",
      s: "speed",
      act: "activity of the branch",
    },
    source: "Z14: hollowing, fewer direct services, is its null. Values are judgements.",
    departures: "Support and guidance lower the substitution of residents by staff (learningByDoing).",
    draws: "none",
    placebo: "Seminars on roles.",
    harm: "Hollowing: service falls more than matching rises.",
  },
  parameters: {
    target: numbers({
      label: { en: "Roles wanted", zh: "期望角色" },
      help: { en: "Weights are brought to a sum of 1.", zh: "各权重归一化，合计为 1。" },
      default: [0.4, 0.2, 0.2, 0.2],
      of: ["serviceProvider", "modelBuilder", "supportGuide", "resourceLink"],
      min: 0,
      max: 1,
      unit: "weight",

      rows: ["Z14"],
    }),
    speed: share({
      label: { en: "Speed of change", zh: "转变速度" },
      help: { en: "With a fully active branch.", zh: "支部充分活跃时。" },
      default: 0.03,
      of: "the gap, a month",
      rows: ["Z14"],
    }),
  },
  reads: ["branches.activity", "organizations.branch"],
  writes: ["organizations.role"],
  measures: ["role_service_provider", "role_resource_link", "matched_share", "idle_share"],
  step(world, { parameters: p, mode }, g) {
    const o = world.organizations.columns;
    if (o.branch[g] < 0 || mode !== "on") return;
    let sum = 0;
    for (let k = 0; k < ROLES; k++) sum += p.target[k];
    if (sum === 0) return;
    const speed = p.speed * world.branches.columns.activity[o.branch[g]];
    for (let k = 0; k < ROLES; k++) o.role[g * ROLES + k] += speed * (p.target[k] / sum - o.role[g * ROLES + k]);
  },
});
