import type { AgentEvent, DrawRecord, Story } from "../../observation/index.ts";
import { type Language, say, type Word } from "../say.ts";
import { agentName, columnName, type GivenNames, type Meaning, type Named, percent, short, valueInWords } from "../tellStory.ts";
import { counting } from "../tellSuggestion.ts";

/** A draw that decided, and where it was taken. */
export interface Decided {
  readonly mechanism: string;
  readonly week: number;
  readonly draw: DrawRecord;
}

/** A sentence of a story, with those whom it names and the draw that decided it. */
export interface Sentence {
  readonly text: string;
  /** The week in which it happened; none if it is of all weeks. */
  readonly week?: number;
  readonly whom?: readonly Named[];
  readonly circle?: string;
  readonly decided?: Decided | undefined;
}

/** What stories need to know of mechanisms: what a draw decides, and what they are called. */
export interface Terms {
  readonly meaning: Meaning;
  title(mechanism: string): string;
  /** Names that tables give to communities. */
  readonly given?: GivenNames | undefined;
}

/** What a rule tells with: the story, and words of one language. */
export class Telling {
  readonly language: Language;
  readonly story: Story;
  readonly terms: Terms;
  /** Events that a rule has told: the general rule about chances leaves them out. */
  readonly told = new Set<AgentEvent>();

  constructor(language: Language, story: Story, terms: Terms) {
    this.language = language;
    this.story = story;
    this.terms = terms;
  }

  say(word: Word, values: Record<string, string | number> = {}): string {
    return say(this.language, word, values);
  }

  count(what: Parameters<typeof counting>[1], count: number): string {
    return counting(this.language, what, count);
  }

  name(one: Named): string {
    return agentName(this.language, one, this.terms.given);
  }

  get who(): string {
    return this.name(this.story.agent);
  }

  /** A value of the agent's row at the end of the story. */
  value(column: string, place = 0): number {
    return this.story.row[column]?.[place] ?? Number.NaN;
  }

  /** A value of the row in words. */
  inWords(column: string, unit = "code"): string {
    return valueInWords(this.language, this.story.agent.kind, { column, unit }, this.value(column), this.terms.given);
  }

  community(): Named {
    return { kind: "community", index: this.value("community") };
  }

  /** Changes of a column in the order of time, each with its event. */
  *changes(column: string): Generator<{ event: AgentEvent; before: number; after: number }> {
    for (const event of this.story.events)
      for (const change of event.changes) if (change.column === column) yield { event, before: change.before, after: change.after };
  }

  /**
   * A sentence about what happened in an event, which is told with it, and the draw that decided it.
   *
   * @param which  the draws that could have decided it: by default those that came true
   */
  turn(
    word: Word,
    event: AgentEvent,
    values: Record<string, string | number> = {},
    whom: readonly Named[] = [],
    which: (draw: DrawRecord) => boolean = ({ outcome }) => outcome === 1,
  ): Sentence {
    this.told.add(event);
    const { mechanism, week } = event;
    const draw = event.draws.filter((one) => isOpen(one) && which(one)).at(-1);
    return { text: this.say(word, { week, ...values }), week, whom, decided: draw && { mechanism, week, draw } };
  }

  /** How a value went, and by what most; nothing if it reads the same. */
  drift(column: string): Sentence[] {
    const { agent, attribution } = this.story;
    const found = attribution.find((one) => one.column === column && one.place === 0);
    if (found === undefined || found.by.length === 0) return [];
    const asShare = found.unit === "0-1" || found.unit === "share";
    const [before, after] = [found.before, found.after].map((value) => (asShare ? percent(value) : short(value)));
    if (before === after) return [];
    const name = columnName(this.language, agent.kind, column);
    const values = { column: capital(name), before, after, mechanism: this.terms.title(found.by[0].mechanism) };
    return [{ text: this.say("life_drift", values) }];
  }
}

/** Whether a draw could have fallen either way. */
export const isOpen = ({ p }: DrawRecord): boolean => p.length === 2 && p[1] > 0 && p[1] < 1;

/** Chances below this are told as odds. */
const RARE = 0.2;
/** A draw this near to the bound, as a share of the rarer outcome, was close. */
const NEAR = 0.1;

/** What there is to remark of a draw that decided, in words. */
export function tellDecided(language: Language, { draw }: Decided): string {
  const { u, p } = draw;
  const chance = p[1];
  const close = Math.abs(u - chance) < NEAR * Math.min(chance, 1 - chance);
  const odds =
    chance < RARE ? say(language, "life_odds", { n: Math.round(1 / chance) }) : say(language, "life_likely", { p: percent(chance) });
  return close ? `${odds}${language === "en" ? " " : ""}${say(language, "life_near")}` : odds;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
