import { percent } from "../tellStory.ts";
import { foundedIn } from "./ofOrganization.ts";
import type { Sentence, Telling } from "./sentence.ts";

export function whoBranch(tell: Telling): Sentence[] {
  const place = tell.community();
  const organizations = tell.value("memberOrganizations");
  const values = {
    who: tell.who,
    form: tell.inWords("form"),
    community: tell.name(place),
    members: tell.count("members", tell.value("members")),
    organizations: tell.count("organizations", organizations),
  };
  return [{ text: tell.say(organizations > 0 ? "life_branchOf" : "life_branch", values), whom: [place] }, foundedIn(tell)];
}

export const turnsOfBranch = (tell: Telling): Sentence[] => [
  ...[...tell.changes("alive")].flatMap(({ event, after }) => (after === 0 ? [tell.turn("life_dissolves", event)] : [])),
  ...[...tell.changes("memberOrganizations")].map(({ event, before, after }) =>
    tell.turn("life_gathers", event, { organizations: tell.count("organizations", after), before: String(before) }),
  ),
];

export function standsBranch(tell: Telling): Sentence[] {
  const [reported, activity] = [percent(tell.value("reported")), percent(tell.value("activity"))];
  return [{ text: tell.say("life_reports", { reported, activity }) }, ...tell.drift("activity"), ...tell.drift("members")];
}
