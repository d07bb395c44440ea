import { drawnFigure, type Shown } from "../drawnFigure.ts";
import { drawing, elementOf, type Figure, type FigureOptions, type Group, sayNothing, sized, type Table, textRuler } from "../figure.ts";
import { letterWidth, shortened } from "../letters.ts";
import { inkOn, type Theme, themeOf } from "../palette.ts";
import { differenceScale, quantityScale, type ValueScale } from "../valueScale.ts";
import { closedPath, edgesPath, fittedGround, type Ground, groundOf, inset, type Parcel, type Point, parcelTowards } from "./ground.ts";
import { drawKeys, drawMapLegend, keyLines, legendHeight, type MapKey, wrapped } from "./mapLegend.ts";
import { drawTip } from "./mapTip.ts";
import { asWritten, fullValue, type MapValue, shortValue } from "./mapValue.ts";
import { type GivenOutlines, outlinedGround } from "./outlined.ts";

export interface CommunityMapOptions extends FigureOptions {
  name(community: number): string;
  /** What is written on its land: what it is called, or its number, where the two are the same to those who look. */
  called(community: number): string;
  subdistrictName(subdistrict: number): string;
  communityLabel: string;
  subdistrictLabel: string;
  differenceLabel: string;
  /** A value with what it is of. */
  said(name: string, value: string): string;
  /** What lines and marks mean. */
  keys: Readonly<Record<MapKey["kind"], string>>;
  onPick(community: number): void;
}

export interface CommunityMapData {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  subdistrict: ArrayLike<number>;
  village: ArrayLike<number>;
  /** Boundaries, if they were given: else land is drawn around positions. */
  boundaries?: GivenOutlines | undefined;
  /** [community] what is shown; NaN where there is nothing to measure. */
  value: ArrayLike<number>;
  /** What it is compared with, and what the two are called; the difference is shown, value less this. */
  against?: { value: ArrayLike<number>; name: string; ofValue: string } | undefined;
  /** Values that the scale has to hold beside those shown: of other weeks, so that it stays while time moves. */
  reach?: ArrayLike<number>;
  /** Name of what is shown, and how it is written. */
  measure: string;
  format: MapValue["format"];
  picked: number;
  /** A community that stands out, and why. */
  highlight?: { community: number; text: string } | undefined;
}

const ARROWS: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Texts are shown where there is room for them: pixels. */
const TEXT = { least: 12, most: 44 };
const MARGIN = 6;
/** The share of its land that a dotted line encloses in a village: some pixels inside the edge, clear of what is written. */
const enclosed = ({ room }: Parcel) => Math.max(0.2, 1 - Math.max(4, Math.min(10, 0.18 * room)) / room);

/** What is drawn: the ground at its size, and what stands on it. */
interface Drawn {
  data: CommunityMapData;
  shown: number[];
  ground: Ground;
  /** [community] its land as a path. */
  land: readonly string[];
  called: readonly string[];
  scale: ValueScale;
  of: MapValue;
  theme: Theme;
}

