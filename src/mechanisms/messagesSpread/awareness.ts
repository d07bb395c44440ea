import { type Context, defineMechanism, hears, type Observer, type ParametersOf, type World } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { choice, probability, quantity, toggle, whole } from "../../scenario/index.ts";
import { whomItReaches } from "./awareness.kernel.ts";

const parameters = {
  contagion: choice(["simple", "complex"], {
    label: { en: "Spread by contact", zh: "传播方式" },
    help: {
      en: "Under simple contagion one acquaintance is enough; under complex contagion several are needed.",
      zh: "简单传播只需一位熟人，复杂传播需要多位。",
    },
    default: "simple",

    rows: ["F11", "Z18"],
    evidence: "M",
  }),
  sources: whole({
    label: { en: "Sources needed", zh: "所需熟人数" },
    help: {
      en: "Acquaintances at a higher level before word of mouth counts; only under complex contagion.",
      zh: "认知更高的熟人达到此数，人际传播才起作用；仅用于复杂传播。",
    },
    default: 2,
    min: 1,
    max: 10,
    unit: "acquaintances",

    rows: ["Z18"],
    evidence: "M",
    prior: [1, 4],
    source: "eq. 4.2: one source is enough for simple contagion, 2-4 for complex.",
  }),
  noise: probability({
    label: { en: "Spread by fewer", zh: "不足时传播率" },
    help: {
      en: "Word of mouth that works with too few sources; only under complex contagion.",
      zh: "熟人不足时人际传播仍起作用；仅用于复杂传播。",
    },
    default: 0.005,
    per: "month",
    max: 0.2,

    rows: ["L5"],
    evidence: "S",
    prior: [0, 0.05],
    source: "0-0.05; long ties help again where some adopt below the threshold [S99].",
  }),
  overload: toggle({
    label: { en: "Overload", zh: "信息过载" },
    help: { en: "Messages beyond the bearable number lower uptake and tire.", zh: "信息超过承受量后，接收率下降、疲劳增加。" },
    default: true,

    rows: ["N09"],
  }),
  byOrganizations: probability({
    label: { en: "Told by organizations", zh: "组织传播率" },
    help: { en: "Reaches residents who volunteered in the last four weeks.", zh: "面向近 4 周参加过志愿服务的居民。" },
    default: 0.05,
    per: "month",

    rows: ["Z02"],
  }),
  messages: quantity({
    label: { en: "Messages", zh: "信息量" },
    help: { en: "Sent to every resident; a campaign adds to them.", zh: "发给每位居民；专项行动期间增加。" },
    default: 2,
    min: 0,
    max: 20,
    unit: "messages a week",

    rows: ["F11"],
    prior: [0, 10],
  }),
  reach: probability({
    label: { en: "Reach of a message", zh: "单条接收率" },
    help: { en: "Received and understood; half as likely for residents who are offline.", zh: "收到并理解；不上网的居民减半。" },
    default: 0.01,
    per: "message",

    rows: ["F11"],
    prior: [0.01, 0.1],
    evidence: "M",
    source: "eq. 4.25: 0.01-0.1 a message.",
  }),
  wordOfMouth: probability({
    label: { en: "Word of mouth", zh: "人际传播率" },
    help: { en: "Each acquaintance at a higher level may pass it on.", zh: "认知更高的每位熟人都可能传播。" },
    default: 0.02,
    per: "acquaintance and month",

    rows: ["F11"],
    prior: [0.02, 0.2],
    evidence: "M",
    source: "eq. 4.25: 0.02-0.2 a contact.",
  }),
  inPerson: probability({
    label: { en: "Told in person", zh: "当面告知理解率" },
    help: { en: "Taken in by who is told at a visit, in a study session or by a guide.", zh: "参观、学习或走访时被当面告知者理解的概率。" },
    default: 0.3,
    per: "talk",

    rows: ["F11", "N10"],
    prior: [0.05, 0.9],
  }),
  bearable: quantity({
    label: { en: "Bearable messages", zh: "信息承受量" },
    help: { en: "Beyond this number overload sets in.", zh: "超过此数即为过载。" },
    default: 5,
    min: 1,
    max: 20,
    unit: "messages a week",

    rows: ["N09"],
    prior: [3, 10],
    evidence: "M",
    source: "eq. 4.25: beyond 3-10 messages a week uptake falls.",
  }),
  overloadFatigue: quantity({
    label: { en: "Fatigue from overload", zh: "过载疲劳" },
    help: { en: "Added each month for every message beyond the bearable number.", zh: "每超出一条信息，每月增加的疲劳。" },
    default: 0.01,
    min: 0,
    max: 0.2,
    unit: "per excess message a week",

    rows: ["N09"],
  }),
};

