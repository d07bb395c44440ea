import { CONSENT, DURATIONS, defineMechanism, matterTypes, RAISED, SETTLED } from "../../engine/index.ts";
import { level, probability } from "../../scenario/index.ts";

const TYPES = matterTypes.length;
const NEIGHBOURS = 1;
const GROUP = 2; // and 3, the workplace
const USUAL_ABILITY = 0.2;

/** Small matters are settled among neighbours before any institution hears of them [Z21, D05]. */
export const neighbourhoodSettlement = defineMechanism({
  id: "neighbourhoodSettlement",
  verb: "casesAreWorked",
  scope: "matter",
  every: "week",
  title: { en: "Settlement among neighbours", zh: "邻里自行解决" },
  summary: {
    en: "Residents with trusted core acquaintances settle minor matters with them, unrecorded.",
    zh: "有可信核心熟人的居民与其一起解决小事，不入记录。",
  },
  rows: ["Z21", "L2", "L7", "D05", "V7"],
  sheet: {
    equation: "P(settled in a week) = p · (k / 0.2) · 2 T · min(1, c / 2 + ½ r) for a matter just raised of severity < s",
    symbols: {
      p: "chance for a resident of usual ability, middling trust and two core acquaintances",
      k: "mean of self-management and self-service of the resident, 0-1",
      T: "trust in neighbours, 0-1",
      c: "core acquaintances",
      r: "1 if the resident turned to a group or the workplace (routing)",
      s: "severity up to which neighbours can help",
    },
    source: "Route by neighbours; rows Z21, V7. The form is a judgement.",
    departures: "Matters that need consent or money cannot be settled so.",
    draws: "agent = serial: 0.",
    harm: "What neighbours settle is not recorded: records understate a community that helps itself.",
  },
  chances: {
    "": {
      0: { of: "matter", en: "is settled among neighbours", zh: "由邻里解决" },
    },
  },
  parameters: {
    chance: probability({
      label: { en: "Rate of settlement", zh: "邻里解决率" },
      help: { en: "Of minor matters just raised, for a resident of usual ability and trust.", zh: "能力与信任一般的居民刚提出的小事。" },
      default: 0.2,
      per: "week",

      rows: ["Z21"],
    }),
    severity: level({
      label: { en: "Severity limit", zh: "严重度上限" },
      help: { en: "Graver matters go to the community.", zh: "更严重的事项交由社区办理。" },
      default: 0.5,

      rows: ["Z21"],
    }),
  },
  reads: [
    "matters.class",
    "matters.community",
    "matters.needMoney",
    "matters.raised",
    "matters.resident",
    "matters.serial",
    "matters.severity",
    "matters.type",
    "residents.ability",
    "ties",
  ],
  writes: [
    "matters.changed",
    "matters.route",
    "matters.settled",
    "matters.state",
    "residents.trustNeighbours",
    "tally.durations.settled",
    "tally.matters.quietly",
    "tally.matters.selfSettled",
    "tally.matters.settled",
  ],
  measures: ["self_settled_share", "settlement_rate_true", "matters_settled_true"],
  step(world, { parameters: p, draws, week }, q) {
    const { matters, residents, ties } = world;
    const m = matters.columns;
    const r = residents.columns;
    if (m.state[q] !== RAISED || m.class[q] === CONSENT || m.needMoney[q] > 0 || m.severity[q] >= p.severity) return;
    const i = m.resident[q];
    let core = 0;
    for (let h = ties.offsets[i]; h < ties.offsets[i] + ties.degree[i]; h++) core += ties.core[h];
    const helped = m.route[q] === GROUP || m.route[q] === GROUP + 1 ? 1 : 0;
    const ability = (r.ability[i * 4] + r.ability[i * 4 + 2]) / 2 / USUAL_ABILITY;
    const trust = (r.trustNeighbours[i * 2] + 1) / (r.trustNeighbours[i * 2] + r.trustNeighbours[i * 2 + 1] + 2);
    if (!draws.chance(m.serial[q], Math.min(1, p.chance * ability * 2 * trust * Math.min(1, core / 2 + helped / 2)), 0)) return;
    const row = m.community[q] * TYPES + m.type[q];
    m.state[q] = SETTLED;
    m.changed[q] = week;
    if (!helped) m.route[q] = NEIGHBOURS;
    m.settled[q] = 1;
    const t = world.tally.matters.columns;
    t.settled[row]++;
    t.selfSettled[row]++;
    t.quietly[row]++;
    world.tally.durations.columns.settled[Math.min(DURATIONS - 1, week - m.raised[q])]++;
    r.trustNeighbours[i * 2]++;
  },
});
