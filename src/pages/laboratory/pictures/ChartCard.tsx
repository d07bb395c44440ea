import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Figure } from "../../../views/index.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { onResize } from "../onResize.ts";
import { t, theme } from "../preferences.ts";
import { drawnWeek } from "../weekSelection.ts";
import { type Saved, SaveMenu, TableOf } from "./saving.tsx";

interface ChartCardProps<Data> {
  id: string;
  /** What it is called. */
  title: string;
  /** What it shows, as a sentence made from the numbers: its heading, once there are any. */
  finding?: string | undefined;
  /** A sentence on how to read it. */
  help?: string | undefined;
  /** The week from which its past is kept, if not all of it is. */
  kept?: number | undefined;
  /** The week that it shows, where only some weeks are kept. */
  shown?: number | undefined;
  /** Pixels, or a length of CSS. */
  height: number | string;
  /** Makes the figure; called once. */
  make(): Figure<Data> & { stop?(): void; canvas?: HTMLCanvasElement; drawing?(): SVGSVGElement };
  /** What to show; reads signals. Nothing while it has not come. */
  data(): Data | undefined;
  legend?: Saved["legend"] | undefined;
  /** Controls beside the title. */
  children?: ComponentChildren;
  /** Between the title and the picture, and below the picture. */
  above?: ComponentChildren;
  below?: ComponentChildren;
}

/** A picture in its frame: title, controls, the menu to save it, a word on what it shows, and the table behind it. */
export function ChartCard<Data>({
  id,
  title,
  finding,
  help,
  kept,
  shown,
  height,
  make,
  data,
  legend,
  children,
  above,
  below,
}: ChartCardProps<Data>) {
  const box = useRef<HTMLDivElement>(null);
  const figure = useRef<ReturnType<typeof make> | null>(null);
  figure.current ??= make();
  const table = useSignal(false);
  const turns = useSignal(0);
  const came = useSignal(false);
  useEffect(() => {
    const it = figure.current as NonNullable<typeof figure.current>;
    const parent = box.current as HTMLDivElement;
    parent.replaceChildren(it.node);
    const rest = onResize(parent, (w, h) => w > 40 && it.resize(w, h));
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
  const drawn = () => {
    const it = figure.current;
    return it?.canvas ?? (it?.node as SVGSVGElement | undefined);
  };
  const asked = drawnWeek.value;
  const showing = shown ?? Math.max(kept ?? 0, asked);
  const notice = came.value && showing !== asked && t("notKept", { week: asked, shown: showing });
  if (table.value) turns.value; // the table follows the picture
  return (
    <section class={`card picture ${id}`} aria-label={title}>
      <header>
        <h2>{finding ?? title}</h2>
        {children}
        <SaveMenu
          of={{
            title,
            heading: () => `${finding ?? title} · ${t("weekShort", { week: showing })}`,
            id,
            drawn,
            drawing: figure.current.drawing,
            legend,
            table: () => figure.current?.table() ?? { columns: [], rows: [] },
            week: () => showing,
          }}
          shown={table.value}
          onTable={() => (table.value = !table.value)}
        />
      </header>
      {(help || finding) && (
        <p class="help">
          {finding && <strong>{title}</strong>} {help}
        </p>
      )}
      {notice && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      {!came.value && (
        <p class="help" role="status">
          {t("opening")}
        </p>
      )}
      {above}
      <div class="sheet" aria-busy={!came.value} style={{ height: typeof height === "number" ? `${height}px` : height }} ref={box} />
      {below}
      {table.value && <TableOf title={title} table={figure.current.table()} />}
    </section>
  );
}
