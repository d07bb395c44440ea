import { describe, expect, it } from "vitest";
import { tiesFromPairs } from "../../../src/circles/index.ts";
import type { World } from "../../../src/engine/index.ts";
import { handWritten } from "../../support/handWritten.ts";

/** Ties every resident to the next, but for those left out; every third tie is a core tie. */
function ring({ residents, ties, memory }: World, holds: (i: number) => boolean = () => true): void {
  const n = residents.rows;
  const from = Uint32Array.from({ length: n }, (_, i) => i).filter(holds);
  Object.assign(
    ties,
    tiesFromPairs(
      n,
      from,
      from.map((i) => (i + 1) % n),
      from.length,
      memory,
    ),
  );
  for (let i = 0; i < n; i++)
    for (let h = ties.offsets[i]; h < ties.offsets[i] + ties.degree[i]; h++) {
      const j = ties.neighbors[h];
      ties.core[h] = (j === (i + 1) % n ? i : j) % 3 === 0 ? 1 : 0;
    }
}

it("acquaintances: in a ring all have two, none of whom know each other, n² / 4 (n - 1) steps apart", async () => {
  const { world, measured } = await handWritten(ring);
  const n = world.residents.rows;
  world.residents.columns.age.fill(40);
  const value = measured(1);
  expect(value("acquaintance_degree_mean")).toBe(2);
  expect(value("acquaintance_degree_var_ratio")).toBe(0);
  expect(value("acquaintance_clustering")).toBe(0);
  expect(value("acquaintance_mean_path")).toBeCloseTo((n * n) / 4 / (n - 1), 10);
  expect(value("acquaintance_isolated_share")).toBeCloseTo(1 / 3, 14); // ties 0, 3, 6 ... are core: every third has none
  expect(value("acquaintance_retention_since_start")).toBe(1);
  expect(value("acquaintance_core_retention_since_start")).toBe(1);
});

it("what was kept since the start: half of the ties, half of the core ties, no group, no branch, every workplace", async () => {
  const { world, measured } = await handWritten(ring);
  ring(world, (i) => i % 2 === 0);
  const { homeBranch, workBranch } = world.residents.columns;
  const members = [homeBranch, workBranch].flatMap((column) => [...column].filter((branch) => branch >= 0));
  expect(members.length).toBeGreaterThan(0);
  homeBranch.fill(-1);
  workBranch.fill(-1);
  world.residents.columns.groups.fill(-1);
  const value = measured(52);
  expect(value("acquaintance_retention_since_start")).toBe(0.5);
  expect(value("acquaintance_core_retention_since_start")).toBe(0.5);
  expect(value("interest_retention_since_start")).toBe(0);
  expect(value("interest_isolated_share")).toBe(1);
  expect(value("overlap_jaccard_acquaintance_interest")).toBe(0);
  expect(value("party_retention_since_start")).toBe(0);
  expect(value("industry_retention_since_start")).toBe(1);
});

describe("circles that are affiliations: four share a group, three of them a workplace, two of these a branch", async () => {
  const { world, measured } = await handWritten(ring);
  const r = world.residents.columns;
  const n = world.residents.rows;
  r.age.fill(40);
  for (const column of [r.groups, r.workplace, r.homeBranch, r.workBranch]) column.fill(-1);
  for (const i of [0, 1, 2, 3]) r.groups[i * 3] = 0;
  for (const i of [0, 1, 2]) r.workplace[i] = 0;
  for (const i of [0, 1]) r.workBranch[i] = 0;
  const value = measured(1);

  it.each([
    ["interest", 4],
    ["industry", 3],
    ["party", 2],
  ] as const)("%s: each has %i less one fellows, who all share the place", (circle, members) => {
    expect(value(`${circle}_degree_mean`)).toBe(members - 1);
    expect(value(`${circle}_degree_var_ratio`)).toBe(0);
    if (members > 2) expect(value(`${circle}_clustering`)).toBe(1);
    expect(value(`${circle}_mean_path`)).toBe(1);
    expect(value(`${circle}_isolated_share`)).toBeCloseTo(1 - members / n, 14);
  });

  it("pairs in both circles over pairs in either", () => {
    // Pairs: 6 in the group, 3 at work, 1 in the branch, n in the ring.
    expect(value("overlap_jaccard_interest_industry")).toBe(3 / 6);
    expect(value("overlap_jaccard_party_interest")).toBe(1 / 6);
    expect(value("overlap_jaccard_party_industry")).toBe(1 / 3);
    expect(value("overlap_jaccard_acquaintance_interest")).toBe(3 / (n + 3));
    expect(value("overlap_jaccard_acquaintance_industry")).toBe(2 / (n + 1));
    expect(value("overlap_jaccard_party_acquaintance")).toBe(1 / n);
  });
});

it("an affiliation in which pairs are strangers but for the place has its clustering below one", async () => {
  const { world, measured } = await handWritten();
  const r = world.residents.columns;
  r.groups.fill(-1);
  // Three groups of two make a path 0 - 1 - 2 - 3: those in the middle have two fellows, who share nothing.
  for (const [i, ...groups] of [
    [0, 0],
    [1, 0, 1],
    [2, 1, 2],
    [3, 2],
  ])
    r.groups.set(groups, i * 3);
  const value = measured(1);
  expect(value("interest_degree_mean")).toBe(1.5);
  expect(value("interest_clustering")).toBe(0);
});

it("the organization network: in a star the hub lies between all others, and there is one module", async () => {
  const { world, measured } = await handWritten();
  const t = world.exchangeTies.columns;
  t.kindA.fill(5);
  t.kindB.fill(5);
  t.a.fill(0);
  t.b.forEach((_, e) => {
    t.b[e] = 1 + (e % 7);
  });
  const value = measured(1);
  expect(value("hub_share")).toBeCloseTo(0.08, 12); // 1% of eight nodes: eight hundredths of the hub, which holds all
  expect(value("modularity")).toBeCloseTo(0, 14);
});
