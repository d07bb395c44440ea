import { defineMechanism } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";

/** Hours in the week of a community worker. */
export const WORKING_WEEK = 40;

/** Assigned tasks fill the desks of community workers before any resident is heard [S10, S80]. */
export const workerLoad = defineMechanism({
  id: "workerLoad",
  verb: "organizationsDivideHours",
  title: { en: "Load of community workers", zh: "社区工作者负担" },
  summary: {
    en: "Tasks assigned from above, more of them under a rigid programme, take hours of community workers away from matters.",
    zh: "上级交办任务（刚性越强越多）挤占社区工作者处理居民事项的时间。",
  },
  rows: ["F02", "H02"],
  sheet: {
    equation: "paperwork = min(0.95, tasks · h (1 + 2 r (rigidity − ½)) / (40 staff)) ; heavy if 40 paperwork · e^(σ z) ≥ c",
    symbols: {
      tasks: "tasks of a community a week",
      h: "hours of a task",
      r: "response to rigidity, while the programme is on",
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
      default: 36,
      min: 0,
      max: 500,
      unit: "tasks a week",
      en: "Tasks assigned to a community of 13 workers.",
      zh: "13名工作者的社区每周交办任务数。",
      rows: ["H02"],
      evidence: "S",
    }),
    hours: quantity({
      default: 6,
      min: 0,
      max: 40,
      unit: "hours",
      en: "Hours of a task, h.",
      zh: "每项任务工时。",
      rows: ["H02"],
      prior: [4, 9],
    }),
    rigidity: quantity({
      default: 0.3,
      min: 0,
      max: 1,
      unit: "per unit of rigidity",
      en: "How far a rigid programme multiplies tasks, r.",
      zh: "刚性对任务的放大。",
      rows: ["H01", "H02"],
      partyBuilding: true,
    }),
    spread: quantity({ default: 0.5, min: 0, max: 2, unit: "log standard deviation", en: "Spread of the load, σ.", zh: "负担离散度。" }),
    heavy: quantity({
      default: 10,
      min: 0,
      max: 40,
      unit: "hours a week",
      en: "Hours of paperwork that are felt as heavy, c.",
      zh: "被视为沉重的周事务工时。",
    }),
  },
  reads: ["communities.staff"],
  writes: ["communities.paperwork", "tally.communities.workers", "tally.communities.workersHeavy"],
  measures: ["worker_paperwork_share", "workers_heavy_share", "weeks_to_match_median"],
  step(world, context) {
    const { staff, paperwork } = world.communities.columns;
    const t = world.tally.communities.columns;
    for (let c = 0; c < world.communities.rows; c++) {
      if (context.mode(c) === "off") {
        paperwork[c] = 0;
        continue;
      }
      const p = context.of(c);
      const programme = world.schedule.byCommunity[c].partyBuilding === "off" ? 0 : 2 * p.rigidity * (context.rigidity(c) - 0.5);
      paperwork[c] = Math.max(0, Math.min(0.95, (p.tasks * p.hours * (1 + programme)) / 13 / WORKING_WEEK));
      for (let k = 0; k < staff[c]; k++) {
        t.workers[c]++;
        if (WORKING_WEEK * paperwork[c] * exp(p.spread * context.draws.normal(c * 4096 + k, 0)) >= p.heavy) t.workersHeavy[c]++;
      }
    }
  },
});
