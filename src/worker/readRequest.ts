import { scenarioSchema } from "../mechanisms/index.ts";
import { type BaseScenario, type Intervention, type Reading, readScenario, said, settingsOf } from "../scenario/index.ts";
import { fileNamed } from "./fileNamed.ts";
import type { Loaded, LoadRequest } from "./protocol.ts";

type Refused = Loaded & { ok: false };

/**
 * Reads the scenario of a request, as its file says it and with what is set. A file that cannot even be read is a
 * problem too: whoever asked has another district standing.
 */
export async function readRequest(request: LoadRequest): Promise<Refused | (Reading & { ok: true; file: BaseScenario })> {
  try {
    const read = readerOf(request);
    const plain = await read({});
    if (!plain.ok) return { ok: false, problems: plain.problems };
    const reading = await read(set(request, plain.scenario.interventions));
    return reading.ok ? { ...reading, file: plain.scenario } : { ok: false, problems: reading.problems };
  } catch (error) {
    const place = { file: request.file, line: 1, column: 1, path: "" };
    return { ok: false, problems: [{ ...place, message: said("cannotBeReadFor", { message: (error as Error).message }) }] };
  }
}

/** What a request sets, by path. */
const set = ({ changed, seed, interventions }: LoadRequest, inherited: readonly Intervention[]): Record<string, unknown> => ({
  ...changed,
  seed,
  ...(interventions.length > 0 ? { interventions: [...inherited, ...interventions] } : {}),
});

/** Reads the scenario of a request with some values set. */
export function readerOf({ file, files }: LoadRequest): (set: Readonly<Record<string, unknown>>) => Promise<Reading> {
  const source = (path: string) => fileNamed(files, path);
  const chosen = source(file);
  if (!chosen) throw new Error(`load: ${file} is not among the files.`);
  return (set) => readScenario(chosen, { schema: scenarioSchema, set: settingsOf("changes", set), resolve: async (path) => source(path) });
}
