import { type Judged, tellHeadline } from "../../../words/index.ts";
import { language, t } from "../preferences.ts";

const [WIDTH, HEIGHT] = [640, 200];
/** Pairs below which an interval is so wide that nothing else would be seen. */
const FIRST = 3;

/** Looks that are numbered, at most: so many numbers stand beside each other on a phone. */
const COUNTS = 12;

/** What a scale of differences has to reach, zero and what matters in the middle. */
export const scaleOf = (found: readonly { low: number; high: number }[], least: number): number =>
  Math.max(2 * least, ...found.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]).filter(Number.isFinite));

/** The interval of one outcome at each look, from the left. */
export function Narrowing({ name, looks }: { name: string; looks: readonly Judged[] }) {
  const shown = looks.filter(({ low, high, count }) => count >= FIRST && Number.isFinite(low) && Number.isFinite(high));
  if (shown.length === 0) return null;
  const last = shown[shown.length - 1];
  const { least, unit = t("points") } = last;
  const reach = scaleOf(shown, least);
  const y = (value: number) => HEIGHT / 2 - (value / reach) * (HEIGHT / 2 - 14);
  const every = Math.ceil(shown.length / COUNTS);
  const x = (k: number) => 60 + ((k + 0.5) * (WIDTH - 80)) / shown.length;
  return (
    <figure class="card narrowing">
      <figcaption>{t("realNarrows", { name, unit })}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 22}`} role="img" aria-label={tellHeadline(language.value, name, last)}>
        <rect class="matters-not" x={50} width={WIDTH - 50} y={y(least)} height={y(-least) - y(least)} />
        <line class="zero" x1={50} x2={WIDTH} y1={y(0)} y2={y(0)} />
        {[-reach, 0, reach].map((value) => (
          <text key={value} x={44} y={y(value) + 4} text-anchor="end">
            {`${value > 0 ? "+" : ""}${Number(value.toPrecision(2))}`.replace("-", "−")}
          </text>
        ))}
        {shown.map(({ low, high, mean, count }, k) => (
          <g key={count}>
            <line class={k === shown.length - 1 ? "interval last" : "interval"} x1={x(k)} x2={x(k)} y1={y(low)} y2={y(high)} />
            <circle cx={x(k)} cy={y(mean)} r={4} />
            {(shown.length - 1 - k) % every === 0 && (
              <text x={x(k)} y={HEIGHT + 16} text-anchor="middle">
                {count}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}
