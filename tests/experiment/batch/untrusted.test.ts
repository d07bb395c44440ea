import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../../src/cli/queue/work.ts";
import {
  decodeResult,
  encodeResult,
  executeRun,
  keyOf,
  meansOrder,
  type RunRequest,
  type RunResult,
  readRequest,
  resultFault,
} from "../../../src/experiment/index.ts";
import { expanded, tinyPlan } from "../../support/plans.ts";

const of = await expanded(tinyPlan("keep: { measures: [participation_rate, motivation_mean], every: 2, snapshots: [3] }"));
const { request } = of.run(0, 0, "base");
const files = ["ties.parquet", "residents.parquet"];
const result = executeRun(request, () => files.map((name) => [name, () => new ArrayBuffer(5)])) as RunResult & { ok: true };
const sent = (): RunRequest => JSON.parse(JSON.stringify(request));

/** All paths to values inside a value. */
const pathsIn = (value: unknown): string[][] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsIn(inner).map((path) => [key, ...path])])
    : [];

describe("a run that comes from where others may write", () => {
  const read = ({ key, ...data }: RunRequest) => readRequest(key, data, "test");

  it("is read as it was asked for", () => {
    expect(read(sent())).toEqual({ ok: true, request });
  });

  it("is read with the mechanisms and the spans of a run of which only means are wanted", () => {
    const order = meansOrder(
      request.scenario,
      [
        [1, 2],
        [2, 4],
      ],
      ["awareness"],
    );
    const wanted: RunRequest = { key: keyOf("test", order), ...order };
    const sentMeans = (change: (run: any) => void = () => {}) => {
      const run = JSON.parse(JSON.stringify(wanted));
      change(run);
      const reading = read(run);
      return reading.ok ? reading.request : reading.message;
    };
    expect(sentMeans()).toEqual(wanted);
    expect(sentMeans((run) => (run.only = ["happiness"]))).toMatch(/^only\.0: /);
    expect(sentMeans((run) => (run.only = ["people"]))).toBe("its key is that of another run.");
    expect(sentMeans((run) => (run.keep.spans = [[1, 5]]))).toBe("keep: names week 5, but the run has 4.");
    expect(sentMeans((run) => (run.keep.spans = [[1, 3]]))).toBe("its key is that of another run.");
  });

  it("is refused with its place if it is no run", () => {
    const changed = (change: (run: any) => void) => {
      const run = sent();
      change(run);
      const reading = read(run);
      return reading.ok ? undefined : reading.message;
    };
    expect(changed((run) => (run.scenario.population.residents = 2e9))).toMatch(/^scenario\.population\.residents: .*2000000/);
    expect(changed((run) => (run.keep.measures = ["happiness"]))).toBe("keep.measures.0: is not a measure.");
    expect(changed((run) => (run.keep.outcomes[0].span = [1, 7]))).toBe("keep: names week 7, but the run has 6.");
    expect(changed((run) => (run.scenario.interventions = [{ week: 2, path: "weeks", value: 9 }]))).toMatch(
      /^scenario\.interventions\.0\.path/,
    );
    const later = sent();
    (later.scenario.interventions as unknown[]).push({ week: 2, path: "weeks", value: 9 });
    const refused = read(later);
    expect(!refused.ok && refusalOf(refused)).toMatch(/^scenario\.interventions\.0\.path names weeks, which .*\.$/);
    expect(changed((run) => (run.also = 1))).toMatch(/^all of it: .*also/);
    expect(changed((run) => (run.scenario.seed = "other"))).toBe("its key is that of another run.");
  });

  it("is refused whatever is put in the place of any part of it", () => {
    const paths = pathsIn({ scenario: request.scenario, keep: request.keep });
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const { key, ...data } = sent();
        const at = path.slice(0, -1).reduce((tree: any, step) => tree[step], data);
        const last = path.at(-1) as string;
        fc.pre(JSON.stringify(at[last]) !== JSON.stringify(value));
        at[last] = value;
        expect(readRequest(key, data, "test").ok).toBe(false);
      }),
    );
    fc.assert(fc.property(fc.string(), fc.jsonValue(), (key, data) => !readRequest(key, data, "test").ok));
  });
});

describe("a result that comes from where others may write", () => {
  it("fits its run as it was computed", () => {
    expect(resultFault(request, decodeResult(encodeResult(result)), files)).toBeUndefined();
    expect(resultFault(request, { ok: false, cause: "no bridge" }, files)).toBeUndefined();
  });

  it("is refused if it has other counts or files than the run", () => {
    const fault = (change: Partial<RunResult & { ok: true }>) => resultFault(request, { ...result, ...change }, files);
    const [first, second] = result.snapshots;
    expect(fault({ outcomes: new Float64Array(2) })).toBe("it has 2 outcomes; the run has 1.");
    expect(fault({ series: new Float64Array(12) })).toBe("it has 12 values of measures; the run has 6.");
    expect(fault({ means: new Float64Array(1) })).toBe("it has 1 means of measures; the run has 0.");
    expect(fault({ snapshots: [first] })).toBe("it has 1 files of snapshots; the run has 2.");
    expect(fault({ snapshots: [first, first] })).toBe("it has a file of week 3, ties.parquet, that is not of the run.");
    expect(fault({ snapshots: [first, { ...second, week: 4 }] })).toBe(
      "it has a file of week 4, residents.parquet, that is not of the run.",
    );
  });

  it("cannot name a file that is not one beside the others", () => {
    for (const name of ["../x.parquet", "/etc/x.parquet", "a/b.parquet", "..", "", "CON.parquet", "x.parquet\0", "x.exe", "-.parquet"]) {
      const bytes = encodeResult({ ...result, snapshots: [{ week: 3, name, bytes: new Uint8Array(1) }] });
      expect(() => decodeResult(bytes), name).toThrow(/^result: has a wrong head: snapshots\.0\.name/);
    }
  });

  it("is a result or an error that says what it is not, whatever its bytes are", () => {
    const bytes = encodeResult(result);
    const damaged = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(bytes.length - 1).map((length) => bytes.slice(0, length)),
      fc
        .tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }))
        .map(([at, flip]) => bytes.map((byte, k) => (k === at ? byte ^ flip : byte))),
    );
    fc.assert(
      fc.property(damaged, (some) => {
        try {
          const read = decodeResult(some);
          expect(encodeResult(read).length).toBe(some.length);
        } catch (error) {
          expect((error as Error).message).toMatch(/^result: has /);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
