import "./experiments.css";
import { t } from "../preferences.ts";
import { results } from "./conduct.ts";
import { KeptPlans } from "./KeptPlans.tsx";
import { PlanFile } from "./PlanFile.tsx";
import { PlanForm } from "./PlanForm.tsx";
import { Results } from "./Results.tsx";
import { SelfTestCard } from "./SelfTestCard.tsx";
import { StudyView } from "./StudyView.tsx";

/** Experiments: a design of many runs, planned, computed and read in the browser; results stand first once there are any. */
export function Experiments() {
  const found = results.value?.rows.some(({ replicates }) => replicates > 0) === true;
  return (
    <main class="experiments">
      <StudyView />
      {found && <Results />}
      <p class="help lead">{t("experimentsHelp")}</p>
      <div class="plan">
        <PlanForm />
        <PlanFile />
      </div>
      {!found && <Results />}
      <KeptPlans />
      <SelfTestCard />
    </main>
  );
}
