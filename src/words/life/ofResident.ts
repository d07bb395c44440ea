import type { AgentEvent, DrawRecord } from "../../observation/index.ts";
import { marks } from "../marks.ts";
import type { Word } from "../say.ts";
import { type Named, percent, valueInWords } from "../tellStory.ts";
import { isOpen, type Sentence, type Telling } from "./sentence.ts";

/** Flags of a resident that make them something. */
const standings = {
  member: "life_member",
  registered: "life_registeredVolunteer",
  timeBankMember: "life_timeBankMember",
  residentLeader: "life_residentLeader",
  exemplar: "life_exemplar",
} as const satisfies Record<string, Word>;
const flags = Object.keys(standings) as (keyof typeof standings)[];

/** Weeks after which somebody who has not come does not come any more. */
const LONG = 26;
/** Matters that are named. */
const NAMED = 4;

export function whoResident(tell: Telling): Sentence[] {
  const place = tell.community();
  const values = {
    who: tell.who,
    age: tell.value("age"),
    community: tell.name(place),
    estate: tell.inWords("estate"),
    work: tell.say(tell.value("employed") ? "life_works" : "life_worksNot"),
  };
  const list = flags.filter((flag) => tell.value(flag) === 1).map((flag) => tell.say(standings[flag]));
  const groups = [0, 1, 2].filter((place) => tell.value("groups", place) >= 0).length;
  const acquaintances = tell.story.ties.acquaintance ?? 0;
  return [
    { text: tell.say("life_resident", values), whom: [place] },
    ...(list.length > 0 ? [{ text: tell.say("life_is", { list: list.join(marks[tell.language].list) }) }] : []),
    {
      text: tell.say(groups > 0 ? "life_knows" : "life_knowsOnly", {
        acquaintances: tell.count("acquaintances", acquaintances),
        groups: tell.count("groups", groups),
      }),
    },
  ];
}

export const turnsOfResident = (tell: Telling): Sentence[] => [
  ...movesIn(tell),
  ...takesPart(tell),
  ...flags.flatMap((flag) =>
    [...tell.changes(flag)].map(({ event, after }) =>
      tell.turn(after === 1 ? "life_becomes" : "life_ceases", event, { what: tell.say(standings[flag]) }),
    ),
  ),
  ...goes(tell, "workplace", "workplace", "life_starts", "life_stops"),
  ...goes(tell, "organization", "organization", "life_starts", "life_stops"),
  ...goes(tell, "groups", "group", "life_joins", "life_leaves"),
  ...matters(tell),
];

export function standsResident(tell: Telling): Sentence[] {
  const minutes = tell.value("minutesYear");
  const ties = tell.story.events.flatMap(({ ties }) => ties);
  const [formed, lost] = (["formed", "lost"] as const).map((what) => ties.filter((tie) => tie.what === what).length);
  return [
    { text: minutes >= 30 ? tell.say("life_given", { hours: tell.count("hours", Math.round(minutes / 60)) }) : tell.say("life_givenNot") },
    ...tell.drift("motivation"),
    ...tell.drift("fatigue"),
    ...(formed + lost > 0
      ? [{ text: tell.say("life_acquainted", { formed: tell.count("people", formed), lost: tell.count("people", lost) }) }]
      : []),
  ];
}

/** Whoever moves in is another person. */
const movesIn = (tell: Telling): Sentence[] => [...tell.changes("occupant")].map(({ event }) => tell.turn("life_movesIn", event));

interface Asking {
  event: AgentEvent;
  came: boolean;
}

/** How often they were asked and came, the first time and why, and the last. */
function takesPart(tell: Telling): Sentence[] {
  const all = tell.story.events.filter(({ mechanism }) => mechanism === "participation");
  const outcomes = (event: AgentEvent, draw: number) =>
    event.draws.some((one) => one.stream === "" && one.draw === draw && one.outcome === 1);
  const asked: Asking[] = all.filter((event) => outcomes(event, 0)).map((event) => ({ event, came: outcomes(event, 1) }));
  for (const event of all) tell.told.add(event);
  if (asked.length === 0) return [{ text: tell.say("life_askedNot") }];
  const came = asked.filter((one) => one.came);
  const times = (count: number) => tell.count("times", count);
  if (came.length === 0) return [{ text: tell.say("life_askedNever", { asked: times(asked.length) }) }];
  const [first, last] = [came[0].event, (came.at(-1) as Asking).event];
  const after = asked.filter(({ event }) => event.week > last.week).length;
  const gone = tell.story.to - last.week >= LONG;
  return [
    { text: tell.say("life_asked", { asked: times(asked.length), came: times(came.length) }) },
    firstTime(tell, first),
    ...(gone && last !== first
      ? [tell.turn(after > 0 ? "life_last" : "life_lastOfAll", last, { asked: times(after) }, [], decides(last))]
      : []),
  ];
}

/** The first time, and how many around them had come. */
function firstTime(tell: Telling, event: AgentEvent): Sentence {
  const exposure = event.remarks.find(({ what }) => what === "exposure")?.values;
  if (exposure === undefined) return tell.turn("life_first", event, {}, [], decides(event));
  const { share, threshold } = exposure;
  const values = { share: percent(share), threshold: percent(threshold) };
  return tell.turn(share >= threshold ? "life_firstAbove" : "life_firstBelow", event, values, [], decides(event));
}

/** Whether they come hangs on the draw whether they join; where that is certain, on whether they are asked. */
function decides({ draws }: AgentEvent): (draw: DrawRecord) => boolean {
  const joining = draws.some((one) => one.stream === "" && one.draw === 1 && isOpen(one));
  return ({ stream, draw }) => stream === "" && draw === (joining ? 1 : 0);
}

/** A place of a resident among others that is taken or given up. */
function goes(tell: Telling, column: string, kind: Named["kind"], starts: Word, stops: Word): Sentence[] {
  const said: Sentence[] = [];
  const whom = (index: number) => [{ kind, index }];
  for (const { event, before, after } of tell.changes(column)) {
    if (before >= 0) said.push(tell.turn(stops, event, { other: tell.name({ kind, index: before }) }, whom(before)));
    if (after >= 0) said.push(tell.turn(starts, event, { other: tell.name({ kind, index: after }) }, whom(after)));
  }
  return said;
}

/** Matters that they raised or are the other party of, and what became of them. */
function matters(tell: Telling): Sentence[] {
  const last = new Map<number, number>();
  for (const { matters } of tell.story.events) for (const { serial, after } of matters) last.set(serial, after);
  if (last.size === 0) return [];
  const named = [...last].slice(0, NAMED).map(([serial, state]) => {
    const inWords = valueInWords(tell.language, "matter", { column: "state", unit: "code" }, state);
    return `${tell.name({ kind: "matter", index: serial })}${marks[tell.language].of(inWords)}`;
  });
  const whom = [...last.keys()].slice(0, NAMED).map((index) => ({ kind: "matter" as const, index }));
  return [
    { text: tell.say("life_party", { matters: tell.count("matters", last.size), list: named.join(marks[tell.language].list) }), whom },
  ];
}
