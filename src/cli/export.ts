import { join } from "node:path";
import type { Run } from "../experiment/index.ts";
import { graphGexf, graphMl, mattersCsv, measuresCsv, networkGexf, snapshotFiles } from "../exports/index.ts";
import { exchangeGraph, NetworkHistory } from "../observation/index.ts";
import { manifestFrom, writeWhole } from "./files.ts";
import { CommandFailure, type Terminal } from "./terminal.ts";
import { runAgain } from "./verify.ts";

/** Networks and tables of a run as files. */
type Files = readonly [name: string, make: () => string | ArrayBuffer][];

/** Writes networks and tables of a finished run. The state is run again from the manifest, and must agree with it. */
export async function exportRun(
  path: string,
  options: { format: "gexf" | "graphml" | "csv" | "parquet"; out?: string },
  terminal: Terminal,
): Promise<void> {
  const { manifest, folder } = await manifestFrom(path);
  let history: NetworkHistory | undefined;
  const follow = ({ world }: Run) => {
    if (history === undefined) history = new NetworkHistory(world);
    else history.observe(world);
  };
  const again = await runAgain(manifest, terminal, options.format === "gexf" ? follow : undefined);
  if (again.stateDigest() !== manifest.digest.state) {
    throw new CommandFailure(
      `${path}: another result than the manifest names. It was written by version ${manifest.version}; export with that one.`,
    );
  }
  const out = options.out ?? folder;
  const files: Record<typeof options.format, Files> = {
    csv: [
      ["measures.csv", () => measuresCsv(again.recorder)],
      ["matters.csv", () => mattersCsv(again.recorder)],
    ],
    parquet: snapshotFiles(again.world),
    graphml: [["organizations.graphml", () => graphMl(exchangeGraph(again.world))]],
    gexf: [
      ["organizations.gexf", () => graphGexf(exchangeGraph(again.world))],
      ["organizations-over-time.gexf", () => networkGexf(again.world, history as NetworkHistory)],
    ],
  };
  for (const [name, make] of files[options.format]) {
    const content = make();
    await writeWhole(join(out, name), typeof content === "string" ? content : new Uint8Array(content));
    terminal.out(join(out, name));
  }
}
