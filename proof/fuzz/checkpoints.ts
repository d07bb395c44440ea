import { ok, strictEqual as same } from "node:assert/strict";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { runWeeks, small } from "../../tests/support/scenarios.ts";
import { alike, anyDamage, type Blow, damaged } from "./damage.ts";
import { kind } from "./kind.ts";
import { sentences } from "./said.ts";

const whole = runWeeks(await small(), 3).checkpoint("0.0.1");

export const checkpoints = kind<Blow[]>({
  id: "checkpoints",
  holds: "a checkpoint that was damaged in any way is refused in a sentence",
  any: anyDamage,
  bytes: whole.length,
  async check(blows) {
    const bytes = damaged(whole, blows);
    const resumed = Run.resume(bytes, mechanisms);
    same(resumed.ok, alike(bytes, whole));
    if (!resumed.ok) sentences(resumed.message);
    else ok(resumed.run.world.week === 3);
  },
});
