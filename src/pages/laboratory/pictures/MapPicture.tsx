import { signal } from "@preact/signals";
import { baseline } from "../baseline/baseline.ts";
import { useBaseline } from "../baseline/useBaseline.ts";
import { NumberField } from "../NumberField.tsx";
import { t } from "../preferences.ts";
import { drawnWeek } from "../weekSelection.ts";
import { usePicture } from "./answer.ts";
import { MapCard } from "./MapCard.tsx";

/** What the week that is shown is compared with: nothing, another week, or the same week of the baseline. */
type Against = "nothing" | "week" | "baseline";
const against = signal<Against>("nothing");
const againstWeek = signal(0);

/** The district by what is known of its communities: as it is, or how far from another week or the baseline. */
export function MapPicture() {
  const frame = usePicture("communities", () => ({ week: drawnWeek.value }));
  const earlier = usePicture("communities", () => ({ week: againstWeek.value }));
  const unchanged = useBaseline(
    () => drawnWeek.value,
    (of, week) => of.communities(week),
  );
  const other = against.value === "baseline" && !baseline.value ? "nothing" : against.value;
  const before = { nothing: undefined, week: () => earlier.value, baseline: () => unchanged.value }[other];
  const controls = (
    <>
      <label>
        {t("compareWith")}
        <select value={other} onChange={(event) => (against.value = event.currentTarget.value as Against)}>
          <option value="nothing">{t("mapWithNothing")}</option>
          <option value="week">{t("weekOf")}</option>
          {baseline.value && <option value="baseline">{t("theBaseline")}</option>}
        </select>
      </label>
      {other === "week" && (
        <NumberField
          label={`${t("compareWith")}: ${t("weekOf")}`}
          value={againstWeek.value}
          min={0}
          max={drawnWeek.value}
          whole
          onChange={(week) => (againstWeek.value = week)}
        />
      )}
    </>
  );
  return <MapCard key={other} ofBaseline={other === "baseline"} now={() => frame.value} before={before} controls={controls} />;
}
