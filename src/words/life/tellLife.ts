import type { AgentEvent, Story, StoryKind } from "../../observation/index.ts";
import type { Language } from "../say.ts";
import { standsBranch, turnsOfBranch, whoBranch } from "./ofBranch.ts";
import { standsMatter, turnsOfMatter, whoMatter } from "./ofMatter.ts";
import { standsOrganization, turnsOfOrganization, whoOrganization } from "./ofOrganization.ts";
import { standsResident, turnsOfResident, whoResident } from "./ofResident.ts";
import { type Decided, isOpen, type Sentence, Telling, type Terms } from "./sentence.ts";

/** A story in three paragraphs: who it is, what turned, and where they stand at its end. */
export interface Life {
  readonly who: readonly Sentence[];
  readonly turned: readonly Sentence[];
  readonly stands: readonly Sentence[];
}

/** Sentences about chances that are told beside what is told anyway, the rarest first. */
const CHANCES = 4;
/** As often as this a chance is told each time; oftener, once for all times. */
const EACH = 2;

type Rule = (tell: Telling) => Sentence[];
const rules: Readonly<Record<StoryKind, { who: Rule; turned: Rule; stands: Rule }>> = {
  resident: { who: whoResident, turned: turnsOfResident, stands: standsResident },
  organization: { who: whoOrganization, turned: turnsOfOrganization, stands: standsOrganization },
  branch: { who: whoBranch, turned: turnsOfBranch, stands: standsBranch },
  matter: { who: whoMatter, turned: turnsOfMatter, stands: standsMatter },
  workplace: {
    who: (tell) => [
      {
        text: tell.say("life_workplace", {
          who: tell.who,
          kind: tell.inWords("kind"),
          employees: tell.value("employees"),
          members: tell.value("members"),
        }),
      },
    ],
    turned: () => [],
    stands: () => [],
  },
  community: {
    who: (tell) => [
      { text: tell.say("life_community", { who: tell.who, residents: tell.value("residents"), adults: tell.value("adults") }) },
    ],
    turned: () => [],
    stands: (tell) => tell.drift("norm"),
  },
};

/** A story in sentences, by rule; those of no week first, then in the order of time. */
export function tellLife(language: Language, story: Story, terms: Terms): Life {
  const tell = new Telling(language, story, terms);
  const { who, turned, stands } = rules[story.agent.kind];
  const told = turned(tell);
  const chances = story.agent.kind === "matter" ? [] : chancesThatCame(tell);
  const all = [...told, ...chances, ...(story.agent.kind === "resident" ? [] : ties(tell))];
  const inTime = [...all].sort((a, b) => (a.week ?? 0) - (b.week ?? 0));
  return {
    who: who(tell),
    turned: inTime.length > 0 ? inTime : [{ text: tell.say("life_quiet") }],
    stands: [...stands(tell), ...closest(tell)],
  };
}

/** Chances that came true and that no other rule has told: the rarest, in the order of time. */
function chancesThatCame(tell: Telling): Sentence[] {
  const came = new Map<string, { event: AgentEvent; decided: Decided }[]>();
  for (const event of tell.story.events) {
    if (tell.told.has(event)) continue;
    for (const draw of event.draws) {
      if (!isOpen(draw) || draw.outcome !== 1 || tell.terms.meaning(event.mechanism, draw.stream, draw.draw) === undefined) continue;
      const key = `${event.mechanism}/${draw.stream}/${draw.draw}`;
      const { mechanism, week } = event;
      came.set(key, [...(came.get(key) ?? []), { event, decided: { mechanism, week, draw } }]);
    }
  }
  const rarest = [...came.values()].sort((a, b) => a[0].decided.draw.p[1] - b[0].decided.draw.p[1]).slice(0, CHANCES);
  return rarest.flatMap((times) => {
    const what = clause(tell, times[0].decided);
    if (times.length <= EACH)
      return times.map(({ decided }) => ({ text: tell.say("life_chance", { week: decided.week, what }), week: decided.week, decided }));
    const [first, last] = [times[0].decided.week, (times.at(-1) as (typeof times)[number]).decided.week];
    return [{ text: tell.say("life_chances", { first, last, what, times: tell.count("times", times.length) }), week: first }];
  });
}

/** Words with which what a draw decides brings a subject of its own. */
const subjects = /^(a|an|the|those|its|partners|pressed) /;

/** What a draw decides, as a clause with a subject. */
function clause(tell: Telling, { mechanism, draw }: Decided): string {
  const what = tell.terms.meaning(mechanism, draw.stream, draw.draw)?.[tell.language] ?? mechanism;
  return tell.language === "en" && !subjects.test(what) ? `${tell.who} ${what}` : what;
}

/** Ties with others that came and went, circle by circle. */
function ties(tell: Telling): Sentence[] {
  const all = tell.story.events.flatMap(({ ties }) => ties);
  return (["party", "acquaintance", "interest", "industry"] as const).flatMap((circle) => {
    const [formed, lost] = (["formed", "lost"] as const).map(
      (what) => all.filter((tie) => tie.circle === circle && tie.what === what).length,
    );
    if (formed + lost === 0) return [];
    const values = { circle: tell.say(`circle_${circle}`), formed: tell.count("ties", formed), lost: tell.count("ties", lost) };
    return [{ text: tell.say("life_ties", values), circle }];
  });
}

/** The draw that came closest to another outcome. */
function closest(tell: Telling): Sentence[] {
  let near: Decided | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { mechanism, week, draws } of tell.story.events) {
    for (const draw of draws) {
      if (!isOpen(draw) || draw.forced || tell.terms.meaning(mechanism, draw.stream, draw.draw) === undefined) continue;
      const away = Math.abs(draw.u - draw.p[1]) / Math.min(draw.p[1], 1 - draw.p[1]);
      if (away < least) [near, least] = [{ mechanism, week, draw }, away];
    }
  }
  if (near === undefined) return [];
  const what = tell.terms.meaning(near.mechanism, near.draw.stream, near.draw.draw)?.[tell.language] ?? "";
  const outcome = tell.say(near.draw.outcome === 1 ? "yes" : "no");
  return [{ text: tell.say("life_close", { week: near.week, what, outcome }), decided: near }];
}
