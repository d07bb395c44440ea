import type { Standing } from "../../experiment/index.ts";

interface Props {
  standing: Standing;
  x: number;
  y: number;
  r?: number;
}

/** Where an estimand stands, told by form and not by hue alone: filled, half filled, hollow, a bar, a triangle. */
export function Mark({ standing, x, y, r = 4.5 }: Props) {
  if (standing === "reverse") return <path class="stand reverse" d={`M${x - r - 0.5} ${y - r + 0.5}h${2 * r + 1}l${-r - 0.5} ${2 * r}z`} />;
  if (standing === "none") return <rect class="stand hollow" x={x - r} y={y - 2} width={2 * r} height={4} />;
  const half = standing === "defaultsOnly";
  return (
    <g class={standing === "claimed" ? "stand" : "stand hollow"}>
      <circle cx={x} cy={y} r={r} />
      {half && <path class="half" d={`M${x} ${y - r}a${r} ${r} 0 0 0 0 ${2 * r}z`} />}
    </g>
  );
}

/** The same beside a word. */
export const MarkIcon = ({ standing }: { standing: Standing }) => (
  <svg class="mark-icon" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
    <Mark standing={standing} x={7} y={7} />
  </svg>
);
