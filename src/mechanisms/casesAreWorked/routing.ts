import { amountsByType, CONSENT, defineMechanism, matterRoutes, RAISED, YEAR } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";

const [NEIGHBOURS, GROUP, WORKPLACE, COMMUNITY, ORGANIZATION, BRANCH, HOTLINE] = [1, 2, 3, 4, 5, 6, 7];

/** Mean of the Beta counts of a resident (eq. 4.10). */
const trustOf = (counts: Float32Array, i: number): number => (counts[i * 2] + 1) / (counts[i * 2] + counts[i * 2 + 1] + 2);

/** Whom people turn to with a matter: route by the circles they are in [F12, D05]. */
export const routing = defineMechanism({
  id: "routing",
  phase: "casesAreWorked",
  scope: "matter",
  every: "week",
  title: { en: "Routes of matters", zh: "事项渠道" },
  summary: {
    en: "Residents turn to neighbours, a group, the workplace, the community, an organization, a branch or the hotline, as at hand and as they trust them.",
    zh: "居民按可及性与信任向邻里、小组、单位、社区、社会组织、支部或 12345 热线反映事项。",
  },
  rows: ["F12", "D05", "Z16", "L3", "L4"],
  specification: {
    equation:
      "P(route) ∝ w_route if at hand ; among people times 2 ease_q T_n, community 2 T_c, organization 2 T_o, hotline ½ where the director is known ; branch and hotline go before others in the order of taking up (caseQueue)",
    symbols: {
      w: "pull against the committee’s, which is 1: one for neighbours, one for all other routes",
      ease: "how readily those concerned settle this type among themselves, 0-1 (matters.easy, hard; 0 if they cannot)",
      "T_n, T_c, T_o": "trust in neighbours, community, organizations",
    },
    source: "Hotline about 21.6 cases per 1,000 a year of about 100 [S67]. Weights are judgements.",
    departures:
      "An organization is at hand if the resident volunteered in the last year, a branch if the resident belongs to one, neighbours if there is a tie. What needs consent is nobody's private matter.",
    draws: "agent = serial: 0.",
    harm: "Who has no circle at hand waits longer.",
  },
  chances: {
    "": {
      0: { of: "matter", en: "takes a route", zh: "选择渠道" },
    },
  },
  parameters: {
    neighbours: quantity({
      label: { en: "Pull of neighbours", zh: "邻里吸引力" },
      help: {
        en: "Against the committee, at middling trust, for what neighbours settle half of the time.",
        zh: "相对于居委会；信任居中、邻里能自解一半的事项。",
      },
      default: 2,
      min: 0,
      max: 20,
      unit: "times",
      rows: ["F12", "Z21"],
    }),
    others: quantity({
      label: { en: "Pull of other routes", zh: "其他渠道吸引力" },
      help: {
        en: "Of group, workplace, organization, branch and hotline, each, where at hand; branch and hotline are taken up first.",
        zh: "兴趣团体、单位、社会组织、支部与 12345 热线，以可及者为限；支部与 12345 热线优先受理。",
      },
      default: 0.4,
      min: 0,
      max: 20,
      unit: "times",
      rows: ["F12"],
    }),
  },
  reads: [
    "matters.class",
    "matters.community",
    "matters.resident",
    "matters.serial",
    "matters.state",
    "matters.type",
    "residents.directorKnown",
    "residents.groups",
    "residents.homeBranch",
    "residents.lastVolunteering",
    "residents.trustCommunity",
    "residents.trustNeighbours",
    "residents.trustOrganizations",
    "residents.workplace",
    "residents.workBranch",
    "weekTotals.communities.branchDoors",
    "ties",
  ],
  writes: ["matters.route"],
  measures: ["weeks_to_settle_median", "settlement_rate_true", "self_settled_share"],
  step(world, { parameters: p, draws, week }, q) {
    const m = world.matters.columns;
    const r = world.residents.columns;
    if (m.state[q] !== RAISED || m.route[q] !== 0 || m.resident[q] < 0) return;
    const i = m.resident[q];
    const alone = m.class[q] !== CONSENT;
    const open = world.weekTotals.communities.columns.branchDoors[m.community[q]];
    const weight = world.workspace("routing/weight", Float64Array, matterRoutes.length).fill(0);
    const among = alone ? 2 * amountsByType(world.scenario.matters)[m.type[q]].ease * trustOf(r.trustNeighbours, i) : 0;
    weight[NEIGHBOURS] = world.ties.degree[i] > 0 ? p.neighbours * among : 0;
    weight[GROUP] = r.groups[i * 3] >= 0 ? p.others * among : 0;
    weight[WORKPLACE] = r.workplace[i] >= 0 ? p.others * among : 0;
    weight[COMMUNITY] = 2 * trustOf(r.trustCommunity, i);
    weight[ORGANIZATION] = r.lastVolunteering[i] > week - YEAR ? p.others * 2 * trustOf(r.trustOrganizations, i) : 0;
    weight[BRANCH] = r.homeBranch[i] >= 0 || r.workBranch[i] >= 0 ? p.others * open : 0;
    weight[HOTLINE] = p.others * (r.directorKnown[i] ? 0.5 : 1);
    m.route[q] = draws.choose(m.serial[q], weight, 0);
  },
});
