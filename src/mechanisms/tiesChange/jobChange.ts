import { type Context, defineMechanism, type World } from "../../engine/index.ts";
import { monthly } from "../../numeric/index.ts";
import { probability } from "../../scenario/index.ts";

/** People change jobs: the industry circle turns over [L4]. */
export const jobChange = defineMechanism({
  id: "jobChange",
  phase: "tiesChange",
  scope: "district",
  every: "month",
  inWeek: 0,
  title: { en: "Change of jobs", zh: "换工作" },
  summary: {
    en: "Every four weeks some employed residents change places: workplaces keep their size, colleagues change.",
    zh: "每 4 周部分就业居民互换单位：单位规模不变，同事更替。",
  },
  rows: ["L4"],
  specification: {
    equation: "P(changes in a month) = 1 − (1 − x)^(1/13) ; each who changes takes the place of the one before",
    symbols: { x: "job changes a year" },
    source: "Turnover of 15-30% a year (references: networks).",
    departures: "Swaps keep sizes; nobody moves in or out of work. Members keep their workplace: a branch at work stays whole.",
    draws: "agent = resident: 0 changes.",
    harm: "none",
  },
  chances: {
    "": {
      0: { of: "resident", en: "changes job", zh: "更换工作" },
    },
  },
  parameters: {
    changes: probability({
      label: { en: "Job changes", zh: "换工作率" },
      help: { en: "Party members keep their workplace, so that its branch stays whole.", zh: "党员不换单位，单位支部保持完整。" },
      default: 0.2,
      per: "year",
      max: 0.9,

      rows: ["L4"],
      prior: [0.15, 0.3],
    }),
  },
  reads: ["residents.member", "residents.organization"],
  writes: ["residents.workplace"],
  measures: ["industry_retention_since_start", "overlap_jaccard_acquaintance_industry"],
  kernels: { draw },
  step(world, context) {
    const { workplace } = world.residents.columns;
    const n = world.residents.rows;
    const changes = changesOf(world).fill(0, 0, n);
    context.everywhere("draw");
    // In the order of residents, each who changes takes the place of the one before who does; the first that of the last.
    let first = -1;
    let before = -1;
    let place = -1;
    for (let i = 0; i < n; i++) {
      if (!changes[i]) continue;
      const own = workplace[i];
      if (first < 0) first = i;
      else workplace[i] = place;
      place = own;
      before = i;
    }
    if (first >= 0 && before !== first) workplace[first] = place;
  },
});

/** [i] 1 if i changes. */
const changesOf = (world: World) => world.scratch("jobChange/changes", Uint8Array, world.residents.rows);

/** Draws who of a community changes jobs. */
function draw(world: World, context: Context<{ changes: number }>, c: number): void {
  const { employed, member, organization } = world.residents.columns;
  const changes = changesOf(world);
  const from = world.communities.columns.firstResident[c];
  const to = from + world.communities.columns.residents[c];
  const once = context.draws.once(from, to);
  const chance = monthly(context.parameters.changes);
  for (let i = from; i < to; i++) {
    if (!context.observer && once.uniform(i) >= chance) continue;
    if (employed[i] && !member[i] && organization[i] < 0 && once.chance(i, chance)) changes[i] = 1;
  }
}
