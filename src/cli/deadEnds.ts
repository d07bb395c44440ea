import { type Look, looks, nameOf, type ShiftResult, shiftedStates, shiftWeeks, states } from "../experiment/index.ts";
import { mechanisms } from "../mechanisms/index.ts";
import type { MeasureId } from "../observation/index.ts";
import { scenarioFrom } from "./files.ts";
import { named } from "./named.ts";
import { number } from "./numbers.ts";
import { aligned, seedsOf, type Terminal } from "./terminal.ts";

/** Outcomes of which it is said how little a state moves them, where it moves none. */
const bounded = ["participation_rate", "matters_settled_true", "matched_share"] as const satisfies readonly MeasureId[];

const years: Record<Look["year"], string> = { asItIs: "as it is", eventful: "an eventful year" };
const arms: Record<Look["arms"][1], string> = {
  low: "low",
  zero: "zero",
  high: "90th percentile against 10th",
  apart: "every other one high against all low",
  one: "one against zero",
  free: "not held against zero",
};
const said = ({ look, pairs }: ShiftResult) =>
  `${years[look.year]}${look.alone ? ", what can stand in for it at zero" : ""}, ${arms[look.arms[1]]}, ${pairs} pairs`;

/** How little a state moves, of the level of an outcome. */
const atMost = ({ bounds }: ShiftResult) =>
  bounds
    .filter(({ outcome }) => (bounded as readonly MeasureId[]).includes(outcome))
    .map(({ outcome, most, low }) => `${outcome} ${number((100 * most) / low)}%`)
    .join(", ");

/** Holds each state of an agent in two ways for a year, and tells which outcomes it moves. */
export async function deadEnds(
  path: string,
  options: { seeds: string; of: string[]; set: string[]; json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const seeds = seedsOf(options.seeds, "dead-ends");
  const scenario = await scenarioFrom(path, options.set);
  const names = named(options.of, states.map(nameOf), "dead-ends: --of");
  const of = states.filter((state) => names.includes(nameOf(state)));
  const results: ShiftResult[] = [];
  for (const result of shiftedStates(scenario, mechanisms, { ...shiftWeeks, seeds, of })) {
    results.push(result);
    terminal.err(`${results.length} of ${of.length}: ${result.state} ${result.moved.map(({ outcome }) => outcome).join(", ") || "-"}`);
  }
  if (options.json)
    terminal.json(
      results.map((result) => ({
        ...result,
        look: looks.findIndex(({ year, times }) => year === result.look.year && times === result.look.times),
        shownBy: said(result),
      })),
    );
  else
    terminal.out(
      aligned([
        ["state", "moves", "held low", "held high", "shown by"],
        ...results.map((result) => {
          const [first] = result.moved;
          if (first) return [result.state, first.outcome, number(first.low), number(first.high), said(result)];
          if (result.dead) return [result.state, "NOTHING, to the last bit", "", "", ""];
          return [result.state, `nothing larger than: ${atMost(result)}`, "", "", said(result)];
        }),
      ]),
    );
  const without = results.filter(({ moved }) => moved.length === 0);
  terminal.err(
    `${results.length - without.length} of ${results.length} states move an outcome; ${without.filter(({ dead }) => dead).length} move nothing at all.`,
  );
}
