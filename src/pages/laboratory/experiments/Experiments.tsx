import "./experiments.css";
import { t } from "../preferences.ts";
import { KeptPlans } from "./KeptPlans.tsx";
import { PlanFile } from "./PlanFile.tsx";
import { PlanForm } from "./PlanForm.tsx";
import { Results } from "./Results.tsx";

/** Experiments: a design of many runs, planned, computed and read in the browser. */
export function Experiments() {
  return (
    <main class="experiments">
      <p class="help lead">{t("experimentsHelp")}</p>
      <div class="plan">
        <PlanForm />
        <PlanFile />
      </div>
      <Results />
      <KeptPlans />
    </main>
  );
}
