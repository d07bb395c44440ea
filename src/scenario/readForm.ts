import type { z } from "zod";
import { jsonSchemaOf } from "./catalog.ts";
import { explain, type Fault } from "./explain.ts";
import type { Problem } from "./problem.ts";
import type { Said } from "./said.ts";
import { type Partially, salvage } from "./salvage.ts";
import { located, readScenarioFile, type Source } from "./scenarioFile.ts";

/** A file that is held against a schema. */
export interface Form<T> {
  ok: true;
  tree: Record<string, unknown>;
  /** What it says, if all of it has its form. */
  whole: T | undefined;
  /** What of it has its form. */
  draft: Partially<T> | undefined;
  /** All that is wrong, each with its place: with the form, and what is found beyond it. */
  problems(beyond: Iterable<Fault>): Problem[];
}

/**
 * Reads a YAML file of a form other than that of scenarios.
 *
 * @param elsewhere  what is said of a key that the form does not have
 */
export function readForm<S extends z.ZodType>(
  source: Source,
  schema: S,
  elsewhere: Said,
): Form<z.output<S>> | { ok: false; problems: Problem[] } {
  const reading = readScenarioFile(source);
  if (!reading.ok) return reading;
  const { layer } = reading;
  const parsed = schema.safeParse(layer.tree);
  const ofForm = parsed.success ? [] : explain(parsed.error.issues, jsonSchemaOf(schema), layer.tree, elsewhere);
  return {
    ok: true,
    tree: layer.tree,
    whole: parsed.success ? parsed.data : undefined,
    draft: parsed.success ? (parsed.data as Partially<z.output<S>>) : salvage(schema, layer.tree),
    problems: (beyond) => [...reading.problems, ...located([layer], [...ofForm, ...beyond])],
  };
}
