import { mechanisms, scenarioSchema } from "../mechanisms/index.ts";
import { type MeasureId, placeOfMeasure } from "../observation/index.ts";
import { type BaseScenario, parameterCatalog, valueAt, withValue } from "../scenario/index.ts";
import { lastYear } from "./batch/request.ts";
import type { DrawSets } from "./calibration/drawSets.ts";
import { meansOrder, type RunMeans } from "./means.ts";
import { neutralityOutcomes } from "./neutrality.ts";
import { drawPriors } from "./priors.ts";
import { type VarianceShares, varianceShares } from "./sensitivity/varianceShares.ts";

/** A structure of the model: the rules that it goes by and what of it is there, as values by path; none is the model as it is. */
export interface Structure {
  name: string;
  set: Readonly<Record<string, unknown>>;
}

/**
 * The rungs of the ladder below the model as it is, each as what it leaves out or changes of the district in which the ladder
 * stands: mechanisms that are off, groups, colleagues and volunteers that are not there.
 *
 * @param rungs     scenarios by name
 * @param district  the one that the ladder ends in
 * @param base      in which they are to be
 */
export function rungStructures(rungs: Readonly<Record<string, BaseScenario>>, district: BaseScenario, base: BaseScenario): Structure[] {
  const paths = ["partyBuilding", ...parameterCatalog(scenarioSchema).map(({ path }) => path)].filter((path) => !APART.has(path));
  return Object.entries(rungs).flatMap(([name, rung]): Structure[] => {
    const set = Object.fromEntries(
      paths
        .filter((path) => !same(valueAt(rung, path), valueAt(district, path)) && !same(valueAt(rung, path), valueAt(base, path)))
        .map((path) => [path, valueAt(rung, path)]),
    );
    return Object.keys(set).length === 0 ? [] : [{ name, set }];
  });
}

/** What a rung may have in another length, without being another structure. */
const APART: ReadonlySet<string> = new Set(["seed", "weeks", "burnInWeeks"]);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The model as it is, and each rival rule that a mechanism's sheet names in the place of its own. A rival that is a number with
 * a prior is a parameter, and drawn as one.
 */
export function rivalStructures(base: BaseScenario): Structure[] {
  const catalog = new Map(parameterCatalog(scenarioSchema).map((entry) => [entry.path, entry]));
  const rivals = mechanisms
    .flatMap(({ rivals = [] }) => rivals)
    .flatMap((rival): Structure[] => {
      const [path, text] = rival.replace(/ \(.*\)$/, "").split("=");
      const entry = catalog.get(path);
      if (text === undefined || entry === undefined || entry.prior !== undefined) return [];
      const value = entry.type === "boolean" ? text === "true" : text;
      return value === valueAt(base, path) ? [] : [{ name: `${path.replace(/^mechanisms\./, "")}=${text}`, set: { [path]: value } }];
    });
  return [{ name: "as it is", set: {} }, ...rivals];
}

export interface SpreadRow extends VarianceShares {
  outcome: MeasureId;
  /** Structures in which there is something to measure; the others are left out. */
  structures: number;
}

/**
 * How much of the spread of each main outcome is of the seed, of the parameters and of the structure: sets of parameters drawn
 * from the priors, or by `drawSets`, run under each structure with seeds of their own.
 *
 * @param weeks  of each run; the last year counts
 */
export async function decompose(
  base: BaseScenario,
  structures: readonly Structure[],
  { sets, replicates, seed, weeks }: { sets: number; replicates: number; seed: string; weeks: number },
  runMeans: RunMeans,
  drawSets: DrawSets = drawPriors,
): Promise<SpreadRow[]> {
  const spans = [lastYear(weeks)];
  const fixed = new Set(structures.flatMap(({ set }) => Object.keys(set)));
  const drawn = drawSets(base, sets, seed, fixed);
  const orders = drawn.flatMap((scenario, p) =>
    structures.flatMap(({ set }, s) => {
      const under = Object.entries(set).reduce<BaseScenario>((of, [path, value]) => withValue(of, path, value), scenario);
      return Array.from({ length: replicates }, (_, r) => meansOrder({ ...under, seed: `${seed}/${p}/${s}/${r}` }, spans));
    }),
  );
  const results = await runMeans(orders);
  const at = (p: number, s: number, r: number) => results[(p * structures.length + s) * replicates + r][0];
  const indices = (count: number) => Array.from({ length: count }, (_, k) => k);
  return neutralityOutcomes.map((outcome) => {
    const k = placeOfMeasure(outcome);
    const valuesOf = (p: number, s: number) => indices(replicates).map((r) => at(p, s, r)[k]);
    const measured = indices(structures.length).filter((s) => indices(sets).some((p) => valuesOf(p, s).some(Number.isFinite)));
    const values = indices(sets).map((p) => measured.map((s) => valuesOf(p, s)));
    return { outcome, structures: measured.length, ...varianceShares(values) };
  });
}
