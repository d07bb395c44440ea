import { parentPort, workerData } from "node:worker_threads";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";

/** Reads a table for `readTable`. */
try {
  const file = await asyncBufferFromFile((workerData as { path: string }).path);
  const metadata = await parquetMetadataAsync(file);
  parentPort?.postMessage({ rows: await parquetReadObjects({ file, metadata }) });
} catch (error) {
  parentPort?.postMessage({ fault: (error as Error).message });
}
