import {
  COMMUNITY,
  defineMechanism,
  giveTime,
  IN_SERVICE,
  minutesLeft,
  OUTSIDE,
  PUBLIC_GOOD,
  TAKEN_UP,
  VOLUNTEER_TIME,
  type World,
} from "../../engine/index.ts";
import { normalQuantile, pow } from "../../numeric/index.ts";
import { quantity, share, whole } from "../../scenario/index.ts";
import { receives } from "./endings.ts";

const FREE_RIDERS = normalQuantile(0.3);
const PARTIES = 20;

/** Those concerned by a common good give as others gave, or ride free (eq. 4.3, 4.5, 4.18) [I04, I05, I12]. */
export const publicGoods = defineMechanism({
  id: "publicGoods",
  phase: "casesAreWorked",
  scope: "matter",
  every: "week",
  title: { en: "Public goods", zh: "公共物品" },
  summary: {
    en: "Residents give time for waste sorting, surroundings or pets as far as others gave before; known rules keep giving from decaying.",
    zh: "居民对垃圾分类、环境、养宠等事务的付出取决于他人此前的付出；为人熟知的规则可防止衰减。",
  },
  rows: ["I04", "I05", "I12", "Z21", "B7"],
  specification: {
    equation: [
      "g_i = 0 for 30% free riders, else min(1, α + β ḡ) (1 − δ (1 − d p)) ; ḡ ← mean of what was given ; P(R) = R^a / (R^a + K^a) scales what is needed",
    ].join("\n"),
    symbols: {
      g: "share given of what is asked, t minutes",
      ḡ: "share that was last given in the community",
      α: "unconditional part",
      β: "conditional part",
      δ: "decay a round",
      p: "design principles in force, 0-8",
      d: "decay stopped by each principle that is known",
      "a, K": "shape of the production function: a < 1 decelerating, a > 1 accelerating; K the half point",
    },
    source: "eq. 4.5 (Fischbacher, Gächter & Fehr 2001), 4.3 (Oliver, Marwell & Teixeira 1985), 4.18 (Ostrom 1990).",
    departures: "Types follow the standing readiness of residents, so that they last.",
    draws: "agent = serial * 32 + seat: 0 who.",
    harm: "Without principles giving decays round by round; the same few give (minutes by readiness).",
  },
  parameters: {
    asked: whole({
      label: { en: "Time asked", zh: "要求的时间" },
      help: { en: "Of each resident concerned.", zh: "每位相关居民。" },
      default: 40,
      min: 0,
      max: 600,
      unit: "minutes",

      rows: ["I04"],
    }),
    alpha: share({
      label: { en: "Unconditional part", zh: "无条件付出" },
      help: { en: "Given though nobody else gives.", zh: "无人付出时仍会付出。" },
      default: 0.1,
      of: "what is asked",
      rows: ["I04"],
      evidence: "M",
      source: "eq. 4.5.",
    }),
    beta: quantity({
      label: { en: "Conditional part", zh: "条件付出" },
      help: { en: "The larger, the more giving follows that of others.", zh: "越大，越随他人付出而变。" },
      default: 0.9,
      min: 0,
      max: 2,
      unit: "slope",

      rows: ["I04"],
      evidence: "M",
      source: "eq. 4.5: conditional givers match somewhat less than others give.",
    }),
    decay: share({
      label: { en: "Decay", zh: "每轮衰减" },
      help: { en: "Giving falls by this where no rules are in force.", zh: "没有规则时付出下降的幅度。" },
      default: 0.08,
      of: "giving, a round",

      rows: ["I04"],
      evidence: "M",
      prior: [0.05, 0.1],
      source: "eq. 4.5: giving decays by 5-10% a round.",
    }),
    principles: whole({
      label: { en: "Rules of self-governance", zh: "自治规则数" },
      help: { en: "Design principles in force, of eight; each slows the decay.", zh: "生效的自治设计原则，共八条；每条都减缓衰减。" },
      default: 2,
      min: 0,
      max: 8,
      unit: "principles",

      rows: ["Z21", "B7"],
      evidence: "M",
      source: "eq. 4.18: of eight.",
    }),
    perPrinciple: share({
      label: { en: "Effect of a rule", zh: "单条规则作用" },
      help: { en: "Decay stopped by each rule that people know.", zh: "每条为人熟知的规则阻止的衰减。" },
      default: 0.08,
      of: "decay",

      rows: ["Z21"],
      evidence: "M",
      prior: [0.05, 0.1],
      source: "eq. 4.18: 0.05-0.1 for each principle that stands.",
    }),
    shape: quantity({
      label: { en: "Shape of production", zh: "生产函数形状" },
      help: { en: "Below 1 the first hours help most, above 1 the later ones.", zh: "小于 1 时起初的付出最有效，大于 1 时后来的更有效。" },
      default: 1,
      min: 0.2,
      max: 4,
      unit: "exponent",

      rows: ["I05"],
      evidence: "M",
      prior: [0.5, 4],
      source: "eq. 4.3: exponents of 0.5-4.",
    }),
    halfPoint: share({
      label: { en: "Half point", zh: "半值点" },
      help: { en: "With this much of the time needed, half of the effect is reached.", zh: "付出达到所需的这一比例时，效果达到一半。" },
      default: 0.3,
      min: 0.01,
      of: "what is needed",

      rows: ["I05"],
      evidence: "M",
      prior: [0.05, 0.6],
      source: "eq. 4.3: 5-30% of what could be given.",
    }),
  },
  reads: ["matters.changed", "matters.class", "matters.community", "matters.needVolunteer", "matters.serial", "matters.state"],
  writes: [
    "communities.contribution",
    "ledger",
    "matters.gotVolunteer",
    "residents.minutesMonth",
    "residents.minutesWeek",
    "residents.minutesYear",
  ],
  measures: ["settlement_rate_true", "volunteer_hours_per_adult"],
  begin(world) {
    const { sum, seats } = givingScratch(world);
    sum.fill(0, 0, world.communities.rows);
    seats.fill(0, 0, world.communities.rows);
  },
  step(world, { parameters: p, draws, week }, q) {
    const m = world.matters.columns;
    if (m.class[q] !== PUBLIC_GOOD || m.state[q] < TAKEN_UP || m.state[q] > IN_SERVICE) return;
    if (m.gotVolunteer[q] >= m.needVolunteer[q] || m.changed[q] !== week - 1) return;
    const r = world.residents.columns;
    const { firstResident, residents: count, contribution } = world.communities.columns;
    const { sum, seats } = givingScratch(world);
    const c = m.community[q];
    const kept = 1 - p.decay * (1 - Math.min(1, p.principles * p.perPrinciple));
    const conditional = Math.min(1, p.alpha + p.beta * contribution[c]) * kept;
    let given = 0;
    for (let seat = 0; seat < PARTIES; seat++) {
      const i = firstResident[c] + draws.below(m.serial[q] * 32 + seat, count[c], 0);
      if (r.age[i] < 18) continue;
      seats[c]++;
      if (r.propensity[i] < FREE_RIDERS) continue;
      sum[c] += conditional;
      const minutes = Math.min(Math.round(p.asked * conditional), minutesLeft(world, i));
      giveTime(world, i, COMMUNITY, c, minutes);
      given += minutes;
    }
    world.ledger.move(VOLUNTEER_TIME, COMMUNITY, c, OUTSIDE, 0, given);
    // What giving is worth depends on the production function of the good.
    const share = given / Math.max(1, m.needVolunteer[q]);
    const made = pow(share, p.shape) / (pow(share, p.shape) + pow(p.halfPoint, p.shape));
    const missing = m.needVolunteer[q] - m.gotVolunteer[q];
    receives(world, q, "gotVolunteer", Math.min(missing, Math.round(made * m.needVolunteer[q])));
  },
  end(world) {
    const { contribution } = world.communities.columns;
    const { sum, seats } = givingScratch(world);
    for (let c = 0; c < world.communities.rows; c++) if (seats[c] > 0) contribution[c] += 0.2 * (sum[c] / seats[c] - contribution[c]);
  },
});

/** Memory that begin, step and end share. */
function givingScratch(world: World) {
  return {
    /** [c] shares given of what was asked, summed over those asked. */
    sum: world.scratch("publicGoods/sum", Float64Array, world.communities.rows),
    /** [c] those asked. */
    seats: world.scratch("publicGoods/seats", Float64Array, world.communities.rows),
  };
}
