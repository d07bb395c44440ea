import { defineMechanism } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";

const NEUTRAL = 0.5; // rigidity at which the programme neither adds tasks nor spares any

/** A rigid programme adds to the paperwork of community workers, a flexible one spares some [H01, H02]. */
export const programmeTasks = defineMechanism({
  id: "programmeTasks",
  phase: "organizationsDivideHours",
  scope: "community",
  every: "week",
  title: { en: "Tasks of the programme", zh: "党建工作的交办任务" },
  summary: {
    en: "A rigid programme adds to the tasks assigned to community workers; a flexible one spares them some.",
    zh: "刚性的党建工作增加社区工作者的交办任务，柔性的则有所减少。",
  },
  rows: ["H01", "H02"],
  partyBuilding: true,
  specification: {
    equation: "further = 2 r (rigidity − ½)",
    symbols: { further: "tasks added to those of workerLoad, as a share of them", r: "response to rigidity" },
    source: "H01, H02; the response is a judgement.",
    departures: "none",
    draws: "none",
    placebo: "The same tasks on another subject.",
    harm: "Above a rigidity of one half, each report is an hour less for residents.",
  },
  parameters: {
    response: quantity({
      label: { en: "Effect of rigidity", zh: "刚性影响" },
      help: { en: "A rigid programme assigns more tasks, a flexible one fewer.", zh: "刚性越强任务越多，越弱任务越少。" },
      default: 0.3,
      min: 0,
      max: 1,
      unit: "slope",
      rows: ["H01", "H02"],
    }),
  },
  reads: [],
  writes: ["weekTotals.communities.programmeTasks"],
  measures: ["worker_paperwork_share", "workers_heavy_share"],
  step(world, { parameters: p, rigidity }, c) {
    world.weekTotals.communities.columns.programmeTasks[c] = 2 * p.response * (rigidity - NEUTRAL);
  },
});