/** The district: communities as land beside their neighbours, in subdistricts, coloured by what is shown of them. */
export function communityMap(options: CommunityMapOptions): Figure<CommunityMapData> {
  const state: Shown<CommunityMapData | undefined> = { data: undefined, width: options.width ?? 560, height: options.height ?? 520 };
  let drawn: Drawn | undefined;
  let pointed: number | undefined;
  let focused = 0;
  const groundOnce = remembered();
  const svg = drawing(options, "communities").attr("role", "group");
  const land = svg.append("g").attr("class", "land");
  const borders = svg.append("path").attr("class", "borders");
  const outline = svg.append("path").attr("class", "outline");
  const standsOut = svg.append("path").attr("class", "ring highlight");
  const picked = svg.append("path").attr("class", "ring picked");
  const under = svg.append("path").attr("class", "ring");
  const names = svg.append("g").attr("class", "names");
  const legend = svg.append("g").attr("class", "legend");
  const tip = svg.append("g").attr("class", "tip").attr("visibility", "hidden");
  const ruler = textRuler(elementOf(svg));

  function draw(): void {
    const { data, width, height } = state;
    sized(svg, width, height);
    if (!data) return;
    const of: MapValue = { format: data.format, difference: data.against !== undefined };
    const shown = shownOf(data);
    const lines = keyLines(keysOf(options, data, shown), width, ruler);
    const title = wrapped(data.measure, width, ruler);
    const foot = legendHeight(title.length, lines.length);
    const reach = [...shown, ...Array.from(data.reach ?? [])];
    drawn = {
      data,
      shown,
      of,
      ...groundOnce(data, width, Math.max(0, height - foot)),
      called: shown.map((_, community) => options.called(community)),
      scale: of.difference ? differenceScale(reach) : quantityScale(reach),
      theme: themeOf(elementOf(svg)),
    };
    sayNothing(svg, shown.some(Number.isFinite) ? "" : options.nothing, width / 2, 16);
    drawLand(land, drawn, Math.min(focused, shown.length - 1), told);
    borders.attr("d", edgesPath(drawn.ground.borders));
    outline.attr("d", edgesPath(drawn.ground.outline));
    drawNames(names, drawn, options.subdistrictName, ruler);
    legend.attr("transform", `translate(0,${height - foot})`);
    drawMapLegend(legend, width, {
      scale: drawn.scale,
      of,
      title,
      values: shown,
      picked: pointed ?? data.picked,
      theme: drawn.theme,
    });
    drawKeys(legend, width, legendHeight(title.length, 0), lines, ruler);
    const ring = (community = -1) => drawn?.land[community] ?? "";
    standsOut.attr("d", ring(data.highlight?.community));
    picked.attr("d", ring(data.picked));
    under.attr("d", ring(pointed));
    showTip();
  }

  const placeOf = (community: number) => options.subdistrictName(state.data?.subdistrict[community] ?? 0);
  const shownValue = (community: number) => (drawn ? fullValue(drawn.shown[community] ?? Number.NaN, drawn.of) : "");
  const told = (community: number) => {
    const { highlight, measure } = state.data ?? {};
    const why = highlight?.community === community ? `, ${highlight.text}` : "";
    return `${options.name(community)}, ${placeOf(community)}: ${measure} ${shownValue(community)}${why}`;
  };

  function showTip(): void {
    const parcel = pointed === undefined ? undefined : drawn?.ground.parcels[pointed];
    const lines =
      parcel && drawn ? tipLines(parcel.community, drawn).flatMap((line) => wrapped(line, Math.min(state.width, 360) - 40, ruler)) : [];
    drawTip(tip, lines, parcel ? [parcel.centre[0], parcel.centre[1] - parcel.room] : [0, 0], [state.width, state.height], ruler);
  }

  function tipLines(community: number, { data: of, of: how }: Drawn): string[] {
    const village = of.village[community] ? ` · ${options.keys.village}` : "";
    const compared = of.against && [
      options.said(of.against.name, fullValue(of.against.value[community], { ...how, difference: false })),
      options.said(of.against.ofValue, fullValue(of.value[community], { ...how, difference: false })),
    ];
    return [
      options.name(community),
      `${placeOf(community)}${village}`,
      options.said(of.measure, shownValue(community)),
      ...(compared ?? []),
    ];
  }

  const communityAt = (event: Event): number | undefined => {
    const found = (event.target as Element | null)?.closest?.("g.parcel")?.getAttribute("data-community");
    return found === undefined || found === null ? undefined : Number(found);
  };
  function point(community: number | undefined): void {
    if (community === pointed) return;
    pointed = community;
    draw();
  }
  function walk(from: number, direction: Point): boolean {
    const parcels = drawn?.ground.parcels ?? [];
    const next = parcels[from] && parcelTowards(parcels, parcels[from], direction);
    if (!next) return false;
    focused = next.community;
    draw();
    land.select<SVGGElement>(`[data-community="${focused}"]`).node()?.focus();
    return true;
  }
  svg
    .on("click", (event) => {
      const community = communityAt(event);
      if (community !== undefined) options.onPick(community);
    })
    .on("pointerover focusin", (event) => point(communityAt(event)))
    .on("pointerleave focusout", () => point(undefined))
    .on("keydown", (event: KeyboardEvent) => {
      const community = communityAt(event);
      if (community === undefined) return;
      if (event.key === "Enter" || event.key === " ") options.onPick(community);
      else if (event.key === "Escape") point(undefined);
      else if (!(event.key in ARROWS) || !walk(community, ARROWS[event.key])) return;
      event.preventDefault();
    });

  return drawnFigure(svg, state, draw, () => tableOf(options, state.data));
}

/** What is shown of each community: its value, or how far it is from what it is compared with. */
const shownOf = ({ value, against }: CommunityMapData): number[] =>
  Array.from(value, (of, community) => (against ? of - against.value[community] : of));

