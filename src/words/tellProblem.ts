import type { Bilingual, Problem, Said, SaidValue } from "../scenario/index.ts";
import { unitWord } from "./names.ts";
import { problems } from "./problems.ts";
import { type Language, languages } from "./say.ts";
import type { Words } from "./words.ts";

/** The sentence of what is said, in a language. What is said by a code that has no words stands as its code. */
export function tellSaid(language: Language, { code, values }: Said): string {
  const template = Object.hasOwn(problems, code) ? (problems as Words)[code][languages.indexOf(language)] : code;
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    return name === "unit" ? unitBeside(language, String(value)) : value === undefined ? "" : tellValue(language, value);
  });
}

function tellValue(language: Language, value: SaidValue): string {
  if (typeof value !== "object") return String(value);
  return "code" in value ? tellSaid(language, value) : (value as Bilingual)[language];
}

/** The unit of a value as a file has it: a share is a fraction there, and not in percent as people read it. */
const unitBeside = (language: Language, unit: string): string =>
  language === "en" ? unit : /^(share|probability)\b/.test(unit) ? "0–1 的小数" : (unitWord(language, unit) ?? unit);

/** A problem on one line: where, what is wrong, what would be right. */
export function formatProblem({ file, line, column, path, message, remedy }: Problem, language: Language = "en"): string {
  const where = line === 0 ? file : `${file}:${line}:${column}`;
  const said = [message, ...(remedy ? [remedy] : [])].map((one) => tellSaid(language, one)).join(language === "zh" ? "" : " ");
  return `${where}: ${path === "" ? "" : `${path} `}${said}`;
}
