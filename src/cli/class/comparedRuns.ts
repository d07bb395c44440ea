import { lastYear, type RunRequest, runAlike } from "../../experiment/index.ts";
import { scenarioSchema } from "../../mechanisms/index.ts";
import { measureIndex, measures } from "../../observation/index.ts";
import { type Bilingual, type ParameterEntry, parameterCatalog, settings, valueAt } from "../../scenario/index.ts";
import { marks, parameterName, say, valueOfParameter } from "../../words/index.ts";
import { scenarioFrom } from "../files.ts";
import { threadPool } from "../pool.ts";
import { CommandFailure, wholeNumber } from "../terminal.ts";
import type { ComparedRuns } from "./runReplicates.ts";

export interface ComparedOptions {
  with: string[];
  measure: string;
  weeks: string;
}

/** What is changed if nobody says it. */
const USUAL = "partyBuilding=off";

/** What a class compares, as the command was told it. @param set  what goes before the file of the scenario */
export async function comparedRuns(name: string, set: readonly string[], options: ComparedOptions): Promise<ComparedRuns> {
  const weeks = wholeNumber(options.weeks, "class: --weeks", 1, 3650);
  const place = measureIndex.get(options.measure as never);
  if (place === undefined)
    throw new CommandFailure(
      `class: --measure ${options.measure} is no measure. Write one such as participation_rate; “four-circles dictionary” lists them.`,
    );
  const changes = options.with.length > 0 ? options.with : [USUAL];
  const before = [...set, `weeks=${weeks}`];
  const baseline = await scenarioFrom(name, before);
  const changed = await scenarioFrom(name, [...before, ...changes]);
  if (runAlike(baseline, changed))
    throw new CommandFailure(
      `class: --with ${changes.join(" --with ")} changes nothing in the runs. Give another value than the scenario has.`,
    );
  const of = Object.fromEntries(settings("--with", changes).map(({ path }) => [path, valueAt(changed, path)]));
  const { id, label, unit } = measures[place];
  const pool = threadPool();
  return {
    arms: [baseline, changed],
    changes: of,
    compared: {
      measure: { id, label, unit },
      arms: [{ en: say("en", "replicatesBaseline"), zh: say("zh", "replicatesBaseline") }, nameOf(of)],
      weeks,
      span: lastYear(weeks),
    },
    seed: baseline.seed,
    compute: (order) => pool.execute({ key: "", ...order } satisfies RunRequest),
    end: () => pool.close(),
  };
}

const entries = new Map(parameterCatalog(scenarioSchema).map((entry) => [entry.path, entry]));

/** What is changed, in words. */
function nameOf(changes: Readonly<Record<string, unknown>>): Bilingual {
  const inWords = (language: "en" | "zh") =>
    Object.entries(changes)
      .map(([path, value]) => {
        const entry = entries.get(path) as ParameterEntry;
        return say(language, "becomes", { name: parameterName(language, entry), value: valueOfParameter(language, entry, value) });
      })
      .join(marks[language].list);
  return { en: inWords("en"), zh: inWords("zh") };
}
