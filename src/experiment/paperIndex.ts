import { mechanisms, scenarioSchema } from "../mechanisms/index.ts";
import { parameterCatalog } from "../scenario/index.ts";
import { type PaperRow, paperRows } from "./paper.ts";

/** Where a row of the paper lives in the model. */
export interface PaperIndexEntry extends Omit<PaperRow, "home"> {
  /** Ids of mechanisms, paths of parameters, names of measures, documents. */
  readonly home: readonly string[];
  /** Paths of the switches. */
  readonly switch: readonly string[];
  /** What stands in for it when only its money and hours are kept, by mechanism. */
  readonly placebo: readonly string[];
  readonly rivals: readonly string[];
}

/** Every row of the paper with what holds it, read from the mechanisms and parameters themselves. */
export function paperIndex(): PaperIndexEntry[] {
  const catalog = parameterCatalog(scenarioSchema);
  return paperRows.map((paper) => {
    const holding = mechanisms.filter(({ rows }) => rows.includes(paper.row));
    const parameters = catalog.filter(({ path, rows }) => rows.includes(paper.row) && !path.endsWith(".mode")).map(({ path }) => path);
    return {
      ...paper,
      home: [...new Set([...holding.map(({ id }) => id), ...parameters, ...paper.home])],
      switch: [
        ...holding.map(({ id }) => `mechanisms.${id}.mode`),
        ...parameters.filter((path) => ["partyBuilding", "rigidity", "withdrawal"].includes(path) || path.startsWith("method.")),
      ],
      placebo: holding.flatMap(({ id, specification }) => (specification.placebo ? [`${id}: ${specification.placebo}`] : [])),
      rivals: [...new Set(holding.flatMap(({ rivals }) => rivals))],
    };
  });
}
