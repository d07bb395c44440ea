import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Intervention } from "../../../scenario/index.ts";
import { numberOfChange } from "../ChangeList.tsx";
import { interventionInWords } from "../controls/labels.ts";
import { t } from "../preferences.ts";
import { interventions, loaded, moveIntervention, replaying, undoAll, undoIntervention, week, weeks } from "../session/index.ts";
import { held, hold, shownWeek } from "../weekSelection.ts";
import { Scrubber } from "./Scrubber.tsx";

const YEAR = 52;
const WAIT = 500; // milliseconds without a key until a mark has come to rest

/** The run as it stands: its week, what was changed, and the track. */
export function Timeline() {
  const past = held.value === undefined ? undefined : shownWeek.value;
  const clock = t("week", { week: week.value, weeks: weeks.value });
  return (
    <>
      <div class="clock">
        <span role="status" aria-live="off" data-week={week.value}>
          {replaying.value !== undefined
            ? `${t("replaying", { week: replaying.value })} ${week.value}`
            : past === undefined
              ? clock
              : t("weekOfPast", { week: past, last: week.value })}
        </span>
        {past !== undefined && (
          <button type="button" class="link" onClick={() => hold("now")}>
            {t("toLastWeek")}
          </button>
        )}
        {interventions.value.length > 0 && (
          <button type="button" class="link" onClick={() => void undoAll()}>
            {t("undoAll")}
          </button>
        )}
      </div>
      <Track />
    </>
  );
}

/**
 * The weeks of the run from left to right: what has passed, where it stands, and what changes when.
 *
 * @param named  years that are named at most
 */
export function Track({ named = 12 }: { named?: number }) {
  const last = Math.max(1, weeks.value);
  const result = loaded.value;
  const fixed = result?.ok ? result.interventions : [];
  const years = Math.floor(last / YEAR);
  const everyYears = Math.max(1, Math.ceil(years / named));
  const at = (of: number) => `${(100 * of) / last}%`;
  const numbered = new Map<string, number>();
  return (
    <div class="track" title={t("interventionsHelp")}>
      <div
        class="past"
        role="progressbar"
        aria-label={t("week", { week: week.value, weeks: weeks.value })}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={week.value}
        style={{ width: at(week.value) }}
      />
      <Scrubber />
      {replaying.value !== undefined && <div class="target" style={{ left: at(replaying.value) }} />}
      {Array.from({ length: years }, (_, k) => k + 1)
        .filter((year) => year % everyYears === 0)
        .map((year, k) => (
          <i key={year} class="year" style={{ left: at(year * YEAR) }} aria-hidden="true">
            {k === 0 ? t("year", { year }) : year}
          </i>
        ))}
      {fixed.map((one, k) => (
        <FixedMark key={`${k}${one.path}`} one={one} last={last} />
      ))}
      {interventions.value.map((one) => {
        const n = (numbered.get(one.path) ?? 0) + 1;
        numbered.set(one.path, n);
        return <Mark key={`${one.path}#${n}`} one={one} last={last} />;
      })}
    </div>
  );
}

/** A change of the scenario file: it can be read, not moved. */
function FixedMark({ one, last }: { one: Intervention; last: number }) {
  const shown = useSignal(false);
  const said = interventionInWords(one);
  return (
    <div
      class={one.communities === undefined ? "mark fixed" : "mark fixed some"}
      style={{ left: `${(100 * one.week) / last}%` }}
      onPointerEnter={() => (shown.value = true)}
      onPointerLeave={() => (shown.value = false)}
      onFocusIn={() => (shown.value = true)}
      onFocusOut={() => (shown.value = false)}
    >
      <button type="button" class="point" aria-label={`${t("inWeek", { week: one.week, what: said })} (${t("ofFile")})`}>
        {numberOfChange.value.get(one)}
      </button>
      {shown.value && (
        <div class={one.week > last / 2 ? "note left" : "note"}>
          <strong>{t("weekShort", { week: one.week })}</strong> {said} ({t("ofFile")})
        </div>
      )}
    </div>
  );
}

/** A change of the reader: moved with arrow keys or by dragging, taken back with Delete. */
function Mark({ one, last }: { one: Intervention; last: number }) {
  const draft = useSignal<number | undefined>(undefined);
  const shown = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const to = draft.value ?? one.week;
  const within = (week: number) => Math.min(last, Math.max(1, Math.round(week)));
  const commit = () => {
    clearTimeout(rest.current);
    if (draft.value !== undefined) void moveIntervention(one, draft.value);
    draft.value = undefined;
  };
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -YEAR,
    PageUp: YEAR,
    Home: -last,
    End: last,
  };
  return (
    <div
      ref={box}
      class={one.communities === undefined ? "mark" : "mark some"}
      style={{ left: `${(100 * to) / last}%` }}
      onPointerEnter={() => (shown.value = true)}
      onPointerLeave={() => (shown.value = box.current?.contains(document.activeElement) === true)}
      onFocusIn={() => (shown.value = true)}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget)) return;
        shown.value = false;
        commit();
      }}
    >
      <div
        class="handle"
        role="slider"
        tabIndex={0}
        aria-label={interventionInWords(one)}
        aria-valuemin={1}
        aria-valuemax={last}
        aria-valuenow={to}
        aria-valuetext={t("weekShort", { week: to })}
        aria-keyshortcuts="Delete"
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (step !== undefined) {
            event.preventDefault();
            draft.value = within(to + step);
            clearTimeout(rest.current);
            rest.current = setTimeout(commit, WAIT);
          } else if (event.key === "Delete" || event.key === "Backspace") {
            event.preventDefault();
            clearTimeout(rest.current);
            draft.value = undefined;
            void undoIntervention(one);
          } else if (event.key === "Enter") commit();
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          event.currentTarget.focus();
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          const track = box.current?.parentElement?.getBoundingClientRect();
          if (track && Math.abs(event.movementX) > 0) draft.value = within(((event.clientX - track.left) / track.width) * last);
        }}
        onPointerUp={commit}
      >
        {numberOfChange.value.get(one)}
      </div>
      {shown.value && (
        <div class={to > last / 2 ? "note left" : "note"}>
          <strong>{t("weekShort", { week: to })}</strong> {interventionInWords(one)}{" "}
          <button type="button" class="link" onClick={() => void undoIntervention(one)}>
            {t("undo")}
          </button>
        </div>
      )}
    </div>
  );
}
