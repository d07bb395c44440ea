import { ESCALATED, type Part, type World } from "../engine/index.ts";
import { type Column, MEETING } from "../population/index.ts";
import type { Agent, StoryKind } from "./story.ts";

/**
 * Rules by which somebody is suggested whose story is worth telling, in the order in which they are offered. Each suggests
 * one at most.
 */
export const suggestionRules = ["gaveUp", "carries", "recruited", "closed", "dissolved", "overstated", "returned", "petitioned"] as const;
export type SuggestionRule = (typeof suggestionRules)[number];

/** Somebody to ask why, by which rule, and what the sentence about them needs. */
export interface Suggestion {
  rule: SuggestionRule;
  agent: Agent<StoryKind>;
  values: Readonly<Record<string, number>>;
}

/** Minutes in a year from which giving up is a story, and weeks after which it is one. */
export const MUCH = 10 * 60;
export const LONG = 26;
/** How much more a branch reports than it does. */
export const GAP = 0.1;
/** How often a matter comes back. */
export const OFTEN = 2;

/** Weeks between two looks at the time that residents gave. */
const EVERY = 4;

/** Who fits best a rule about something that passes, so far. */
interface Fit {
  score: number;
  index: number;
  values: Record<string, number>;
}
/** Rules whose signs are gone some weeks later, and the values that each keeps. */
const passing = {
  recruited: ["week", "hours"],
  dissolved: ["week", "organizations", "members"],
  returned: ["week", "times"],
  petitioned: ["week", "raised"],
} as const satisfies Partial<Record<SuggestionRule, readonly string[]>>;
type Passing = keyof typeof passing;
const passingRules = Object.keys(passing) as Passing[];

/**
 * Finds whom to ask why: it looks at a run week by week and keeps what the world forgets, 7 bytes a resident. The rules are
 * of the world alone, so two who look at the same run find the same. It draws nothing and changes nothing.
 */
export class StoryFinder {
  /** [resident] the most minutes that this person gave in any trailing year. */
  private most: Uint32Array<ArrayBuffer>;
  private occupant: Uint16Array<ArrayBuffer>;
  private member: Uint8Array<ArrayBuffer>;
  /** [branch] as it stood the week before. */
  private branches: { alive: number; organizations: number; members: number }[] = [];
  private readonly fits = new Map<Passing, Fit>();

  /** Begins with the week in which the world stands. */
  constructor(world: World) {
    const { minutesYear, occupant, member } = world.residents.columns;
    this.most = Uint32Array.from(minutesYear);
    this.occupant = Uint16Array.from(occupant);
    this.member = Uint8Array.from(member);
    this.observeBranches(world);
  }

  /** Looks at the week that the world has just completed. */
  observe(world: World): void {
    this.observeResidents(world);
    this.observeBranches(world);
    this.observeMatters(world);
  }

  /** Whom to ask by this week, in the order of the rules. */
  suggestions(world: World): Suggestion[] {
    const fits: Record<SuggestionRule, [kind: StoryKind, fit: Fit | undefined]> = {
      gaveUp: ["resident", gaveUp(world, this.most)],
      carries: ["resident", carries(world)],
      recruited: ["resident", this.fits.get("recruited")],
      closed: ["organization", closed(world)],
      dissolved: ["branch", this.fits.get("dissolved")],
      overstated: ["branch", overstated(world)],
      returned: ["matter", this.fits.get("returned")],
      petitioned: ["matter", this.fits.get("petitioned")],
    };
    return suggestionRules.flatMap((rule) => {
      const [kind, fit] = fits[rule];
      return fit === undefined ? [] : [{ rule, agent: { kind, index: fit.index }, values: fit.values }];
    });
  }

  /** State to keep in a checkpoint. */
  parts(): Part[] {
    return [
      { name: "stories.most", values: this.most },
      { name: "stories.occupant", values: this.occupant },
      { name: "stories.member", values: this.member },
      {
        name: "stories.branches",
        values: Float64Array.from(this.branches.flatMap(({ alive, organizations, members }) => [alive, organizations, members])),
      },
      ...passingRules.flatMap((rule) => {
        const fit = this.fits.get(rule);
        return fit
          ? [{ name: `stories.${rule}`, values: Float64Array.of(fit.score, fit.index, ...passing[rule].map((key) => fit.values[key])) }]
          : [];
      }),
    ];
  }

  /** Goes on from what a checkpoint kept; without it, what it tells begins with the week of the checkpoint. */
  restore(parts: ReadonlyMap<string, Column>): void {
    const column = <T>(name: string) => (parts.get(`stories.${name}`) as Column).slice() as T;
    if (!parts.has("stories.most")) return;
    this.most = column("most");
    this.occupant = column("occupant");
    this.member = column("member");
    const branches = column<Float64Array>("branches");
    this.branches = Array.from({ length: branches.length / 3 }, (_, k) => ({
      alive: branches[k * 3],
      organizations: branches[k * 3 + 1],
      members: branches[k * 3 + 2],
    }));
    for (const rule of passingRules) {
      if (!parts.has(`stories.${rule}`)) continue;
      const [score, index, ...values] = column<Float64Array>(rule);
      this.fits.set(rule, { score, index, values: Object.fromEntries(passing[rule].map((key, k) => [key, values[k]])) });
    }
  }

