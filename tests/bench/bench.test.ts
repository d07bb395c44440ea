import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { SideResult, SizeResult } from "../../bench/sideBySide.ts";

const root = join(import.meta.dirname, "../..");
const bench = (...args: string[]) => spawnSync(process.execPath, ["dist/bench/bench.js", ...args], { cwd: root, encoding: "utf8" });
const isRepository = spawnSync("git", ["rev-parse", "HEAD"], { cwd: root }).status === 0;
const hasCompiler = spawnSync("cc", ["--version"]).status === 0;

beforeAll(() => {
  execFileSync("npx", ["vite", "build", "--config", "bench/vite.config.ts"], { cwd: root });
});

describe("the bench on a tiny town", () => {
  let sides: Map<string, SideResult>;
  let town: SizeResult;
  beforeAll(() => {
    const { stdout } = bench("--quick", "--json");
    [town] = JSON.parse(stdout).sizes;
    sides = new Map(town.sides.map((side) => [side.side, side]));
  });

  it("runs every side that the machine can run", () => {
    expect([...sides.keys()]).toEqual([...(hasCompiler ? ["c"] : []), "ours-1", "ours-2", "wasm-1", "wasm-2", "agentscript", "flocc"]);
  });

  it("gives the same bits on two threads, compiled from AssemblyScript and in C as on one thread", () => {
    const { digest } = sides.get("ours-1")!;
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    for (const name of ["ours-2", "wasm-1", "wasm-2"]) expect(sides.get(name)!.digest, name).toBe(digest);
    if (hasCompiler) expect(sides.get("c")!.digest).toBe(digest);
  });

  it("gives peers the same model: activity and the spread of trust agree, the bits do not", () => {
    const ours = sides.get("ours-1")!;
    for (const name of ["agentscript", "flocc"]) {
      const peer = sides.get(name)!;
      expect(peer.digest).not.toBe(ours.digest);
      expect(Math.abs(peer.activeShare - ours.activeShare)).toBeLessThan(town.tolerance.activeShare);
      expect(Math.abs(peer.trustSd - ours.trustSd)).toBeLessThan(town.tolerance.trustSd);
      expect(peer.agrees).toBe(true);
    }
  });

  it("reports the median and the ends of at least five ratios for each side", () => {
    expect(town.runs).toBeGreaterThanOrEqual(5);
    for (const { ratio, processorRatio, week } of sides.values()) {
      for (const { least, median, most } of [ratio, processorRatio, week]) {
        expect(least).toBeGreaterThan(0);
        expect(median).toBeGreaterThanOrEqual(least);
        expect(most).toBeGreaterThanOrEqual(median);
      }
    }
    expect(sides.get("ours-1")!.ratio).toEqual({ least: 1, median: 1, most: 1 });
  });
});

it("times the full model by residents and fits the exponent", () => {
  const { linearity } = JSON.parse(bench("--quick", "--linear", "--json").stdout);
  const [small, , large] = linearity.points;
  expect(linearity.points.map((point: { residents: number }) => point.residents)).toEqual([1000, 2000, 4000]);
  expect(small.week).toBeGreaterThan(0);
  expect(large.build).toBeGreaterThan(0);
  expect(Number.isFinite(linearity.weekExponent)).toBe(true);
});

it.skipIf(!isRepository)("times the command line against that of a commit, to the same bits", () => {
  const { against } = JSON.parse(bench("--quick", "--against", "HEAD", "--json").stdout);
  const [{ clock, processor, memory, before, now, isSame }] = against.tasks;
  for (const { least, median } of [clock, processor, memory, before, now]) {
    expect(least).toBeGreaterThan(0);
    expect(median).toBeGreaterThanOrEqual(least);
  }
  expect(typeof isSame).toBe("boolean"); // what is not committed may change results
  expect(against.commit).toMatch(/^[0-9a-f]{7,}$/);
  expect(bench("--against", "no-such-commit").stderr).toContain("--against no-such-commit is no commit here");
});

it("sets what a week takes beside what its memory alone would take", () => {
  const { roofline } = JSON.parse(bench("--quick", "--roofline", "--json").stdout);
  expect(roofline.machine.bandwidth).toBeGreaterThan(1e8);
  expect(roofline.machine.far).toBeGreaterThan(0);
  const part = (name: string) => roofline.parts.find(({ id }: { id: string }) => id === name);
  // Norms move everybody once a month: a single for each resident, read and written.
  const everybody = (2 * 4 * roofline.residents) / 4 / 1e6;
  expect(part("normDiffusion").moved).toBeGreaterThan(0.9 * everybody);
  expect(part("normDiffusion").moved).toBeLessThan(1.1 * everybody);
  // It declares the accounts of all residents, but settles matters of a few.
  expect(part("neighbourhoodSettlement").moved).toBeLessThan(0.25 * part("neighbourhoodSettlement").declared);
  for (const { declared, moved } of roofline.parts) expect(moved).toBeLessThanOrEqual(1.1 * declared + 0.001); // whole lines
  expect(part("normDiffusion").took).toBeGreaterThan(0);
  expect(roofline.all.least).toBeGreaterThan(part("normDiffusion").least);
});

it("refuses sizes and sides that it does not know, and fewer than five runs", () => {
  expect(bench("--residents", "10,650000").stderr).toContain("10 residents: write even numbers from 100 to 2000000");
  expect(bench("--sides", "c,mesa").stderr).toContain("mesa is no side: choose of c, ours-1, ours-2, wasm-1, wasm-2, agentscript, flocc");
  expect(bench("--runs", "3").stderr).toContain("write a whole number from 5");
});
