import { stringify } from "yaml";
import type { MeasureId } from "../../observation/index.ts";
import type { Bilingual, Intervention } from "../../scenario/index.ts";

/** What of a class is run again with other seeds. */
export interface AgainAndAgain {
  title: Bilingual;
  /** File of the scenario that the class began with. */
  scenario: string;
  seed: string;
  weeks: number;
  /** First and last week over which measures are averaged. */
  span: readonly [from: number, to: number];
  measures: readonly MeasureId[];
  replicates: number;
  /** What each arm does, by its name. */
  arms: Readonly<Record<string, { set?: Readonly<Record<string, unknown>>; interventions?: readonly Intervention[] }>>;
  /** What a reader is told of them, a line each. */
  head: readonly string[];
}

/** A class as a plan of runs, which `batch` takes as it is: other seeds, or other choices. */
export function classPlan({ title, head, span, measures, arms, ...rest }: AgainAndAgain): string {
  const plan = {
    title: title.en,
    titleZh: title.zh,
    ...rest,
    arms,
    outcomes: measures.map((measure) => ({ measure, span: [...span] })),
  };
  return `${head.map((line) => `# ${line}\n`).join("")}${stringify(plan, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}
