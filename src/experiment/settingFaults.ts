import { scenarioSchema } from "../mechanisms/index.ts";
import { type Fault, type Path, pathFault, type Said, valueFault } from "../scenario/index.ts";

/** What experiments set by other means than as a parameter, by path: who has it, and what to do. */
export type Elsewhere = Readonly<Record<string, readonly [message: Said, remedy: Said]>>;

/** What is wrong with the name of a parameter that an experiment sets or varies. */
export function parameterFault(path: string, elsewhere: Elsewhere): Fault | undefined {
  if (!Object.hasOwn(elsewhere, path)) return pathFault(scenarioSchema, path);
  const [message, remedy] = elsewhere[path];
  return { path: [], message, remedy, atKey: true };
}

/** What is wrong with values by path. */
export function* settingFaults(at: Path, set: Readonly<Record<string, unknown>> | undefined, elsewhere: Elsewhere): Generator<Fault> {
  for (const [path, value] of Object.entries(set ?? {})) {
    const found = parameterFault(path, elsewhere) ?? valueFault(scenarioSchema, path, value);
    if (found) yield { ...found, path: [...at, path] };
  }
}

/** The values without those that have a fault. */
export const validSettings = (set: Readonly<Record<string, unknown>> | undefined, elsewhere: Elsewhere): Record<string, unknown> =>
  Object.fromEntries(Object.entries(set ?? {}).filter(([path, value]) => settingFaults([], { [path]: value }, elsewhere).next().done));
