import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { onResize } from "../../src/pages/laboratory/onResize.ts";

type Notify = (entries: { contentRect: { width: number; height: number } }[]) => void;
let notify: Notify;
let frames: Map<number, () => void>;
const nextFrame = () => {
  const due = [...frames.values()];
  frames.clear();
  for (const run of due) run();
};
const size = (width: number, height: number) => ({ contentRect: { width, height } });

beforeEach(() => {
  frames = new Map();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(callback: Notify) {
        notify = callback;
      }
      observe() {}
      disconnect() {}
    },
  );
  let last = 0;
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => {
    frames.set(++last, run);
    return last;
  });
  vi.stubGlobal("cancelAnimationFrame", (frame: number) => frames.delete(frame));
});
afterEach(() => vi.unstubAllGlobals());

it("nothing is resized inside the notification; in the frame after it, once, to the last size in whole pixels", () => {
  const sizes: number[][] = [];
  onResize({} as Element, (...to) => sizes.push(to));
  notify([size(100.7, 50.2)]);
  notify([size(320.9, 61)]);
  expect(sizes).toEqual([]);
  nextFrame();
  expect(sizes).toEqual([[320, 61]]);
  nextFrame();
  expect(sizes).toHaveLength(1);
});

it("what has ended is not resized any more", () => {
  const sizes: number[][] = [];
  const end = onResize({} as Element, (...to) => sizes.push(to));
  notify([size(1, 1)]);
  end();
  nextFrame();
  expect(sizes).toEqual([]);
});

it("no other part of the page watches sizes by itself", () => {
  const root = join(import.meta.dirname, "../../src");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(100);
  const watching = files.filter((file) => readFileSync(join(root, file), "utf8").includes("new ResizeObserver"));
  expect(watching).toEqual(["pages/laboratory/onResize.ts"]);
});
