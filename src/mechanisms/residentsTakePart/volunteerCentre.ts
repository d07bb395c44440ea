import { type Context, defineMechanism, MONTHS, type ParametersOf, spend, type World, YEAR } from "../../engine/index.ts";
import { monthly } from "../../numeric/index.ts";
import { probability } from "../../scenario/index.ts";

const parameters = {
  active: probability({
    label: { en: "Active adults", zh: "积极居民注册率" },
    help: { en: "Adults who took part in the last year.", zh: "近一年参与过的成年人。" },
    default: 0.02,
    per: "year",
    rows: ["V4a"],
    fitted: "2: registered volunteers rarely active, 2-20 hours each.",
  }),
  arranged: probability({
    label: { en: "By arrangement", zh: "安排注册率" },
    help: { en: "All other adults.", zh: "其余成年人。" },
    default: 0.01,
    per: "year",

    rows: ["V4a"],
    evidence: "S",
    source: "Registered volunteers grow faster than active ones where registering is arranged [S9].",
  }),
  lapse: probability({
    label: { en: "Lapse", zh: "注册失效率" },
    help: { en: "Of volunteers who did not serve in the last year.", zh: "近一年没有服务的志愿者。" },
    default: 0.12,
    per: "year",
    rows: ["V4a"],
    fitted: "2: registered volunteers rarely active, 2-20 hours each.",
  }),
};

/** A volunteer centre registers people; some are registered on paper only, and people lapse [V0, V1, V4a]. */
export const volunteerCentre = defineMechanism({
  id: "volunteerCentre",
  phase: "residentsTakePart",
  scope: "community",
  every: "month",
  inWeek: 3,
  title: { en: "Volunteer service centre", zh: "志愿服务中心" },
  summary: {
    en: "The centre registers active adults, and others by arrangement; registrations lapse without service.",
    zh: "中心登记积极的成年人，也按行政安排登记其他人；长期不服务则注册失效。",
  },
  rows: ["V0", "V1", "V4a"],
  partyBuilding: true,
  specification: {
    equation:
      "P(registers in a month): r for those who took part in the last year, a for all others (by arrangement) ; P(lapses in a month) = l for those who did not volunteer in the last year",
    symbols: { r: "registration of the active", a: "registration by arrangement", l: "lapse" },
    source: "V0, V4a; some register under administrative arrangement [S9]; the centre was chosen for success: selection bias.",
    departures: "Every community has access to the centre.",
    draws: "agent = resident: 0 registers, 1 lapses.",
    placebo: "The same office and money without registration.",
    harm: "a: the register grows and nobody comes.",
  },
  chances: {
    "": {
      0: { of: "resident", en: "registers as a volunteer", zh: "注册为志愿者" },
      1: { of: "resident", en: "lets the registration lapse", zh: "志愿者注册失效" },
    },
  },
  parameters,
  reads: ["residents.lastGovernance", "residents.lastVolunteering"],
  writes: ["ledger", "residents.registered", "weekTotals.communities.programmeMoney"],
  measures: ["volunteers_registered_share", "volunteers_active_share"],
  kernels: { register },
  step(world, _context, c) {
    spend(world, c, (world.scenario.prices.perResident * world.communities.columns.residents[c]) / MONTHS);
  },
  end(_world, context) {
    context.everywhere("register");
  },
});

/** Residents of a community register, or let their registration lapse. */
function register(world: World, context: Context<ParametersOf<typeof parameters>>, c: number): void {
  const { parameters: p, mode, draws } = context;
  if (mode !== "on") return;
  const { age, registered, lastVolunteering, lastGovernance } = world.residents.columns;
  const active = monthly(p.active);
  const arranged = monthly(p.arranged);
  const lapse = monthly(p.lapse);
  const since = context.week - YEAR;
  const from = world.communities.columns.firstResident[c];
  const to = from + world.communities.columns.residents[c];
  const registers = draws.once(from, to);
  for (let i = from; i < to; i++) {
    if (age[i] < 18) continue;
    const volunteered = lastVolunteering[i] > since;
    if (registered[i]) {
      if (!volunteered && draws.chance(i, lapse, 1)) registered[i] = 0;
    } else if (registers.chance(i, volunteered || lastGovernance[i] > since ? active : arranged)) registered[i] = 1;
  }
}
