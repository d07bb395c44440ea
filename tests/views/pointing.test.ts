import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pointing } from "../../src/views/pointing.ts";
import { canvasPage } from "../support/canvas.ts";

let page: ReturnType<typeof canvasPage>;
beforeEach(() => {
  page = canvasPage();
});
afterEach(() => vi.unstubAllGlobals());

/** Three things in a row, ten pixels each; whatever lies under the pointer by its x. */
function row(things = ["a", "b", "c"]) {
  const canvas = page.document.createElement("canvas");
  const picks: string[] = [];
  const told: (string | undefined)[] = [];
  const pointed = pointing<string>(canvas, {
    all: () => things,
    at: ({ clientX }) => things[Math.floor(clientX / 10)],
    onPoint: (thing) => told.push(thing),
    onPick: (thing) => picks.push(thing),
  });
  const { Event } = page.document.defaultView as Window & typeof globalThis;
  const pointer = (name: string, clientX = 0, movementX = 1) =>
    canvas.dispatchEvent(Object.assign(new Event(name), { clientX, clientY: 0, movementX, movementY: 0 }));
  return { canvas, pointed, pointer, picks, told, things };
}

it("points at what lies under the pointer, at nothing beside it or when it leaves, and picks by a click", () => {
  const { pointer, picks, told } = row();
  pointer("pointermove", 15);
  pointer("click", 15);
  pointer("pointermove", 95);
  pointer("click", 95);
  pointer("pointermove", 5);
  pointer("pointerleave");
  expect(told).toEqual(["b", undefined, "a", undefined]);
  expect(picks).toEqual(["b"]);
});

it("leaves the place to whoever walks by keyboard, though the page moves under a pointer at rest, until the pointer moves", () => {
  const { canvas, pointed, pointer, picks } = row();
  page.press(canvas, "ArrowRight");
  page.press(canvas, "ArrowRight");
  pointer("pointermove", 25, 0); // the page moved
  pointer("pointerleave");
  page.press(canvas, "Enter");
  expect([pointed.thing, picks]).toEqual(["b", ["b"]]);
  pointer("pointermove", 25);
  expect(pointed.thing).toBe("c");
  pointer("pointerleave");
  expect(pointed.thing).toBe(undefined);
});

it("lets go of what is there no longer, and of nothing else", () => {
  const { canvas, pointed, picks, things } = row();
  page.press(canvas, "ArrowLeft");
  pointed.refresh();
  expect(pointed.thing).toBe("c");
  things.pop();
  pointed.refresh();
  page.press(canvas, "Enter");
  expect([pointed.thing, picks]).toEqual([undefined, []]);
});

it("says of the keys that it takes that they are taken, and of no others", () => {
  const { canvas } = row();
  const taken = ["Enter", "ArrowRight", "Enter", "Tab", "x"].map((key) => !page.press(canvas, key));
  expect(taken).toEqual([false, true, true, false, false]);
});
