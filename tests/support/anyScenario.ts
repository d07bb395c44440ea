import fc from "fast-check";
import { type Intervention, maySchedule, type ParameterEntry } from "../../src/scenario/index.ts";
import { anyValue, catalog, type Value } from "./anyParameters.ts";

/** A scenario as it would stand in a file. */
export interface ScenarioTree {
  readonly title: string;
  readonly seed: string;
  readonly weeks: number;
  readonly interventions: readonly Intervention[];
  readonly [section: string]: unknown;
}

/** What makes a run large: here it has less than the bounds allow, and often next to nothing. */
const most = {
  "population.residents": 400,
  "population.communities": 4,
  "population.groupsPerCommunity": 30,
  "organizations.count": 60,
} as const;
const MOST_WEEKS = 60;

const few = (path: keyof typeof most): fc.Arbitrary<number> => {
  const { min = 0 } = catalog.find((entry) => entry.path === path) as ParameterEntry;
  const upTo = (max: number) => fc.integer({ min, max: Math.max(min, Math.min(most[path], max)) });
  return fc.oneof({ weight: 3, arbitrary: upTo(most[path]) }, upTo(min + 3));
};
const sizes = fc.record({
  "population.residents": few("population.residents"),
  "population.communities": few("population.communities"),
  "population.groupsPerCommunity": few("population.groupsPerCommunity"),
  "organizations.count": few("organizations.count"),
});

const others = catalog.filter(({ path }) => path !== "weeks" && !(path in most));
const live = others.filter(({ path }) => maySchedule(path));
const switches = live.filter(({ path }) => /^mechanisms\.\w+\.mode$/.test(path));

/** Any values, of which the smallest failing example leaves out as many as it can and changes none. */
const anyValues = (entries: readonly ParameterEntry[]) => fc.noShrink(fc.tuple(...entries.map((entry) => anyValue(entry))));
/** At the end of their ranges, or whatever option does not come by itself. */
const extremes = (entries: readonly ParameterEntry[]): fc.Arbitrary<Value[]> =>
  fc.noShrink(
    fc
      .array(fc.nat(), { minLength: entries.length, maxLength: entries.length })
      .map((drawn) => entries.map((entry, k) => extreme(entry, drawn[k]))),
  );
function extreme({ type, min = 0, max = 1, options = [], default: usual }: ParameterEntry, drawn: number): Value {
  if (type === "boolean") return usual !== true;
  if (type === "choice") {
    const rare = options.filter((option) => option !== usual);
    return rare[drawn % rare.length] ?? (usual as string);
  }
  if (type === "numbers") return (usual as number[]).map((_, k) => ((drawn >> (k % 30)) & 1 ? max : min));
  return drawn & 1 ? max : min;
}

/** Some of a list: a few of it as often as any number. */
const someOf = <T>(list: readonly T[]) => fc.oneof(fc.subarray([...list], { maxLength: 12 }), fc.subarray([...list]));
const places = fc.oneof(
  fc.constant(undefined),
  fc.constant("treated" as const),
  fc.array(fc.nat(most["population.communities"] - 1), { minLength: 1, maxLength: 3 }),
);
const week = fc.integer({ min: 1, max: MOST_WEEKS });
const one = fc
  .constantFrom(...live)
  .chain((entry) => fc.record({ entry: fc.constant(entry), value: fc.noShrink(anyValue(entry)), week, places }));
/** Mechanisms that go on or off together in the middle of a run. */
const turned = fc.record({ which: someOf(switches), values: anyValues(switches), week, places });

/** Any valid scenario of a small district: parameters at their defaults, anywhere within their bounds or at them, some changed on the way. */
export const anyScenario: fc.Arbitrary<ScenarioTree> = fc
  .record({
    chosen: someOf(others),
    values: fc.oneof({ weight: 3, arbitrary: anyValues(others) }, extremes(others)),
    changes: fc.array(one, { maxLength: 8 }),
    turned: fc.option(turned, { nil: undefined }),
    sizes,
    weeks: week,
    seed: fc.noShrink(fc.nat(999_999)),
  })
  .map(({ chosen, values, changes, turned, sizes, weeks, seed }) => {
    const { "population.communities": communities } = sizes;
    const change = (
      { path, ofDistrict }: ParameterEntry,
      value: Value,
      at: number,
      where: typeof places extends fc.Arbitrary<infer T> ? T : never,
    ) => ({
      week: Math.min(at, weeks),
      ...(where === undefined || ofDistrict ? {} : { communities: where === "treated" ? where : where.map((c) => c % communities) }),
      path,
      value,
    });
    const interventions = changes.map((one) => change(one.entry, one.value, one.week, one.places));
    for (const entry of turned?.which ?? [])
      interventions.push(change(entry, turned?.values[switches.indexOf(entry)] as Value, turned?.week as number, turned?.places));
    const set = [...chosen.map((entry): [string, Value] => [entry.path, values[others.indexOf(entry)]]), ...Object.entries(sizes)];
    return { ...treeOf([["title", "Any"], ["seed", String(seed)], ["weeks", weeks], ...set]), interventions } as unknown as ScenarioTree;
  });

function treeOf(values: readonly (readonly [path: string, value: Value])[]): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const [path, value] of values) {
    const keys = path.split(".");
    const last = keys.pop() as string;
    let node = tree;
    for (const key of keys) node = (node[key] ??= {}) as Record<string, unknown>;
    node[last] = value;
  }
  return tree;
}
