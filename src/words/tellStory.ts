import {
  type AgentEvent,
  type AgentKind,
  type Change,
  type DrawRecord,
  holderKinds,
  type Remark,
  type StoryKind,
  storyKinds,
} from "../observation/index.ts";
import { marks } from "./marks.ts";
import { type Language, say, sayIf } from "./say.ts";

export interface Named {
  readonly kind: AgentKind | "group";
  readonly index: number;
}

/** What stories need to know of mechanisms: what a draw decides, in words. */
export type Meaning = (mechanism: string, stream: string, draw: number) => { en: string; zh: string } | undefined;

/** One thing that happened, in words, with those whom it names and the draw that decided it. */
export interface Line {
  readonly text: string;
  readonly whom: readonly Named[];
  readonly circle?: string;
  readonly draw?: DrawRecord;
}

const circleNames = ["party", "acquaintance", "interest", "industry", "government"];
/** Columns that say nothing beside others: they number, date or name a kind. */
const silent = new Set(["serial", "changed", "raised", "handlerKind"]);
/** Values of remarks that are shares. */
const shares = new Set(["share", "threshold"]);
/** Units of columns that hold the number of an agent; a matter is named by its serial, which no column holds. */
type AgentUnit = Exclude<StoryKind, "matter"> | "group";
const isAgent = (unit: string): unit is AgentUnit =>
  unit === "group" || (unit !== "matter" && (storyKinds as readonly string[]).includes(unit));

/** Names that tables give to communities, by their rows; empty where the district is drawn. */
export type GivenNames = readonly string[];

/**
 * What an agent is called: its kind and its number, the row that it has in every table and file, counted from 0; a community by
 * the name that it was given.
 */
export function agentName(language: Language, { kind, index }: Named, given: GivenNames = []): string {
  if (kind === "community" && given[index] !== undefined) return given[index];
  const name = say(language, `kind_${kind}`);
  return kind === "district" || kind === "station" || kind === "outside" ? name : `${name} ${index}`;
}

/** A number with three digits that tell. */
export function short(value: number): string {
  if (Number.isInteger(value)) return String(value);
  if (Math.abs(value) < 0.0995) return String(Number(value.toPrecision(2)));
  return String(Number(value.toFixed(Math.abs(value) < 10 ? 3 : 1)));
}

/** A value of a column in words. */
export function valueInWords(
  language: Language,
  kind: string,
  { column, unit }: Pick<Change, "column" | "unit">,
  value: number,
  given: GivenNames = [],
): string {
  const code = sayIf(language, `code_${kind}_${column}_${value}`);
  if (code !== undefined) return code;
  if (unit === "flag") return say(language, value ? "yes" : "no");
  if (unit === "week") return value < 0 ? "–" : say(language, "weekShort", { week: value });
  if (isAgent(unit)) {
    return value < 0 ? "–" : agentName(language, { kind: unit, index: value }, given);
  }
  return short(value);
}

/** A share or a chance as people read it: 7.7%. */
export const percent = (value: number): string => `${Number((100 * value).toPrecision(2))}%`;

/** The name of a column of a kind of agent. */
export function columnName(language: Language, kind: string, column: string, place = 0): string {
  const name = `column_${column.replace(".", "_")}`;
  const own = sayIf(language, `column_${kind}_${column}`) ?? sayIf(language, `${name}_${place}`);
  return own ?? `${sayIf(language, name) ?? column}${place > 0 ? ` ${place + 1}` : ""}`;
}

