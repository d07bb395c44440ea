import { type AgentEvent, holderKinds, matterStates } from "../../observation/index.ts";
import type { Word } from "../say.ts";
import { type Named, valueInWords } from "../tellStory.ts";
import type { Sentence, Telling } from "./sentence.ts";

const stateOf = (name: (typeof matterStates)[number]): number => matterStates.indexOf(name);
const [TAKEN_UP, CLOSED, REOPENED] = [stateOf("takenUp"), stateOf("closed"), stateOf("reopened")];
/** States in which a matter is over. */
const over = new Set([CLOSED, stateOf("settled"), stateOf("dropped")]);

export function whoMatter(tell: Telling): Sentence[] {
  const place = tell.community();
  const resident = { kind: "resident", index: tell.value("resident") } as const;
  const values = { who: tell.who, type: tell.inWords("type"), community: tell.name(place), week: tell.value("raised") };
  return [
    { text: tell.say("life_matter", values), whom: [place] },
    ...(resident.index >= 0 ? [{ text: tell.say("life_raisedBy", { other: tell.name(resident) }), whom: [resident] }] : []),
  ];
}

/** Its path: where it was brought, who took it in hand, meetings, and every state. */
export const turnsOfMatter = (tell: Telling): Sentence[] => tell.story.events.flatMap((event) => stepsOf(tell, event));

function stepsOf(tell: Telling, event: AgentEvent): Sentence[] {
  const said: Sentence[] = [];
  const change = (column: string) => event.changes.find((one) => one.column === column);
  const route = change("route");
  if (route && route.after > 0) {
    const inWords = valueInWords(tell.language, "matter", { column: "route", unit: "code" }, route.after);
    said.push(tell.turn("life_route", event, { route: inWords }));
  }
  const handler = change("handler");
  if (handler && handler.after >= 0) {
    const kind = holderKinds[change("handlerKind")?.after ?? tell.value("handlerKind")] as Named["kind"];
    const one = { kind, index: handler.after };
    said.push(tell.turn("life_handler", event, { other: tell.name(one) }, [one]));
  }
  for (const { what, values } of event.remarks) if (what === "votes") said.push(tell.turn("life_votes", event, { ...values }));
  const state = change("state");
  if (state && state.after > 0) said.push(enters(tell, event, state.before, state.after));
  // The draw of an event decided the last thing that it did.
  return said.map((sentence, k) => (k < said.length - 1 ? { ...sentence, decided: undefined } : sentence));
}

/** A state that it enters. It is closed without being settled where the chance of being settled did not come. */
function enters(tell: Telling, event: AgentEvent, before: number, after: number): Sentence {
  const again = after === TAKEN_UP && (before === CLOSED || before === REOPENED);
  return tell.turn(
    again ? "life_again" : (`life_state_${after}` as Word),
    event,
    {},
    [],
    ({ outcome }) => outcome === (after === CLOSED ? 0 : 1),
  );
}

export function standsMatter(tell: Telling): Sentence[] {
  const ended = over.has(tell.value("state"));
  const until = ended ? tell.value("changed") : tell.story.to;
  const weeks = tell.count("weeks", until - tell.value("raised"));
  return [{ text: tell.say(ended ? "life_ended" : "life_open", { weeks, state: tell.inWords("state") }) }];
}
