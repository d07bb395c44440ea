import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Figure } from "../../../views/index.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { onResize } from "../onResize.ts";
import { theme } from "../preferences.ts";

export type Drawn<Data> = Figure<Data> & { stop?(): void; canvas?: HTMLCanvasElement; drawing?(): SVGSVGElement };

/**
 * A figure in a box: made once, as large as the box, drawn anew with its data and with the theme.
 *
 * @param make   makes the figure
 * @param data   what to show; reads signals, and is nothing while it has not come
 * @param scale  pixels of the page to one of the figure
 */
export function useFigure<Data>(make: () => Drawn<Data>, data: () => Data | undefined, scale: () => number = () => 1) {
  const box = useRef<HTMLDivElement>(null);
  const figure = useRef<Drawn<Data> | null>(null);
  figure.current ??= make();
  const came = useSignal(false);
  /** How often it was drawn with other data. */
  const turns: Signal<number> = useSignal(0);
  useEffect(() => {
    const it = figure.current as Drawn<Data>;
    const parent = box.current as HTMLDivElement;
    parent.replaceChildren(it.node);
    const rest = onResize(parent, (w, h) => w > 40 && it.resize(w / scale(), h / scale(), scale()));
    return () => {
      rest();
      it.stop?.();
    };
  }, []);
  useSignalEffect(() => {
    const now = data();
    if (now === undefined) return;
    figure.current?.update(now);
    turns.value = turns.peek() + 1;
    came.value = true;
  });
  useSignalEffect(() => {
    theme.value;
    requestAnimationFrame(() => figure.current?.restyle());
  });
  return { box, figure: figure.current, came, turns };
}
