import type { DistrictsApart } from "../../teaching/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { measureInWords } from "./measureInWords.ts";

const [WIDTH, HEIGHT, EDGE] = [120, 60, 5];

/** All districts beside each other, in the order of seats: the same measure on the same scale, round by round. */
export function Multiples({ of: { measures, shown, districts, untouched } }: { of: DistrictsApart }) {
  const at = Math.max(
    0,
    measures.findIndex(({ id }) => id === shown),
  );
  const { label, unit } = measures[at];
  const courseOf = (values: DistrictsApart["untouched"]) => values.map((row) => row[at]);
  const calm = courseOf(untouched);
  const known = [...districts.map(({ values }) => courseOf(values)), calm].flat().filter((value) => value !== null);
  if (known.length === 0) return <h2>{t("ownDistricts", { count: districts.length })}</h2>;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (round: number) => EDGE + (calm.length > 1 ? (round / (calm.length - 1)) * (WIDTH - 2 * EDGE) : WIDTH / 2 - EDGE);
  const y = (value: number) => (high > low ? HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE) : HEIGHT / 2);
  const points = (course: readonly (number | null)[]) => course.flatMap((value, round) => (value === null ? [] : [[x(round), y(value)]]));
  return (
    <section class="multiples">
      <h2>{label[language.value]}</h2>
      <p>{t("multiplesScale", { low: measureInWords(unit, low), high: measureInWords(unit, high) })}</p>
      <ul>
        {districts.map(({ seat, values }) => {
          const course = courseOf(values);
          const told = course.map((value) => measureInWords(unit, value));
          return (
            <li key={seat}>
              <span>{t("multiplesSeat", { id: seat })}</span>
              <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("multiplesCourse", { id: seat, values: told.join(" → ") })}>
                <polyline class="untouched" points={points(calm).join(" ")} />
                <polyline class="course" points={points(course).join(" ")} />
                {points(course)
                  .slice(-1)
                  .map(([cx, cy]) => (
                    <circle key="last" cx={cx} cy={cy} r={3} />
                  ))}
              </svg>
              <span>{told.at(-1) ?? "–"}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
