import { sankey, sankeyLinkHorizontal } from "d3-sankey";
import { drawing, type Figure, type FigureOptions, type Format, sized, type Table, written } from "./figure.ts";

export interface FlowOptions extends FigureOptions {
  /** Those on the left and those on the right; a flow runs from one to the other. */
  sources: readonly { id: string; label: string; colour: string }[];
  targets: readonly { id: string; label: string; colour: string }[];
  /** Above the two sides: "from", "to". */
  heads: readonly [string, string];
  format: Format;
  /** What stands there when nothing flows. */
  nothing: string;
  amountLabel: string;
}

/** [source * targets + target] amounts. */
export type FlowData = ArrayLike<number>;

interface Node {
  key: string;
  id: string;
  label: string;
  colour: string;
}
interface Link {
  source: string;
  target: string;
  value: number;
}

const PAD = 13;

/** Amounts that pass from those on the left to those on the right, as bands (a Sankey diagram without cycles). */
export function flowChart(options: FlowOptions): Figure<FlowData> {
  const { sources, targets, heads, format, nothing } = options;
  let { width = 640, height = 360 } = options;
  let data: FlowData = []; // nothing has come yet
  const show = written[format];
  const svg = drawing(options, "flows");
  const bands = svg.append("g").attr("class", "bands").attr("fill", "none");
  const bars = svg.append("g").attr("class", "bars");
  const texts = svg.append("g").attr("class", "texts");
  const head = svg.append("g").attr("class", "heads");
  const empty = svg.append("text").attr("class", "nothing");

  const flows = () =>
    sources.flatMap((source, s) =>
      targets.flatMap((target, t) => {
        const value = data[s * targets.length + t] ?? 0;
        return value > 0 ? [{ source, target, value }] : [];
      }),
    );

  function draw(): void {
    sized(svg, width, height);
    const list = flows();
    empty
      .attr("x", width / 2)
      .attr("y", height / 2)
      .text(data.length > 0 && list.length === 0 ? nothing : "");
    const [left, right] = [Math.min(190, width * 0.28), width - Math.min(190, width * 0.28)];
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
            .nodePadding(PAD)
            .nodeSort(null)
            .extent([
              [left + 6, 28],
              [right - 6, height - 10],
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
      .attr("stroke", ({ source }) => (source as unknown as Node).colour)
      .attr("stroke-width", ({ width: thickness = 0 }) => Math.max(1, thickness))
      .select("title")
      .text(({ source, target, value }) => `${(source as unknown as Node).label} → ${(target as unknown as Node).label}: ${show(value)}`);
    bars
      .selectAll("rect")
      .data(graph.nodes, (node) => (node as Node).key)
      .join("rect")
      .attr("class", ({ key: name }) => `bar ${name}`)
      .attr("x", ({ x0 = 0 }) => x0)
      .attr("y", ({ y0 = 0 }) => y0)
      .attr("width", ({ x0 = 0, x1 = 0 }) => x1 - x0)
      .attr("height", ({ y0 = 0, y1 = 0 }) => Math.max(1, y1 - y0))
      .attr("fill", ({ colour }) => colour);
    texts
      .selectAll("text")
      .data(graph.nodes, (node) => (node as Node).key)
      .join("text")
      .attr("x", ({ x0 = 0, x1 = 0, depth }) => (depth === 0 ? x0 - 6 : x1 + 6))
      .attr("y", ({ y0 = 0, y1 = 0 }) => (y0 + y1) / 2)
      .attr("dy", "0.35em")
      .attr("text-anchor", ({ depth }) => (depth === 0 ? "end" : "start"))
      .text(({ label, value = 0 }) => `${label} ${show(value)}`);
  }
  const key = ({ source, target }: { source: Node; target: Node }) => `${source.key} ${target.key}`;

  draw();
  return {
    node: svg.node() as SVGSVGElement,
    update(next) {
      data = next;
      draw();
    },
    resize(w, h) {
      [width, height] = [w, h];
      draw();
    },
    table: (): Table => ({
      columns: [...heads, options.amountLabel],
      rows: flows().map(({ source, target, value }) => [source.label, target.label, value]),
    }),
  };
}
