import { signal } from "@preact/signals";
import type { Said } from "../../../scenario/index.ts";
import { tellSaid } from "../../../words/index.ts";
import { startExperiments } from "../../../worker/experiments/client.ts";
import type { SelfTestAnswer } from "../../../worker/experiments/protocol.ts";
import { language, t } from "../preferences.ts";
import { saidOfError } from "../saidOfError.ts";
import { lanes } from "./conduct.ts";

type State =
  | { is: "before" }
  | { is: "running"; done: number; of: number }
  | { is: "done"; found: SelfTestAnswer }
  | { is: "failed"; why: Said };
const state = signal<State>({ is: "before" });

/** Runs known scenarios in a worker of its own, beside all that the page does. */
async function test(): Promise<void> {
  state.value = { is: "running", done: 0, of: 0 };
  const experiments = startExperiments();
  try {
    const response = await fetch("./known-runs.bin");
    const bytes = new Uint8Array(await response.arrayBuffer());
    const found = await experiments.selfTest(bytes, lanes.value, (done, of) => (state.value = { is: "running", done, of }));
    state.value = { is: "done", found };
  } catch (error) {
    state.value = { is: "failed", why: saidOfError(error) };
  } finally {
    experiments.stop();
  }
}

/** Whether this browser computes what others do. */
export function SelfTestCard() {
  const now = state.value;
  return (
    <section class="card self-test" aria-labelledby="self-test">
      <h2 id="self-test">{t("selfTest")}</h2>
      <p class="help">{t("selfTestHelp")}</p>
      <button type="button" class="outline" disabled={now.is === "running"} onClick={() => void test()}>
        {t("selfTestRun")}
      </button>
      <p role="status">
        {now.is === "running" && t("selfTestRunning", { done: now.done, of: now.of })}
        {now.is === "done" && t(now.found.same === now.found.of ? "selfTestSame" : "selfTestOther", { ...now.found })}
      </p>
      {now.is === "failed" && <p role="alert">{tellSaid(language.value, now.why)}</p>}
    </section>
  );
}
