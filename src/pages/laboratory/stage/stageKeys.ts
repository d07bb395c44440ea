import type { Signal } from "@preact/signals";
import { type Key, showKeys } from "../Keys.tsx";
import { theme } from "../preferences.ts";
import { goOrStop } from "../toolbar/playback.ts";
import { leaveStage, showWeek, stepPicture, stepWeeks } from "./stageMoves.ts";

const YEAR = 52;

/** Keys of a presenter. A remote sends Page Up and Page Down, and b or a full stop for a blank screen. */
export const keysOfStage = (blank: Signal<boolean>): readonly Key[] => [
  { keys: [" "], word: "keyRunOrPlay", act: goOrStop },
  {
    keys: ["ArrowLeft", "ArrowRight"],
    word: "keyWeek",
    act: ({ key, shiftKey }) => stepWeeks((key === "ArrowLeft" ? -1 : 1) * (shiftKey ? YEAR : 1)),
  },
  { keys: ["Home", "End"], word: "keyEnds", act: ({ key }) => showWeek(key === "Home" ? "first" : "last") },
  {
    keys: ["ArrowUp", "ArrowDown", "PageUp", "PageDown"],
    word: "keyPicture",
    act: ({ key }) => stepPicture(key === "ArrowUp" || key === "PageUp" ? -1 : 1),
  },
  { keys: ["b", "."], word: "keyBlank", act: () => (blank.value = !blank.value) },
  { keys: ["d"], word: "keyDark", act: () => (theme.value = theme.value === "dark" ? "light" : "dark") },
  { keys: ["f"], word: "keyFullscreen", act: () => void document.documentElement.requestFullscreen?.().catch(() => {}) },
  {
    keys: ["Escape"],
    word: "leaveStage",
    act: () => (blank.value ? (blank.value = false) : leaveStage()),
  },
  { keys: ["?"], word: "keyHelp", act: showKeys },
];
