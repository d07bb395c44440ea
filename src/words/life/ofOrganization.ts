import type { Sentence, Telling } from "./sentence.ts";

const WEEKS_OF_YEAR = 52;

export function whoOrganization(tell: Telling): Sentence[] {
  const place = tell.community();
  const values = {
    who: tell.who,
    type: tell.inWords("type"),
    standing: tell.say(tell.value("registered") ? "life_registered" : "life_filed"),
    community: tell.name(place),
    staff: tell.value("staff"),
    volunteers: tell.value("volunteers"),
    members: tell.value("members"),
  };
  return [
    { text: tell.say(tell.value("alive") ? "life_organization" : "life_closedOrganization", values), whom: [place] },
    foundedIn(tell),
  ];
}

/** When an organization or a branch was founded. */
export function foundedIn(tell: Telling): Sentence {
  const week = tell.value("founded");
  if (week > 0) return { text: tell.say("life_foundedIn", { week }) };
  return { text: tell.say("life_foundedBefore", { years: tell.count("years", Math.round(-week / WEEKS_OF_YEAR)) }) };
}

export const turnsOfOrganization = (tell: Telling): Sentence[] => [
  ...[...tell.changes("alive")].flatMap(({ event, after }) => (after === 0 ? [tell.turn("life_closes", event)] : [])),
  ...[...tell.changes("branch")].flatMap(({ event, before, after }) => [
    ...(before >= 0 ? [under(tell, "life_uncovered", event, before)] : []),
    ...(after >= 0 ? [under(tell, "life_covered", event, after)] : []),
  ]),
  ...serves(tell),
];

export const standsOrganization = (tell: Telling): Sentence[] =>
  ["quality", "legitimacy", "autonomy", "staff", "volunteers"].flatMap((column) => tell.drift(column));

function under(tell: Telling, word: "life_covered" | "life_uncovered", event: Parameters<Telling["turn"]>[1], index: number): Sentence {
  const branch = { kind: "branch", index } as const;
  return tell.turn(word, event, { other: tell.name(branch) }, [branch]);
}

/** What it did for matters, over all weeks. */
function serves(tell: Telling): Sentence[] {
  const given = tell.story.events.flatMap(({ remarks }) => remarks.filter(({ what }) => what === "serves"));
  if (given.length === 0) return [];
  const sum = (key: string) => given.reduce((total, { values }) => total + (values[key] ?? 0), 0);
  const matters = new Set(given.flatMap(({ whom = [] }) => whom.map(({ index }) => index))).size;
  const values = {
    matters: tell.count("matters", matters),
    hours: tell.count("hours", Math.round(sum("minutes") / 60)),
    yuan: Math.round(sum("fee")).toLocaleString("en"),
  };
  return [{ text: tell.say("life_serves", values) }];
}
