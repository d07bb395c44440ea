import { createContext } from "preact";
import { useEffect } from "preact/hooks";

const TYPE = 12; // pixels of the smallest letters of a picture of its own size
const ROOM = { width: 1280, height: 720, type: 24 }; // of a small screen in a room, and the smallest letters on it
const HAND = 14; // pixels of the smallest letters on a phone

/** Pixels of the page to one of a picture in a window: as large as the window lets it, never smaller than can be read in the hand. */
export const stageScale = (width: number, height: number): number =>
  Math.max(HAND, ROOM.type * Math.min(width / ROOM.width, height / ROOM.height)) / TYPE;

/** The same in the window that there is. */
export const scaleNow = (): number => stageScale(innerWidth, innerHeight);

/** The picture that is on the stage, for those that are within it; none elsewhere. */
export const OnStage = createContext<string | undefined>(undefined);

/** Letters grow with the window; the style sheet takes them from here. */
export function useTypeOfWindow(): void {
  useEffect(() => {
    const root = document.documentElement;
    const set = () => root.style.setProperty("--stage", String(scaleNow()));
    set();
    addEventListener("resize", set);
    return () => {
      removeEventListener("resize", set);
      root.style.removeProperty("--stage");
    };
  }, []);
}
