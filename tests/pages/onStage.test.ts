import { expect, it } from "vitest";
import { stageScale } from "../../src/pages/laboratory/stage/onStage.ts";

const letters = (width: number, height: number) => 12 * stageScale(width, height);

it("makes the smallest letters 24 pixels at 1280 by 720, as much larger as the window is, and never less than 14", () => {
  expect(letters(1280, 720)).toBe(24);
  expect(letters(1920, 1080)).toBe(36);
  expect(letters(3840, 2160)).toBe(72);
  expect(letters(2560, 720)).toBe(24); // as its height lets it
  expect(letters(390, 844)).toBe(14);
});
