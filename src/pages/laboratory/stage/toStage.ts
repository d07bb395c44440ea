import { goTo } from "../goTo.ts";

/** The picture that was on the stage last. */
let last = "series-participation";

/** Puts a picture on the stage, by default the last one, over the whole screen where that is allowed. */
export function toStage(picture = last): void {
  last = picture;
  goTo(`stage/${picture}`);
  void document.documentElement.requestFullscreen?.().catch(() => {}); // refused: the window is enough
}
