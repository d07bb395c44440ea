import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Figure } from "../../../views/index.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { deskScale } from "../deskScale.ts";
import { onResize } from "../onResize.ts";
import { theme } from "../preferences.ts";

export type Drawn<Data> = Figure<Data> & { stop?(): void; canvas?: HTMLCanvasElement; drawing?(): SVGSVGElement };

/**
 * A figure in a box: made once, as large as the box, drawn anew with its data and with the theme.
 *
 * @param make   makes the figure
 * @param data   what to show; reads signals, and is nothing while it has not come
 * @param scale  pixels of the page to one of the figure
 * @param room   the height that the figure is given, pixels of its own; the box becomes as tall as the figure then is. If not
 *               given, the figure becomes as tall as the box
 */
export function useFigure<Data>(make: () => Drawn<Data>, data: () => Data | undefined, scale = deskScale, room?: number) {
  const box = useRef<HTMLDivElement>(null);
  const figure = useRef<Drawn<Data> | null>(null);
  figure.current ??= make();
  const came = useSignal(false);
  /** How often it was drawn with other data. */
  const turns: Signal<number> = useSignal(0);
  const heighten = () => {
    const tall = room !== undefined && figure.current?.tall?.();
    if (tall && box.current) box.current.style.height = `${tall * scale()}px`;
  };
  useEffect(() => {
    const it = figure.current as Drawn<Data>;
    const parent = box.current as HTMLDivElement;
    parent.replaceChildren(it.node);
    const rest = onResize(parent, (w, h) => {
      if (w <= 40) return;
      it.resize(w / scale(), it.tall && room !== undefined ? room : h / scale(), scale());
      heighten();
    });
    return () => {
      rest();
      it.stop?.();
    };
  }, []);
  useSignalEffect(() => {
    const now = data();
    if (now === undefined) return;
    figure.current?.update(now);
    heighten();
    turns.value = turns.peek() + 1;
    came.value = true;
  });
  useSignalEffect(() => {
    theme.value;
    requestAnimationFrame(() => figure.current?.restyle());
  });
  return { box, figure: figure.current, came, turns };
}
