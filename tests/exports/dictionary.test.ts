import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3";
import { parquetMetadata, parquetSchema } from "hyparquet";
import { describe, expect, it } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { dictionary, dictionaryPage, mattersCsv, measuresCsv, snapshotFiles } from "../../src/exports/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { scenario } from "../support/scenarios.ts";

const { files, codes } = dictionary();

/** Columns of a file as they are written. */
const columnsOf = (name: string) =>
  (files.find(({ file }) => file === name)?.columns ?? []).flatMap((column) =>
    Array.from({ length: column.width ?? 1 }, (_, k) => ({ ...column, name: column.width ? `${column.name}_${k}` : column.name })),
  );

describe("the dictionary", async () => {
  const run = Run.start(await scenario("community", "population.residents=300"), mechanisms);
  run.step();

  it("names the columns of measures.csv and matters.csv in their order", () => {
    expect(csvParse(measuresCsv(run.recorder)).columns).toEqual(columnsOf("measures.csv").map(({ name }) => name));
    expect(csvParse(mattersCsv(run.recorder)).columns).toEqual(columnsOf("matters.csv").map(({ name }) => name));
  });

  it("names the columns of every file of a snapshot, with the types, units and meanings that the file carries", () => {
    for (const [name, make] of snapshotFiles(run.world)) {
      const metadata = parquetMetadata(make());
      const columns = columnsOf(`week-N/${name}`);
      expect(
        parquetSchema(metadata).children.map(({ element }) => [element.name, element.type]),
        name,
      ).toEqual(columns.map((column) => [column.name, column.type]));
      const carried = metadata.key_value_metadata?.find(({ key }) => key === "four_circles")?.value as string;
      expect(JSON.parse(carried).columns, name).toEqual(
        Object.fromEntries(columns.map((column) => [column.name, { unit: column.unit, description: column.description }])),
      );
    }
  });

  it("says of every column what it means", () => {
    for (const { file, columns } of files)
      for (const { name, type, description } of columns) {
        expect(type, `${file} ${name}`).toMatch(/./);
        expect(description, `${file} ${name}`).toMatch(/\.$/);
      }
  });

  it("lists every code that a column speaks of", () => {
    const spoken = files.flatMap(({ columns }) =>
      columns.flatMap(({ description }) => [...description.matchAll(/(?:index|order|one) of ([a-z]+[A-Z]\w*)/g)].map(([, list]) => list)),
    );
    expect(spoken).toContain("matterTypes");
    for (const list of spoken) expect(Object.keys(codes)).toContain(list);
  });

  it("stands in docs/data-dictionary.md as the program prints it", () => {
    // If this fails: npx four-circles dictionary > docs/data-dictionary.md
    expect(readFileSync(join(import.meta.dirname, "../../docs/data-dictionary.md"), "utf8")).toBe(dictionaryPage());
  });
});
