import { batch, computed } from "@preact/signals";
import { type Intervention, parametersAt, type Scheduled, valueAt, withValue } from "../../../scenario/index.ts";
import { keepBefore } from "./before.ts";
import { construct, refusal } from "./build.ts";
import { forgetFrom, keptBefore } from "./kept.ts";
import { finished, queue, replayTo, series, take, week } from "./runControls.ts";
import { anotherPast, built, changed, description, interventions, loaded } from "./scenario.ts";
import { ask, failure } from "./worker.ts";

type Value = Intervention["value"];

/** All interventions of the run: those of the scenario file, then the reader's. */
export const allInterventions = computed<readonly Intervention[]>(() => [...(loaded.value?.interventions ?? []), ...interventions.value]);

/** The parameters that the district was built with. */
const base = computed(() => {
  if (!loaded.value) return undefined;
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
  const ofFile = loaded.value?.values[path];
  const set = path in changed.value ? changed.value[path] : ofFile;
  const pending = finished.value && !same(set, path in built.value ? built.value[path] : ofFile);
  return week.value === 0 || pending || !isLive(path) ? set : valueAt(next.value, path);
}

/** Whether a parameter may change during a run. */
export const isLive = (path: string): boolean => description.value?.parameters.some((one) => one.path === path && one.live) === true;

/** Sets a parameter: before the first week in the scenario; later as an intervention where it may change, else for the next reset. */
export const setParameter = (path: string, value: unknown) =>
  queue.add(async () => {
    const district = loaded.value;
    if (district === undefined || week.value === 0 || finished.value || !isLive(path)) {
      const next = { ...changed.value };
      if (district && same(district.values[path], value)) delete next[path];
      else next[path] = value;
      if (week.value === 0) await construct({ changed: next });
      else changed.value = next;
      return;
    }
    const now = week.value + 1;
    const others = interventions.value.filter((one) => one.week !== now || one.path !== path || one.communities !== undefined);
    const standing = valueIn([...district.interventions, ...others], path, now);
    await put(same(standing, value) ? others : [...others, { week: now, path, value: value as Value }]);
  });

/** Moves an intervention to another week; one that has run is run again. */
export const moveIntervention = (which: Intervention, to: number) =>
  queue.add(() => put(interventions.value.map((one) => (one === which && to !== one.week ? { ...one, week: to } : one))));

/** Takes an intervention back; one that has run is run again without it. */
export const undoIntervention = (which: Intervention) => queue.add(() => put(interventions.value.filter((one) => one !== which)));

export const undoAll = () => queue.add(() => put([]));

/** Takes other interventions in the place of the reader's. If they differ in weeks that have run, these are run again. */
async function put(list: readonly Intervention[]): Promise<void> {
  const before = interventions.value;
  const next = [...list].sort((a, b) => a.week - b.week);
  const touched = [...before.filter((one) => !next.includes(one)), ...next.filter((one) => !before.includes(one))];
  if (touched.length === 0) return;
  const first = Math.min(...touched.map((one) => one.week));
  const now = week.value;
  if (failure.value !== undefined || loaded.value === undefined) {
    interventions.value = next; // for the run that begins anew
    forgetFrom(first);
    return;
  }
  if (first > now) {
    await schedule(next);
    return;
  }
  keepBefore();
  interventions.value = next;
  forgetFrom(first);
  if ((await goBack(first)) || (await construct({}))) replayTo(now);
}

/** Interventions that all lie ahead take the place of others, or are refused. */
async function schedule(next: readonly Intervention[]): Promise<void> {
  const outcome = await ask((lab) => lab.schedule([...(loaded.value?.interventions ?? []), ...next]));
  if (outcome?.ok) interventions.value = next;
  else if (outcome) refusal.value = { file: undefined, problems: outcome.problems };
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
  batch(() => {
    failure.value = undefined;
    series.value = series.value.map((values) => values.slice(0, kept.week));
    take(outcome.frame, 0);
    anotherPast();
  });
  return true;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
