import {
  CONTACT,
  type Context,
  defineMechanism,
  ENDING,
  isStillHere,
  OF_NEIGHBOURS,
  OWN_WORK,
  usualCompliance,
  type World,
} from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";

/** Trust is a count of good and bad experience, one's own and what ties tell, that is slowly forgotten (eq. 4.10). */
export const trust = defineMechanism({
  id: "trust",
  phase: "everyoneLearns",
  scope: "community",
  every: "month",
  inWeek: 0,
  apart: true,
  title: { en: "Trust", zh: "信任" },
  summary: {
    en: "What residents meet with neighbours, the community and organizations, and what those they know tell of it, adds to trust or takes from it; both fade.",
    zh: "与邻里、社区和社会组织打交道的经历，以及熟人的讲述，增减信任，并逐渐淡忘。",
  },
  rows: ["D01", "D05", "B7", "Z25", "L2"],
  specification: {
    equation: [
      "T = (a + 1) / (a + b + 2) ; a ← φ a + Σ good + η T_n Σ told ; b ← φ b + Σ (1 − good) + η T_n Σ (1 − told)",
      "met by all: v (withoutContact: none) contacts with neighbours, as good as compliance is in the community ; by who volunteered this month, one with organizations, as good as they work",
    ].join("\n"),
    symbols: {
      T: "trust, 0-1, in neighbours, in the community's institutions, in social organizations",
      "a, b": "good and bad experience, counts",
      φ: "share remembered after a month",
      good: "how well an experience of one's own went, 0-1: endings of matters, visits, a voice that counted, pressure, being watched",
      told: "the same, of a matter or a supervision that an acquaintance met",
      η: "weight of word of mouth; T_n is the listener's trust in neighbours",
      v: "contacts with neighbours a month",
    },
    source:
      "eq. 4.10 (Jøsang & Ismail 2002), discounting by trust in the teller; prior counts (2, 2), φ 0.97 (references: starting values).",
    departures: "Tellers are trusted as neighbours are. Good and bad weigh alike.",
    draws: "none",
    harm: "Experience may be bad: more contact is not more trust by itself.",
  },
  parameters: {
    memory: share({
      label: { en: "Memory", zh: "记忆保留" },
      help: { en: "Experience kept from one month to the next.", zh: "逐月保留的经历。" },
      default: 0.97,
      min: 0.8,
      of: "experience, a month",

      evidence: "M",
      prior: [0.9, 1],
      source: "eq. 4.10: 0.9-1 a month.",
    }),
    contacts: quantity({
      label: { en: "Contacts of neighbours", zh: "邻里往来" },
      help: { en: "Each is as good as the norms of the community are kept.", zh: "每次往来的好坏取决于社区规范的遵守程度。" },
      default: 0.3,
      min: 0,
      max: 30,
      unit: "a month",

      rows: ["L2"],
      prior: [0, 2],
    }),
    secondHand: share({
      label: { en: "Word of mouth", zh: "口碑权重" },
      help: { en: "What someone one fully trusts tells, against one's own experience.", zh: "完全信任者的讲述相对于亲身经历的分量。" },
      default: 0.1,
      of: "an experience",

      rows: ["L2"],
      prior: [0, 0.5],
    }),
  },
  reads: [
    "experiences",
    "organizations.alive",
    "organizations.community",
    "organizations.quality",
    "residents.compliance",
    "residents.lastVolunteering",
    "ties",
  ],
  writes: ["residents.trustCommunity", "residents.trustNeighbours", "residents.trustOrganizations"],
  measures: ["trust_neighbours", "trust_community", "trust_organizations"],
  begin: gatherExperiences,
  beginReads: ["experiences", "organizations.alive", "organizations.community", "organizations.quality", "ties"],
  step(world, context, c) {
    const { trustNeighbours, trustCommunity, trustOrganizations, lastVolunteering, withoutContact } = world.residents.columns;
    const { memory, contacts } = context.parameters;
    const met = metOf(world);
    const since = context.week - 3;
    const quality = qualityNear(world)[c];
    const from = world.communities.columns.firstResident[c];
    const to = from + world.communities.columns.residents[c];
    const norm = usualCompliance(world, c);
    for (let i = from; i < to; i++) {
      const e = i * WIDTH;
      const t = i * 2;
      const neighbours = withoutContact[i] ? 0 : contacts;
      const served = lastVolunteering[i] >= since ? 1 : 0;
      trustNeighbours[t] = trustNeighbours[t] * memory + neighbours * norm + met[e];
      trustNeighbours[t + 1] = trustNeighbours[t + 1] * memory + neighbours * (1 - norm) + met[e + 1];
      trustCommunity[t] = trustCommunity[t] * memory + met[e + 2];
      trustCommunity[t + 1] = trustCommunity[t + 1] * memory + met[e + 3];
      trustOrganizations[t] = trustOrganizations[t] * memory + served * quality + met[e + 4];
      trustOrganizations[t + 1] = trustOrganizations[t + 1] * memory + served * (1 - quality) + met[e + 5];
      for (let k = e; k < e + WIDTH; k++) met[k] = 0;
    }
  },
});

const WIDTH = 6; // good and bad, of neighbours, community, organizations

/** [i * 6 + of * 2 + (0 good, 1 bad)] what each resident met and heard this month; zero outside the step, and where the mechanism is off. */
const metOf = (world: World) => world.scratch("trust/met", Float32Array, world.residents.rows * WIDTH);

/** [c] mean quality of the organizations of each community. */
const qualityNear = (world: World) => world.scratch("trust/quality", Float64Array, world.communities.rows);

function gatherExperiences(world: World, context: Context<{ secondHand: number }>): void {
  const { experiences, residents, ties } = world;
  const { resident, of, what, good } = experiences.columns;
  const { community: home, trustNeighbours } = residents.columns;
  const met = metOf(world);
  const { alike } = context; // then nobody's home need be looked up
  for (let row = 0; row < experiences.rows; row++) {
    const i = resident[row];
    const place = of[row] * 2;
    if (what[row] === OWN_WORK || !isStillHere(world, row)) continue; // own work is an input of abilities
    if ((alike ?? context.at(home[i])) !== undefined) {
      met[i * WIDTH + place] += good[row];
      met[i * WIDTH + place + 1] += 1 - good[row];
    }
    if (of[row] === OF_NEIGHBOURS || (what[row] !== ENDING && what[row] !== CONTACT)) continue;
    for (let h = ties.offsets[i]; h < ties.offsets[i] + ties.degree[i]; h++) {
      const j = ties.neighbors[h];
      const there = alike ?? context.at(home[j]);
      if (there === undefined) continue;
      const trusted = (trustNeighbours[j * 2] + 1) / (trustNeighbours[j * 2] + trustNeighbours[j * 2 + 1] + 2);
      const { secondHand } = there.parameters;
      met[j * WIDTH + place] += secondHand * trusted * good[row];
      met[j * WIDTH + place + 1] += secondHand * trusted * (1 - good[row]);
    }
  }
  const { alive, community, quality } = world.organizations.columns;
  const near = qualityNear(world).fill(0.5, 0, world.communities.rows);
  const count = world.scratch("trust/count", Float64Array, world.communities.rows).fill(0);
  for (let g = 0; g < world.organizations.rows; g++) {
    if (!alive[g]) continue;
    const c = community[g];
    near[c] += (quality[g] - near[c]) / ++count[c];
  }
}
