import { marks } from "./marks.ts";
import { type Language, say, type Word } from "./say.ts";
import { signed } from "./signed.ts";

/** An estimate in the unit that people read. */
interface Read {
  mean: number;
  low: number;
  high: number;
}

/** Two arms, and what their difference comes to. */
export interface ArmsJudged extends Read {
  verdict: string;
  /** Names of the outcome, of the arm, and of the arm that is taken from it. */
  name: string;
  first: string;
  second: string;
  unit: string;
  least: number;
}

/** How an outcome differs between two arms, as a sentence. */
export function tellArms(language: Language, { verdict, name, first, second, unit, least, mean, low, high }: ArmsJudged): string {
  // What is lower is said without its sign: the word has it.
  const turned = verdict.startsWith("lower");
  const [m, from, to] = turned ? [-mean, -high, -low] : [mean, low, high];
  const said = verdict === "higher" || turned || verdict === "higherLittle" ? unsigned : signed;
  const values = { mean: said(m, { low, high }), low: said(from, { low, high }), high: said(to, { low, high }) };
  return say(language, `differ_${verdict}` as Word, { name, first, second, unit, least, ...values });
}

/** What a factor does: its effect, or an index of it. */
export interface FactorSaid extends Read {
  factor: string;
  /** From which value to which, where the effect has a direction. */
  from?: string;
  to?: string;
}

/**
 * Which factor counts most, as a sentence. A factor counts if its interval leaves out zero; it counts most if what is nearest
 * to zero in its interval is still more than any other comes to.
 *
 * @param kind  effects from one value to another, mean sizes of elementary effects, or total shares of the variance
 * @param unit  in words; shares of the variance have none and are said in percent
 */
export function tellFactors(
  language: Language,
  kind: "effect" | "muStar" | "total",
  name: string,
  factors: readonly FactorSaid[],
  unit = "",
): string {
  const known = factors.filter(({ mean }) => Number.isFinite(mean)).sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean));
  const [first] = known;
  if (!first || nearest(first) === 0) return say(language, "effect_none", { name });
  const other = known.find(({ factor }) => factor !== first.factor);
  const { factor, from = "", to = "", ...of } = first;
  if (other && Math.abs(other.mean) >= nearest(first)) return say(language, "effect_two", { name, factor, other: other.factor });
  const written = kind === "total" ? share : kind === "effect" ? signed : unsigned;
  const values = { mean: written(of.mean, of), low: written(of.low, of), high: written(of.high, of) };
  return say(language, `${kind}_${other ? "one" : "only"}`, { name, factor, from, to, unit, ...values });
}

/** How far from zero an interval stays; 0 if it holds zero, or has no ends. */
const nearest = ({ low, high }: Read): number => (low > 0 ? low : high < 0 ? -high : 0);

const unsigned = (value: number, of: { readonly low: number; readonly high: number }): string => signed(value, of).replace("+", "");
const share = (value: number): string => `${Math.round(100 * value)}%`;

/** An estimate with its interval, and with its unit if it is not named beside. */
export function tellEstimate(language: Language, of: Read, how: "signed" | "unsigned" | "share", unit?: string): string {
  const written = { signed, unsigned, share }[how];
  if (!Number.isFinite(of.mean)) return "–";
  const mean = unit === undefined ? written(of.mean, of) : `${written(of.mean, of)} ${unit}`;
  if (!Number.isFinite(of.high - of.low)) return mean;
  return `${mean}${marks[language].of(say(language, "claimRange", { low: written(of.low, of), high: written(of.high, of) }))}`;
}