/** The keys that this map needs. */
function keysOf({ keys }: CommunityMapOptions, data: CommunityMapData, shown: readonly number[]): MapKey[] {
  const { subdistrict, village, boundaries } = data;
  const needed: Record<MapKey["kind"], boolean> = {
    border: new Set(Array.from(subdistrict)).size > 1,
    village: Array.from(village).some(Boolean),
    lot: boundaries?.outlines.some(Boolean) === true && !boundaries.outlines.every(Boolean),
    nothing: !shown.every(Number.isFinite),
  };
  return (["border", "village", "lot", "nothing"] as const).flatMap((kind) => (needed[kind] ? [{ kind, text: keys[kind] }] : []));
}

/** What is written on a parcel: what it is called and its value, where there is room for them. Pixels around its middle. */
interface Letters {
  text: string;
  /** From the middle of the parcel, downwards. */
  y: number;
  size: number;
}

const CHORD = 2.1; // rooms: so wide is the land a little off its middle

function lettersOn(parcel: Parcel, { shown, of, called }: Pick<Drawn, "shown" | "of" | "called">): { called: Letters; value: Letters } {
  const size = Math.max(TEXT.least, Math.min(TEXT.most, parcel.room * 0.42));
  const text = shortValue(shown[parcel.community], of);
  const wide = CHORD * parcel.room;
  const fits = (lines: number) => parcel.room >= (lines === 1 ? 0.8 : 1.5) * size && wide >= letterWidth(text) * size;
  const two = fits(2);
  const name = called[parcel.community];
  // A long name is written smaller before it is cut.
  const small = Math.max(TEXT.least, Math.min(0.8 * size, wide / letterWidth(name)));
  return {
    called: { text: two ? shortened(name, wide / small) : "", y: -0.6 * size, size: small },
    value: { text: fits(1) ? text : "", y: (two ? 0.6 : 0) * size, size },
  };
}

/** Each community: its land in its colour, what it is called and its value where there is room for them. */
function drawLand(parent: Group, drawn: Drawn, reached: number, told: (community: number) => string): void {
  const { ground, land, data, shown, scale, of, theme } = drawn;
  const letters = ground.parcels.map((parcel) => lettersOn(parcel, drawn));
  // Of the value as it is written: what reads the same looks the same.
  const colour = (community: number) => (Number.isFinite(shown[community]) ? scale.colour(asWritten(shown[community], of), theme) : "none");
  const ink = ({ community }: Parcel) => (colour(community) === "none" ? null : inkOn(colour(community)));
  const each = parent
    .selectAll<SVGGElement, Parcel>("g.parcel")
    .data(
      ground.order.map((community) => ground.parcels[community]),
      ({ community }) => String(community),
    )
    .join((enter) => {
      const g = enter.append("g").attr("role", "button");
      g.append("path").attr("class", "area");
      g.append("path").attr("class", "village");
      g.append("text").attr("class", "called");
      g.append("text").attr("class", "value");
      return g;
    })
    .attr("class", ({ community }) => (community === data.picked ? "parcel picked" : "parcel"))
    .attr("tabindex", ({ community }) => (community === reached ? 0 : -1))
    .attr("aria-label", ({ community }) => told(community))
    .attr("data-community", ({ community }) => community)
    .attr("data-value", ({ community }) => shown[community]);
  each
    .select(".area")
    .attr("d", ({ community }) => land[community])
    .attr("fill", ({ community }) => (colour(community) === "none" ? "transparent" : colour(community)));
  each
    .select(".village")
    .attr("d", (parcel) => (data.village[parcel.community] ? closedPath(inset(parcel, enclosed(parcel))) : null))
    .attr("stroke", ink);
  for (const which of ["called", "value"] as const)
    each
      .select(`.${which}`)
      .attr("x", ({ centre }) => centre[0])
      .attr("y", ({ centre, community }) => centre[1] + letters[community][which].y)
      .attr("font-size", ({ community }) => letters[community][which].size)
      .attr("fill", ink)
      .text(({ community }) => letters[community][which].text);
}

const ROOM_OF_NAMES = 20; // pixels around the middle of a parcel, below which names of subdistricts would hide the values

/** A text with the room that it takes, around its middle. */
interface Label {
  text: string;
  x: number;
  y: number;
  wide: number;
  tall: number;
}

const TALL = 16; // pixels of the name of a subdistrict

