import { expect, it } from "vitest";
import { paperIndex, paperRows, withoutMechanism } from "../../src/experiment/index.ts";
import { mechanisms, scenarioSchema } from "../../src/mechanisms/index.ts";
import { measures } from "../../src/observation/index.ts";
import { parameterCatalog } from "../../src/scenario/index.ts";

const entries = paperIndex();
const catalog = parameterCatalog(scenarioSchema);

it("holds every row of the paper once, in both languages", () => {
  const ids = paperRows.map(({ row }) => row);
  expect(ids.length).toBeGreaterThan(125);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { en, zh } of paperRows) {
    expect(en).toMatch(/^[A-Z“]/);
    expect(zh).toMatch(/[\u4e00-\u9fff0-9]/);
  }
});

it("has a home for every row", () => {
  expect(entries.filter(({ home }) => home.length === 0).map(({ row }) => row)).toEqual([]);
});

it("has a mechanism or a parameter with a switch for every process and policy", () => {
  const idle = entries.filter(({ kind, home }) => {
    const acts = home.some((id) => mechanisms.some((m) => m.id === id) || catalog.some(({ path }) => path === id));
    return (kind === "process" || kind === "policy" || kind === "clock" || kind === "agent") && !acts;
  });
  expect(idle.map(({ row }) => row)).toEqual([]);
});

it("names only homes that exist", () => {
  const known = new Set([...mechanisms.map(({ id }) => id), ...catalog.map(({ path }) => path), ...measures.map(({ id }) => id)]);
  for (const { row, home } of entries)
    for (const id of home)
      expect(
        known.has(id) || id === "docs/model.md" || id === "interventions: communities: treated", // the page has words for these
        `${row}: ${id}`,
      ).toBe(true);
});

it("knows every row that a mechanism, a parameter or a measure names", () => {
  const known = new Set(paperRows.map(({ row }) => row));
  const named = [...mechanisms.flatMap(({ rows }) => rows), ...catalog.flatMap(({ rows }) => rows)];
  expect(named.filter((row) => !known.has(row))).toEqual([]);
});

it("gives every mechanism of the programme a placebo and a harm, and every mechanism measures that exist", () => {
  const known = new Set<string>(measures.map(({ id }) => id));
  for (const { id, partyBuilding, specification, measures: moved } of mechanisms) {
    if (partyBuilding) expect(specification.placebo, id).toMatch(/\.$/);
    expect(specification.harm, id).toBeTruthy();
    expect(moved.length, id).toBeGreaterThan(0);
    for (const measure of moved) expect(known.has(measure), `${id}: ${measure}`).toBe(true);
  }
});

it("says in both languages why rows have no mechanism that raises them, and each of these is measured or switched all the same", () => {
  const home = new Map(entries.map((entry) => [entry.row, entry.home]));
  for (const { row, en, zh } of withoutMechanism) {
    expect(home.get(row)?.length, row).toBeGreaterThan(0);
    expect(en).toMatch(/\.$/);
    expect(zh).toMatch(/。$/);
  }
});
