import { drawnFigure, type Shown } from "./drawnFigure.ts";
import { drawing, elementOf, type Figure, type FigureOptions, sayNothing, sized, type Table, textRuler, written } from "./figure.ts";
import { shortened } from "./letters.ts";
import { scaleColour, themeOf } from "./palette.ts";
import { stepOfKey, walked } from "./walk.ts";

export interface CohortOptions extends FigureOptions {
  name(community: number): string;
  communityLabel: string;
  ageLabel: string;
  subdistrictName(subdistrict: number): string;
  onPick(community: number): void;
}

export interface CohortData {
  /** [community] in the order of the rows. */
  subdistrict: ArrayLike<number>;
  /** Age bands of five years. */
  bands: number;
  /** [community * bands + band] mean, 0-1; NaN for nobody. */
  mean: ArrayLike<number>;
  measure: string;
  /** Top of the scale of colours. */
  most: number;
}

/** The ages of a band of five years; the last one has no end. */
export const agesOf = (band: number, bands: number): string => (band === bands - 1 ? `${band * 5}+` : `${band * 5}–${band * 5 + 4}`);

/** [row] how often the subdistrict has changed above it. */
function gapsBefore(subdistrict: ArrayLike<number>): number[] {
  let gaps = 0;
  return Array.from(subdistrict, (id, row) => (row > 0 && id !== subdistrict[row - 1] ? ++gaps : gaps));
}

const MARGIN = { top: 8, right: 12, bottom: 44, left: 108 };