/**
 * Names of subdistricts: at the upper edge of the community in their middle, or else at an edge of another one, where they hide
 * neither what is written on the land nor each other; a name that has no such place is left out.
 */
function drawNames(parent: Group, drawn: Drawn, nameOf: (subdistrict: number) => string, ruler: (text: string) => number): void {
  const { ground, data } = drawn;
  const middles = [...ground.middles].map(([subdistrict, community]) => ({ subdistrict, middle: ground.parcels[community] }));
  const fit = middles.length > 1 && middles.every(({ middle }) => middle.room >= ROOM_OF_NAMES);
  const written = ground.parcels.flatMap((parcel) =>
    Object.values(lettersOn(parcel, drawn)).map(
      ({ text, y, size }): Label => ({
        text,
        x: parcel.centre[0],
        y: parcel.centre[1] + y,
        wide: letterWidth(text) * size,
        tall: 0.8 * size,
      }),
    ),
  );
  const taken = written.filter(({ text }) => text !== "");
  const clear: Label[] = [];
  for (const { subdistrict, middle } of fit ? middles : []) {
    const text = nameOf(subdistrict);
    if (ruler(text) > 3.6 * middle.room) continue;
    const own = ground.parcels.filter(({ community }) => data.subdistrict[community] === subdistrict && community !== middle.community);
    const places = [middle, ...own].flatMap(({ centre: [x, y], room }) =>
      [-(room < 40 ? 1 : 0.8), -1.1, 1, 1.1].map((edge): Label => ({ text, x, y: y + edge * room, wide: ruler(text) * 1.15, tall: TALL })),
    );
    const place = places.find((one) => ![...taken, ...clear].some((other) => hides(one, other)));
    if (place) clear.push(place);
  }
  const each = parent
    .selectAll<SVGGElement, Label>("g")
    .data(clear)
    .join((enter) => {
      const g = enter.append("g");
      g.append("rect");
      g.append("text");
      return g;
    })
    .attr("transform", ({ x, y }) => `translate(${x},${y})`);
  each
    .select("rect")
    .attr("x", ({ wide }) => -wide / 2 - 3)
    .attr("width", ({ wide }) => wide + 6)
    .attr("y", -8)
    .attr("height", 16)
    .attr("rx", 3);
  each.select("text").text(({ text }) => text);
}

const hides = (one: Label, other: Label) =>
  Math.abs(one.y - other.y) < (one.tall + other.tall) / 2 && Math.abs(one.x - other.x) < (one.wide + other.wide) / 2 + 4;

function tableOf(options: CommunityMapOptions, data: CommunityMapData | undefined): Table {
  const against = data?.against;
  return {
    columns: [
      options.communityLabel,
      options.subdistrictLabel,
      ...(against
        ? [`${data.measure}: ${against.ofValue}`, `${data.measure}: ${against.name}`, options.differenceLabel]
        : [data?.measure ?? ""]),
    ],
    rows: Array.from(data?.value ?? [], (value, c) => [
      options.name(c),
      options.subdistrictName(data?.subdistrict[c] ?? 0),
      value,
      ...(against ? [against.value[c], value - against.value[c]] : []),
    ]),
  };
}

/** The ground at the size of a drawing, the same as long as the places and the size are the same. */
function remembered(): (data: CommunityMapData, width: number, height: number) => Pick<Drawn, "ground" | "land"> {
  let last: { key: string; boundaries: GivenOutlines["outlines"] | undefined; ground: Ground } | undefined;
  let fitted: (Pick<Drawn, "ground" | "land"> & { of: Ground; width: number; height: number }) | undefined;
  return ({ x, y, subdistrict, boundaries }, width, height) => {
    const key = [x, y, subdistrict].map((of) => Array.from(of).join()).join(" ");
    if (last?.key !== key || last.boundaries !== boundaries?.outlines) {
      const ground = boundaries ? outlinedGround(boundaries, x, y, subdistrict) : groundOf(x, y, subdistrict);
      last = { key, boundaries: boundaries?.outlines, ground };
    }
    if (fitted?.of !== last.ground || fitted.width !== width || fitted.height !== height) {
      const ground = fittedGround(last.ground, width, height, MARGIN);
      fitted = { of: last.ground, width, height, ground, land: ground.parcels.map(({ rings }) => rings.map(closedPath).join("")) };
    }
    return { ground: fitted.ground, land: fitted.land };
  };
}
