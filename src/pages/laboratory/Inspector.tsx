import { computed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { circleColours } from "../../views/index.ts";
import { tellFact, valueInWords } from "../../words/index.ts";
import type { Inspection } from "../../worker/protocol.ts";
import { nameInStory, nameOf } from "./names.ts";
import { language, t, theme } from "./preferences.ts";
import { open, opened } from "./session/index.ts";
import { askWhy } from "./why/askWhy.ts";
import { WhyButton } from "./why/WhyButton.tsx";

const SHOWN = 24; // ties of one circle that are listed

/** Where in the window something outside of the card was last pressed. */
let pressed = 0;
const who = computed(() => opened.value && `${opened.value.kind} ${opened.value.index}`);
/** Whether who is open was picked in the lower half of the window: a card over the page then lies in the upper one. */
const above = computed(() => who.value !== undefined && pressed > innerHeight / 2);

/** Who is open, and how it stands now. */
export function Inspector() {
  const it = opened.value;
  useEffect(() => {
    const press = ({ target, clientY }: PointerEvent) => {
      if (!(target as Element).closest(".inspector")) pressed = clientY;
    };
    addEventListener("pointerdown", press, true);
    return () => removeEventListener("pointerdown", press, true);
  }, []);
  const upper = above.value; // also while nobody is open, or whoever is opened again would be found where they were
  if (!it) return null;
  return (
    <aside class={upper ? "inspector above" : "inspector"} aria-label={t("inspect")}>
      <Opened it={it} />
    </aside>
  );
}

function Opened({ it }: { it: Inspection }) {
  const circles = ["party", "acquaintance", "interest", "industry", "government"] as const;
  return (
    <>
      <header>
        <h2>{nameOf(it.kind, it.index)}</h2>
        <button type="button" class="quiet" aria-label={t("close")} onClick={() => (opened.value = undefined)}>
          ✕
        </button>
      </header>
      <p class="help">{t("weekShort", { week: it.week })}</p>
      <WhyButton kind={it.kind} index={it.index} />
      <dl>
        {it.facts.map((fact) => {
          const { label, text, share } = tellFact(language.value, fact);
          return (
            <div key={fact.name}>
              <dt>{label}</dt>
              <dd>
                {share !== undefined && <meter min={0} max={1} value={share} aria-label={label} />} {text}
              </dd>
            </div>
          );
        })}
      </dl>
      {circles.map((circle) => {
        const ties = it.ties.filter((tie) => tie.circle === circle);
        if (ties.length === 0) return null;
        return (
          <details key={circle} open={circle !== "government"}>
            <summary>
              <i style={{ background: circleColours[circle][theme.value] }} /> {t(`circle_${circle}`)} <small>{ties.length}</small>
            </summary>
            <ul class="ties">
              {ties.slice(0, SHOWN).map((tie, k) => (
                // Two may be tied more than once in a circle.
                <li key={`${tie.kind}${tie.index} ${k}`}>
                  <button type="button" class={tie.core ? "link core" : "link"} onClick={() => void open(tie.kind, tie.index)}>
                    {nameOf(tie.kind, tie.index)}
                  </button>
                </li>
              ))}
              {ties.length > SHOWN && <li>{t("shown", { shown: SHOWN, all: ties.length })}</li>}
            </ul>
          </details>
        );
      })}
      {it.matters.length > 0 && (
        <details open>
          <summary>
            {t("whyMatters")} <small>{it.matters.length}</small>
          </summary>
          <ul class="ties">
            {it.matters.map(({ serial, type, state, raised }) => (
              <li key={serial}>
                <button type="button" class="link" onClick={() => askWhy("matter", serial)}>
                  {nameInStory({ kind: "matter", index: serial })}
                </button>{" "}
                {valueInWords(language.value, "matter", { column: "type", unit: "code" }, type)},{" "}
                {valueInWords(language.value, "matter", { column: "state", unit: "code" }, state)} ({t("weekShort", { week: raised })})
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
