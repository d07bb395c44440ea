import { COMMUNITY, defineMechanism, IN_SERVICE, OUTSIDE, PUBLIC_GOOD, RESIDENT, TAKEN_UP, VOLUNTEER_TIME } from "../../engine/index.ts";
import { normalQuantile, pow } from "../../numeric/index.ts";
import { quantity, share, whole } from "../../scenario/index.ts";

const FREE_RIDERS = normalQuantile(0.3);
const PARTIES = 20;

/** Those concerned by a common good give as others gave, or ride free (eq. 4.3, 4.5, 4.18) [I04, I05, I12]. */
export const publicGoods = defineMechanism({
  id: "publicGoods",
  verb: "casesAreWorked",
  title: { en: "Common goods", zh: "公共物品" },
  summary: {
    en: "Those concerned by waste, surroundings or pets give time as far as others gave before; rules that people know keep giving from decaying.",
    zh: "垃圾、环境、养宠等公共事务的相关居民依他人此前的付出而付出；为人熟知的规则可防止衰退。",
  },
  rows: ["I04", "I05", "I12", "Z21", "B7"],
  sheet: {
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
      default: 40,
      min: 0,
      max: 600,
      unit: "minutes",
      en: "Time asked of each, t.",
      zh: "要求每人付出的时间。",
      rows: ["I04"],
    }),
    alpha: share({ default: 0.1, of: "what is asked", en: "Unconditional part, α.", zh: "无条件部分。", rows: ["I04"], evidence: "M" }),
    beta: quantity({
      default: 0.9,
      min: 0,
      max: 2,
      unit: "per share given",
      en: "Conditional part, β.",
      zh: "条件部分。",
      rows: ["I04"],
      evidence: "M",
    }),
    decay: share({
      default: 0.08,
      of: "giving a round",
      en: "Decay, δ.",
      zh: "每轮衰减。",
      rows: ["I04"],
      evidence: "M",
      prior: [0.05, 0.1],
    }),
    principles: whole({
      default: 2,
      min: 0,
      max: 8,
      unit: "principles",
      en: "Design principles of self-government in force.",
      zh: "有效的自治设计原则数。",
      rows: ["Z21", "B7"],
      evidence: "M",
    }),
    perPrinciple: share({
      default: 0.08,
      of: "decay",
      en: "Decay stopped by each principle, d.",
      zh: "每条原则阻止的衰减。",
      rows: ["Z21"],
      evidence: "M",
      prior: [0.05, 0.1],
    }),
    shape: quantity({
      default: 1,
      min: 0.2,
      max: 4,
      unit: "exponent",
      en: "Shape of the production function, a.",
      zh: "生产函数形状。",
      rows: ["I05"],
      evidence: "M",
      prior: [0.5, 4],
    }),
    halfPoint: share({
      default: 0.3,
      min: 0.01,
      of: "what is needed",
      en: "Half point of the production function, K.",
      zh: "生产函数半值点。",
      rows: ["I05"],
      evidence: "M",
      prior: [0.05, 0.3],
    }),
  },
  reads: ["matters", "residents.propensity", "residents.freeMinutes"],
  writes: ["matters.gotVolunteer", "communities.contribution", "residents.minutesWeek", "ledger"],
  measures: ["settlement_rate_true", "volunteer_hours_per_adult"],
  step(world, context) {
    const m = world.matters.columns;
    const r = world.residents.columns;
    const { firstResident, residents: count, contribution } = world.communities.columns;
    const month = Math.floor((context.week - 1) / 4) % 13;
    const sum = world.scratch("publicGoods/sum", Float64Array, world.communities.rows).fill(0);
    const seats = world.scratch("publicGoods/seats", Float64Array, world.communities.rows).fill(0);
    for (let q = 0; q < world.matters.rows; q++) {
      const c = m.community[q];
      if (m.class[q] !== PUBLIC_GOOD || m.state[q] < TAKEN_UP || m.state[q] > IN_SERVICE || context.mode(c) === "off") continue;
      if (m.gotVolunteer[q] >= m.needVolunteer[q] || m.changed[q] !== context.week - 1) continue;
      const p = context.of(c);
      const kept = 1 - p.decay * (1 - Math.min(1, p.principles * p.perPrinciple));
      const conditional = Math.min(1, p.alpha + p.beta * contribution[c]) * kept;
      let given = 0;
      for (let seat = 0; seat < PARTIES; seat++) {
        const i = firstResident[c] + context.draws.below(m.serial[q] * 32 + seat, count[c], 0);
        if (r.age[i] < 18) continue;
        seats[c]++;
        if (r.propensity[i] < FREE_RIDERS) continue;
        sum[c] += conditional;
        const minutes = Math.min(Math.round(p.asked * conditional), Math.max(0, r.freeMinutes[i] - r.minutesWeek[i]));
        if (minutes <= 0) continue;
        world.ledger.move(VOLUNTEER_TIME, OUTSIDE, 0, RESIDENT, i, minutes);
        world.ledger.move(VOLUNTEER_TIME, RESIDENT, i, COMMUNITY, c, minutes);
        r.minutesWeek[i] += minutes;
        r.minutesMonth[i * 13 + month] += minutes;
        r.minutesYear[i] += minutes;
        world.tally.communities.columns.volunteerMinutes[c] += minutes;
        given += minutes;
      }
      world.ledger.move(VOLUNTEER_TIME, COMMUNITY, c, OUTSIDE, 0, given);
      // What giving is worth depends on the production function of the good.
      const share = given / Math.max(1, m.needVolunteer[q]);
      const made = pow(share, p.shape) / (pow(share, p.shape) + pow(p.halfPoint, p.shape));
      m.gotVolunteer[q] = Math.min(m.needVolunteer[q], m.gotVolunteer[q] + Math.round(made * m.needVolunteer[q]));
    }
    for (let c = 0; c < world.communities.rows; c++) {
      if (seats[c] > 0) contribution[c] += 0.2 * (sum[c] / seats[c] - contribution[c]);
    }
  },
});