/** All residents as communities by age: a cell is a mean, a row a community, a gap parts the subdistricts. */
export function cohortMatrix(options: CohortOptions): Figure<CohortData> {
  const state: Shown<CohortData | undefined> = { data: undefined, width: options.width ?? 620, height: options.height ?? 560 };
  let focused = -1;
  const svg = drawing(options, "cohorts").attr("tabindex", 0);
  const grid = svg.append("g").attr("class", "cells");
  const names = svg.append("g").attr("class", "names");
  const ages = svg.append("g").attr("class", "ages");
  const legend = svg.append("g").attr("class", "legend");
  const frame = svg.append("rect").attr("class", "focus");

  function draw(): void {
    const { data, width, height } = state;
    sized(svg, width, height);
    if (!data) return;
    const of = data;
    const theme = themeOf(elementOf(svg));
    const rows = of.subdistrict.length;
    const gaps = gapsBefore(of.subdistrict);
    const gap = 4;
    const tall = Math.min(26, (height - MARGIN.top - MARGIN.bottom - gap * (gaps.at(-1) ?? 0)) / rows);
    const wide = (width - MARGIN.left - MARGIN.right) / of.bands;
    const top = (row: number) => MARGIN.top + row * tall + (gaps[row] ?? 0) * gap;
    const cells = Array.from({ length: rows * of.bands }, (_, k) => k).filter((k) => Number.isFinite(of.mean[k]));
    sayNothing(svg, cells.length === 0 ? options.nothing : "", width / 2, height / 2);
    grid
      .selectAll<SVGRectElement, number>("rect")
      .data(cells, String)
      .join((enter) => {
        const rect = enter.append("rect");
        rect.append("title");
        return rect;
      })
      .attr("class", "cell")
      .attr("x", (k) => MARGIN.left + (k % of.bands) * wide)
      .attr("y", (k) => top(Math.floor(k / of.bands)))
      .attr("width", Math.max(1, wide - 0.5))
      .attr("height", Math.max(1, tall - (tall > 8 ? 1 : 0)))
      .attr("fill", (k) => scaleColour(of.mean[k] / of.most, theme))
      .select("title")
      .text((k) => `${options.name(Math.floor(k / of.bands))}, ${ageOf(k % of.bands)}: ${of.measure} ${written.share(of.mean[k])}`);
    const ruler = textRuler(elementOf(svg));
    // A label for each row where there is room, else for each subdistrict.
    const each = tall >= 11;
    const labelled = Array.from({ length: rows }, (_, row) => row).filter(
      (row) => each || row === 0 || of.subdistrict[row] !== of.subdistrict[row - 1],
    );
    names
      .selectAll("text")
      .data(labelled)
      .join("text")
      .attr("x", MARGIN.left - 6)
      .attr("y", (row) => top(row) + (each ? tall / 2 : 5))
      .attr("dy", "0.35em")
      .attr("text-anchor", "end")
      .text((row) => shortened(each ? options.name(row) : options.subdistrictName(of.subdistrict[row]), MARGIN.left - 10, ruler));
    const bottom = rows === 0 ? MARGIN.top : top(rows - 1) + tall;
    ages
      .selectAll("text")
      .data(Array.from({ length: Math.ceil(of.bands / 2) }, (_, k) => k * 2))
      .join("text")
      .attr("x", (band) => MARGIN.left + (band + 0.5) * wide)
      .attr("y", bottom + 13)
      .attr("text-anchor", "middle")
      .text((band) => band * 5);
    drawLegend(bottom + 30, of);
    if (focused >= rows) focused = -1;
    frame
      .attr("visibility", focused < 0 ? "hidden" : "visible")
      .attr("x", MARGIN.left - 1)
      .attr("y", focused < 0 ? 0 : top(focused) - 1)
      .attr("width", width - MARGIN.left - MARGIN.right + 2)
      .attr("height", tall + 2);
  }
  const ageOf = (band: number) => agesOf(band, state.data?.bands ?? 0);

  function drawLegend(y: number, of: CohortData): void {
    const theme = themeOf(elementOf(svg));
    const steps = 24;
    const wide = textRuler(elementOf(svg));
    // Past the end of the scale all is of one colour: the scale says so.
    const end = `${of.most < 1 ? "≥ " : ""}${written.share(of.most)}`;
    const left = MARGIN.left + 8 + wide("0%");
    const length = Math.max(20, Math.min(110, state.width - left - wide(end) - 14));
    legend
      .selectAll("rect")
      .data(Array.from({ length: steps }, (_, k) => k))
      .join("rect")
      .attr("x", (k) => left + (k * length) / steps)
      .attr("y", y - 7)
      .attr("width", length / steps + 0.5)
      .attr("height", 8)
      .attr("fill", (k) => scaleColour((k + 0.5) / steps, theme));
    legend
      .selectAll("text")
      .data([
        { x: MARGIN.left - 6, y: y - 17, anchor: "end", text: options.ageLabel },
        { x: MARGIN.left - 6, y, anchor: "end", text: of.measure },
        { x: left - 6, y, anchor: "end", text: "0%" },
        { x: left + length + 6, y, anchor: "start", text: end },
      ])
      .join("text")
      .attr("x", ({ x }) => x)
      .attr("y", (text) => text.y)
      .attr("text-anchor", ({ anchor }) => anchor)
      .text(({ text }) => text);
  }

  grid.on("click", (event) => {
    const k = (event.target as Element & { __data__?: number }).__data__;
    if (state.data && k !== undefined) options.onPick(Math.floor(k / state.data.bands));
  });
  // By keyboard: arrows walk through the communities, Enter opens.
  svg
    .on("keydown", (event: KeyboardEvent) => {
      const step = stepOfKey(event.key);
      if (!state.data || state.data.subdistrict.length === 0) return;
      if (step) focused = walked(focused, step, state.data.subdistrict.length);
      else if (event.key === "Enter" && focused >= 0) options.onPick(focused);
      else return;
      draw();
      event.preventDefault();
    })
    .on("blur", () => {
      focused = -1;
      draw();
    });

  return drawnFigure(
    svg,
    state,
    draw,
    (): Table => ({
      columns: [options.communityLabel, ...Array.from({ length: state.data?.bands ?? 0 }, (_, band) => ageOf(band))],
      rows: Array.from({ length: state.data?.subdistrict.length ?? 0 }, (_, row) => [
        options.name(row),
        ...Array.from(
          { length: state.data?.bands ?? 0 },
          (_, band) => state.data?.mean[row * (state.data?.bands ?? 0) + band] ?? Number.NaN,
        ),
      ]),
    }),
  );
}
