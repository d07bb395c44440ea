import "../lessons/lessons.css";
import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Bilingual } from "../../scenario/index.ts";
import { type Message, type PlayedRound, type Refusal, type Reply, roleOf, wantsLess } from "../../teaching/index.ts";
import { marks } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { PredictionForm } from "../lessons/PredictionForm.tsx";
import { openLine, reached } from "./line.ts";
import { OwnDistrict } from "./OwnDistrict.tsx";
import { Replicate, takeTask } from "./Replicate.tsx";
import { RoundTable } from "./RoundTable.tsx";
import { Trouble } from "./Trouble.tsx";

type Seat = Extract<Reply, { type: "seat" }>;
type Standing = Extract<Reply, { type: "state" }>;

const seat = signal<Seat | undefined>(undefined);
const standing = signal<Standing | undefined>(undefined);
const played = signal<PlayedRound | undefined>(undefined);
const refusal = signal<Refusal | undefined>(undefined);
/** The round or scene whose move or prediction has arrived. */
const arrived = signal<string | undefined>(undefined);

const KEY = "four-circles.seat";
const kept = (): string | undefined => {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
};
const keep = (token: string | undefined): void => {
  try {
    if (token === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, token);
  } catch {} // forbidden: the name and the letters lead back too
};

let send: (message: Message) => void = () => {};

function greet(): Message | undefined {
  const token = seat.value?.token ?? kept();
  return token === undefined ? undefined : { type: "back", token };
}

function hear(reply: Reply): void {
  if (reply.type === "refused") {
    refusal.value = reply.why;
    if (reply.why !== "token" && reply.why !== "freed") return;
    keep(undefined);
    seat.value = undefined;
    return;
  }
  refusal.value = undefined;
  if (reply.type === "seat") {
    seat.value = reply;
    keep(reply.token);
  } else if (reply.type === "state") {
    standing.value = reply;
    const { state, scene, choices, predicted } = reply;
    arrived.value = choices ? `round ${state.round}` : predicted ? `scene ${scene?.scene}` : undefined;
  } else if (reply.type === "result") played.value = reply.played;
  else if (reply.type === "task") void takeTask(reply.task, (message) => send(message));
  else if (reply.type === "taken") arrived.value = `round ${reply.round}`;
  else if (reply.type === "predicted") arrived.value = `scene ${reply.scene}`;
}

/** What somebody holds in their hand: a seat in the class, and what it may do now. */
export function Phone() {
  useEffect(() => {
    send = openLine(greet, hear);
  }, []);
  const mine = seat.value;
  return (
    <main class="phone" lang={language.value}>
      <p class="tongue">
        <button type="button" class="quiet" onClick={() => (language.value = language.value === "en" ? "zh" : "en")}>
          {t("language")}
        </button>
      </p>
      {refusal.value && (
        <p role="alert" class="alarm">
          {t(`refused_${refusal.value}`)}
        </p>
      )}
      {!reached.value && (
        <p role="status" class="busy" aria-busy="true">
          {t(mine ? "classAway" : "classReaching")}
        </p>
      )}
      {mine ? <Seated mine={mine} /> : <Join />}
    </main>
  );
}

const CODE = /^#([A-Za-z]{4})$/;

function Join() {
  const code = useSignal(CODE.exec(location.hash)?.[1] ?? "");
  const name = useSignal("");
  return (
    <form
      class="join"
      onSubmit={(event) => {
        event.preventDefault();
        send({ type: "join", code: code.value.trim(), name: name.value });
      }}
    >
      <h1>{t("classTitle")}</h1>
      <label>
        {t("classCode")}
        <input
          required
          maxLength={4}
          autocomplete="off"
          autocapitalize="characters"
          value={code.value}
          onInput={(event) => (code.value = event.currentTarget.value)}
        />
      </label>
      <label>
        {t("className")}
        <input
          required
          maxLength={24}
          autocomplete="off"
          value={name.value}
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="main" disabled={!reached.value}>
        {t("classJoin")}
      </button>
    </form>
  );
}

const read = (of: Bilingual): string => of[language.value];

