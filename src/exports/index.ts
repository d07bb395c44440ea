export { type Cell, csvSink, parquetSink, type RowSink, type TableColumn } from "./batch/table.ts";
export { measuresColumns, runsColumns, writeTables } from "./batch/tables.ts";
export { mattersCsv, measuresCsv } from "./csv.ts";
export { Experiment } from "./experiment.ts";
export { graphGexf, graphMl } from "./graph.ts";
export { Manifest, SCHEMA_VERSION } from "./manifest.ts";
export { fitted, odd } from "./odd.ts";
export { snapshotFiles, tableParquet, tiesParquet } from "./parquet.ts";
export { type ResultColumn, resultFiles } from "./resultTable.ts";
