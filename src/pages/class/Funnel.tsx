import { looksBack, narrowing } from "../../teaching/index.ts";
import { marks } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { measureInWords } from "./measureInWords.ts";

const [WIDTH, HEIGHT] = [480, 240];
const EDGE = { left: 110, right: 10, top: 12, bottom: 30 };

interface Run {
  value: number;
  /** Whether the teacher's computer ran it. */
  here: boolean;
}

/** How the interval of a mean narrows as runs come in, and what it was at some of them. */
export function Funnel({
  title,
  runs,
  unit,
  difference = false,
}: {
  title: string;
  runs: readonly Run[];
  unit: string;
  difference?: boolean;
}) {
  const values = runs.map(({ value }) => value);
  const told = (value: number) => measureInWords(unit, value, difference);
  const estimates = narrowing(values);
  const bounded = estimates.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  const last = estimates.at(-1);
  // The first intervals are as wide as the room: the scale is that of the runs, and of the interval from the third on.
  const seen = [...values, ...estimates.slice(2).flatMap(({ low, high }) => [low, high]), ...(difference ? [0] : [])].filter(
    Number.isFinite,
  );
  const [least, most] = [Math.min(...seen), Math.max(...seen)];
  const y = (value: number) => {
    const share = most > least ? (value - least) / (most - least) : 0.5;
    return HEIGHT - EDGE.bottom - Math.min(1, Math.max(0, share)) * (HEIGHT - EDGE.top - EDGE.bottom);
  };
  const x = (count: number) => EDGE.left + ((count - 0.5) / Math.max(1, runs.length)) * (WIDTH - EDGE.left - EDGE.right);
  const looks = looksBack(runs.length).flatMap((count) => {
    const { low, high } = estimates[count - 1];
    return Number.isFinite(low) ? [t("replicatesLook", { count, low: told(low), high: told(high) })] : [];
  });
  const sentence = looks.length > 0 ? looks.join(marks[language.value].part) : t("replicatesFew", { count: runs.length });
  const tells = last && Number.isFinite(last.low) && (last.low > 0 || last.high < 0);
  return (
    <figure class="funnel">
      <figcaption>{title}</figcaption>
      {runs.length > 0 && (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentence}>
          {[least, ...(most > least ? [most] : [])].map((value) => (
            <text key={value} x={EDGE.left - 6} y={y(value)} dy="0.35em" text-anchor="end">
              {told(value)}
            </text>
          ))}
          <text x={WIDTH - EDGE.right} y={HEIGHT - 5} text-anchor="end">
            {t("replicatesAxis")}
            {marks[language.value].colon}
            {runs.length}
          </text>
          {difference && <line class="zero" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(0)} y2={y(0)} />}
          <polygon
            class="band"
            points={[
              ...bounded.map(({ high, count }) => `${x(count)},${y(high)}`),
              ...bounded.toReversed().map(({ low, count }) => `${x(count)},${y(low)}`),
            ].join(" ")}
          />
          <polyline class="course" points={estimates.map(({ mean, count }) => `${x(count)},${y(mean)}`).join(" ")} />
          {runs.map(({ value, here }, k) => (
            <circle key={k} class={here ? "here" : undefined} cx={x(k + 1)} cy={y(value)} r={3} />
          ))}
        </svg>
      )}
      <p>
        {sentence}
        {difference && looks.length > 0 && (
          <>
            {marks[language.value].part}
            <strong>{t(tells ? "replicatesTold" : "replicatesNotTold")}</strong>
          </>
        )}
      </p>
    </figure>
  );
}
