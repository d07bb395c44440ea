import { sankey, sankeyLinkHorizontal } from "d3-sankey";
import { drawnFigure, type Shown } from "./drawnFigure.ts";
import {
  drawing,
  elementOf,
  type Figure,
  type FigureOptions,
  type Format,
  sayNothing,
  sized,
  type Table,
  textRuler,
  written,
} from "./figure.ts";
import { type Shade, themeOf } from "./palette.ts";

export interface FlowOptions extends FigureOptions {
  /** Those on the left and those on the right; a flow runs from one to the other. */
  sources: readonly { id: string; label: string; colour: Shade }[];
  targets: readonly { id: string; label: string; colour: Shade }[];
  /** Above the two sides: "from", "to". */
  heads: readonly [string, string];
  format: Format;
  amountLabel: string;
}

/** [source * targets + target] amounts. */
export type FlowData = ArrayLike<number>;

interface Node {
  key: string;
  id: string;
  label: string;
  colour: Shade;
}
interface Link {
  /** The key of a node, in whose place the layout puts the node. */
  source: string | Node;
  target: string | Node;
  value: number;
}

const LINE = 13; // pixels from a line of text to the next
const BANDS = 120; // pixels that the bands have at least, beside their labels

/** Amounts that pass from those on the left to those on the right, as bands (a Sankey diagram without cycles). */
export function flowChart(options: FlowOptions): Figure<FlowData> {
  const { sources, targets, heads, format } = options;
  const state: Shown<FlowData> = { data: [], width: options.width ?? 640, height: options.height ?? 360 };
  const show = written[format];
  const svg = drawing(options, "flows");
  const bands = svg.append("g").attr("class", "bands").attr("fill", "none");
  const bars = svg.append("g").attr("class", "bars");
  const texts = svg.append("g").attr("class", "texts");
  const head = svg.append("g").attr("class", "heads");
  const ruler = textRuler(elementOf(svg));

  const flows = () =>
    sources.flatMap((source, s) =>
      targets.flatMap((target, t) => {
        const value = state.data[s * targets.length + t] ?? 0;
        return value > 0 ? [{ source, target, value }] : [];
      }),
    );

  function draw(): void {
    const { data, width, height } = state;
    sized(svg, width, height);
    const list = flows();
    const theme = themeOf(elementOf(svg));
    sayNothing(svg, data.length > 0 && list.length === 0 ? options.nothing : "", width / 2, height / 2);
    const sums = (of: "source" | "target") => {
      const by = new Map<string, number>();
      for (const flow of list) by.set(flow[of].label, (by.get(flow[of].label) ?? 0) + flow.value);
      return [...by];
    };
    // Name and amount in one line, or in two where that would leave the bands too little room.
    const wide = (lines: (name: string, amount: string) => number, of: "source" | "target") =>
      16 + Math.max(ruler(heads[of === "source" ? 0 : 1]), ...sums(of).map(([name, amount]) => lines(name, show(amount))));
    const inOne = (name: string, amount: string) => ruler(`${name} ${amount}`);
    const inTwo = (name: string, amount: string) => Math.max(ruler(name), ruler(amount));
    const broken = width - wide(inOne, "source") - wide(inOne, "target") < BANDS;
    const [left, right] = [wide(broken ? inTwo : inOne, "source"), width - wide(broken ? inTwo : inOne, "target")];
    head
      .selectAll("text")
      .data(heads)
      .join("text")
      .attr("class", "head")
      .attr("x", (_, side) => (side === 0 ? left : right))
      .attr("text-anchor", (_, side) => (side === 0 ? "end" : "start"))
      .attr("y", 14)
      .text((text) => text);
    const nodes: Node[] = [
      ...sources.filter((source) => list.some((flow) => flow.source === source)).map((source) => ({ ...source, key: `from ${source.id}` })),
      ...targets.filter((target) => list.some((flow) => flow.target === target)).map((target) => ({ ...target, key: `to ${target.id}` })),
    ];
    const links: Link[] = list.map(({ source, target, value }) => ({ source: `from ${source.id}`, target: `to ${target.id}`, value }));
    const graph =
      list.length === 0
        ? { nodes: [], links: [] }
        : sankey<Node, Link>()
            .nodeId(({ key }) => key)
            .nodeWidth(11)
            .nodePadding(broken ? 2 * LINE : LINE)
            .nodeSort(null)
            .extent([
              [left + 6, broken ? 36 : 28],
              [right - 6, height - (broken ? 22 : 10)],
            ])({ nodes, links });
    bands
      .selectAll("path")
      .data(graph.links, (link) => key(link as never))
      .join((enter) => {
        const path = enter.append("path");
        path.append("title");
        return path;
      })
      .attr("class", "band")
      .attr("data-amount", ({ value }) => value)
      .attr("d", sankeyLinkHorizontal())
      .attr("stroke", ({ source }) => (source as Node).colour[theme])
      .attr("stroke-width", ({ width: thickness = 0 }) => Math.max(1, thickness))
      .select("title")
      .text(({ source, target, value }) => `${(source as Node).label} → ${(target as Node).label}: ${show(value)}`);
    bars
      .selectAll("rect")
      .data(graph.nodes, (node) => (node as Node).key)
      .join("rect")
      .attr("class", ({ key: name }) => `bar ${name}`)
      .attr("x", ({ x0 = 0 }) => x0)
      .attr("y", ({ y0 = 0 }) => y0)
      .attr("width", ({ x0 = 0, x1 = 0 }) => x1 - x0)
      .attr("height", ({ y0 = 0, y1 = 0 }) => Math.max(1, y1 - y0))
      .attr("fill", ({ colour }) => colour[theme]);
    const named = texts
      .selectAll<SVGTextElement, (typeof graph.nodes)[number]>("text")
      .data(graph.nodes, (node) => (node as Node).key)
      .join((enter) => {
        const text = enter.append("text");
        text.append("tspan").attr("class", "label");
        text.append("tspan").attr("class", "amount");
        return text;
      })
      .attr("text-anchor", ({ depth }) => (depth === 0 ? "end" : "start"))
      .attr("y", ({ y0 = 0, y1 = 0 }) => (y0 + y1) / 2);
    const beside = ({ x0 = 0, x1 = 0, depth }: (typeof graph.nodes)[number]) => (depth === 0 ? x0 - 6 : x1 + 6);
    named
      .select(".label")
      .attr("x", beside)
      .attr("dy", broken ? "-0.2em" : "0.35em")
      .text(({ label }) => `${label} `);
    named
      .select(".amount")
      .attr("x", broken ? beside : null)
      .attr("dy", broken ? `${LINE}` : null)
      .text(({ value = 0 }) => show(value));
  }
  const key = ({ source, target }: { source: Node; target: Node }) => `${source.key} ${target.key}`;

  return drawnFigure(
    svg,
    state,
    draw,
    (): Table => ({
      columns: [...heads, options.amountLabel],
      rows: flows().map(({ source, target, value }) => [source.label, target.label, value]),
    }),
  );
}
