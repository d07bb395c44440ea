import { signal } from "@preact/signals";
import type { Message, ReplicateTask, ShownRun, StateOfActivity } from "../../teaching/index.ts";
import { runReplicate } from "../../worker/replicateClient.ts";
import { language, t } from "../laboratory/preferences.ts";
import { measureInWords } from "./measureInWords.ts";

/** The seed that this phone is running, and which of its two runs. */
const running = signal<{ replicate: number; run: number } | undefined>(undefined);
const unable = signal(false);
/** What was run, until the class has it: a line that was broken loses nothing. */
const done = new Map<number, Message>();

/** Takes a seed to run; one that is run already is only sent again. */
export async function takeTask(task: ReplicateTask, send: (message: Message) => void): Promise<void> {
  const { replicate } = task;
  const known = done.get(replicate);
  if (known) return send(known);
  if (running.value?.replicate === replicate) return;
  unable.value = false;
  let message: Message;
  try {
    running.value = { replicate, run: 1 };
    const outcomes = await runReplicate(task, (run) => (running.value = { replicate, run }));
    message = { type: "ran", replicate, values: outcomes.map(({ value }) => value), digests: outcomes.map(({ digest }) => digest) };
  } catch {
    unable.value = true;
    message = { type: "unable", replicate };
  } finally {
    if (running.value?.replicate === replicate) running.value = undefined;
  }
  done.set(replicate, message);
  send(message);
}

/** A phone that is a replicate: what it runs, and what came of it. */
export function Replicate({ now: { compared, ran = [] } }: { now: StateOfActivity }) {
  if (!compared) return null;
  const { measure, arms, span } = compared;
  const now = running.value;
  return (
    <section class="replicate">
      <p>{t("replicatesWhat", { measure: measure.label[language.value], from: span[0], to: span[1] })}</p>
      {now ? (
        <p role="status" class="busy" aria-busy="true">
          {t("replicateRunning", now)}
        </p>
      ) : unable.value ? (
        <p role="status">{t("replicateUnable")}</p>
      ) : (
        <p role="status">{t(ran.length === 0 ? "replicateWaiting" : "classLook")}</p>
      )}
      {ran.map((run) => (
        <Came key={run.replicate} run={run} unit={measure.unit} arms={arms.map((arm) => arm[language.value])} />
      ))}
    </section>
  );
}

function Came({ run: { replicate, values, verdict }, unit, arms }: { run: ShownRun; unit: string; arms: readonly string[] }) {
  const [baseline, changed] = values;
  return (
    <div class="round">
      <h2>{t("replicateMine", { replicate })}</h2>
      {verdict === "wrong" && <p class="alarm">{t("replicateWrong")}</p>}
      <table>
        <tbody>
          {arms.map((arm, k) => (
            <tr key={arm}>
              <th scope="row">{arm}</th>
              <td>{measureInWords(unit, values[k])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t("replicatesDifference")}</th>
            <td>{measureInWords(unit, baseline === null || changed === null ? null : changed - baseline, true)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
