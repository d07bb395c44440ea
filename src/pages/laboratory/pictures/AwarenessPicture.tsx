import { awarenessColours, stackedChart } from "../../../views/index.ts";
import { tellSeries, type Word } from "../../../words/index.ts";
import { language, t } from "../preferences.ts";
import { hold, hovered, shownWeek } from "../weekSelection.ts";
import { ChartCard } from "./ChartCard.tsx";
import { seriesOf } from "./seriesOf.ts";

/** The ladder of awareness over the weeks: unaware, knows, understands, supports. */
export function AwarenessPicture() {
  return (
    <ChartCard
      id="awareness"
      title={t("ladder")}
      finding={tellSeries(language.value, "awareness", shownWeek.value, seriesOf)}
      help={t("ladderHelp")}
      height={400}
      make={() =>
        stackedChart({
          label: t("ladder"),
          layers: [3, 2, 1, 0].map((rung) => ({
            id: `rung${rung}`,
            label: t(`legend_aware${rung}` as Word),
            colour: awarenessColours[rung],
          })),
          format: "share",
          most: 1,
          weekLabel: t("weekLabel"),
          weekText: (week) => t("weekShort", { week }),
          nothing: t("noWeekYet"),
          onHover: (at) => (hovered.value = at),
          onHold: hold,
        })
      }
      data={() => {
        const [knows, understands, supports] = (["awareness_knows", "awareness_understands", "awareness_supports"] as const).map(seriesOf);
        return {
          first: 1,
          values: [
            supports,
            understands.map((share, k) => share - supports[k]),
            knows.map((share, k) => share - understands[k]),
            knows.map((share) => 1 - share),
          ],
          week: shownWeek.value,
        };
      }}
    />
  );
}