/** Policy messages reach residents by broadcast and by word of mouth (eq. 4.25) [F11]. */
export const awareness = defineMechanism({
  id: "awareness",
  phase: "messagesSpread",
  scope: "community",
  every: "week",
  title: { en: "Policy awareness", zh: "政策认知" },
  summary: {
    en: "Messages, visits and acquaintances bring policy to residents, who then climb from unaware to knowing, understanding and supporting.",
    zh: "大众传播、当面告知与人际传播把政策带给居民，使其由不知晓逐级走向知晓、理解、支持。",
  },
  rows: ["F11", "N09", "Z02", "L1"],
  partyBuilding: true,
  specification: {
    equation: [
      "P(reached) = u · (1 − (1 − p)^(4(M + posts)) (1 − h)^(n_i) (1 − β)^(a_i) (1 − w v_i)) ; u = min(1, o / M) with overload, else 1 ; an input of forgetting",
      "complex contagion: word of mouth counts only if a_i ≥ τ, else by noise q",
    ].join("\n"),
    symbols: {
      p: "chance that one message is received",
      M: "messages a week",
      posts: "posts a week that residents online read beside them (newMedia)",
      "h, n_i":
        "chance that being told in person is taken in, and times that i was told since last month (exhibitionHall, branchCalls, branchWork)",
      a: "acquaintances on a higher level of awareness",
      β: "word of mouth per contact and month",
      u: "uptake under overload",
      o: "messages a week that people bear",
      "w, v": "chance that an organization passes policy on, and whether i volunteered in the last four weeks [Z02]",
      "τ, q": "sources needed and noise under complex contagion",
    },
    source: "eq. 4.25; F11; complex contagion eq. 4.2 (Centola & Macy 2007) with the noise of Eckles et al. [S99].",

    departures: "Runs every fourth week with four weeks' messages.",
    draws: "agent = resident: 0 up.",
    placebo: "The same messages with no policy content: they load people and teach nothing.",
    harm: "Beyond the bearable rate, uptake falls and fatigue rises with each message.",
  },
  rivals: ["mechanisms.awareness.contagion=complex", "mechanisms.awareness.overload=false"],
  chances: {
    "": {
      0: { of: "resident", en: "rises one level in policy awareness", zh: "政策认知上升一级" },
    },
  },
  parameters,
  reads: ["communities.campaign", "residents.awareness", "residents.lastVolunteering", "weekTotals.communities.posts", "ties"],
  writes: ["residents.heard", "residents.told", "weekTotals.communities.overload", "weekTotals.communities.messages"],
  measures: ["awareness_knows", "awareness_understands", "awareness_supports", "messages_per_resident", "fatigue_mean"],
  kernels: { hear },
  step(world, { parameters: p }, c) {
    const { communities, weekTotals } = world;
    weekTotals.communities.columns.messages[c] += p.messages * (1 + communities.columns.campaign[c]) * communities.columns.residents[c];
  },
  end(_world, context) {
    if (context.weekOfMonth !== 0) return;
    context.everywhere("hear");
  },
});

type Hearing = ParametersOf<typeof parameters>;

/** Whom of a community policy reached this month. */
function hear(world: World, context: Context<Hearing>, c: number): void {
  const { communities, residents } = world;
  const { offsets, degree, neighbors } = world.ties;
  const { awareness: aware, told, digital, lastVolunteering } = residents.columns;
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const once = context.draws.once(from, to);
  const { observer, parameters: p, mode } = context;
  const since = context.week - 3;
  const messages = p.messages * (1 + communities.columns.campaign[c]);
  const uptake = p.overload ? Math.min(1, p.bearable / Math.max(messages, 1e-9)) : 1;
  const excess = p.overload ? Math.max(0, messages - p.bearable) * p.overloadFatigue : 0;
  const missed = pow(1 - p.reach, 4 * (messages + world.weekTotals.communities.columns.posts[c]));
  const missedOffline = pow(1 - p.reach / 2, 4 * messages);
  // Chance that so many acquaintances on higher steps pass nothing on.
  const kept = world.workspace("awareness/kept", Float64Array, CONTACTS);
  // The least of them for so many acquaintances: whoever draws above what that gives need not look around.
  const least = world.workspace("awareness/least", Float64Array, CONTACTS);
  for (let higher = 0; higher < CONTACTS; higher++) {
    kept[higher] = untold(p, higher);
    least[higher] = higher === 0 ? kept[0] : Math.min(least[higher - 1], kept[higher]);
  }
  world.weekTotals.communities.columns.overload[c] += excess;
  if (mode !== "on") {
    told.fill(0, from, to);
    return;
  }
  const reached = world.workspace("awareness/reached", Uint32Array, to - from);
  const chances = world.workspace("awareness/chances", Float64Array, to - from);
  const rows = world.memory.kernel({ whomItReaches })(
    once.words,
    aware,
    told,
    digital,
    lastVolunteering,
    offsets,
    degree,
    neighbors,
    kept,
    least,
    CONTACTS,
    1 - p.wordOfMouth,
    missed,
    missedOffline,
    p.inPerson,
    p.byOrganizations,
    uptake,
    since,
    observer ? 1 : 0,
    from,
    to,
    reached,
    chances,
  );
  for (let row = 0; row < rows; row++) {
    const i = reached[row];
    if (!once.chance(i, chances[row])) continue;
    hears(world, i);
    if (observer?.watches("resident", i)) remark(world, observer, i);
  }
}

/** More of them than the sources that may be needed. */
const CONTACTS = 64;

const untold = (p: Hearing, higher: number): number =>
  p.contagion === "complex" && higher < p.sources ? 1 - p.noise : pow(1 - p.wordOfMouth, higher);

/** Tells who around a resident stood higher, and what else carried the message. */
function remark(world: World, observer: Observer, i: number): void {
  const { awareness, digital } = world.residents.columns;
  const { offsets, degree, neighbors } = world.ties;
  const near = [...neighbors.subarray(offsets[i], offsets[i] + degree[i])].filter((j) => awareness[j] > awareness[i]);
  observer.remark({
    kind: "resident",
    index: i,
    what: digital[i] ? "toldOnline" : "told",
    values: { higher: near.length },
    whom: near.map((index) => ({ kind: "resident", index })),
  });
}
