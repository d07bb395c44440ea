import { deepStrictEqual as equal, match, strictEqual as same } from "node:assert/strict";
import { seal, unseal } from "../../src/cli/queue/sealed.ts";
import { executeRun } from "../../src/experiment/index.ts";
import { expanded, tinyPlan } from "../../tests/support/plans.ts";
import { alike, anyDamage, type Blow, damaged } from "./damage.ts";
import { kind } from "./kind.ts";

const plan = await expanded(tinyPlan("replicates: 2"));
const { request } = plan.run(0, 0, plan.arms[0]);
const result = executeRun(request, () => []);
const whole = new Uint8Array(seal(request.key, result));

export const results = kind<Blow[]>({
  id: "results",
  holds: "a result that came through a queue is that of its run, or is refused in a sentence",
  any: anyDamage,
  bytes: whole.length,
  async check(blows) {
    const bytes = damaged(whole, blows);
    const opened = unseal(request, Buffer.from(bytes));
    same(opened.ok, alike(bytes, whole));
    if (opened.ok) equal(opened.result, result);
    else match(opened.fault, /\w.*\.$/);
  },
});
