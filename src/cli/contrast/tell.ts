import { type Contrast, type ContrastRow, nameOfOutcome, spanOf, type Verdict } from "../../experiment/index.ts";
import { measureIndex, measures } from "../../observation/index.ts";
import { type Language, say, type Word } from "../../words/index.ts";
import { chance, interval, number, percent } from "../numbers.ts";
import { aligned } from "../terminal.ts";

/** A contrast by the name of its file. */
export interface Named {
  id: string;
  contrast: Contrast;
}

type Bilingual = "title" | "question" | "claim" | "mechanism" | "against" | "rival";
const inLanguage = (language: Language, contrast: Contrast, key: Bilingual): string =>
  (language === "zh" && contrast[`${key}Zh`]) || contrast[key];

/** What an estimand takes of each run. */
export function outcomeInWords(language: Language, estimand: Contrast["estimands"][number]): string {
  const { measure, minus, over, scale, take } = estimand;
  if (language === "en" || minus || over || scale) return nameOfOutcome({ measure, minus, over, scale, take });
  const label = measures[measureIndex.get(measure) as number].label.zh;
  return take && take !== "mean" ? `${label}（${take}）` : label;
}

/** All contrasts, a line each. */
export const tellList = (language: Language, all: readonly Named[]): string =>
  aligned([
    (["name", "asks", "arms", "estimands"] as const).map((head) => say(language, `contrast_list_${head}`)),
    ...all.map(({ id, contrast }) => [
      id,
      inLanguage(language, contrast, "question"),
      String(Object.keys(contrast.arms).length),
      String(contrast.estimands.length),
    ]),
  ]);

/** All of a contrast but its results. */
export function showContrast(language: Language, { id, contrast }: Named): string {
  const word = (name: Word, values = {}) => say(language, name, values);
  const text = (key: Exclude<Bilingual, "title">) => word(`contrast_${key}`, { text: inLanguage(language, contrast, key) });
  const values = (set: Readonly<Record<string, unknown>>) => Object.entries(set).map(([path, value]) => `${path}=${JSON.stringify(value)}`);
  const common = values(contrast.set);
  const { from } = contrast;
  return [
    `${id}: ${inLanguage(language, contrast, "title")}`,
    ...(["question", "claim", "mechanism", "against", "rival"] as const).map((key) => `  ${text(key)}`),
    `  ${word("contrast_rows", { rows: contrast.rows.join(", ") })}`,
    `  ${from === 1 ? word("contrast_armsFromStart") : word("contrast_armsFrom", { from })}`,
    ...(common.length > 0 ? [`    ${word("contrast_common", { what: common.join(", ") })}`] : []),
    ...Object.entries(contrast.arms).map(([arm, { title, titleZh, set, interventions }]) => {
      const named = (language === "zh" && titleZh) || title || arm;
      const later = interventions.map(({ week, path, value }) =>
        word("contrast_later", { week, what: `${path}=${JSON.stringify(value)}` }),
      );
      const changes = [...values(set), ...later];
      return `    ${arm}: ${named}${changes.length > 0 ? ` (${changes.join(", ")})` : ""}`;
    }),
    `  ${word("contrast_outcomes")}`,
    ...contrast.estimands.map((estimand) => {
      const { name, nameZh, claimed, least, reason, reasonZh } = estimand;
      const [first, last] = spanOf(contrast, estimand);
      const why = (language === "zh" && reasonZh) || reason;
      return `    ${word("contrast_one", {
        name: (language === "zh" && nameZh) || name,
        outcome: outcomeInWords(language, estimand),
        first,
        last,
        claimed: word(`contrast_${claimed}`),
        least: `${least}${why ? (language === "zh" ? `（${why}）` : ` (${why})`) : ""}`,
      })}`;
    }),
  ].join("\n");
}

/** A claim, what was found of it, what would speak against it, and what would explain the same. */
export function tellContrast(language: Language, contrast: Contrast, rows: readonly ContrastRow[], replicates: number): string {
  const table = tellResults(language, contrast, rows, replicates);
  const lines = [
    ...table.split("\n"),
    ...(["against", "rival"] as const).map((key) => say(language, `contrast_${key}`, { text: inLanguage(language, contrast, key) })),
  ];
  return [inLanguage(language, contrast, "claim"), ...lines.map((line) => `  ${line}`)].join("\n");
}

/** The estimands of a contrast: at the defaults, and over draws of the parameters. */
export function tellResults(language: Language, contrast: Contrast, rows: readonly ContrastRow[], replicates: number): string {
  const word = (name: Word, values = {}) => say(language, name, values);
  const heads = [
    "estimand",
    "measure",
    "claimed",
    "effect",
    "interval",
    "least",
    "adjusted",
    "needed",
    "drawn",
    "shares",
    "verdict",
  ] as const;
  return aligned([
    heads.map((head) => word(`contrast_${head}`)),
    ...rows.map((row, e) => {
      const { name, nameZh, claimed, effect, least, drawn, adjusted, needed, verdict } = row;
      const of = effect.count === replicates ? "" : ` ${word("interval_of", { count: effect.count })}`;
      const some = drawn.effect.count > 0;
      return [
        (language === "zh" && nameZh) || name,
        outcomeInWords(language, contrast.estimands[e]),
        word(`contrast_${claimed}`),
        number(effect.mean),
        `${interval(effect, language)}${of}`,
        String(least),
        Number.isNaN(adjusted) ? "-" : chance(adjusted),
        Number.isNaN(needed) ? "-" : String(needed),
        some ? `${number(drawn.median)} [${number(drawn.low)}, ${number(drawn.high)}]` : "-",
        some ? [drawn.helps, drawn.none, drawn.harms].map((share) => percent(share)).join(" / ") : "-",
        word(`contrast_${verdict}`),
      ];
    }),
  ]);
}

const verdicts: readonly Verdict[] = ["helps", "harms", "none", "cannotTell"];

/** How many estimands came to which verdict. */
export function tellVerdicts(language: Language, rows: readonly ContrastRow[]): string {
  const counts = verdicts.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length] as const);
  return say(language, "contrast_all", { all: rows.length, ...Object.fromEntries(counts) });
}
