import { defineMechanism, type World } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";

/** Hours in the week of a community worker. */
export const WORKING_WEEK = 40;
const TYPICAL_STAFF = 13;

/** Share of the week that paperwork and the coordination of the alliance leave to the workers of a community. */
export function freeShare({ communities, weekTotals }: World, c: number): number {
  const { staff, paperwork } = communities.columns;
  return Math.max(0, 1 - paperwork[c] - weekTotals.communities.columns.coordinationMinutes[c] / (60 * WORKING_WEEK * staff[c]));
}

/** Assigned tasks fill the desks of community workers before any resident is heard [S10], [S80]. */
export const workerLoad = defineMechanism({
  id: "workerLoad",
  phase: "organizationsDivideHours",
  scope: "community",
  every: "week",
  title: { en: "Load of community workers", zh: "社区工作者负担" },
  summary: {
    en: "Tasks from above, more of them under a rigid programme, take community workers' hours from matters.",
    zh: "上级交办任务占用社区工作者办理事项的时间，刚性越强任务越多。",
  },
  rows: ["F02", "H02"],
  specification: {
    equation: "paperwork = min(0.95, tasks · h (1 + further) / (40 · 13)) ; heavy if 40 paperwork · e^(σ z) ≥ c",
    symbols: {
      tasks: "tasks of a community a week",
      h: "hours of a task",
      further: "tasks that the programme adds or spares, as a share (programmeTasks)",
      z: "standard normal, by worker",
      c: "hours of paperwork that are felt as heavy",
    },
    source: "About 5.1 tasks a day in two Hubei communities [S80]; 82.7% of Changzhou workers say the load is heavy [S10].",
    departures: "Tasks are as many in any community of the same number of workers.",
    draws: "agent = community * 4096 + worker: 0 how the load falls.",
    harm: "Finer control above means less time for residents below.",
  },
  parameters: {
    tasks: quantity({
      label: { en: "Assigned tasks", zh: "交办任务" },
      help: { en: "In a community of 13 workers.", zh: "以 13 名工作者的社区计。" },
      default: 36,
      min: 0,
      max: 500,
      unit: "a week",

      rows: ["H02"],
      evidence: "S",
      source: "1,852 and 1,886 recorded tasks a year in two communities of Hubei, 5.1 a day [S80].",
    }),
    hours: quantity({
      label: { en: "Work per task", zh: "单项任务工时" },
      help: { en: "The more, the less time is left for matters.", zh: "越多，办理事项的时间越少。" },
      default: 6,
      min: 0,
      max: 40,
      unit: "hours",

      rows: ["H02"],
      prior: [4, 9],
      fitted: "27: 30-60% of hours on paperwork, 70-90% under a heavy load [S10], [S80].",
    }),
    spread: quantity({
      label: { en: "Spread of the load", zh: "负担差异" },
      help: { en: "0 loads all workers alike.", zh: "0 时各人负担相同。" },
      default: 0.5,
      min: 0,
      max: 2,
      unit: "log standard deviation",
    }),
    heavy: quantity({
      label: { en: "Heavy load", zh: "重负担标准" },
      help: { en: "A worker with this much paperwork counts as heavily loaded.", zh: "行政事务达到此数即视为负担沉重。" },
      default: 10,
      min: 0,
      max: 40,
      unit: "hours a week",
      fitted: "27: 30-60% of hours on paperwork, 70-90% under a heavy load [S10], [S80].",
    }),
  },
  reads: ["weekTotals.communities.programmeTasks"],
  writes: ["communities.paperwork", "weekTotals.communities.workers", "weekTotals.communities.workersHeavy"],
  measures: ["worker_paperwork_share", "workers_heavy_share", "weeks_to_match_median"],
  step(world, { parameters: p, draws }, c) {
    const { staff, paperwork } = world.communities.columns;
    const t = world.weekTotals.communities.columns;
    const load = (p.tasks * p.hours * (1 + t.programmeTasks[c])) / TYPICAL_STAFF / WORKING_WEEK;
    paperwork[c] = Math.max(0, Math.min(0.95, load));
    for (let k = 0; k < staff[c]; k++) {
      t.workers[c]++;
      if (WORKING_WEEK * paperwork[c] * exp(p.spread * draws.normal(c * 4096 + k, 0)) >= p.heavy) t.workersHeavy[c]++;
    }
  },
  leave(world, _context, c) {
    world.communities.columns.paperwork[c] = 0;
  },
});
