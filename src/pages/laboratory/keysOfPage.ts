import { sheet } from "./controls/sheet.ts";
import type { Key } from "./Keys.tsx";
import { showKeys } from "./Keys.tsx";
import { build, copyLink, loaded, stepOnce } from "./session/index.ts";
import { toStage } from "./stage/toStage.ts";
import { goOrStop } from "./toolbar/playback.ts";

/** Keys of all pages but the stage, which has its own. */
export const keysOfPage: readonly Key[] = [
  { keys: ["r"], word: "keyRun", act: goOrStop },
  { keys: ["w"], word: "keyStep", act: () => void stepOnce() },
  { keys: ["0"], word: "keyReset", act: () => loaded.value && void build() },
  { keys: ["s"], word: "keyStage", act: () => toStage() },
  { keys: ["/"], word: "keySearch", act: search },
  { keys: ["l"], word: "keyLink", act: () => void copyLink() },
  { keys: ["?"], word: "keyHelp", act: showKeys },
];

/** The search, which lies in a sheet where the window is narrow. */
function search(): void {
  const focus = () => document.querySelector<HTMLElement>(".controls input[type=search]")?.focus();
  focus();
  sheet.value = true;
  requestAnimationFrame(focus);
}
