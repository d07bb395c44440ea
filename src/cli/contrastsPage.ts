import {
  type Contrast,
  type ContrastRecord,
  type ContrastRow,
  FALSE_DISCOVERIES,
  falseDiscovery,
  recordedRows,
} from "../experiment/index.ts";
import { measureIndex, measures } from "../observation/index.ts";
import { type Language, say, type Word } from "../words/index.ts";
import { interval, number, percent } from "./numbers.ts";
import { aligned } from "./terminal.ts";

/** A claim, what was found of it, what would speak against it, and what would explain the same. */
export function tellContrast(language: Language, contrast: Contrast, rows: readonly ContrastRow[], replicates: number): string {
  const word = (name: Word, values = {}) => say(language, name, values);
  const of = (key: "claim" | "against" | "rival") => (language === "zh" && contrast[`${key}Zh`]) || contrast[key];
  const heads = ["estimand", "measure", "claimed", "effect", "interval", "share", "verdict"] as const;
  const table = aligned([
    heads.map((head) => word(`contrast_${head}`)),
    ...rows.map(({ name, nameZh, measure, claimed, effect, share, verdict }) => [
      (language === "zh" && nameZh) || name,
      language === "zh" ? measures[measureIndex.get(measure) as number].label.zh : measure,
      word(`contrast_${claimed}`),
      number(effect.mean),
      `${interval(effect, language)}${effect.count === replicates ? "" : ` ${say(language, "interval_of", { count: effect.count })}`}`,
      word("contrast_draws", {
        share: percent(share.mean),
        count: share.count,
        low: percent(share.low),
        high: percent(share.high),
      }),
      word(`contrast_${verdict}`),
    ]),
  ]);
  const lines = [...table.split("\n"), word("contrast_against", { text: of("against") }), word("contrast_rival", { text: of("rival") })];
  return [of("claim"), ...lines.map((line) => `  ${line}`)].join("\n");
}

/** How many estimands came to which verdict, and how many are shown beyond what looking at all of them would show by chance. */
export function tellVerdicts(language: Language, rows: readonly ContrastRow[]): string {
  const having = (verdict: ContrastRow["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  const beyond = falseDiscovery(rows.map(({ p }) => p)).filter((adjusted) => adjusted <= FALSE_DISCOVERIES).length;
  return say(language, "contrast_all", {
    all: rows.length,
    claimed: having("as claimed"),
    opposite: having("opposite"),
    inconclusive: having("inconclusive"),
    beyond,
  });
}

/** docs/contrasts.md: what was recorded, for people. */
export function contrastsPage(record: ContrastRecord, contrasts: ReadonlyMap<string, Contrast>): string {
  const { date, scenario, seed, pairs, draws } = record;
  const told = record.contrasts.map((recorded) => {
    const contrast = contrasts.get(recorded.id) as Contrast;
    const rows = recordedRows(contrast, recorded);
    return { text: `${recorded.id}: ${tellContrast("en", contrast, rows, pairs)}\n`, rows };
  });
  const rows = told.flatMap((of) => of.rows);
  return `# The paper's claims as contrasts

Measured on ${date} with \`npx four-circles contrast all --record docs/contrasts\` (${pairs} pairs at the defaults and ${draws} draws from ${record.drawn ?? "the priors"} for each, scenario \`${scenario}\`, seed ${seed}), which writes this page and [contrasts.json](contrasts.json), from which the claims board of the laboratory is made. Each contrast is a file under [scenarios/contrasts](../scenarios/contrasts). The model left the scenario in the state \`${record.model.slice(0, 16)}\`.

How to read it: *effect* is the estimand at the default parameters with its paired 95% t-interval; *sign as claimed in* is the share of draws from ${record.drawn ?? "the priors of all ranged parameters"} in which the sign is as claimed, with the interval of Clopper and Pearson. *as claimed* means that the interval lies on the claimed side of zero, *opposite* that it lies on the other, *inconclusive* that it contains zero. The verdict speaks of the defaults: a claim that comes out there as claimed, with its sign in half of the draws only, is a matter of parameters, not of structure. With ${pairs} pairs small effects are missed, and of ${rows.length} intervals about ${Math.round(rows.length / 20)} exclude zero by accident; the last line counts what is shown after a correction for that.

\`\`\`
${told.map(({ text }) => text).join("\n")}
${tellVerdicts("en", rows)}
\`\`\`
`;
}
