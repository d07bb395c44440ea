import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { type CommunityState, communityStates } from "../../../observation/index.ts";
import { said } from "../../../scenario/index.ts";
import { type CommunityMapData, communityMap } from "../../../views/index.ts";
import { tellPlaces } from "../../../words/index.ts";
import type { CommunitiesFrame } from "../../../worker/pictures.ts";
import { givenNames, givenPlaces, nameOf, subdistrictName } from "../names.ts";
import { inWords, language, t } from "../preferences.ts";
import { community, open } from "../session/index.ts";
import { keepWord } from "../stage/choices.ts";
import { ChartCard } from "./ChartCard.tsx";
import { Highlight, type Highlighted } from "./highlighted.ts";

const state = signal<CommunityState>("participation");
keepWord("measure", ["map"], state, communityStates);
const inShares = (of: CommunityState) => of !== "hours" && of !== "openMatters";

interface MapCardProps {
  /** What is shown; reads signals. */
  now(): CommunitiesFrame | undefined;
  /** What it is compared with: an earlier week, or the same week of the baseline. */
  before?: (() => CommunitiesFrame | undefined) | undefined;
  /** It is the baseline. */
  ofBaseline?: boolean;
  controls?: ComponentChildren;
}

/** The district as a schematic in its frame, with the choice of what is shown. */
export function MapCard({ now, before, ofBaseline = false, controls }: MapCardProps) {
  const frame = now();
  const given = givenPlaces.value;
  const outlined = given?.outlines.some(Boolean) === true;
  const { community: wanted } = useContext(Highlight);
  const highlighted = highlightIn(wanted, now(), before, ofBaseline);
  return (
    <ChartCard
      id="map"
      title={t("map")}
      finding={found(now(), before, ofBaseline)}
      help={outlined ? t("mapOutlinesHelp") : t("mapHelp")}
      kept={frame?.first}
      height="clamp(440px, 64vh, 1500px)"
      above={
        <>
          {highlighted && <p class="highlighted">{highlighted.sentence}</p>}
          {outlined && given?.shifted !== undefined && (
            <p class="notice" role="note">
              {inWords(said("isShifted", { metres: given.shifted }))} {t("mapShifted")}
            </p>
          )}
        </>
      }
      make={() =>
        communityMap({
          label: t("map"),
          nothing: t("nothingYet"),
          name: (c) => nameOf("community", c),
          called: (c) => givenNames.value[c] ?? String(c),
          subdistrictName,
          communityLabel: t("kind_community"),
          subdistrictLabel: t("kind_subdistrict"),
          differenceLabel: t("compareDifference"),
          said: (name, value) => t("becomes", { name, value }),
          keys: { border: t("mapKey_border"), village: t("mapKey_village"), lot: t("mapKey_lot"), nothing: t("mapKey_nothing") },
          onPick: (c) => void open("community", c),
        })
      }
      data={() => {
        const [of, other] = [now(), before?.()];
        if (!of || (before && !other)) return undefined;
        const highlight = highlightIn(wanted, of, before, ofBaseline);
        return { ...dataOf(state.value, of, other, ofBaseline), highlight };
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
      {controls}
    </ChartCard>
  );
}

/** The community that stands out: the one of a number, or that with most or least of what is shown. */
function highlightIn(
  wanted: Highlighted["community"],
  now: CommunitiesFrame | undefined,
  before: MapCardProps["before"],
  ofBaseline: boolean,
): { community: number; text: string; sentence: string } | undefined {
  const other = before?.();
  if (wanted === undefined || !now || (before && !other)) return undefined;
  const { value, against, measure } = dataOf(state.value, now, other, ofBaseline);
  const values = Array.from(value, (here, c) => (against ? here - against.value[c] : here));
  const known = values.filter(Number.isFinite);
  const community = typeof wanted === "number" ? wanted : values.indexOf(wanted === "most" ? Math.max(...known) : Math.min(...known));
  if (community < 0 || community >= values.length) return undefined;
  const text = typeof wanted === "number" ? t("highlightShort") : t(`highlight_${wanted}`, { measure });
  return { community, text, sentence: t("highlighted", { what: t("becomes", { name: nameOf("community", community), value: text }) }) };
}

/** Where it is least and most of what is shown. */
function found(now: CommunitiesFrame | undefined, before: MapCardProps["before"], ofBaseline: boolean): string | undefined {
  const other = before?.();
  if (!now || (before && !other)) return undefined;
  const { value, against, measure } = dataOf(state.value, now, other, ofBaseline);
  return tellPlaces(language.value, {
    measure,
    share: inShares(state.value),
    difference: against !== undefined,
    places: Array.from(value, (here, c) => ({ name: nameOf("community", c), value: against ? here - against.value[c] : here })),
  });
}

function dataOf(of: CommunityState, now: CommunitiesFrame, before: CommunitiesFrame | undefined, ofBaseline: boolean): CommunityMapData {
  const at = communityStates.indexOf(of);
  const valuesIn = ({ x, states }: CommunitiesFrame) => Array.from(x, (_, c) => states[c * communityStates.length + at]);
  const week = (n: number) => t("weekShort", { week: n });
  return {
    x: now.x,
    y: now.y,
    subdistrict: now.subdistrict,
    village: now.village,
    boundaries: givenPlaces.value,
    value: valuesIn(now),
    measure: measureOf(of, now, before, ofBaseline),
    format: inShares(of) ? "share" : "number",
    picked: community.value,
    ...(before
      ? {
          against: {
            value: valuesIn(before),
            name: ofBaseline ? t("realBaseline") : week(before.week),
            ofValue: ofBaseline ? t("realChanged") : week(now.week),
          },
        }
      : { reach: now.reach.subarray(2 * at, 2 * at + 2) }),
  };
}

/** What is shown, in words: the state, and what is taken from what. */
function measureOf(of: CommunityState, now: CommunitiesFrame, before: CommunitiesFrame | undefined, ofBaseline: boolean): string {
  const measure = t(`place_${of}`);
  if (!before) return measure;
  const what = ofBaseline
    ? t("mapDifference", { measure, week: now.week })
    : t("mapChange", { measure, week: now.week, against: before.week });
  return inShares(of) ? t("mapPoints", { what }) : what;
}
