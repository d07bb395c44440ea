import { doesNotMatch, match, ok, strictEqual as same } from "node:assert/strict";
import fc from "fast-check";
import { refusalOf } from "../../src/cli/queue/work.ts";
import { keyOf, readRequest } from "../../src/experiment/index.ts";
import { expanded, tinyPlan } from "../../tests/support/plans.ts";
import { kind } from "./kind.ts";

const PROGRAM = "0.1.0";
const plan = await expanded(tinyPlan("replicates: 2", "keep: { measures: [participation_rate], snapshots: [2] }"), PROGRAM);
const { key: _, ...order } = JSON.parse(JSON.stringify(plan.run(0, 0, plan.arms[0]).request));
order.scenario.interventions = [
  { week: 2, path: "partyBuilding", value: "off" },
  { week: 3, communities: [0], path: "rigidity", value: 0.2 },
];
const rightKey = keyOf(PROGRAM, order);

type Tree = Record<string, unknown> | unknown[];
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;
/** All places of a document, from the outside in. */
function* places(of: Tree): Generator<{ holder: Tree; key: string }> {
  for (const [key, value] of Object.entries(of)) {
    yield { holder: of, key };
    if (isTree(value)) yield* places(value);
  }
}

const value = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e9, 1e308, 0.5, "", "x", "off", [], {}, [[]], "\u001b[31m", "../../out"),
  fc.jsonValue({ maxDepth: 2 }),
);
const edit = fc.record({ at: fc.nat(), value, remove: fc.boolean(), name: fc.option(fc.constantFrom("__proto__", "constructor", "x")) });
export interface Job {
  edits: readonly (typeof edit extends fc.Arbitrary<infer T> ? T : never)[];
  /** Whether whoever wrote it gave it the key that it should have. */
  forged: boolean;
}

const jobOf = ({ edits }: Job): unknown => {
  let data: unknown = structuredClone(order);
  for (const { at, value, remove, name } of edits) {
    if (!isTree(data)) break;
    const all = [...places(data)];
    if (at % 50 === 0 || all.length === 0) data = value;
    else {
      const { holder, key } = all[at % all.length];
      if (remove && Array.isArray(holder)) holder.splice(Number(key), 1);
      else if (remove) delete (holder as Record<string, unknown>)[key];
      else if (name !== null) Object.defineProperty(holder, name, { value, enumerable: true, configurable: true });
      else (holder as Record<string, unknown>)[key] = value;
    }
  }
  return JSON.parse(JSON.stringify(data)); // as it comes out of Redis
};

export const jobs = kind<Job>({
  id: "jobs",
  holds: "a job of a queue is the run that its key names, or is refused in a sentence",
  any: fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 3 }), forged: fc.boolean() }),
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
