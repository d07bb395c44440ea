import { signal } from "@preact/signals";
import { type CommunityState, communityStates } from "../../../observation/index.ts";
import { communityMap } from "../../../views/index.ts";
import { nameOf } from "../names.ts";
import { t } from "../preferences.ts";
import { community, open } from "../session/index.ts";
import { drawnWeek } from "../weekSelection.ts";
import { usePicture } from "./answer.ts";
import { ChartCard } from "./ChartCard.tsx";

const state = signal<CommunityState>("participation");
const shares = (of: CommunityState) => of !== "hours" && of !== "openMatters";

/** The map of communities, coloured by what is known of them. */
export function MapPicture() {
  const frame = usePicture("communities", () => ({ week: drawnWeek.value }));
  return (
    <ChartCard
      id="map"
      title={t("map")}
      help={t("mapHelp")}
      kept={frame.value?.first}
      height={560}
      make={() =>
        communityMap({
          label: t("map"),
          nothing: t("nothingYet"),
          name: (c) => nameOf("community", c),
          subdistrictName: (s) => t("subdistrict", { n: s }),
          communityLabel: t("kind_community"),
          subdistrictLabel: t("kind_subdistrict"),
          onPick: (c) => void open("community", c),
        })
      }
      data={() => {
        const of = frame.value;
        if (!of) return undefined;
        const at = communityStates.indexOf(state.value);
        const width = communityStates.length;
        return {
          x: of.x,
          y: of.y,
          subdistrict: of.subdistrict,
          village: of.village,
          value: Array.from(of.x, (_, c) => of.states[c * width + at]),
          measure: t(`place_${state.value}`),
          format: shares(state.value) ? ("share" as const) : ("number" as const),
          picked: community.value,
        };
      }}
    >
      <label>
        {t("measureShown")}
        <select value={state.value} onChange={(event) => (state.value = event.currentTarget.value as CommunityState)}>
          {communityStates.map((of) => (
            <option key={of} value={of}>
              {t(`place_${of}`)}
            </option>
          ))}
        </select>
      </label>
    </ChartCard>
  );
}
