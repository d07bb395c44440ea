import type Graph from "graphology";
import gexf from "graphology-gexf";
import { inMarkup, shownText } from "./markup.ts";

/** A graph as GEXF 1.3, for Gephi. */
export const graphGexf = (graph: Graph): string => shownText(gexf.write(graph, { version: "1.3" }));

/** The narrowest type of GraphML that holds all values. */
const typeOf = (values: readonly unknown[]): "long" | "double" | "string" =>
  values.every(Number.isInteger) ? "long" : values.every((value) => typeof value === "number") ? "double" : "string";

/** A graph as GraphML, for igraph, NetworkX and yEd. Attributes of a name are whole numbers, numbers or texts, as all of them are. */
export function graphMl(graph: Graph): string {
  const keys = (target: "node" | "edge", list: readonly Record<string, unknown>[]) =>
    [...new Set(list.flatMap((attributes) => Object.keys(attributes)))].map((name) => ({
      id: `${target}_${name}`,
      name,
      target,
      type: typeOf(list.map((attributes) => attributes[name]).filter((value) => value !== undefined)),
    }));
  const nodeKeys = keys(
    "node",
    graph.mapNodes((_, attributes) => attributes),
  );
  const edgeKeys = keys(
    "edge",
    graph.mapEdges((_, attributes) => attributes),
  );
  const data = (target: string, attributes: Record<string, unknown>) =>
    Object.entries(attributes)
      .map(([name, value]) => `<data key="${target}_${name}">${inMarkup(value)}</data>`)
      .join("");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...[...nodeKeys, ...edgeKeys].map(
      ({ id, name, target, type }) => `<key id="${id}" for="${target}" attr.name="${name}" attr.type="${type}"/>`,
    ),
    '<graph edgedefault="undirected">',
    ...graph.mapNodes((id, attributes) => `<node id="${inMarkup(id)}">${data("node", attributes)}</node>`),
    ...graph.mapEdges((_, attributes, a, b) => `<edge source="${inMarkup(a)}" target="${inMarkup(b)}">${data("edge", attributes)}</edge>`),
    "</graph>",
    "</graphml>",
    "",
  ].join("\n");
}
