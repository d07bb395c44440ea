import { measureFault, ruleFaults, settingFaults } from "../../experiment/index.ts";
import { scenarioSchema } from "../../mechanisms/index.ts";
import { type MeasureChart, measureCharts } from "../../observation/index.ts";
import {
  type Fault,
  interventionFaults,
  legible,
  type Partially,
  type Path,
  type Problem,
  pathFault,
  type Resolve,
  readForm,
  type Source,
  said,
} from "../../scenario/index.ts";
import { type Highlight, type Lesson, lessonSchema, type Prediction, type Scene } from "./schema.ts";

export type LessonReading = { ok: true; lesson: Lesson } | { ok: false; problems: Problem[] };

/** What a lesson sets by keys of its own. */
const elsewhere = {
  weeks: [said("lessonHasWeeks"), said("writeWeeksKey")],
  seed: [said("lessonHasSeed"), said("writeSeedKey")],
} as const;

/**
 * Reads a lesson; everything that is wrong with it is said at once.
 *
 * @param resolve  finds the scenarios that it names
 */
export async function readLesson(source: Source, resolve: Resolve): Promise<LessonReading> {
  const form = readForm(source, lessonSchema, said("notInLesson"));
  if (!form.ok) return form;
  const { whole, draft = {} } = form;
  const problems = form.problems([...lessonFaults(draft), ...(await missingScenarios(draft, source, resolve))]);
  return whole && problems.length === 0 ? { ok: true, lesson: whole } : { ok: false, problems };
}

/** Scenarios that are named and are not there. */
async function missingScenarios({ scenario, scenes }: Partially<Lesson>, source: Source, resolve: Resolve): Promise<Fault[]> {
  const named: [Path, string | undefined][] = [
    [["scenario"], scenario],
    ...(scenes ?? []).map((scene, k): [Path, string | undefined] => [["scenes", k, "scenario"], scene?.scenario]),
  ];
  const faults: Fault[] = [];
  for (const [path, name] of named) {
    if (name === undefined) continue;
    const found = await resolve(name, source.path);
    if (found && !("message" in found)) continue;
    const which = found ? found.message : said("cannotBeRead");
    faults.push({
      path,
      message: said("names", { file: legible(name), which }),
      remedy: found ? found.remedy : said("nameFileOrShipped"),
    });
  }
  return faults;
}

/** What is wrong with a lesson beyond the form of it. */
function* lessonFaults({ set, weeks, scenes }: Partially<Lesson>): Generator<Fault> {
  yield* settingFaults(["set"], set, elsewhere);
  for (const [k, scene] of (scenes ?? []).entries()) if (scene) yield* sceneFaults(["scenes", k], scene, scene.weeks ?? weeks);
}

function* sceneFaults(at: Path, scene: Partially<Scene>, weeks: number | undefined): Generator<Fault> {
  yield* settingFaults([...at, "set"], scene.set, elsewhere);
  yield* changeFaults([...at, "interventions"], scene.interventions, weeks);
  for (const [k, path] of (scene.controls ?? []).entries()) {
    const unknown = path === undefined ? undefined : pathFault(scenarioSchema, path);
    if (unknown)
      yield {
        ...unknown,
        path: [...at, "controls", k],
        message: said("namesNoParameter", { path: legible(path as string) }),
        atKey: false,
      };
  }
  if (scene.highlight) yield* highlightFaults([...at, "highlight"], scene.highlight, scene.picture, weeks);
  if (scene.predict) yield* predictionFaults([...at, "predict"], scene.predict, weeks);
}

/** What a picture can have highlighted of it: curves and weeks, a circle, or a community. */
function* highlightFaults(
  at: Path,
  { measures, weeks, circle, community }: Partially<Highlight>,
  picture: Scene["picture"],
  last: number | undefined,
): Generator<Fault> {
  const curves: readonly string[] = picture?.startsWith(SERIES) ? measureCharts[picture.slice(SERIES.length) as MeasureChart] : [];
  const offered = curves.length > 0 ? ["measures", "weeks"] : picture === "layers" ? ["circle"] : picture === "map" ? ["community"] : [];
  for (const [key, value] of Object.entries({ measures, weeks, circle, community }))
    if (value !== undefined && !offered.includes(key))
      yield {
        path: [...at, key],
        message: said("notInPicture", { what: key, picture: picture ?? "-" }),
        remedy: offered.length > 0 ? said("writeOneOf", { options: offered.join(", "), byDefault: "" }) : said("nameAnotherPicture"),
        atKey: true,
      };
  if (curves.length === 0) return;
  for (const [k, measure] of (measures ?? []).entries())
    if (measure !== undefined && !curves.includes(measure))
      yield {
        path: [...at, "measures", k],
        message: said("notInPicture", { what: legible(measure), picture: picture ?? "-" }),
        remedy: said("writeOneOf", { options: curves.join(", "), byDefault: "" }),
      };
  const [, to] = weeks ?? [];
  if (to !== undefined && last !== undefined && to > last)
    yield {
      path: [...at, "weeks"],
      message: said("weeksBeyondRun", { to, weeks: last }),
      remedy: said("nameEarlierWeek", { weeks: last + 1 }),
    };
}
const SERIES = "series-";

function* changeFaults(at: Path, list: Partially<Scene["interventions"]> | undefined, weeks: number | undefined): Generator<Fault> {
  for (const [k, one] of (list ?? []).entries())
    for (const fault of one ? interventionFaults(scenarioSchema, { weeks }, one) : []) yield { ...fault, path: [...at, k, ...fault.path] };
}

function* predictionFaults(at: Path, predict: Partially<Prediction>, weeks: number | undefined): Generator<Fault> {
  const { kind, measure, span, known = 0, arms, options } = predict;
  if (measure !== undefined) {
    const unknown = measureFault(measure);
    if (unknown) yield { ...unknown, path: [...at, "measure"] };
    else yield* ruleFaults(at, { measure, span }, weeks);
  }
  if (weeks !== undefined && known >= weeks)
    yield { path: [...at, "known"], message: said("knowsAll", { known, weeks }), remedy: said("nameEarlierWeek", { weeks }) };
  for (const [name, arm] of Object.entries(arms ?? {})) {
    yield* settingFaults([...at, "arms", name, "set"], arm?.set, elsewhere);
    yield* changeFaults([...at, "arms", name, "interventions"], arm?.interventions, weeks);
  }
  const count = arms === undefined ? 0 : Object.keys(arms).length;
  if (kind === "order" && (count < 2 || count > 5))
    yield { path: [...at, "kind"], message: said("ordersArms", { count }), remedy: said("writeArms") };
  if (kind !== "order" && kind !== undefined && (count > 2 || (arms !== undefined && count === 0)))
    yield { path: [...at, "arms"], message: said("predictsOfArms", { count }), remedy: said("writeTwoArms") };
  if (kind === "choose" && options === undefined)
    yield { path: [...at, "kind"], message: said("choosesOfNothing"), remedy: said("writeOptions") };
  for (const [k, option] of (options ?? []).entries())
    if (option?.from !== undefined && option.to !== undefined && option.from >= option.to)
      yield {
        path: [...at, "options", k, "to"],
        message: said("endsBeforeItBegins", { from: option.from, to: option.to }),
        remedy: said("writeRisingRange"),
      };
}