function tellDraw(language: Language, kind: string, mechanism: string, draw: DrawRecord, meaning: Meaning): Line {
  const { u, p, outcome, forced } = draw;
  const what = meaning(mechanism, draw.stream, draw.draw)?.[language] ?? `${mechanism} ${draw.draw}`;
  if (forced) {
    const values = { what, outcome: p.length === 2 ? say(language, outcome ? "yes" : "no") : outcome, u: short(u), p: percent(p[1]) };
    return { text: say(language, "story_forced", values), whom: [], draw };
  }
  if (p.length !== 2) {
    const chosen = valueInWords(language, kind, { column: kind === "matter" ? "route" : "form", unit: "code" }, outcome);
    return { text: say(language, "story_choice", { what, chosen, p: percent(p[outcome]), u: short(u) }), whom: [], draw };
  }
  if (p[1] >= 1) return { text: say(language, "story_certain", { what }), whom: [] };
  const word = outcome === 1 ? "story_chanceYes" : "story_chanceNo";
  return { text: say(language, word, { what, u: short(u), p: percent(p[1]) }), whom: [], draw };
}

function tellRemark(language: Language, { what, values, whom = [] }: Remark, given: GivenNames): Line {
  const circles = circleNames
    .filter((circle) => circle in values)
    .map((circle) => `${say(language, `circle_${circle}` as "circle_party")} ${percent(values[circle])}`)
    .join(marks[language].list);
  const shown = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shares.has(key) ? percent(value) : short(value)]));
  const names = whom.map((one) => agentName(language, one, given)).join(marks[language].list);
  const named = names === "" ? "" : marks[language].of(names);
  return { text: sayIf(language, `story_${what}`, { ...shown, circles, whom: names, named }) ?? what, whom };
}

/** What one mechanism did about an agent in one week, line by line: why first, then what. */
export function tellEvent(language: Language, agent: Named, event: AgentEvent, meaning: Meaning, given: GivenNames = []): Line[] {
  const { mechanism, draws, changes, ties, moves, matters, remarks } = event;
  const { kind } = agent;
  const name = (one: Named) => agentName(language, one, given);
  const state = (value: number) => valueInWords(language, "matter", { column: "state", unit: "code" }, value);
  const lines: Line[] = [
    ...draws.map((draw) => tellDraw(language, kind, mechanism, draw, meaning)),
    ...remarks.map((remark) => tellRemark(language, remark, given)),
  ];
  for (const { circle, other, what } of ties) {
    const values = { circle: say(language, `circle_${circle}` as "circle_party"), other: name(other) };
    lines.push({ text: say(language, `story_${what}`, values), whom: [other], circle });
  }
  for (const { serial, type, before, after } of matters) {
    const typeName = valueInWords(language, "matter", { column: "type", unit: "code" }, type);
    const values = { n: serial, type: typeName, before: state(before), after: state(after) };
    lines.push({
      text: say(language, before < 0 ? "story_matterNew" : "story_matterState", values),
      whom: [{ kind: "matter", index: serial }],
    });
  }
  for (const { resource, from, to, amount } of moves) {
    const gives = from.kind === kind && from.index === agent.index;
    const other = gives ? to : from;
    const values = { amount: say(language, `resource_${resource}` as "resource_money", { amount }), other: name(other) };
    lines.push({ text: say(language, gives ? "story_gives" : "story_gets", values), whom: [other] });
  }
  for (const change of changes) {
    if (moves.length > 0 && /^(account\.|minutes|hours|income)/.test(change.column)) continue; // told as moves
    if (kind === "matter" && silent.has(change.column)) continue;
    const column = columnName(language, kind, change.column, change.place);
    if (change.column === "handler") {
      const code = changes.find((one) => one.column === "handlerKind")?.after ?? holderKinds.indexOf("organization");
      const handler = { kind: holderKinds[code], index: change.after };
      lines.push({ text: say(language, "story_is", { column, after: name(handler) }), whom: [handler] });
      continue;
    }
    const at = (value: number) => valueInWords(language, kind, change, value, given);
    const values = { column, before: at(change.before), after: at(change.after) };
    if (values.before === values.after) continue;
    const { unit } = change;
    const whom = isAgent(unit) ? [change.before, change.after].filter((index) => index >= 0).map((index) => ({ kind: unit, index })) : [];
    lines.push({ text: say(language, mechanism === "arrivals" ? "story_is" : "story_become", values), whom });
  }
  return lines;
}
