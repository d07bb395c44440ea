import { csvParse } from "d3";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { graphGexf, graphMl, mattersCsv, measuresCsv, tableParquet, tiesParquet } from "../../src/exports/index.ts";
import { exchangeGraph, measures } from "../../src/observation/index.ts";
import type { Table, TableSpec } from "../../src/population/index.ts";
import { agentName } from "../../src/words/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

describe("exports", async () => {
  const run = runWeeks(await small("organizations.count=20"), 6);
  const { world, recorder } = run;

  it("measures.csv reads back to the same numbers, empty where there was nothing to measure", () => {
    const rows = csvParse(measuresCsv(recorder));
    expect(rows.length).toBe(6);
    expect(rows.columns.slice(0, 2)).toEqual(["week", "branches_per_100_orgs"]);
    for (const { id } of measures) {
      const value = recorder.value(id, 4);
      expect(rows[3][id]).toBe(Number.isNaN(value) ? "" : String(value));
    }
  });

  it("matters.csv has a row for every week and type", () => {
    const rows = csvParse(mattersCsv(recorder));
    expect(rows.length).toBe(6 * 16);
    const raised = rows.reduce((sum, row) => sum + Number(row.raised), 0);
    const weeks = Array.from({ length: 6 }, (_, w) => recorder.value("matters_raised", w + 1) * (w + 1));
    expect(raised).toBeCloseTo(weeks[5], 9);
    expect(raised).toBeLessThanOrEqual(world.district.columns.matters[0]);
  });

  it("Parquet reads back to the columns of the world", async () => {
    const rows = await parquetReadObjects({ file: tableParquet(world.residents as unknown as Table<TableSpec>) });
    expect(rows.length).toBe(world.residents.rows);
    for (const i of [0, 77, rows.length - 1]) {
      expect(rows[i].age).toBe(world.residents.columns.age[i]);
      expect(rows[i].motivation).toBe(world.residents.columns.motivation[i]);
      expect(rows[i].ability_2).toBe(world.residents.columns.ability[i * 4 + 2]);
      expect(Number(rows[i].minutesYear)).toBe(world.residents.columns.minutesYear[i]);
    }
    const ties = await parquetReadObjects({ file: tiesParquet(world.ties) });
    expect(ties.length).toBe(world.ties.degree.reduce((a, b) => a + b, 0) / 2);
  });

  it("GEXF and GraphML hold every node and edge of the organization network", () => {
    const graph = exchangeGraph(world);
    expect(graph.order).toBeGreaterThan(20);
    const ml = graphMl(graph);
    expect(ml.match(/<node /g)?.length).toBe(graph.order);
    expect(ml.match(/<edge /g)?.length).toBe(graph.size);
    expect(ml).toContain('attr.name="circle" attr.type="string"');
    expect(ml).toContain('attr.name="strength" attr.type="double"');
    const gexf = graphGexf(graph);
    expect(gexf.match(/<node /g)?.length).toBe(graph.order);
    expect(gexf.match(/<edge /g)?.length).toBe(graph.size);
  });

  it("an agent has one number, its row, in stories, graphs and tables; whole numbers are whole, and what is none is left out", async () => {
    const graph = exchangeGraph(world);
    const rows = await parquetReadObjects({ file: tableParquet(world.organizations as unknown as Table<TableSpec>) });
    const found = [...graph.nodeEntries()].filter(({ attributes }) => attributes.kind === "organization");
    expect(found.length).toBeGreaterThan(0);
    for (const { node, attributes } of found) {
      expect(node).toBe(`organization:${attributes.index}`);
      expect(attributes.community).toBe(rows[attributes.index].community);
      expect(agentName("en", { kind: "organization", index: attributes.index })).toBe(`Organization ${attributes.index}`);
    }
    expect(graphMl(graph)).toMatch(/attr.name="index" attr.type="long"/);
    for (const { attributes } of graph.nodeEntries()) expect(attributes.community ?? 0).toBeGreaterThanOrEqual(0);
    for (const table of [world.residents, world.organizations, world.branches, world.workplaces, world.matters]) {
      const { spec } = table as unknown as Table<TableSpec>;
      for (const row of await parquetReadObjects({ file: tableParquet(table as unknown as Table<TableSpec>) })) {
        for (const [name, value] of Object.entries(row)) {
          const fill = (spec[name] ?? spec[name.replace(/_\d+$/, "")])?.fill;
          if (fill < 0) expect(value, name).not.toBe(fill);
        }
      }
    }
  });
});
