import { type LegendEntry, markPaths, paper, rim } from "../../../views/index.ts";
import { theme } from "../preferences.ts";

const SIZE = 12; // pixels on a side of a swatch
const RADIUS = 4.2;

/** What the marks and colours of a picture mean. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul class="legend">
      {entries.map((entry) => (
        <li key={entry.text}>
          <Swatch {...entry} /> {entry.text}
        </li>
      ))}
    </ul>
  );
}

/** A mark as the picture draws it, or a patch of colour. */
function Swatch({ colour, mark }: LegendEntry) {
  const own = colour[theme.value];
  const { outline, filling } = mark ? markPaths(mark, SIZE / 2, SIZE / 2, RADIUS) : { outline: "M1,1h10v10h-10z", filling: "" };
  const hollow = mark !== undefined && mark.filling !== "full";
  return (
    <svg class="swatch" width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
      <path d={outline} fill={hollow ? paper[theme.value] : own} stroke={hollow ? own : "none"} stroke-width={rim(RADIUS)} />
      {filling && <path d={filling} fill={own} />}
    </svg>
  );
}
