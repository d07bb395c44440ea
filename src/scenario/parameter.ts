/**
 * Parameters: the only source of bounds, units, defaults, words, rows and evidence.
 *
 * A parameter is a zod schema with a `ParameterMeta`. Controls, help, errors, the parameter tables of the
 * documents and the JSON Schema are generated from it (`z.toJSONSchema` keeps all of the meta).
 *
 * `.meta()` comes last: schema methods after it can drop it.
 */
import { z } from "zod";

/** A text in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/**
 * Where a value comes from: P the paper says it; S seen in public text; A arithmetic on P or S;
 * M published result, its source not read again; J modelling judgement, to be tested. All but J say their `source`.
 */
export type Evidence = "P" | "S" | "A" | "M" | "J";

export interface ParameterMeta {
  /** What it is called: a noun of at most 24 letters, without its unit. */
  title: string;
  /** The same in Chinese, of at most 10 characters. */
  titleZh: string;
  /** Unit of the value, in words: "people", "yuan a year", "share of adults"; "" for words and switches. */
  unit: string;
  /** What the name does not say, such as what more of it does; a sentence. */
  description: string;
  /** The same in Chinese. */
  descriptionZh: string;
  /** Rows of the paper (docs/register.md) or equations (docs/references.md) that it stands on. */
  rows: readonly string[];
  evidence: Evidence;
  /** What the source says; of a judgement, what it leans on. */
  source?: string;
  /** The target range that the default was fitted to: the number of its pattern, with what was aimed at. Still a judgement. */
  fitted?: string;
  /** A week of the experimenter's calendar or a length of the run: no claim about the world, so it needs no source. */
  calendar?: boolean;
  /** True if it belongs to the party-building programme: without effect while `partyBuilding` is off. */
  partyBuilding?: boolean;
  /**
   * What the value may be, each part of the range as likely as any other. Every judgement has one (`priorOf`); in a list
   * it is in multiples of each of its numbers.
   */
  prior?: readonly [number, number];
}

interface Words {
  label: Bilingual;
  help: Bilingual;
  rows?: readonly string[];
  evidence?: Evidence;
  source?: string;
  fitted?: string;
  calendar?: boolean;
  partyBuilding?: boolean;
}

interface Bounds<T = number> {
  default: T;
  min: number;
  max: number;
  unit: string;
  prior?: readonly [number, number];
}

const meta = (words: Words, unit: string, prior?: readonly [number, number]): Record<string, unknown> => ({
  title: words.label.en,
  titleZh: words.label.zh,
  unit,
  description: words.help.en,
  descriptionZh: words.help.zh,
  rows: words.rows ?? [],
  evidence: words.evidence ?? "J",
  ...(words.source === undefined ? {} : { source: words.source }),
  ...(words.fitted === undefined ? {} : { fitted: words.fitted }),
  ...(words.calendar ? { calendar: true } : {}),
  ...(words.partyBuilding ? { partyBuilding: true } : {}),
  ...(prior === undefined ? {} : { prior }),
});

/**
 * The prior of a number. A judgement for which none is given may be anything from nothing, so that it can fail, to twice
 * itself; where nothing has no meaning, as for a length of time, from half of itself to twice. A default of 0 says nothing
 * of how much it might be: there the prior must be given.
 */
function priorOf(p: Words & Bounds, step = 0): readonly [number, number] | undefined {
  if (p.prior || (p.evidence ?? "J") !== "J" || p.calendar) return p.prior;
  if (p.default === 0) throw new RangeError(`${p.label.en}: a judgement of 0 has no prior. Give it one.`);
  const low = p.min <= 0 ? 0 : Math.max(p.min, p.default / 2);
  const high = Math.min(p.max, p.default * 2);
  return step > 0 ? [Math.ceil(low), Math.floor(high)] : [low, high];
}

/** The same schema with its meta: `.meta()` would make another one, and each takes 20 us of every start. */
const withMeta = <T extends z.ZodType>(schema: T, meta: Record<string, unknown>): T => {
  z.globalRegistry.add(schema, meta);
  return schema;
};

const within = ({ min, max }: { min: number; max: number }) => [z.gte(min), z.lte(max)] as const;

/** A real number with bounds and a unit. */
export const quantity = (p: Words & Bounds) =>
  withMeta(
    z
      .number()
      .check(...within(p))
      .default(p.default),
    meta(p, p.unit, priorOf(p)),
  );

/** A whole number with bounds and a unit. */
export const whole = (p: Words & Bounds) =>
  withMeta(
    z
      .int()
      .check(...within(p))
      .default(p.default),
    meta(p, p.unit, priorOf(p, 1)),
  );

/** A place on a scale from 0, nothing, to 1, full. */
export const level = (p: Words & { default: number; min?: number; max?: number; prior?: readonly [number, number] }) =>
  quantity({ min: 0, max: 1, ...p, unit: "0-1" });

/** A share in 0-1; `of` names the whole: "adults". */
export const share = (p: Words & { default: number; of: string; min?: number; max?: number; prior?: readonly [number, number] }) =>
  quantity({ min: 0, max: 1, ...p, unit: `share of ${p.of}` });

/** A probability for the time named by `per`: "week", "event". */
export const probability = (p: Words & { default: number; per: string; min?: number; max?: number; prior?: readonly [number, number] }) =>
  quantity({ min: 0, max: 1, ...p, unit: `probability per ${p.per}` });

/** An on/off switch. */
export const toggle = (p: Words & { default: boolean }) => withMeta(z.boolean().default(p.default), meta(p, ""));

/** One of several words. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T, p: Words & { default: NoInfer<T[number]> }) =>
  withMeta(z.enum(values).default(p.default as never), meta(p, ""));

/** A list of numbers of fixed length, one per item of `of`; each within the same bounds. Its prior is in multiples of each. */
export const numbers = (p: Words & Bounds<readonly number[]> & { of: readonly string[] }) =>
  withMeta(
    z
      .array(z.number().check(...within(p)))
      .length(p.of.length)
      .default([...p.default]),
    { ...meta(p, p.unit, p.prior ?? ((p.evidence ?? "J") === "J" ? [0.5, 2] : undefined)), of: [...p.of] },
  );

/** A group of parameters; what the scenario leaves out takes its default. Misspelt keys are refused. */
export const section = <T extends z.ZodRawShape>(shape: T, { label, help }: { label: Bilingual; help: Bilingual }) =>
  withMeta(z.strictObject(shape).prefault({} as never), {
    title: label.en,
    titleZh: label.zh,
    description: help.en,
    descriptionZh: help.zh,
  });
