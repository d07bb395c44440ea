import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { kindMarks, type LayoutRequest, networkPlaces } from "../../../src/views/index.ts";
import { arrangement } from "../../../src/views/network/arrangement.ts";
import type { Link, Node } from "../../../src/views/network/graph.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const nodeOf = (index: number): Node => ({
  ...{ key: `5:${index}`, kind: 5, index, radius: 4, mark: kindMarks.organization },
  ...{ x: index, y: 0, circles: 0 },
});

function network(count: number) {
  const graph: { nodes: Node[]; links: Link[] } = { nodes: Array.from({ length: count }, (_, k) => nodeOf(k)), links: [] };
  const begun: LayoutRequest[] = [];
  const settled: boolean[] = [];
  const layout = {
    begin: (request: LayoutRequest) => void begun.push(request),
    stop: () => {},
    onPositions: (_: Float32Array, __: boolean) => {},
  };
  const arranged = arrangement({ layout, places: networkPlaces(), graph: () => graph, onMoved: (rest) => settled.push(rest) });
  return { graph, begun, settled, layout, arranged };
}

it("lays out what is new with as much heat as it is of all, and nothing that stands already", () => {
  const { graph, begun, settled, layout, arranged } = network(4);
  arranged.update();
  expect(begun.map(({ heat }) => heat)).toEqual([1]);
  layout.onPositions(Float32Array.of(5, 5, 6, 6, 7, 7, 8, 8), true);
  expect([graph.nodes[3].x, graph.nodes[3].y]).toEqual([8, 8]);
  vi.runAllTimers();
  expect(begun).toHaveLength(1);
  graph.nodes.push(nodeOf(4));
  arranged.update();
  expect(begun[1].heat).toBeCloseTo(1 / 5, 12);
  expect(settled).toEqual([false, true, true, false]);
});

it("rests ten times as long as it took before it lays out what came meanwhile", () => {
  const { graph, begun, layout, arranged } = network(2);
  arranged.update();
  vi.advanceTimersByTime(100);
  layout.onPositions(new Float32Array(4), true);
  graph.nodes.push(nodeOf(2));
  arranged.update();
  vi.advanceTimersByTime(999);
  expect(begun).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(begun).toHaveLength(2);
});
