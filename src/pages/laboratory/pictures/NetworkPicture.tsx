import { signal, useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import {
  type BlocksData,
  blocksScene,
  CIRCLES,
  changeOf,
  circleColours,
  circleNames,
  type Findings,
  findingsOf,
  folds,
  layersScene,
  type MatrixBy,
  type MembershipsData,
  matrixScene,
  type NetworkData,
  networkFigure,
  networkKinds,
  overTimeScene,
  type Scene,
} from "../../../views/index.ts";
import { type Language, tellBlocks, tellChange, tellLayers, tellMatrix } from "../../../words/index.ts";
import type { InspectedKind } from "../../../worker/protocol.ts";
import { baseline } from "../baseline/baseline.ts";
import { useBaseline } from "../baseline/useBaseline.ts";
import { NumberField } from "../NumberField.tsx";
import { nameOf, subdistrictName } from "../names.ts";
import { language, t, theme } from "../preferences.ts";
import { community, loaded, open, opened } from "../session/index.ts";
import { keepInAddress, keepWord } from "../stage/choices.ts";
import { OnStage } from "../stage/onStage.ts";
import { drawnWeek } from "../weekSelection.ts";
import { usePicture } from "./answer.ts";
import { ChartCard } from "./ChartCard.tsx";
import { Highlight } from "./highlighted.ts";
import { networkWords, RESIDENT } from "./networkWords.ts";
import { PersonCard } from "./PersonCard.tsx";

/** The pictures of the network, by name. */
export const networkPictures = { blocks: Blocks, layers: Layers, matrix: Matrix, overTime: OverTime, change: Change, person: Person };
type NetworkPictureName = keyof typeof networkPictures;
const names = Object.keys(networkPictures) as NetworkPictureName[];
const picture = signal<NetworkPictureName>("blocks");

const all: ReadonlySet<number> = new Set([0, 1, 2, 3]);
/** The circles that are shown: all, or one. */
const shown = signal<ReadonlySet<number>>(all);
const oneCircle = (circle: number | undefined) => (shown.value = circle === undefined ? all : new Set([circle]));
keepInAddress({
  name: "circle",
  pictures: ["blocks", "matrix", "change"],
  written: () => (shown.value.size === 1 ? circleNames[[...shown.value][0]] : undefined),
  read: (text) => {
    const circle = (circleNames as readonly string[]).indexOf(text);
    if (circle >= 0 && circle < CIRCLES && !(shown.peek().size === 1 && shown.peek().has(circle))) oneCircle(circle);
  },
});
/** The subdistrict that is open, where blocks fold. */
const subdistrict = signal<number | undefined>(undefined);
loaded.subscribe(() => (subdistrict.value = undefined));

/** Pictures of the organization network, each made for a task. */
export function NetworkPicture() {
  const name = picture.value;
  const Picture = networkPictures[name];
  return (
    <>
      <div class="segments" role="radiogroup" aria-label={t("networkKind")}>
        {names.map((id) => (
          <label key={id} class={id === name ? "on" : ""}>
            <input type="radio" name="network-picture" value={id} checked={id === name} onChange={() => (picture.value = id)} />
            {t(`net_${id}`)}
          </label>
        ))}
      </div>
      <Picture key={name} />
    </>
  );
}

/** Opens what is picked; a block of a subdistrict opens to its communities. */
function pick(kind: number, index: number): void {
  if (kind === -1) subdistrict.value = index;
  else if (kind >= 0) void open(kind === RESIDENT ? "resident" : networkKinds[kind], index);
}

const figureOf = <Data,>(
  label: string,
  scene: Parameters<typeof networkFigure<Data>>[0]["scene"],
  onPick: (kind: number, index: number) => void = pick,
) => networkFigure<Data>({ label, nothing: t("nothingYet"), scene, onPick, onCircle: oneCircle });

const useNetwork = () => usePicture("network", () => ({ week: drawnWeek.value }));
const findingsIn = (data: NetworkData | undefined): Findings | undefined => data && findingsOf(data);

/** A button for each circle with what is counted of it, which is the legend too; keys 1 to 4, and 0 for all. */
function Circles({ counts }: { counts: readonly string[] }) {
  return (
    <fieldset class="circles" aria-label={t("oneCircle")}>
      {counts.map((count, c) => (
        <button
          key={circleNames[c]}
          type="button"
          class="quiet"
          aria-pressed={shown.value.size === 1 && shown.value.has(c)}
          aria-keyshortcuts={String(c + 1)}
          onClick={() => oneCircle(shown.value.size === 1 && shown.value.has(c) ? undefined : c)}
        >
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <circle r="7" fill="none" stroke="currentColor" stroke-width="0.8" />
            <path
              d="M0,0V-7A7,7,0,0,0,-7,0Z"
              transform={`rotate(${[0, 90, 270, 180][c]})`}
              fill={circleColours[circleNames[c]][theme.value]}
            />
          </svg>{" "}
          {t(`circle_${circleNames[c]}`)} <strong>{count}</strong>
        </button>
      ))}
      <button type="button" class="quiet" aria-pressed={shown.value.size > 1} aria-keyshortcuts="0" onClick={() => oneCircle(undefined)}>
        {t("allCircles")}
      </button>
    </fieldset>
  );
}

/** Chooses the subdistrict that is open, where blocks fold. */
function Fold({ data }: { data: NetworkData | undefined }) {
  if (data === undefined || !folds(data)) return null;
  const ids = [...new Set(Array.from(data.subdistrict))].sort((a, b) => a - b);
  return (
    <label>
      {t("openSubdistrict")}
      <select
        value={subdistrict.value ?? ""}
        onChange={(event) => (subdistrict.value = event.currentTarget.value === "" ? undefined : Number(event.currentTarget.value))}
      >
        <option value="">{t("wholeDistrict")}</option>
        {ids.map((id) => (
          <option key={id} value={id}>
            {subdistrictName(id)}
          </option>
        ))}
      </select>
    </label>
  );
}

const members = (findings: Findings | undefined) => Array.from({ length: CIRCLES }, (_, c) => String(findings?.circles[c].members ?? ""));

interface PlacesProps {
  name: "blocks" | "layers";
  height: number;
  tell(language: Language, findings: Findings): string;
  scene(data: BlocksData, width: number, height: number): Scene;
  /** Between the title and the picture. */
  above?(findings: Findings | undefined): ComponentChildren;
}

/** Organizations in their places in one week. */
function Places({ name, height, tell, scene, above }: PlacesProps) {
  const network = useNetwork();
  const findings = findingsIn(network.value);
  return (
    <ChartCard<BlocksData>
      id={`network ${name}`}
      title={t(`net_${name}`)}
      finding={findings && tell(language.value, findings)}
      help={t(`task_${name}`)}
      kept={network.value?.first}
      height={height}
      make={() => figureOf<BlocksData>(t(`net_${name}`), scene)}
      data={() => network.value && { now: network.value, shown: shown.value, open: subdistrict.value }}
      above={above?.(findings)}
    >
      <Fold data={network.value} />
    </ChartCard>
  );
}

function Blocks() {
  const staged = useContext(OnStage) !== undefined;
  return (
    <Places
      name="blocks"
      height={560}
      tell={tellBlocks}
      scene={(data, w, h) => blocksScene(data, w, h, networkWords(), staged)}
      above={(findings) => <Circles counts={members(findings)} />}
    />
  );
}

function Layers() {
  const terse = useContext(OnStage) !== undefined;
  const { circle } = useContext(Highlight);
  const standsOut = circle && circleNames.indexOf(circle);
  return (
    <Places
      name="layers"
      height={760}
      tell={tellLayers}
      scene={({ now, open }, w, h) => layersScene(now, w, h, networkWords(findingsOf(now)), open, terse, standsOut)}
      above={() => circle && <p class="highlighted">{t("highlighted", { what: t(`circle_${circle}`) })}</p>}
    />
  );
}

const rows = signal<MatrixBy>("community");
keepWord("rows", ["matrix"], rows, ["community", "type"]);
interface MatrixData {
  data: NetworkData;
  by: MatrixBy;
  circles: readonly number[];
}

/** On the stage one circle at a time: the one that is chosen, or that with most ties. */
function oneOf({ circles }: Findings): number {
  const most = circles.reduce((best, { ties }, c) => (ties > circles[best].ties ? c : best), 0);
  return shown.value.size === 1 ? [...shown.value][0] : most;
}

function Matrix() {
  const staged = useContext(OnStage) !== undefined;
  const network = useNetwork();
  const findings = findingsIn(network.value);
  return (
    <ChartCard<MatrixData>
      id="network matrix"
      title={t("net_matrix")}
      finding={findings && tellMatrix(language.value, findings)}
      help={t("task_matrix")}
      kept={network.value?.first}
      height={760}
      make={() =>
        figureOf<MatrixData>(t("net_matrix"), ({ data, by, circles }, w, h) => matrixScene(data, by, w, h, networkWords(), circles))
      }
      data={() => network.value && { data: network.value, by: rows.value, circles: staged ? [oneOf(findingsOf(network.value))] : [...all] }}
      above={staged && <Circles counts={(findings?.circles ?? []).map(({ ties }) => String(ties))} />}
    >
      <label>
        {t("rowsBy")}
        <select value={rows.value} onChange={(event) => (rows.value = event.currentTarget.value as MatrixBy)}>
          <option value="community">{t("by_community")}</option>
          <option value="type">{t("by_type")}</option>
        </select>
      </label>
    </ChartCard>
  );
}

const groupings = ["party", "acquaintance", "interest", "industry", "branch", "alliance", "matters", "group"] as const;
const grouping = signal<(typeof groupings)[number]>("matters");
keepWord("groups", ["over-time"], grouping, groupings);
const QUARTER = 13;
function OverTime() {
  const terse = useContext(OnStage) !== undefined;
  // Who was together up to now does not depend on the week that is shown: of a dragged week only its quarter is drawn anew.
  const frame = usePicture("memberships", () => ({ relation: grouping.value, community: community.value }));
  const shownQuarter = useComputed(() => Math.max(0, Math.ceil(drawnWeek.value / QUARTER) - 1));
  const of = frame.value;
  const countIn = (quarter: number) => Array.from(of?.quarter ?? []).filter((one) => one === quarter).length;
  const result = loaded.value;
  const circle = circleNames.indexOf(grouping.value as (typeof circleNames)[number]);
  return (
    <ChartCard<MembershipsData>
      id="network over-time"
      title={t("net_overTime")}
      finding={of && tellGroups(countIn(of.quarters - 1), countIn(0))}
      help={t("task_overTime")}
      height={620}
      make={() => figureOf<MembershipsData>(t("net_overTime"), (data, w, h) => overTimeScene(data, w, h, networkWords(), terse))}
      data={() =>
        frame.value && {
          ...frame.value,
          circle: circle < 0 ? undefined : circle,
          shown: shownQuarter.value,
        }
      }
    >
      <label>
        {t("together")}
        <select value={grouping.value} onChange={(event) => (grouping.value = event.currentTarget.value as (typeof groupings)[number])}>
          {groupings.map((id) => (
            <option key={id} value={id}>
              {t(`together_${id}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("kind_community")}
        <select value={community.value} onChange={(event) => (community.value = Number(event.currentTarget.value))}>
          {result?.ok &&
            result.communities.map((_, c) => (
              <option key={nameOf("community", c)} value={c}>
                {nameOf("community", c)}
              </option>
            ))}
        </select>
      </label>
    </ChartCard>
  );
}
const tellGroups = (last: number, first: number) => t("title_overTime", { last, first });

/** What the week that is shown is compared with: another week, or the same week of the baseline. */
const against = signal<number | "baseline">(0);
function Change() {
  const staged = useContext(OnStage) !== undefined;
  const network = useNetwork();
  const withBaseline = against.value === "baseline" && baseline.value !== undefined;
  const earlier = usePicture("network", () => ({ week: against.value === "baseline" ? 0 : against.value }));
  const other = useBaseline(
    () => drawnWeek.value,
    (of, week) => of.network(week),
  );
  const before = () => (withBaseline ? other.value : earlier.value);
  const [now, then] = [network.value, before()];
  const counts = now && then && changeOf(now, then);
  return (
    <ChartCard<BlocksData>
      id="network change"
      title={t("net_change")}
      finding={counts && tellChange(language.value, counts)}
      help={t("task_change")}
      kept={now?.first}
      height={560}
      make={() => figureOf<BlocksData>(t("net_change"), (data, w, h) => blocksScene(data, w, h, networkWords(), staged))}
      data={() => {
        const then = before();
        return network.value && then && { now: network.value, before: then, shown: shown.value, open: subdistrict.value };
      }}
      above={<Circles counts={(counts ?? []).map(({ kept, lost, gained }) => `${kept + lost} → ${kept + gained}`)} />}
    >
      <Fold data={now} />
      <label>
        {t("compareWith")}
        <select
          value={withBaseline ? "baseline" : "week"}
          onChange={(event) => (against.value = event.currentTarget.value === "week" ? 0 : "baseline")}
        >
          <option value="week">{t("weekOf")}</option>
          {baseline.value && <option value="baseline">{t("theBaseline")}</option>}
        </select>
      </label>
      {!withBaseline && (
        <NumberField
          label={`${t("compareWith")}: ${t("weekOf")}`}
          value={against.value === "baseline" ? 0 : against.value}
          min={0}
          max={now?.week ?? 0}
          whole
          onChange={(week) => (against.value = week)}
        />
      )}
    </ChartCard>
  );
}

/** Who stands in the middle: whoever is opened, else the first organization. */
const centre = (): { kind: InspectedKind; index: number } => {
  const it = opened.value;
  return it ? { kind: it.kind, index: it.index } : { kind: "organization", index: 0 };
};
function Person() {
  return <PersonCard {...centre()} />;
}
