import { stringify } from "yaml";
import type { Take } from "../../../experiment/index.ts";
import type { Intervention, ParameterEntry } from "../../../scenario/index.ts";

/** Levels of a factor as the form holds them. */
export type DraftLevels = { from: number; to: number; steps: number } | { values: readonly unknown[] };

/** An outcome as the form holds it; its keys are those of the plan. */
export interface DraftOutcome {
  measure: string;
  take?: Take;
  level?: number;
  minus?: string;
  over?: string;
}

/** A plan as the form holds it. */
export interface Draft {
  title: string;
  kind: "grid" | "latinHypercube" | "sobol" | "morris" | "saltelli";
  size: number;
  arms: keyof typeof armSets;
  replicates: number;
  weeks: number;
  factors: readonly { path: string; levels: DraftLevels }[];
  outcomes: readonly DraftOutcome[];
}

/** Values of the master switch by arm. */
export const armSets = {
  one: {},
  offOn: { off: "off", on: "on" },
  offPlaceboOn: { off: "off", placebo: "placebo", on: "on" },
} as const;

/** What the laboratory's run is made of. */
export interface Base {
  /** Name of the scenario file. */
  file: string;
  /** Parameters that differ from it, by path. */
  changed: Readonly<Record<string, unknown>>;
  interventions: readonly Intervention[];
}

/** The levels with which a parameter enters the form: its range to sweep, or its bounds, or all that it can be. */
export function firstLevels({ type, options, prior, min = 0, max = 1 }: ParameterEntry): DraftLevels {
  if (type === "boolean") return { values: [false, true] };
  if (type === "choice") return { values: options ?? [] };
  const [from, to] = prior ?? [min, max];
  return { from, to, steps: 3 };
}

/** The plan as the file that `four-circles batch` runs. */
export function planText(draft: Draft, { file, changed, interventions }: Base): string {
  const { title, kind, size, replicates, weeks, factors, outcomes } = draft;
  const sampled = kind !== "grid";
  const levels = (of: DraftLevels) => ("values" in of ? of.values : sampled ? { from: of.from, to: of.to } : of);
  const sets = Object.entries(armSets[draft.arms]);
  const arm = (set: Record<string, unknown>) => ({ set, ...(interventions.length > 0 ? { interventions } : {}) });
  const arms = sets.length > 0 ? sets.map(([name, value]) => [name, arm({ partyBuilding: value })]) : [["base", arm({})]];
  return stringify(
    {
      title,
      scenario: file.replace(/\.ya?ml$/, ""),
      ...(Object.keys(changed).length > 0 ? { set: changed } : {}),
      ...(factors.length > 0 ? { factors: Object.fromEntries(factors.map(({ path, levels: of }) => [path, levels(of)])) } : {}),
      ...(sampled ? { design: { kind, size } } : {}),
      ...(sets.length > 0 || interventions.length > 0 ? { arms: Object.fromEntries(arms) } : {}),
      replicates,
      weeks,
      outcomes,
    },
    { lineWidth: 110 },
  );
}
