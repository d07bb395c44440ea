import { interventions, load, week } from "./drive.ts";
import { changed, loaded } from "./scenario.ts";
import { ask, failure } from "./worker.ts";

/** Sets a parameter: at once where it may change during a run, at the next reset otherwise. */
export async function setParameter(path: string, value: unknown, live: boolean): Promise<void> {
  const result = loaded.value;
  const next = { ...changed.value };
  if (result?.ok && week.value === 0 && JSON.stringify(result.values[path]) === JSON.stringify(value)) delete next[path];
  else next[path] = value;
  changed.value = next;
  if (!result?.ok) return;
  if (week.value === 0) {
    await load();
    return;
  }
  if (!live) return;
  const outcome = await ask((lab) => lab.intervene(path, value as number));
  if (outcome?.ok) interventions.value = [...interventions.value, { week: outcome.week, path, value }];
  else if (outcome) failure.value = outcome.message;
}
