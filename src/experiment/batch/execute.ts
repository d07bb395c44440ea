import type { World } from "../../engine/index.ts";
import type { KernelTarget } from "../../kernels/index.ts";
import { CommunitySeries, measures, placeOfMeasure } from "../../observation/index.ts";
import { outcomeValue } from "../outcomes/outcome.ts";
import type { Run } from "../run.ts";
import { isKept, type RunOrder, type RunResult, type SnapshotFile, type Span } from "./request.ts";
import { Trunks } from "./trunks.ts";

/** Runs of one seed that differ in mechanisms alone are built once; those that agree in their first weeks run these once. */
const trunks = new Trunks();

/** Makes the files of a snapshot. */
export type TakeSnapshot = (world: World) => [name: string, make: () => ArrayBuffer][];

/**
 * Computes a run in this thread. What goes wrong inside the run is a result.
 *
 * @param kernels  what runs kernels, where it can be had [wasm]
 */
export function executeRun(order: RunOrder, takeSnapshot: TakeSnapshot, kernels?: KernelTarget): RunResult {
  try {
    return compute(order, takeSnapshot, kernels);
  } catch (error) {
    return { ok: false, cause: (error as Error).message };
  }
}

function compute(order: RunOrder, takeSnapshot: TakeSnapshot, kernels: KernelTarget | undefined): RunResult {
  const run = trunks.begin(order, kernels);
  try {
    return resultOf(run, order, takeSnapshot);
  } finally {
    run.end();
  }
}

function resultOf(run: Run, { scenario, keep }: RunOrder, takeSnapshot: TakeSnapshot): RunResult {
  const columns = keep.measures.map(placeOfMeasure);
  const series: number[] = [];
  const snapshots: SnapshotFile[] = [];
  const communities = keep.outcomes.some(({ community }) => community !== undefined) ? new CommunitySeries(run.world) : undefined;
  for (let week = run.world.week + 1; week <= scenario.weeks; week++) {
    run.step();
    communities?.observe(run.world);
    if (isKept(week, scenario.weeks, keep.every)) {
      const row = run.recorder.row();
      for (const column of columns) series.push(row[column]);
    }
    if (keep.snapshots.includes(week))
      for (const [name, make] of takeSnapshot(run.world)) snapshots.push({ week, name, bytes: new Uint8Array(make()) });
  }
  return {
    ok: true,
    digest: { state: run.stateDigest(), measures: run.measuresDigest() },
    outcomes: Float64Array.from(keep.outcomes, (outcome) => {
      const { community } = outcome;
      return outcomeValue(outcome, (id) =>
        communities === undefined || community === undefined ? run.recorder.series(id) : communities.series(id, community),
      );
    }),
    series: Float64Array.from(series),
    means: meansOver(keep.spans, run),
    snapshots,
  };
}

function meansOver(spans: readonly Span[], { recorder }: Run): Float64Array {
  const width = measures.length;
  const sums = new Float64Array(spans.length * width);
  const counts = new Uint32Array(sums.length);
  for (const [s, [from, to]] of spans.entries()) {
    for (let week = from; week <= to; week++) {
      const row = recorder.row(week);
      for (let k = 0; k < width; k++) {
        if (Number.isNaN(row[k])) continue;
        sums[s * width + k] += row[k];
        counts[s * width + k]++;
      }
    }
  }
  return sums.map((sum, k) => (counts[k] > 0 ? sum / counts[k] : Number.NaN));
}
