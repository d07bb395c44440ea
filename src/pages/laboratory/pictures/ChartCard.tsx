import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { deskScale, LETTER } from "../deskScale.ts";
import { t } from "../preferences.ts";
import { OnStage, scaleNow } from "../stage/onStage.ts";
import { drawnWeek } from "../weekSelection.ts";
import { type Saved, SaveMenu, TableOf } from "./saving.tsx";
import { type Drawn, useFigure } from "./useFigure.ts";

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
  /** Pixels of its own, or a length of CSS. */
  height: number | string;
  /** Makes the figure; called once. */
  make(): Drawn<Data>;
  /** What to show; reads signals. Nothing while it has not come. */
  data(): Data | undefined;
  legend?: Saved["legend"] | undefined;
  /** Controls beside the title. */
  children?: ComponentChildren;
  /** Between the title and the picture, and below the picture. */
  above?: ComponentChildren;
  below?: ComponentChildren;
}

/** A picture: in its frame, or on the stage if it is the one that is there. */
export function ChartCard<Data>(props: ChartCardProps<Data>) {
  const staged = useContext(OnStage);
  if (staged === undefined) return <Framed {...props} />;
  return staged === stageName(props.id) ? <Staged {...props} /> : null;
}

/** What a picture is called on the stage: the last of its names. */
const stageName = (id: string): string => id.split(" ").at(-1) as string;

/** A picture as the whole window has it: what it shows as a sentence, the picture, and what its colours mean. */
function Staged<Data>({ id, title, finding, make, data, above, below }: ChartCardProps<Data>) {
  const { box, came } = useFigure(make, data, scaleNow);
  return (
    <section class={`picture staged ${id}`} aria-label={title}>
      <h1>{finding ?? title}</h1>
      {above}
      <div class="sheet" aria-busy={!came.value} ref={box} />
      {below}
    </section>
  );
}

/** A picture in its frame: title, controls, the menu to save it, a word on what it shows, and the table behind it. */
function Framed<Data>({ id, title, finding, help, kept, shown, height, make, data, legend, children, above, below }: ChartCardProps<Data>) {
  const { box, figure, came, turns } = useFigure(make, data, deskScale, typeof height === "number" ? height : undefined);
  const table = useSignal(false);
  const drawn = () => {
    return figure.canvas ?? (figure.node as SVGSVGElement);
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
            drawing: figure.drawing,
            legend,
            table: () => figure.table(),
            stage: stageName(id),
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
      <div
        class="sheet"
        aria-busy={!came.value}
        style={{ height: typeof height === "number" ? `${height / LETTER}rem` : height }}
        ref={box}
      />
      {below}
      {table.value && <TableOf title={title} table={figure.table()} />}
    </section>
  );
}
