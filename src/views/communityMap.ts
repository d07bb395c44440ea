import { drawing, elementOf, type Figure, type FigureOptions, type Format, sayNothing, sized, type Table, written } from "./figure.ts";
import { borderPath, hexagonPath, neighbourTowards, type Tile, tilesOf } from "./hexagons.ts";
import { inkOn, scaleColour, type Theme, themeOf } from "./palette.ts";
import { colourEnds } from "./scales.ts";

export interface CommunityMapOptions extends FigureOptions {
  name(community: number): string;
  subdistrictName(subdistrict: number): string;
  communityLabel: string;
  subdistrictLabel: string;
  onPick(community: number): void;
}

export interface CommunityMapData {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  subdistrict: ArrayLike<number>;
  village: ArrayLike<number>;
  /** [community] what is shown; NaN where there is nothing to measure. */
  value: ArrayLike<number>;
  /** Name of what is shown, and how it is written. */
  measure: string;
  format: Format;
  picked: number;
}

const LEGEND = 40;
const TILE = 0.94; // of its place: between tiles there is room for the lines that part subdistricts

/**
 * Communities as hexagons of equal size, each beside its neighbours on the ground; thick lines part the subdistricts,
 * a dotted ring marks a village.
 */
export function communityMap(options: CommunityMapOptions): Figure<CommunityMapData> {
  let { width = 560, height = 520 } = options;
  let data: CommunityMapData | undefined;
  let tiles: Tile[] = [];
  let focused = 0;
  const svg = drawing(options, "communities").attr("role", "group");
  const hexes = svg.append("g").attr("class", "tiles");
  const borders = svg.append("path").attr("class", "borders");
  const legend = svg.append("g").attr("class", "legend");

  const show = (value: number) => written[data?.format ?? "number"](value);
  function draw(): void {
    sized(svg, width, height);
    if (!data) return;
    const of = data;
    const n = of.x.length;
    const placed = tilesOf(of.x, of.y, width, height - LEGEND);
    tiles = placed.tiles;
    const { r } = placed;
    const theme = themeOf(elementOf(svg));
    const [low, high] = colourEnds(of.value);
    // Of the value as it is written: what reads the same looks the same.
    const colour = (community: number) =>
      Number.isFinite(of.value[community]) ? scaleColour((roundedAs(of.value[community], of.format) - low) / (high - low), theme) : "none";
    sayNothing(svg, Array.from(of.value).some(Number.isFinite) ? "" : options.nothing, width / 2, 16);
    const each = hexes
      .selectAll<SVGGElement, Tile>("g")
      .data(tiles, ({ community }) => String(community))
      .join((enter) => {
        const g = enter.append("g").attr("role", "button");
        g.append("path").attr("class", "tile");
        g.append("circle").attr("class", "village");
        g.append("text").attr("class", "number");
        g.append("text").attr("class", "value");
        g.append("title");
        return g;
      })
      .attr("class", ({ community }) => (community === of.picked ? "hex picked" : "hex"))
      .attr("tabindex", ({ community }) => (community === Math.min(focused, n - 1) ? 0 : -1))
      .attr("aria-label", ({ community }) => told(community))
      .attr("data-community", ({ community }) => community)
      .attr("data-value", ({ community }) => of.value[community])
      .attr("transform", ({ cx, cy }) => `translate(${cx},${cy})`);
    each
      .select(".tile")
      .attr("d", hexagonPath(TILE * r))
      .attr("fill", ({ community }) => colour(community));
    each
      .select(".village")
      .attr("r", of.village.length > 0 ? r * 0.78 : 0)
      .attr("visibility", ({ community }) => (of.village[community] ? "visible" : "hidden"))
      .attr("stroke", ({ community }) => inkOn(colour(community)));
    const ink = (tile: Tile) => (colour(tile.community) === "none" ? null : inkOn(colour(tile.community)));
    each
      .select(".number")
      .attr("y", -r * 0.3)
      .attr("font-size", Math.max(8, Math.min(11, r * 0.34)))
      .attr("fill", ink)
      .text(({ community }) => community);
    each
      .select(".value")
      .attr("y", r * 0.28)
      .attr("font-size", Math.max(8.5, Math.min(15, r * 0.46)))
      .attr("fill", ink)
      .text(({ community }) => short(of.value[community], of.format));
    each.select("title").text(({ community }) => told(community));
    borders.attr("d", borderPath(tiles, r, of.subdistrict));
    drawLegend(low, high, theme);
  }

  const told = (community: number) =>
    `${options.name(community)}, ${options.subdistrictName(data?.subdistrict[community] ?? 0)}: ${data?.measure} ${show(data?.value[community] ?? Number.NaN)}`;

  function drawLegend(low: number, high: number, theme: Theme): void {
    const steps = 24;
    const [length, y] = [Math.min(260, width * 0.5), height - 24];
    const left = (width - length) / 2;
    legend
      .selectAll("rect")
      .data(Array.from({ length: steps }, (_, k) => k))
      .join("rect")
      .attr("x", (k) => left + (k * length) / steps)
      .attr("y", y)
      .attr("width", length / steps + 0.5)
      .attr("height", 8)
      .attr("fill", (k) => scaleColour((k + 0.5) / steps, theme));
    legend
      .selectAll("text")
      .data([
        { x: left - 6, anchor: "end", text: show(low) },
        { x: left + length + 6, anchor: "start", text: show(high) },
        { x: width / 2, anchor: "middle", text: data?.measure ?? "" },
      ])
      .join("text")
      .attr("x", ({ x }) => x)
      .attr("y", (_, k) => (k === 2 ? y + 20 : y + 7.5))
      .attr("text-anchor", ({ anchor }) => anchor)
      .text(({ text }) => text);
  }

  const tileOf = (event: Event): Tile | undefined => {
    const g = (event.target as Element | null)?.closest?.("g.hex");
    const community = Number(g?.getAttribute("data-community") ?? -1);
    return tiles.find((tile) => tile.community === community);
  };
  svg
    .on("click", (event) => {
      const tile = tileOf(event);
      if (tile) options.onPick(tile.community);
    })
    .on("keydown", (event: KeyboardEvent) => {
      const tile = tileOf(event);
      if (!tile) return;
      if (event.key === "Enter" || event.key === " ") options.onPick(tile.community);
      else {
        const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
        const next = step && neighbourTowards(tiles, tile, step[0], step[1]);
        if (!next) return;
        focused = next.community;
        for (const g of hexes.selectAll<SVGGElement, Tile>("g").nodes()) {
          const mine = Number(g.getAttribute("data-community")) === focused;
          g.setAttribute("tabindex", mine ? "0" : "-1");
          if (mine) g.focus();
        }
      }
      event.preventDefault();
    });

  return {
    node: elementOf(svg),
    update(next) {
      data = next;
      draw();
    },
    resize(w, h) {
      [width, height] = [w, h];
      draw();
    },
    restyle: draw,
    table: (): Table => ({
      columns: [options.communityLabel, options.subdistrictLabel, data?.measure ?? ""],
      rows: Array.from({ length: data?.x.length ?? 0 }, (_, c) => [
        options.name(c),
        options.subdistrictName(data?.subdistrict[c] ?? 0),
        data?.value[c] ?? Number.NaN,
      ]),
    }),
  };
}

/** A value as a hexagon has room for it: whole per cents, or two digits. */
const roundedAs = (value: number, format: Format) => (format === "share" ? Math.round(value * 100) / 100 : Number(value.toPrecision(2)));
const short = (value: number, format: Format) =>
  !Number.isFinite(value) ? "–" : format === "share" ? `${Math.round(value * 100)}%` : written.compact(roundedAs(value, format));
