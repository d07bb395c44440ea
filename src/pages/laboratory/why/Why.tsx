import { useRef } from "preact/hooks";
import { marks } from "../../../words/index.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { nameInStory } from "../names.ts";
import { inWords, language, t } from "../preferences.ts";
import { loaded, opening, week } from "../session/index.ts";
import { asked, askings } from "./askWhy.ts";
import { Choosing, chosen, weeksToTell } from "./Choosing.tsx";
import { Otherwise } from "./Otherwise.tsx";
import { Tale } from "./Tale.tsx";
import { failure, nobody, progress, stop, tell, told } from "./telling.ts";
import "./why.css";

/** The asking that was answered last: one is answered once, however often the page is opened. */
let answered = "";

/** Why something happened: whom to ask, and the story of whoever is asked. */
export function Why() {
  const here = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const agent = asked.value;
    if (agent === undefined || !loaded.value?.ok || opening.value || week.peek() === 0) return;
    const asking = `${agent.kind}-${agent.index} ${askings.value}`;
    if (asking === answered) return;
    answered = asking;
    chosen.value = agent;
    void tell(agent, weeksToTell());
    here.current?.scrollIntoView({ block: "start" }); // whoever asked may be elsewhere on the page
  });
  const story = told.value;
  return (
    <div class="why" ref={here}>
      <Choosing />
      <Telling />
      <Otherwise />
      {story && <Tale key={`${story.agent.kind}${story.agent.index}`} story={story} />}
    </div>
  );
}

/** How far the story has come, or why there is none. */
function Telling() {
  const going = progress.value;
  return (
    <>
      {going && (
        <p role="status" class="card">
          <progress max={going.to} value={going.week} aria-label={t("whyRunning", { week: going.week, weeks: going.to })} />{" "}
          {t("whyRunning", { week: going.week, weeks: going.to })}
          {Number.isFinite(going.left) && `${marks[language.value].part}${t("whyLeft", { seconds: Math.ceil(going.left) })}`}{" "}
          <button type="button" class="secondary" onClick={stop}>
            {t("whyStop")}
          </button>
        </p>
      )}
      {failure.value && <p role="alert">{t("whyFailed", { message: inWords(failure.value) })}</p>}
      {nobody.value && (
        <p role="alert">
          {t(nobody.value.count === 0 ? "whyNoneYet" : "whyNobody", {
            name: nameInStory(nobody.value.agent),
            count: nobody.value.count,
            last: nobody.value.count - 1,
          })}
        </p>
      )}
    </>
  );
}
