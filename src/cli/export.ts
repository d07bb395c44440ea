import { createHash } from "node:crypto";
import { join } from "node:path";
import { graphGexf, graphMl, mattersCsv, measuresCsv, snapshotFiles } from "../exports/index.ts";
import { exchangeGraph } from "../observation/index.ts";
import { manifestFrom, writeWhole } from "./files.ts";
import { CommandFailure, type Terminal } from "./terminal.ts";
import { runAgain } from "./verify.ts";

/** Writes networks and tables of a finished run. The state is run again from the manifest, and must agree with it. */
export async function exportRun(
  path: string,
  options: { format: "gexf" | "graphml" | "csv" | "parquet"; out?: string },
  terminal: Terminal,
): Promise<void> {
  const { manifest, folder } = await manifestFrom(path);
  const again = await runAgain(manifest, terminal);
  if (again.stateDigest(createHash("sha256")) !== manifest.digest.state) {
    throw new CommandFailure(
      `${path}: another result than the manifest names. It was written by version ${manifest.version}; export with that one.`,
    );
  }
  const out = options.out ?? folder;
  const files: [string, () => string | ArrayBuffer][] =
    options.format === "csv"
      ? [
          ["measures.csv", () => measuresCsv(again.recorder)],
          ["matters.csv", () => mattersCsv(again.recorder)],
        ]
      : options.format === "parquet"
        ? snapshotFiles(again.world)
        : [[`organizations.${options.format}`, () => (options.format === "gexf" ? graphGexf : graphMl)(exchangeGraph(again.world))]];
  for (const [name, make] of files) {
    const content = make();
    await writeWhole(join(out, name), typeof content === "string" ? content : new Uint8Array(content));
    terminal.out(join(out, name));
  }
}
