import type { Context, World } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import type { Cases } from "./caseParameters.ts";
import { deffuantRound, hegselmannKrauseRound } from "./deliberation.ts";

const SEATS = 24;
const KEYS = 32; // keys of draws for each matter: a seat each, the last one for meetings

/** Rounds of bounded confidence in a panel of those concerned by a matter, then a vote. */
export function deliberate(world: World, context: Context<Cases>, q: number): void {
  const { parameters: p } = context;
  const m = world.matters.columns;
  const panel = context.stream("panel");
  const key = m.serial[q] * KEYS;
  const seats = Math.max(1, Math.min(SEATS, m.parties[q]));
  const x = world.scratch("caseQueue/opinion", Float64Array, KEYS);
  const y = world.scratch("caseQueue/next", Float64Array, KEYS);
  for (let k = 0; k < seats; k++) {
    const z = panel.normal(key + k, m.rounds[q] & 3);
    x[k] = 1 / (1 + exp(-(p.goodwill - p.stakes * m.severity[q] + z)));
  }
  for (let round = 0; round < p.rounds; round++) {
    if (p.deliberation === "hegselmannKrause") hegselmannKrauseRound(x, seats, p.epsilon, y);
    else {
      const first = (m.rounds[q] + round) * 2 * SEATS;
      deffuantRound(x, seats, p.epsilon, p.mu, (n) => panel.below(key + KEYS - 1, seats, 8 + first + n));
    }
  }
  let accepting = 0;
  let mean = 0;
  for (let k = 0; k < seats; k++) {
    if (x[k] >= p.aspiration) accepting++;
    mean += x[k] / seats;
  }
  m.rounds[q] = Math.min(255, m.rounds[q] + Math.max(1, p.rounds));
  m.support[q] = accepting / seats;
  m.acceptability[q] = mean;
  context.onlooker?.remark({
    kind: "matter",
    index: m.serial[q],
    what: "votes",
    values: { seats, accepting, rounds: p.rounds, needed: Math.ceil(m.consent[q] * seats - 1e-9) },
  });
}
