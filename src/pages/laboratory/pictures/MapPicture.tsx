import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { counterfactualCommunities } from "../compare/counterfactual.ts";
import { NumberField } from "../NumberField.tsx";
import { t } from "../preferences.ts";
import { drawnWeek } from "../weekSelection.ts";
import { usePicture } from "./answer.ts";
import { MapCard } from "./MapCard.tsx";

/** What the week that is shown is compared with: nothing, another week, or the counterfactual run. */
type Against = "nothing" | "week" | "counterfactual";
const against = signal<Against>("nothing");
const againstWeek = signal(0);

/** The district by what is known of its communities: as it is, or how far from another week or the counterfactual run. */
export function MapPicture() {
  const frame = usePicture("communities", () => ({ week: drawnWeek.value }));
  const earlier = usePicture("communities", () => ({ week: againstWeek.value }));
  const other = against.value === "counterfactual" && !counterfactualCommunities.value ? "nothing" : against.value;
  const controls = (
    <>
      <label>
        {t("compareWith")}
        <select value={other} onChange={(event) => (against.value = event.currentTarget.value as Against)}>
          <option value="nothing">{t("mapWithNothing")}</option>
          <option value="week">{t("weekOf")}</option>
          {counterfactualCommunities.value && <option value="counterfactual">{t("theCounterfactual")}</option>}
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
  if (other === "counterfactual") return <WorldsMap controls={controls} />;
  return <MapCard key={other} now={() => frame.value} before={other === "week" ? () => earlier.value : undefined} controls={controls} />;
}

/** The district of the counterfactual run less that of this one, in the week where both rest. */
export function WorldsMap({ controls }: { controls?: ComponentChildren }) {
  const frame = usePicture("communities", () => ({ week: counterfactualCommunities.value?.week ?? 0 }));
  return <MapCard worlds now={() => counterfactualCommunities.value} before={() => frame.value} controls={controls} />;
}
