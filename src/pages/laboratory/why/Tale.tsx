import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { type Story, type StoryKind, storyKinds } from "../../../observation/index.ts";
import { type CircleName, circleColours } from "../../../views/index.ts";
import { marks, type Sentence, tellDecided, tellLife } from "../../../words/index.ts";
import type { InspectedKind } from "../../../worker/protocol.ts";
import { givenNames, nameInStory } from "../names.ts";
import { PersonCard } from "../pictures/PersonCard.tsx";
import { language, t, theme } from "../preferences.ts";
import { askWhy } from "./askWhy.ts";
import { StoryView } from "./StoryView.tsx";
import { askOtherwise } from "./telling.ts";
import { terms } from "./terms.ts";

/** A story in sentences, with the four circles of whom it tells beside it; every event and number on request. */
export function Tale({ story }: { story: Story }) {
  const { agent, from, to } = story;
  const life = tellLife(language.value, story, { ...terms, given: givenNames.value });
  const name = nameInStory(agent);
  const person = personOf(story);
  const every = useSignal(false);
  return (
    <section class="tale" aria-label={t("whyTimeline", { name })}>
      <article class="card">
        <h2>{t("story_heading", { name, from: from + 1, to })}</h2>
        <h3>{t("whyWhoTheyAre")}</h3>
        <p>
          {life.who.map((sentence) => (
            <Told key={sentence.text} sentence={sentence} />
          ))}
        </p>
        <h3>{t("whyTurned")}</h3>
        <ol>
          {life.turned.map((sentence, k) => (
            <li key={`${k} ${sentence.text}`}>
              <Told sentence={sentence} />
            </li>
          ))}
        </ol>
        <h3>{t("whyStands")}</h3>
        <p>
          {life.stands.map((sentence) => (
            <Told key={sentence.text} sentence={sentence} />
          ))}
        </p>
        <details class="every" onToggle={(event) => (every.value = event.currentTarget.open)}>
          <summary>{t("whyEvery")}</summary>
          {every.value && <StoryView story={story} onOtherwise={(mechanism, at, draw) => void askOtherwise(mechanism, at, draw)} />}
        </details>
      </article>
      {person && <PersonCard {...person} />}
    </section>
  );
}

/** Whose circles stand beside a story: those of whom it tells; of a matter, of who raised it. */
function personOf({ agent, row }: Story): { kind: InspectedKind; index: number } | undefined {
  if (agent.kind !== "matter") return { kind: agent.kind, index: agent.index };
  const [index = -1] = row.resident ?? [];
  return index < 0 ? undefined : { kind: "resident", index };
}

/** A sentence: whom it names can be asked too, and of the draw that decided it is said how likely it was. */
function Told({ sentence }: { sentence: Sentence }) {
  const { text, whom = [], circle, decided } = sentence;
  return (
    <span class="sentence">
      {circle && <i class="circle" style={{ background: circleColours[circle as CircleName][theme.value] }} />}
      {named(text, whom)}
      {marks[language.value].next}
      {decided && (
        <small class="remark">
          {tellDecided(language.value, decided)}{" "}
          <button
            type="button"
            class="link otherwise"
            title={t("whyOtherwise")}
            onClick={() => void askOtherwise(decided.mechanism, decided.week, decided.draw)}
          >
            {t("whyIf")}
          </button>
          {marks[language.value].next}
        </small>
      )}
    </span>
  );
}

/** A text in which those who have a story are links to it. */
function named(text: string, whom: NonNullable<Sentence["whom"]>): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let rest = text;
  for (const { kind, index } of whom) {
    const name = nameInStory({ kind, index });
    const at = rest.indexOf(name);
    if (at < 0 || !storyKinds.includes(kind as StoryKind)) continue;
    parts.push(
      rest.slice(0, at),
      <button key={`${kind}${index}`} type="button" class="link whom" onClick={() => askWhy(kind as StoryKind, index)}>
        {name}
      </button>,
    );
    rest = rest.slice(at + name.length);
  }
  return [...parts, rest];
}
