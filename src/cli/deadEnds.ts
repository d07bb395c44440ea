import { type ShiftResult, shiftedStates, shiftWeeks, states } from "../experiment/index.ts";
import { mechanisms } from "../mechanisms/index.ts";
import { scenarioFrom } from "./files.ts";
import { number } from "./numbers.ts";
import { aligned, seedsOf, type Terminal } from "./terminal.ts";

/** Holds each state of an agent low and high for a year, and tells which outcomes it moves. */
export async function deadEnds(
  path: string,
  options: { seeds: string; of: string[]; set: string[]; json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const seeds = seedsOf(options.seeds, "dead-ends");
  const scenario = await scenarioFrom(path, options.set);
  const of = options.of.length === 0 ? states : states.filter(({ table, column }) => options.of.includes(`${table}.${column}`));
  const results: ShiftResult[] = [];
  for (const result of shiftedStates(scenario, mechanisms, { ...shiftWeeks, seeds, of })) {
    results.push(result);
    terminal.err(`${results.length} of ${of.length}: ${result.state}`);
  }
  if (options.json) terminal.json(results);
  else
    terminal.out(
      aligned([
        ["state", "moves", "held low", "held high"],
        ...results.map(({ state, moved: [first], dead }) =>
          first
            ? [state, first.outcome, number(first.low), number(first.high)]
            : [state, dead ? "NOTHING, to the last bit" : "nothing beyond noise", "", ""],
        ),
      ]),
    );
  const without = results.filter(({ moved }) => moved.length === 0);
  terminal.err(
    `${results.length - without.length} of ${results.length} states move an outcome over ${seeds.length} seeds; ${without.filter(({ dead }) => dead).length} move nothing at all.`,
  );
}