function Seated({ mine }: { mine: Seat }) {
  const now = standing.value;
  const role = mine.role && t(`role_${mine.role}`);
  return (
    <>
      <header>
        <h1>{t("classSeat", { id: mine.id, name: mine.name })}</h1>
        {role && (
          <p>{mine.role === "office" ? t("classRoleEverywhere", { role }) : t("classRole", { role, community: mine.community + 1 })}</p>
        )}
        {mine.aims.length > 0 && <p>{t("classAims", { aims: aimsOf(mine).join(marks[language.value].list) })}</p>}
      </header>
      {now && <Trouble state={now.state} />}
      {now && (now.state.mode === "district" || now.state.mode === "districts") && <Turn key={now.state.round} mine={mine} now={now} />}
      {now?.own && now.state.phase !== "running" && <OwnDistrict played={now.own} />}
      {now && now.state.mode === "lesson" && <Guess now={now} />}
      {now && now.state.mode === "replicates" && <Replicate now={now} />}
      {played.value && now?.state.phase !== "running" && <RoundTable played={played.value} role={mine.role} />}
    </>
  );
}

/** What a seat looks at, and of what less is better. */
const aimsOf = ({ aims, role }: Seat): string[] =>
  aims.map((aim, k) => (role && wantsLess(roleOf(role).aims[k]) ? t("classLess", { aim: read(aim) }) : read(aim)));

const WEEKS = 13;

/** A round: what this seat does, within its budget. */
function Turn({ mine, now: { state, choices } }: { mine: Seat; now: Standing }) {
  const chosen = useSignal(choices ?? mine.levers.map(({ usual }) => usual));
  const spent = mine.levers.reduce((sum, lever, k) => sum + lever.choices[chosen.value[k]].cost, 0);
  const left = mine.budget - spent;
  if (state.phase !== "open")
    return (
      <p role="status">
        {t(({ waiting: "classWaiting", paused: "classPaused", running: "classRunning", debrief: "classDebrief" } as const)[state.phase])}
      </p>
    );
  return (
    <form
      class="turn"
      onSubmit={(event) => {
        event.preventDefault();
        send({ type: "move", round: state.round, choices: [...chosen.value] });
      }}
    >
      <h2>{t("classRound", { round: state.round, from: state.week + 1, to: state.week + WEEKS })}</h2>
      {mine.levers.map((lever, k) => (
        <fieldset key={lever.label.en}>
          <legend>{read(lever.label)}</legend>
          {lever.choices.map(({ text, cost }, choice) => (
            <label key={text.en}>
              <input
                type="radio"
                name={`lever-${k}`}
                checked={chosen.value[k] === choice}
                onChange={() => {
                  chosen.value = chosen.value.map((old, other) => (other === k ? choice : old));
                  arrived.value = undefined;
                }}
              />
              {cost === 0 ? t("classFree", { choice: read(text) }) : t("classCost", { choice: read(text), cost })}
              {choice === lever.usual && <small> {t("classUsual")}</small>}
            </label>
          ))}
        </fieldset>
      ))}
      <p role="status" class={left < 0 ? "over" : undefined}>
        {left < 0 ? t("classTooMuch", { over: -left }) : t("classPoints", { left, budget: mine.budget })}
      </p>
      <button type="submit" class="main" disabled={left < 0 || !reached.value}>
        {t("classSend")}
      </button>
      {arrived.value === `round ${state.round}` && <p role="status">{t("classSent")}</p>}
    </form>
  );
}

/** A scene of a lesson: what this seat predicts. */
function Guess({ now: { state, scene } }: { now: Standing }) {
  if (!scene) return null;
  const here = `scene ${scene.scene}`;
  return (
    <div class="lesson" key={here}>
      <h2>{read(scene.title)}</h2>
      <p>{read(scene.text)}</p>
      {scene.predict && !scene.revealed && state.phase !== "paused" ? (
        <>
          <h3>{language.value === "zh" ? (scene.predict.askZh ?? scene.predict.ask) : scene.predict.ask}</h3>
          <PredictionForm
            key={here}
            predict={scene.predict}
            weeks={scene.weeks}
            onSay={(values) => send({ type: "predict", scene: scene.scene, values: values.map((one) => Number(one.toPrecision(3))) })}
          />
          {arrived.value === here && <p role="status">{t("classPredicted")}</p>}
        </>
      ) : (
        <p role="status">{t(state.phase === "paused" ? "classPaused" : "classLook")}</p>
      )}
    </div>
  );
}
