import fc from "fast-check";
import { expect, it } from "vitest";
import { circleNames, kindMarks } from "../../../src/views/index.ts";
import type { Node } from "../../../src/views/network/graph.ts";
import { nearestNode, projectionOf } from "../../../src/views/network/projection.ts";

const nodeAt = (x: number, y: number, circles = 0): Node => ({
  ...{ key: `${x}:${y}`, kind: 5, index: 0, radius: 4, mark: kindMarks.organization },
  ...{ x, y, circles },
});
const bit = (circle: (typeof circleNames)[number]) => 1 << circleNames.indexOf(circle);
const all = new Set(circleNames);
const places = fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), fc.nat(31)), {
  minLength: 1,
  maxLength: 20,
});

it("has every node within its bounds, in one plane and in several", () => {
  fc.assert(
    fc.property(places, fc.constantFrom("plane" as const, "layers" as const), (at, mode) => {
      const nodes = at.map(([x, y, circles]) => nodeAt(x, y, circles));
      const { bounds, across, down, planesOf } = projectionOf(mode, nodes, all);
      for (const node of nodes)
        for (const plane of planesOf(node)) {
          expect(across(node.x, node.y)).toBeGreaterThanOrEqual(bounds.left);
          expect(across(node.x, node.y)).toBeLessThanOrEqual(bounds.right);
          expect(down(node.y, plane)).toBeGreaterThanOrEqual(bounds.top);
          expect(down(node.y, plane)).toBeLessThanOrEqual(bounds.bottom);
        }
    }),
  );
});

it("gives a plane to each of the four circles that is shown, and draws a node in those it has ties in", () => {
  const node = nodeAt(0, 0, bit("party") | bit("interest") | bit("government"));
  const inAll = projectionOf("layers", [node], all);
  expect(inAll.planes).toHaveLength(4);
  expect(
    inAll
      .planesOf(node)
      .map((plane) => inAll.planes[plane])
      .sort(),
  ).toEqual(["interest", "party"]);
  expect(projectionOf("layers", [node], new Set(["interest"])).planesOf(node)).toEqual([0]);
  expect(projectionOf("plane", [node], new Set()).planesOf(node)).toEqual([0]);
});

it("finds the node under a place, the nearer of two, and none out of reach", () => {
  const nodes = [nodeAt(0, 0), nodeAt(20, 0)];
  const plane = projectionOf("plane", nodes, all);
  expect(nearestNode(nodes, plane, 9, 0, 6)).toBe(nodes[0]);
  expect(nearestNode(nodes, plane, 12, 0, 6)).toBe(nodes[1]);
  expect(nearestNode(nodes, plane, 60, 0, 6)).toBe(undefined);
});
