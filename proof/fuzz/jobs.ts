import { doesNotMatch, match, ok, strictEqual as same } from "node:assert/strict";
import fc from "fast-check";
import { refusalOf } from "../../src/cli/queue/work.ts";
import { keyOf, readRequest } from "../../src/experiment/index.ts";
import { expanded, tinyPlan } from "../../tests/support/plans.ts";
import { anyEdit, type Edit, edited } from "./edits.ts";
import { kind } from "./kind.ts";

const PROGRAM = "0.1.0";
const plan = await expanded(tinyPlan("replicates: 2", "keep: { measures: [participation_rate], snapshots: [2] }"), PROGRAM);
const { key: _, ...order } = JSON.parse(JSON.stringify(plan.run(0, 0, plan.arms[0]).request));
order.scenario.interventions = [
  { week: 2, path: "partyBuilding", value: "off" },
  { week: 3, communities: [0], path: "rigidity", value: 0.2 },
];
const rightKey = keyOf(PROGRAM, order);

export interface Job {
  edits: readonly Edit[];
  /** Whether whoever wrote it gave it the key that it should have. */
  forged: boolean;
}

const jobOf = ({ edits }: Job): unknown => edited(order, edits); // as it comes out of Redis

export const jobs = kind<Job>({
  id: "jobs",
  holds: "a job of a queue is the run that its key names, or is refused in a sentence",
  any: fc.record({ edits: fc.array(anyEdit, { minLength: 1, maxLength: 3 }), forged: fc.boolean() }),
  async check(job) {
    const data = jobOf(job);
    let key = rightKey;
    if (job.forged) {
      try {
        key = keyOf(PROGRAM, data as never);
      } catch {} // nothing that a key could be made of
    }
    const reading = readRequest(key, data, PROGRAM);
    if (reading.ok) same(keyOf(PROGRAM, data as never), key);
    else {
      const told = refusalOf(reading);
      doesNotMatch(told, /\[object|\p{Cc}/u);
      match(told, /\w.*\.$/);
      ok(told.length < 1000, `${told.length} letters`);
    }
    same(Object.getPrototypeOf({}).x, undefined);
  },
  show: (job) => JSON.stringify(jobOf(job)),
});
