import { inWords, t } from "../preferences.ts";
import { AgentDifferencesList } from "./AgentDifferences.tsx";
import { failure } from "./agents.ts";
import { MeasureTable } from "./MeasureTable.tsx";
import { Pair } from "./Pair.tsx";

/** All that differs between the run and its baseline: measures, agents, and one agent in both. */
export function Details() {
  return (
    <div class="details">
      <MeasureTable />
      {failure.value && (
        <p role="alert" class="alarm">
          {t("baselineFailed", { message: inWords(failure.value) })}
        </p>
      )}
      <AgentDifferencesList />
      <Pair />
    </div>
  );
}
