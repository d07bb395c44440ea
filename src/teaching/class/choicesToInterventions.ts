import type { Intervention } from "../../scenario/index.ts";
import type { Lever, Move } from "./roles.ts";

/**
 * What choices at levers become: interventions of a week, of those that change what is in force.
 *
 * @param place   community in which they hold [everywhere]
 * @param before  values that were set earlier, by place and path; brought up to date
 */
export function choicesToInterventions(
  levers: readonly Lever[],
  choices: Move,
  week: number,
  before: Map<string, number>,
  place?: number,
): Intervention[] {
  return levers.flatMap(({ path, choices: values, usual }, k) => {
    const { value } = values[choices[k]];
    const key = `${place ?? ""} ${path}`;
    if ((before.get(key) ?? values[usual].value) === value) return [];
    before.set(key, value);
    return [{ week, path, value, ...(place === undefined ? {} : { communities: [place] }) }];
  });
}
