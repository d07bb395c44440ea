import { stepOfKey, walked } from "./walk.ts";

export interface Pointing<Thing> {
  /** What is pointed at. */
  readonly thing: Thing | undefined;
  /** Lets go of what is pointed at if it is no longer among those there are. */
  refresh(): void;
}

/**
 * Points at one of many things in a canvas: by pointer, or walking through them with the arrow keys; a click or Enter picks
 * it. Whoever walks by keyboard keeps the place, though the page moves under a pointer at rest.
 *
 * @param options.all      what there is, in the order in which it is walked
 * @param options.at       what lies under the pointer
 * @param options.onPoint  told whenever the pointer moves or a key steps on; without an event if by keyboard
 */
export function pointing<Thing>(
  canvas: HTMLElement,
  options: {
    all(): readonly Thing[];
    at(event: MouseEvent): Thing | undefined;
    onPoint(thing: Thing | undefined, event?: MouseEvent): void;
    onPick(thing: Thing): void;
  },
): Pointing<Thing> {
  const { all, at, onPoint, onPick } = options;
  let thing: Thing | undefined;
  let walking = false;

  function point(next: Thing | undefined, event?: MouseEvent): void {
    thing = next;
    onPoint(thing, event);
  }

  canvas.addEventListener("pointermove", (event) => {
    if (walking && event.movementX === 0 && event.movementY === 0) return;
    walking = false;
    point(at(event), event);
  });
  canvas.addEventListener("pointerleave", () => {
    if (!walking) point(undefined);
  });
  canvas.addEventListener("click", (event) => {
    const found = at(event);
    if (found !== undefined) onPick(found);
  });
  canvas.addEventListener("keydown", (event) => {
    const step = stepOfKey(event.key);
    const things = all();
    if (step && things.length > 0) {
      walking = true;
      point(things[walked(thing === undefined ? -1 : things.indexOf(thing), step, things.length)]);
    } else if (event.key === "Enter" && thing !== undefined) onPick(thing);
    else return;
    event.preventDefault();
  });

  return {
    get thing() {
      return thing;
    },
    refresh() {
      if (thing !== undefined && !all().includes(thing)) point(undefined);
    },
  };
}

/** A canvas that is pointed at, with the tip that names what is pointed at. */
export function pointedCanvas(className: string, label: string, document = globalThis.document) {
  const node = document.createElement("div");
  node.className = className;
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", label);
  canvas.tabIndex = 0;
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  node.append(canvas, tip);
  return {
    node,
    canvas,
    /** Shows the tip at a place in the canvas, in pixels; without a text it is hidden. */
    tell(text: string | undefined, x = 0, y = 0): void {
      tip.hidden = text === undefined;
      if (text === undefined) return;
      tip.textContent = text;
      tip.style.left = `${x}px`;
      tip.style.top = `${y}px`;
    },
  };
}
