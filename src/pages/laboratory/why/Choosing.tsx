import { computed, signal } from "@preact/signals";
import { type Agent, type StoryKind, type Suggestion, storyKinds } from "../../../observation/index.ts";
import { tellSuggestion } from "../../../words/index.ts";
import { NumberField } from "../NumberField.tsx";
import { givenNames } from "../names.ts";
import { useAnswer } from "../pictures/answer.ts";
import { language, t } from "../preferences.ts";
import { loaded, past, week } from "../session/index.ts";
import { askWhy } from "./askWhy.ts";
import { progress, told } from "./telling.ts";

/** Who is chosen to be asked. */
export const chosen = signal<Agent<StoryKind>>({ kind: "resident", index: 0 });
/** The first week to tell, and the last; the last that has run where none is named. */
const first = signal(1);
const named = signal<number | undefined>(undefined);
const last = computed(() => Math.min(named.value ?? week.value, week.value));
export const weeksToTell = () => ({ from: Math.min(first.peek(), last.peek()), to: last.peek() });

// Another run has other weeks.
past.subscribe(() => {
  first.value = 1;
  named.value = undefined;
});

/** Whom to ask: those whose story is worth telling, or anybody. */
export function Choosing() {
  const suggestions = useAnswer(() => (lab) => lab.suggestions());
  const count = useAnswer(() => {
    const { kind } = chosen.value;
    return async (lab) => ({ kind, count: await lab.agents(kind) });
  });
  if (week.value === 0)
    return (
      <section class="card choosing">
        <h2>{t("whyPage")}</h2>
        <p role="status">{t("whyNone")}</p>
      </section>
    );
  const known = count.value?.kind === chosen.value.kind ? count.value.count : undefined;
  return (
    <section class="card choosing">
      <h2>{t("whyPage")}</h2>
      <p class="help">{t("whyHelp")}</p>
      <Suggestions of={suggestions.value ?? []} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          askWhy(chosen.peek().kind, chosen.peek().index);
        }}
      >
        <label>
          {t("whyWho")}
          <select
            value={chosen.value.kind}
            onChange={(event) => (chosen.value = { kind: event.currentTarget.value as StoryKind, index: 0 })}
          >
            {storyKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind_${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("whyNumber")}
          <NumberField
            key={chosen.value.kind}
            value={chosen.value.index}
            min={0}
            max={known && known - 1}
            whole
            onChange={(index) => (chosen.value = { ...chosen.value, index })}
          />
        </label>
        <label>
          {t("whyFrom")}
          <NumberField value={Math.min(first.value, last.value)} min={1} max={last.value} whole onChange={(at) => (first.value = at)} />
        </label>
        <label>
          {t("whyTo")}
          <NumberField
            value={last.value}
            min={Math.min(first.value, last.value)}
            max={week.value}
            whole
            onChange={(at) => (named.value = at)}
          />
        </label>
        <button type="submit" disabled={!loaded.value?.ok || known === 0 || progress.value !== undefined}>
          {t("whyTell")}
        </button>
      </form>
      {known === 0 && <p role="status">{t("whyNoneOf", { kind: t(`kind_${chosen.value.kind}`) })}</p>}
    </section>
  );
}

/** Those whose story is worth telling, each with why; folded while a story is told. */
function Suggestions({ of }: { of: readonly Suggestion[] }) {
  if (of.length === 0) return <p role="status">{t("suggest_nobody")}</p>;
  return (
    <details open={told.value === undefined && progress.value === undefined}>
      <summary>{t("whySuggested")}</summary>
      <ul class="suggestions">
        {of.map((one) => (
          <li key={one.rule}>
            <button type="button" class="link" onClick={() => askWhy(one.agent.kind, one.agent.index)}>
              {tellSuggestion(language.value, one, givenNames.value)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
