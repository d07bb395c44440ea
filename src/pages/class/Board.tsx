import { useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { parse } from "yaml";
import { type Act, classPredictions, type DistrictsApart, lessonSchema, type Message, type Reply } from "../../teaching/index.ts";
import { marks } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { save } from "../laboratory/save.ts";
import { ensembleOfScene, progress, runEnsemble } from "../lessons/ensembles.ts";
import { inTongue } from "../lessons/inTongue.ts";
import { board, followBoard, refused } from "./board.ts";
import { Debrief, useLinkOfRounds } from "./Debrief.tsx";
import { reached } from "./line.ts";
import { Multiples } from "./Multiples.tsx";
import { predictionsInWords } from "./predictionsInWords.ts";
import { QrCode } from "./QrCode.tsx";
import { Replicates } from "./Replicates.tsx";
import { RoundTable } from "./RoundTable.tsx";
import { Trouble } from "./Trouble.tsx";

type Shown = Extract<Reply, { type: "board" }>;

let send: (message: Message) => void = () => {};
const act = (which: Act["act"], more: Partial<Pick<Act, "seat" | "name" | "scene" | "measure">> = {}) =>
  send({ type: "act", act: which, ...more });

/** What the teacher has in hand: seats, rounds or scenes, and what came of them. */
export function Board({ token }: { token: string }) {
  useEffect(() => {
    send = followBoard({ type: "teach", token });
  }, []);
  const now = board.value;
  return (
    <main class="board-of-class" lang={language.value}>
      <header>
        <h1>{now ? now.state.title[language.value] : t("classTitle")}</h1>
        <p>
          <button type="button" class="quiet" onClick={() => (language.value = language.value === "en" ? "zh" : "en")}>
            {t("language")}
          </button>
          <a href="#screen" target="_blank" rel="noopener">
            {t("boardScreen")}
          </a>
        </p>
      </header>
      {!reached.value && (
        <p role="status" class="busy" aria-busy="true">
          {t("classReaching")}
        </p>
      )}
      {refused.value && (
        <p role="alert" class="alarm">
          {refused.value === "teacher" ? t("boardNotTeacher") : t(`refused_${refused.value}`)}
        </p>
      )}
      {now && (
        <>
          <Trouble state={now.state} />
          <Acts now={now} />
          <div class="columns">
            <Seats now={now} />
            <aside>
              <QrCode text={`${now.join.address}/#${now.join.code}`} />
              <p>{t("boardJoin", { address: now.join.address })}</p>
              <p class="code">{now.join.code}</p>
            </aside>
          </div>
          {now.rounds.length > 0 && <RoundTable played={now.rounds[now.rounds.length - 1]} />}
          {now.replicates && <Replicates of={now.replicates} teaches />}
          {now.apart && <Districts of={now.apart} />}
          {now.predicted.length > 0 && <Predictions now={now} />}
          {now.state.mode === "district" && now.rounds.length > 0 && <Log now={now} />}
        </>
      )}
    </main>
  );
}

function Acts({ now: { state, scene, seats, replicates } }: { now: Shown }) {
  const counts = { here: seats.filter(({ here }) => here).length, seats: seats.length, done: seats.filter(({ done }) => done).length };
  const missing = seats.filter(({ done }) => !done).map(({ name }) => name);
  const open = state.phase === "open" || state.phase === "paused";
  const busy = state.phase === "running";
  return (
    <section class="acts-of-class">
      <p role="status">
        <strong>{t("boardSeats", counts)}</strong>
        {(open || scene) && missing.length > 0 && <span> {t("boardMissing", { names: missing.join(marks[language.value].list) })}</span>}
      </p>
      {replicates ? (
        <p>
          <button type="button" class="main" disabled={seats.length === 0} onClick={() => act("open")}>
            {t(replicates.runs.length + replicates.underWay === 0 ? "boardDeal" : "boardDealAgain")}
          </button>
          {replicates.underWay > 0 && (
            <button type="button" class="outline" onClick={() => act("close")}>
              {t("boardHand")}
            </button>
          )}
        </p>
      ) : state.mode !== "lesson" ? (
        <p>
          {!open && (
            <button type="button" class="main" disabled={busy} onClick={() => act("open")}>
              {t("boardOpen", { round: state.round })}
            </button>
          )}
          {open && (
            <button type="button" class="main" disabled={busy} onClick={() => act("close")}>
              {t("boardClose")}
            </button>
          )}
          {open && <small>{t("boardCloseHelp")}</small>}
          {state.round > 1 && (
            <button type="button" class="outline" disabled={busy} onClick={() => act("undo")}>
              {t("boardUndo", { round: state.round - 1 })}
            </button>
          )}
          {open && (
            <button type="button" class="outline" onClick={() => act("pause")}>
              {t(state.phase === "paused" ? "boardGoOn" : "boardPause")}
            </button>
          )}
          <button type="button" class="outline" disabled={busy} onClick={() => act("debrief")}>
            {t("boardDebrief")}
          </button>
        </p>
      ) : (
        scene && (
          <p>
            <button type="button" class="outline" disabled={scene.scene === 0} onClick={() => act("scene", { scene: scene.scene - 1 })}>
              {t("lessonBack")}
            </button>
            <strong>{t("boardScene", { scene: scene.scene + 1, of: scene.of })}</strong>
            {scene.predict && !scene.revealed && (
              <button type="button" class="main" onClick={() => act("reveal")}>
                {t("boardReveal")}
              </button>
            )}
            <button
              type="button"
              class="outline"
              disabled={scene.scene + 1 === scene.of}
              onClick={() => act("scene", { scene: scene.scene + 1 })}
            >
              {t("lessonNext")}
            </button>
            <button type="button" class="outline" onClick={() => act("pause")}>
              {t(state.phase === "paused" ? "boardGoOn" : "boardPause")}
            </button>
          </p>
        )
      )}
    </section>
  );
}

function Seats({ now: { seats } }: { now: Shown }) {
  return (
    <table class="seats">
      <thead>
        <tr>
          <th scope="col">{t("boardSeatColumn")}</th>
          <th scope="col">{t("boardNameColumn")}</th>
          <th scope="col">{t("boardRoleColumn")}</th>
          <th scope="col">{t("boardStateColumn")}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {seats.map(({ id, name, role, community, here, done }) => (
          <tr key={id} class={here ? undefined : "gone"}>
            <td>{id}</td>
            <th scope="row">{name}</th>
            <td>{role && `${t(`role_${role}`)}${role === "office" ? "" : ` ${community + 1}`}`}</td>
            <td>
              {t(here ? "boardHere" : "boardGone")}
              {done && ` · ${t("boardDone")}`}
            </td>
            <td>
              <button
                type="button"
                class="link"
                onClick={() => {
                  const next = prompt(t("boardNewName", { id }), name);
                  if (next) act("rename", { seat: id, name: next });
                }}
              >
                {t("boardRename")}
              </button>{" "}
              <button type="button" class="link" onClick={() => act("free", { seat: id })}>
                {t("boardFree")}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The districts of the seats, and which measure the room looks at. */
function Districts({ of }: { of: DistrictsApart }) {
  return (
    <>
      <label class="measure-of-room">
        {t("boardMeasure")}
        <select value={of.shown} onChange={(event) => act("measure", { measure: event.currentTarget.value })}>
          {of.measures.map(({ id, label }) => (
            <option key={id} value={id}>
              {label[language.value]}
            </option>
          ))}
        </select>
      </label>
      <Multiples of={of} />
    </>
  );
}

/** What the class predicted, held against the runs of its scenes, which are made first where they are not there yet. */
function Predictions({ now: { text = "", predicted } }: { now: Shown }) {
  const busy = useSignal(false);
  const shown = useSignal(false);
  const lesson = useMemo(() => lessonSchema.parse(parse(text)), [text]);
  const sceneAt = (scene: number) => {
    const of = lesson.scenes[scene];
    return of?.predict && ([lesson, of, of.predict] as const);
  };
  const ensembleAt = (scene: number) => {
    const at = sceneAt(scene);
    return at && ensembleOfScene(...at);
  };
  const scenes = [...new Set(predicted.map(({ scene }) => scene))];
  const afterRuns = async (then: () => void) => {
    busy.value = true;
    try {
      for (const scene of scenes) {
        const at = sceneAt(scene);
        if (at) await runEnsemble(...at);
      }
      then();
    } finally {
      busy.value = false;
    }
  };
  return (
    <>
      <p class="log">
        <button
          type="button"
          class="outline"
          disabled={busy.value}
          aria-expanded={shown.value}
          onClick={() => (shown.value ? (shown.value = false) : void afterRuns(() => (shown.value = true)))}
        >
          {t("debriefPredicted")}
        </button>
        <button
          type="button"
          class="outline"
          disabled={busy.value}
          aria-busy={busy.value}
          onClick={() => void afterRuns(() => save("class-predictions.csv", classPredictions(lesson, predicted, ensembleAt)))}
        >
          {t("lessonExport")}
        </button>
        {busy.value && progress.value && <progress max={progress.value.total} value={progress.value.done} />}
      </p>
      {shown.value && (
        <dl class="debrief">
          {scenes.map((scene) => {
            const of = lesson.scenes[scene];
            const ensemble = ensembleAt(scene);
            if (!of?.predict || !ensemble) return null;
            const crowd = predicted.filter((one) => one.scene === scene).map(({ values }) => values);
            return (
              <Fragment key={scene}>
                <dt>{inTongue(of.predict, "ask")}</dt>
                <dd>{predictionsInWords(of.predict, crowd, ensemble)}</dd>
              </Fragment>
            );
          })}
        </dl>
      )}
    </>
  );
}

/** The rounds so far: run again in the laboratory, kept as a scenario, and told seat by seat once the rounds are over. */
function Log({ now }: { now: Shown }) {
  const link = useLinkOfRounds(now);
  return (
    <>
      <p class="log">
        <button type="button" class="outline" onClick={() => open(`./index.html#laboratory?${link}`, "_blank", "noopener")}>
          {t("boardLaboratory")}
        </button>
        <button type="button" class="outline" onClick={() => save("class.yaml", now.text ?? "")}>
          {t("boardLog")}
        </button>
      </p>
      {now.state.phase === "debrief" && <Debrief now={now} link={link} />}
    </>
  );
}
