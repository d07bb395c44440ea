import { type IndexName, indexNames, nameOfOutcome, type Plan, type PlanIndex } from "../../experiment/index.ts";
import { type ResultColumn, resultFiles } from "../resultTable.ts";
import { tableColumn } from "./table.ts";

/** Names of the tables in which a batch has its indices. */
export const indexFileNames = ["indices.parquet", "indices.csv"] as const;

/** How much each factor of a plan moves each outcome, as Parquet and as CSV; nothing for designs that do not say. */
export const indexFiles = (plan: Plan, indices: readonly PlanIndex[]): [name: string, content: string | Uint8Array][] =>
  indices.length === 0 ? [] : resultFiles("indices", columnsOf(plan), indices);

/** Columns of the indices. What is the same in all rows, or says the same twice, is left out. */
function columnsOf(plan: Plan): ResultColumn<PlanIndex>[] {
  const measureOf = new Map(plan.outcomes.map((outcome) => [nameOfOutcome(outcome), outcome.measure]));
  const column = (...[name, type, unit, description]: Parameters<typeof tableColumn>) => tableColumn(name, type, unit, description);
  const unit = plan.design.kind === "morris" ? "unit of the measure per range of the factor" : "share of variance";
  return [
    ...(plan.outcomes.some((outcome) => nameOfOutcome(outcome) !== outcome.measure)
      ? [{ ...column("outcome", "STRING", "", "Outcome of the plan."), value: ({ outcome }: PlanIndex) => outcome }]
      : []),
    { ...column("measure", "STRING", "", "Measure."), value: ({ outcome }) => measureOf.get(outcome) },
    ...(Object.keys(plan.arms).length > 1
      ? [{ ...column("arm", "STRING", "", "Arm of the experiment."), value: ({ arm }: PlanIndex) => arm }]
      : []),
    { ...column("factor", "STRING", "", "Path of the parameter."), value: ({ factor }) => factor },
    ...indexNames(plan).flatMap((index) =>
      (["value", "low", "high"] as const).map(
        (end): ResultColumn<PlanIndex> => ({
          ...column(`${columnOf(index)}${end === "value" ? "" : `_${end}`}`, "DOUBLE", unit, meaningOf(index, end)),
          value: ({ indices }) => indices[index][end],
        }),
      ),
    ),
    { ...column("count", "INT32", "", "Trajectories or base points used."), value: ({ count }) => count },
  ];
}

const columnOf = (index: IndexName) => (index === "muStar" ? "mu_star" : index);
const meaningOf = (index: IndexName, end: "value" | "low" | "high") =>
  end === "value" ? `Index ${index}.` : `${end === "low" ? "Low" : "High"} end of its 95% jackknife interval.`;
