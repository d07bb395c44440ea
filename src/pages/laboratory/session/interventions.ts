import { computed } from "@preact/signals";
import { type Intervention, parametersAt, type Scheduled, valueAt, withValue } from "../../../scenario/index.ts";
import { between, finished, load, replay, series, take, week } from "./drive.ts";
import { forgetFrom, keptBefore } from "./kept.ts";
import { built, changed, description, interventions, loaded } from "./scenario.ts";
import { ask, failure } from "./worker.ts";

type Value = Intervention["value"];

/** All interventions of the run: those of the scenario file, then the reader's. */
export const allInterventions = computed<readonly Intervention[]>(() => [
  ...(loaded.value?.ok ? loaded.value.interventions : []),
  ...interventions.value,
]);

/** The parameters that the district was built with. */
const base = computed(() => {
  if (!loaded.value?.ok) return undefined;
  const values = Object.entries({ ...loaded.value.values, ...built.value });
  return values.reduce((tree, [path, value]) => withValue(tree, path, value), {} as Omit<Scheduled, "interventions">);
});

/** The value of a parameter in the district in a week, under some interventions. */
function valueIn(list: readonly Intervention[], path: string, at: number): unknown {
  return base.value && valueAt(parametersAt({ ...base.value, interventions: [...list] }, at), path);
}

/** The parameters of the district that the next week runs with. */
const next = computed(() => base.value && parametersAt({ ...base.value, interventions: [...allInterventions.value] }, week.value + 1));

/** The value of a parameter that the district's next week will run with; before the first and after the last, that of the next run. */
export function inForce(path: string): unknown {
  const ofFile = loaded.value?.ok ? loaded.value.values[path] : undefined;
  const set = path in changed.value ? changed.value[path] : ofFile;
  const pending = finished.value && !same(set, path in built.value ? built.value[path] : ofFile);
  return week.value === 0 || pending || !isLive(path) ? set : valueAt(next.value, path);
}

/** Whether a parameter may change during a run. */
export const isLive = (path: string): boolean => description.value?.parameters.some((one) => one.path === path && one.live) === true;

/** Sets a parameter: before the first week in the scenario; later as an intervention where it may change, else for the next reset. */
export async function setParameter(path: string, value: unknown): Promise<void> {
  const result = loaded.value;
  if (!result?.ok || week.value === 0 || finished.value || !isLive(path)) {
    const next = { ...changed.value };
    if (result?.ok && same(result.values[path], value)) delete next[path];
    else next[path] = value;
    changed.value = next;
    if (week.value === 0) await load();
    return;
  }
  await between(async () => {
    const now = week.value + 1;
    const others = interventions.value.filter((one) => one.week !== now || one.path !== path || one.communities !== undefined);
    const standing = valueIn([...result.interventions, ...others], path, now);
    await put(same(standing, value) ? others : [...others, { week: now, path, value: value as Value }]);
  });
}

/** Moves an intervention to another week; one that has run is run again. */
export async function moveIntervention(which: Intervention, to: number): Promise<void> {
  if (to === which.week) return;
  await between(() => put(interventions.value.map((one) => (one === which ? { ...one, week: to } : one))));
}

/** Takes an intervention back; one that has run is run again without it. */
export async function undoIntervention(which: Intervention): Promise<void> {
  await between(() => put(interventions.value.filter((one) => one !== which)));
}

export async function undoAll(): Promise<void> {
  await between(() => put([]));
}

/** Takes other interventions in the place of the reader's. If they differ in weeks that have run, these are run again. */
async function put(list: readonly Intervention[]): Promise<void> {
  const before = interventions.value;
  const next = [...list].sort((a, b) => a.week - b.week);
  const touched = [...before.filter((one) => !next.includes(one)), ...next.filter((one) => !before.includes(one))];
  const first = Math.min(...touched.map((one) => one.week));
  interventions.value = next;
  if (touched.length === 0 || !loaded.value?.ok) return;
  forgetFrom(first);
  const now = week.value;
  if (first > now) {
    const outcome = await ask((lab) => lab.schedule(allInterventions.value));
    if (outcome && !outcome.ok)
      failure.value = outcome.problems.map(({ path, message, remedy }) => `${path} ${message} ${remedy}`).join("\n");
    return;
  }
  if (await goBack(first)) await replay(now);
  else await load(now);
}

/** Puts the newest kept checkpoint before a week in the place of the world; false if there is none. */
export async function goBack(before: number): Promise<boolean> {
  const kept = keptBefore(before);
  if (!kept) return false;
  const outcome = await ask(async (lab) => {
    const reopened = await lab.restore(kept.bytes);
    if (reopened.ok) await lab.schedule(allInterventions.value);
    return reopened;
  });
  if (!outcome?.ok) return false;
  series.value = series.value.map((values) => values.slice(0, kept.week));
  take(outcome.frame, 0);
  return true;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
