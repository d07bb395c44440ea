import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { canvasToPng, csvText, drawingText, type LegendEntry, svgText, svgToPng, type Table, written } from "../../../views/index.ts";
import { t } from "../preferences.ts";
import { save } from "../save.ts";
import { file } from "../session/index.ts";
import { toStage } from "../stage/toStage.ts";
import { Icon } from "../toolbar/Icon.tsx";

const ROWS = 300; // of a table on the page; the file holds all

export interface Saved {
  title: string;
  /** Stands above the picture in its file. */
  heading(): string;
  /** Names the files. */
  id: string;
  /** What is drawn, and what colours of a canvas mean. */
  drawn(): SVGSVGElement | HTMLCanvasElement | undefined;
  /** The same as a drawing, where it is drawn on a canvas. */
  drawing?: (() => SVGSVGElement) | undefined;
  legend?: (() => readonly LegendEntry[]) | undefined;
  table(): Table;
  /** Its name on the stage. */
  stage: string;
  /** Week that is shown, for the name of the file. */
  week(): number;
}

const isSvg = (node: Element | undefined): node is SVGSVGElement => node?.localName === "svg";

/** The menu of a chart: saves it as SVG, PNG or CSV, and shows the table behind it. */
export function SaveMenu({ of, shown, onTable }: { of: Saved; shown: boolean; onTable(): void }) {
  const open = useSignal(false);
  const name = (ending: string) => `${file.value.replace(/\.yaml$/, "")}-${of.id}-week-${of.week()}.${ending}`;
  const saveAs = async (as: "svg" | "png" | "csv") => {
    open.value = false;
    const drawn = of.drawn();
    if (as === "csv") save(name("csv"), new Blob([csvText(of.table())], { type: "text/csv;charset=utf-8" }));
    else if (as === "svg" && of.drawing) save(name("svg"), new Blob([drawingText(of.drawing(), of.heading())], { type: "image/svg+xml" }));
    else if (as === "svg" && isSvg(drawn)) save(name("svg"), new Blob([svgText(drawn, of.heading())], { type: "image/svg+xml" }));
    else if (isSvg(drawn)) save(name("png"), await svgToPng(drawn, of.heading()));
    else if (drawn) save(name("png"), await canvasToPng(drawn, of.heading(), of.legend?.()));
  };
  return (
    <fieldset
      class="saving"
      onKeyDown={(event) => {
        if (event.key === "Escape") open.value = false;
      }}
    >
      <button type="button" class="quiet" aria-pressed={shown} aria-label={`${t("showTable")}: ${of.title}`} onClick={onTable}>
        ▤ <span>{t("showTable")}</span>
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={`${t("toStage")}: ${of.title}`}
        title={t("toStage")}
        onClick={() => toStage(of.stage)}
      >
        <Icon name="stage" />
      </button>
      <button
        type="button"
        class="quiet"
        aria-expanded={open.value}
        aria-label={`${t("save")}: ${of.title}`}
        title={t("save")}
        onClick={() => (open.value = !open.value)}
      >
        ⤓
      </button>
      {open.value && (
        <div class="menu">
          {(of.drawing !== undefined || isSvg(of.drawn())) && (
            <button type="button" class="quiet" onClick={() => void saveAs("svg")}>
              {t("saveSvg")}
            </button>
          )}
          <button type="button" class="quiet" onClick={() => void saveAs("png")}>
            {t("savePng")}
          </button>
          <button type="button" class="quiet" onClick={() => void saveAs("csv")}>
            {t("saveCsv")}
          </button>
        </div>
      )}
    </fieldset>
  );
}

/** The table behind a chart. */
export function TableOf({ title, table }: { title: string; table: Table }) {
  const { columns, rows } = table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section class="behind" tabIndex={0} aria-label={t("tableOf", { title })}>
      <table>
        <caption>
          {t("tableOf", { title })}
          {rows.length > ROWS && ` · ${t("rowsShown", { shown: ROWS, all: rows.length })}`}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS).map((row, k) => (
            <tr key={k}>{row.map((value, c) => cell(value, c))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cell(value: string | number, column: number): ComponentChildren {
  const text = typeof value === "string" ? value : Number.isInteger(value) ? String(value) : written.number(value);
  return column === 0 ? (
    <th key={column} scope="row">
      {text}
    </th>
  ) : (
    <td key={column}>{text}</td>
  );
}
