export { mattersCsv, measuresCsv } from "./csv.ts";
export { graphGexf, graphMl } from "./graph.ts";
export { Manifest, SCHEMA_VERSION } from "./manifest.ts";
export { fitted, odd } from "./odd.ts";
export { snapshotFiles, tableParquet, tiesParquet } from "./parquet.ts";
