import { defineMechanism, YEAR } from "../../engine/index.ts";
import { roleOfType } from "../../population/index.ts";

const ROLES = 4;
const MODEL = 1;
const GUIDE = 2;
const LINK = 3;

/** The law of roles: an organization is what its hours went into in the last year [Z14]. */
export const roleLaw = defineMechanism({
  id: "roleLaw",
  phase: "everyoneLearns",
  scope: "organization",
  every: "week",
  title: { en: "Roles of organizations", zh: "组织角色" },
  summary: {
    en: "Service, building models, guiding others and linking resources: the share of each in the hours of the last year is the role of an organization.",
    zh: "服务、模式建构、支持引导、资源链接：各占过去一年工时的比例，即组织的角色。",
  },
  rows: ["Z14", "Z09"],
  specification: {
    equation: "role_k(t+1) = role_k + (h_k / Σ h − role_k) / 52, in weeks with hours",
    symbols: {
      role: "shares of service provider, model builder, support and guide, resource link, summing to 1",
      h: "minutes of the week: service (under the role of the type), model building, guiding, seeking resources (divideHours)",
    },
    source: "Z14; hours by purpose, trailing year.",
    departures:
      "Service of those who convene, train and develop others is guidance; that of scene builders is model building, that of resource links is linking (population/organizations).",
    draws: "none",
    harm: "none",
  },
  parameters: {},
  reads: [
    "organizations.hoursGuiding",
    "organizations.hoursModelling",
    "organizations.hoursSeeking",
    "organizations.hoursService",
    "organizations.type",
  ],
  writes: ["organizations.role"],
  measures: ["role_service_provider", "role_model_builder", "role_support_guide", "role_resource_link"],
  step({ organizations }, _context, g) {
    const o = organizations.columns;
    const all = o.hoursService[g] + o.hoursModelling[g] + o.hoursGuiding[g] + o.hoursSeeking[g];
    if (all === 0) return;
    const serves = roleOfType[o.type[g]];
    for (let k = 0; k < ROLES; k++) {
      const other = k === MODEL ? o.hoursModelling[g] : k === GUIDE ? o.hoursGuiding[g] : k === LINK ? o.hoursSeeking[g] : 0;
      const hours = other + (k === serves ? o.hoursService[g] : 0);
      o.role[g * ROLES + k] += (hours / all - o.role[g * ROLES + k]) / YEAR;
    }
  },
});