  /** A resident has joined the party; of several, who gave most in the year before. Whoever moves in is another person. */
  private observeResidents({ residents, week }: World): void {
    const { minutesYear, occupant: occupantNow, member: memberNow } = residents.columns;
    const { most, occupant, member } = this;
    for (let i = 0; i < residents.rows; i++) {
      if (occupantNow[i] === occupant[i] && memberNow[i] === member[i]) continue;
      if (occupantNow[i] !== occupant[i]) most[i] = 0;
      else if (memberNow[i] > member[i] && minutesYear[i] > (this.fits.get("recruited")?.score ?? -1))
        this.fits.set("recruited", { score: minutesYear[i], index: i, values: { week, hours: minutesYear[i] / 60 } });
      occupant[i] = occupantNow[i];
      member[i] = memberNow[i];
    }
    if (week % EVERY !== 0) return;
    for (let i = 0; i < residents.rows; i++) if (minutesYear[i] > most[i]) most[i] = minutesYear[i];
  }

  /** A branch is dissolved; of several, that of most organizations, then the latest. */
  private observeBranches({ branches, week }: World): void {
    const { alive, form, memberOrganizations, members } = branches.columns;
    for (let k = 0; k < branches.rows; k++) {
      const before = this.branches[k];
      const stands = form[k] === MEETING ? 0 : alive[k];
      if (before?.alive === 1 && !stands)
        this.keep("dissolved", {
          score: before.organizations,
          index: k,
          values: { week, organizations: before.organizations, members: before.members },
        });
      this.branches[k] = { alive: stands, organizations: memberOrganizations[k], members: members[k] };
    }
  }

  /** A matter comes back for the second time or more, the oftenest and then the latest; one becomes a petition, the gravest. */
  private observeMatters({ matters, week }: World): void {
    const { serial, reopenings, raised, changed, state, severity } = matters.columns;
    for (let q = 0; q < matters.rows; q++) {
      if (changed[q] !== week) continue;
      if (reopenings[q] >= OFTEN) this.keep("returned", { score: reopenings[q], index: serial[q], values: { week, times: reopenings[q] } });
      if (state[q] === ESCALATED) this.keep("petitioned", { score: severity[q], index: serial[q], values: { week, raised: raised[q] } });
    }
  }

  private keep(rule: Passing, fit: Fit): void {
    if (fit.score >= (this.fits.get(rule)?.score ?? 0)) this.fits.set(rule, fit);
  }
}

/** The best of some rows by a score above 0, the first of equals; undefined if none has any. */
function best(rows: number, scoreOf: (row: number) => number, valuesOf: (row: number) => Record<string, number>): Fit | undefined {
  let [index, score] = [-1, 0];
  for (let k = 0; k < rows; k++) {
    const here = scoreOf(k);
    if (here > score) [index, score] = [k, here];
  }
  return index < 0 ? undefined : { score, index, values: valuesOf(index) };
}

/** Gave much in some year, took part in the run, and has not for half a year. Who only exchanged help has given up nothing. */
function gaveUp({ residents, week }: World, most: Uint32Array): Fit | undefined {
  const { lastGovernance, lastVolunteering } = residents.columns;
  const last = (i: number) => Math.max(lastGovernance[i], lastVolunteering[i]);
  const score = (i: number) => (most[i] >= MUCH && last(i) > 0 && last(i) <= week - LONG ? most[i] : 0);
  return best(residents.rows, score, (i) => ({ hours: most[i] / 60, week: last(i) }));
}

/** Gave most in the last year. */
function carries({ residents }: World): Fit | undefined {
  const { minutesYear } = residents.columns;
  return best(
    residents.rows,
    (i) => (minutesYear[i] >= MUCH ? minutesYear[i] : 0),
    (i) => ({ hours: minutesYear[i] / 60 }),
  );
}

/** Closed in the run; of several, that of most people. */
function closed({ organizations }: World): Fit | undefined {
  const { closed, founded, staff, volunteers } = organizations.columns;
  return best(
    organizations.rows,
    (g) => (closed[g] > 0 ? 1 + staff[g] + volunteers[g] : 0),
    (g) => ({ week: closed[g], years: (closed[g] - founded[g]) / 52 }),
  );
}

/** Reports more than it does, and by most. */
function overstated({ branches }: World): Fit | undefined {
  const { alive, form, activity, reported } = branches.columns;
  const gap = (k: number) => (alive[k] && form[k] !== MEETING ? reported[k] - activity[k] : 0);
  return best(
    branches.rows,
    (k) => (gap(k) >= GAP ? gap(k) : 0),
    (k) => ({ reported: reported[k], activity: activity[k] }),
  );
}
