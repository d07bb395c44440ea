import { type DotData, dotChart } from "../../../views/index.ts";
import { useFigure } from "../pictures/useFigure.ts";
import { t } from "../preferences.ts";

/** Estimates below each other, as wide as there is room and as tall as they need. */
export function DotFigure({ data }: { data: () => DotData | undefined }) {
  const { box } = useFigure(() => dotChart({ label: "", nothing: t("planNoResults") }), data);
  return <div class="sheet" ref={box} />;
}
