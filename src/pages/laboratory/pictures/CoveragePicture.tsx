import { ACTIVITY_STEPS } from "../../../observation/index.ts";
import { coverageChart, formColours, stackedChart } from "../../../views/index.ts";
import { tellReports, tellSeries } from "../../../words/index.ts";
import { language, t } from "../preferences.ts";
import { drawnWeek, hold, hovered, shownWeek } from "../weekSelection.ts";
import { usePicture } from "./answer.ts";
import { ChartCard } from "./ChartCard.tsx";
import { seriesOf } from "./seriesOf.ts";

const forms = ["own", "joint", "dispatched"] as const;

/** Cells that count organizations; after them the frame has sums. */
const CELLS = forms.length * ACTIVITY_STEPS ** 2;

/** Coverage on paper against coverage that works. */
export function CoveragePicture() {
  const frame = usePicture("coverage", () => ({ week: drawnWeek.value }));
  const nodes = forms.map((id) => ({ id, label: t(`form_${id}`), colour: formColours[id] }));
  return (
    <>
      <ChartCard
        id="coverage"
        title={t("coverageOverTime")}
        finding={tellSeries(language.value, "coverage", shownWeek.value, seriesOf)}
        help={t("coverageOverHelp")}
        height={300}
        make={() =>
          stackedChart({
            label: t("coverageOverTime"),
            layers: nodes,
            over: { id: "functional", label: t("functional") },
            format: "share",
            weekLabel: t("weekLabel"),
            weekText: (at) => t("weekShort", { week: at }),
            nothing: t("noWeekYet"),
            onHover: (at) => (hovered.value = at),
            onHold: hold,
          })
        }
        data={() => ({
          first: 1,
          values: forms.map((id) => seriesOf(`coverage_${id}`)),
          over: seriesOf("coverage_functional"),
          week: shownWeek.value,
        })}
      />
      <ChartCard
        id="balloons"
        title={t("coverageBalloons")}
        finding={frame.value && tellReports(language.value, frame.value.week, frame.value.counts.subarray(0, CELLS), ACTIVITY_STEPS)}
        help={t("coverageBalloonsHelp")}
        kept={frame.value?.first}
        height={340}
        make={() =>
          coverageChart({
            label: t("coverageBalloons"),
            nothing: t("noneCovered"),
            forms: nodes,
            steps: ACTIVITY_STEPS,
            trueLabel: t("trueActivity"),
            reportedLabel: t("reportedActivity"),
            formLabel: t("form"),
            countLabel: t("organizationsCount"),
            functioningLabel: t("functioning"),
          })
        }
        data={() => frame.value?.counts}
      />
    </>
  );
}
