import { paperIndex, planSchema } from "../experiment/index.ts";
import { dictionary, dictionaryPage, odd, oddSummary, paperIndexPage, planFormat, trace } from "../exports/index.ts";
import { mechanisms, scenarioSchema } from "../mechanisms/index.ts";
import { countNumbers, groundOf, jsonSchemaOf, parameterCatalog } from "../scenario/index.ts";
import { scenarioFrom } from "./files.ts";
import { aligned, type Terminal } from "./terminal.ts";

/** Prints the parameters of a scenario or the format of a plan, or either as JSON Schema. */
export function schema(options: { json?: boolean; plan?: boolean }, terminal: Terminal): void {
  if (options.json || options.plan) {
    const json = jsonSchemaOf(options.plan ? planSchema : scenarioSchema);
    if (options.json) terminal.json(json);
    else terminal.out(planFormat().trimEnd());
    return;
  }
  const catalog = parameterCatalog(scenarioSchema);
  const rows = catalog.map((p) => [
    p.path,
    JSON.stringify(p.default),
    p.options ? p.options.join(" | ") : p.min === undefined ? "" : `${p.min} to ${p.max}`,
    p.unit,
    groundOf(p),
    `${p.label.en}. ${p.help.en}`,
  ]);
  terminal.out(aligned([["parameter", "default", "bounds", "unit", "stands on", "meaning"], ...rows]));
  terminal.out(`\n${standingLine(countNumbers(catalog))}`);
}

/** How many numbers stand on what; a list counts all of its cells. */
const standingLine = ({ source, fitted, judgement, switch: switches }: ReturnType<typeof countNumbers>) => {
  const percent = Math.round((100 * (fitted + judgement)) / (source + fitted + judgement));
  return `${source + fitted + judgement} numbers: ${source} from sources, ${fitted} fitted to target ranges, ${judgement} judgements with a prior (with those fitted ${fitted + judgement}, ${percent}%); ${switches} switches and weeks of the calendar beside them.`;
};

/** Prints what every column of every file means. */
export function printDictionary(options: { json?: boolean }, terminal: Terminal): void {
  if (options.json) terminal.json(dictionary());
  else terminal.out(dictionaryPage().trimEnd());
}

/** Prints the model in ODD order with the values of a scenario. */
export async function printOdd(path: string, options: { set: string[]; summary?: boolean }, terminal: Terminal): Promise<void> {
  terminal.out((options.summary ? oddSummary : odd)(await scenarioFrom(path, options.set)).trimEnd());
}

/** Prints how the model was made, tested and used. */
export function printTrace(terminal: Terminal): void {
  terminal.out(trace().trimEnd());
}

/** Prints every row of the paper with what holds it. */
export function printPaperIndex(options: { json?: boolean; markdown?: boolean }, terminal: Terminal): void {
  if (options.markdown) {
    terminal.out(paperIndexPage().trimEnd());
    return;
  }
  const entries = paperIndex();
  if (options.json) terminal.json(entries);
  else terminal.out(aligned([["row", "kind", "title", "home"], ...entries.map((e) => [e.row, e.kind, e.en, e.home.join(" ")])]));
  const homeless = entries.filter(({ home }) => home.length === 0).map(({ row }) => row);
  terminal.err(
    `${entries.length} rows of the paper, ${mechanisms.length} mechanisms; rows that are not modelled: ${homeless.join(" ") || "none"}.`,
  );
}
