import { signal } from "@preact/signals";
import { AGE_BANDS, CELL_MAX, type CohortState, cohortStates, NOBODY } from "../../../observation/index.ts";
import { agesOf, cohortMatrix, densityView, scaleColour, scaleShade, written } from "../../../views/index.ts";
import { tellCohorts, tellPlaces } from "../../../words/index.ts";
import { nameOf, subdistrictName } from "../names.ts";
import { language, t, theme } from "../preferences.ts";
import { community, loaded, open } from "../session/index.ts";
import { keepWord } from "../stage/choices.ts";
import { drawnWeek } from "../weekSelection.ts";
import { usePicture } from "./answer.ts";
import { ChartCard } from "./ChartCard.tsx";
import { PeopleCard } from "./PeopleCard.tsx";

const state = signal<CohortState>("participation");
keepWord("measure", ["density", "cohorts"], state, cohortStates);
const PIXELS = 720; // across the map
const STOPS = [0, 0.25, 0.5, 0.75, 1]; // of the scale of colours
/** Where the scale of colours ends. Party members are few, so theirs ends early. */
const most = (of: CohortState) => (of === "member" ? 0.3 : 1);

/** All residents: on the ground, by community and age, and those of one community one by one. */
export function ResidentsPicture() {
  const district = loaded.value;
  const many = district?.ok === true && district.communities.length > 1;
  return (
    <>
      {many && <DistrictPlates />}
      <PeopleCard />
    </>
  );
}

/** [community * bands + band] mean of the state that is chosen; NaN for nobody. */
function meansOf(cells: Uint8Array): Float64Array {
  const at = cohortStates.indexOf(state.value);
  return Float64Array.from({ length: cells.length / cohortStates.length }, (_, k) => {
    const cell = cells[k * cohortStates.length + at];
    return cell === NOBODY ? Number.NaN : cell / CELL_MAX;
  });
}

const placesOf = (values: ArrayLike<number>) => Array.from(values, (value, c) => ({ name: nameOf("community", c), value }));

const groupsOf = (cells: Uint8Array) =>
  Array.from(meansOf(cells), (value, k) => ({
    name: nameOf("community", Math.floor(k / AGE_BANDS)),
    age: agesOf(k % AGE_BANDS, AGE_BANDS),
    value,
  }));

function DistrictPlates() {
  const district = loaded.value;
  const rows = district?.ok ? district.communities.length : 0;
  const density = usePicture("density", () => ({ state: state.value, width: PIXELS, week: drawnWeek.value }));
  const cohorts = usePicture("cohorts", () => ({ week: drawnWeek.value }));
  const measure = () => t(`cohort_${state.value}`);
  /** Past the end of the scale all is of one colour: the scale says so. */
  const end = () => `${most(state.value) < 1 ? "≥ " : ""}${written.share(most(state.value))}`;
  const pick = (c: number) => void open("community", c);
  const now = density.value;
  return (
    <div class="pair">
      <ChartCard
        id="density"
        title={t("density")}
        finding={now && tellPlaces(language.value, { measure: measure(), share: true, places: placesOf(now.ofCommunity) })}
        help={now && t("densityHelp", { count: written.count(now.count), measure: measure(), overall: written.share(now.overall) })}
        shown={density.value?.week}
        height={Math.min(600, 90 + 30 * rows)}
        make={() =>
          densityView({
            label: t("density"),
            nothing: t("nothingYet"),
            name: (c) => nameOf("community", c),
            communityLabel: t("kind_community"),
            onPick: pick,
          })
        }
        data={() => density.value && { ...density.value, measure: measure(), most: most(state.value), picked: community.value }}
        legend={() =>
          STOPS.map((at) => ({
            colour: scaleShade(at),
            text: `${at === 1 ? end() : written.share(at * most(state.value))} ${measure()}`,
          }))
        }
        below={
          <p class="scale">
            {measure()} 0%{" "}
            <i style={{ background: `linear-gradient(to right, ${STOPS.map((at) => scaleColour(at, theme.value)).join(",")})` }} /> {end()}
          </p>
        }
      >
        <label>
          {t("colourBy")}
          <select value={state.value} onChange={(event) => (state.value = event.currentTarget.value as CohortState)}>
            {cohortStates.map((of) => (
              <option key={of} value={of}>
                {t(`cohort_${of}`)}
              </option>
            ))}
          </select>
        </label>
      </ChartCard>
      <ChartCard
        id="cohorts"
        title={t("cohorts")}
        finding={cohorts.value && tellCohorts(language.value, { measure: measure(), groups: groupsOf(cohorts.value.cohorts) })}
        help={t("cohortsHelp")}
        kept={cohorts.value?.first}
        height={Math.min(600, 90 + 30 * rows)}
        make={() =>
          cohortMatrix({
            label: t("cohorts"),
            nothing: t("nothingYet"),
            name: (c) => nameOf("community", c),
            communityLabel: t("kind_community"),
            ageLabel: t("age"),
            subdistrictName,
            onPick: pick,
          })
        }
        data={() => {
          const of = cohorts.value;
          if (!of) return undefined;
          return { subdistrict: of.subdistrict, bands: AGE_BANDS, mean: meansOf(of.cohorts), measure: measure(), most: most(state.value) };
        }}
      />
    </div>
  );
}
