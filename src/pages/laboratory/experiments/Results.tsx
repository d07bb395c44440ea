import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Ends, Estimate, IndexName, SummaryRow } from "../../../experiment/index.ts";
import { outcomeChart } from "../../../views/index.ts";
import { asRead, marks, tellIntervals } from "../../../words/index.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { labelOfPath, measureName, measureUnit, shownValue, unitOf } from "../controls/labels.ts";
import { NumberField } from "../NumberField.tsx";
import { onResize } from "../onResize.ts";
import { language, t, theme } from "../preferences.ts";
import { save } from "../save.ts";
import { chosenOutcome, outcome } from "./chosen.ts";
import { closeResults, course, facts, opened, outdated, progress, results, type Results as Shown, showCourse, table } from "./conduct.ts";
import { Differences } from "./Differences.tsx";
import { Effects } from "./Effects.tsx";
import { Indices } from "./Indices.tsx";
import { armLabel, armsLabel, outcomeLabel, readEnds, readingOf } from "./names.ts";

const ROWS_SHOWN = 100;
const over = signal("");
const decimal = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(4))) : "–");
/** An interval, or in a word or two why there is none. */
const within = ({ low, high, unknown }: Ends) =>
  unknown ? t(`interval_${unknown}`) : Number.isFinite(low) && Number.isFinite(high) ? `[${decimal(low)}, ${decimal(high)}]` : "–";

/** The factor that outcomes are drawn over: the first if the plan has none of that name, and none if it has none. */
const overOf = ({ of }: Shown): string | undefined => of.factors.find((path) => path === over.value) ?? of.factors[0];

/** What the kept runs of a plan say: by point and arm, by factor, week by week, and as tables. */
export function Results() {
  const shown = results.value;
  if (!shown || shown.rows.every(({ replicates }) => replicates === 0))
    return (
      <section class="card" aria-labelledby="plan-results">
        <h2 id="plan-results">{t("planResults")}</h2>
        <Opened />
        <p class="help">{t("planNoResults")}</p>
      </section>
    );
  const { of } = shown;
  return (
    <section class="card results" aria-labelledby="plan-results">
      <header>
        <h2 id="plan-results">{t("planResults")}</h2>
        <label>
          {t("planOutcome")}
          <select
            value={chosenOutcome(shown).name}
            onChange={(event) => {
              outcome.value = event.currentTarget.value;
              if (!opened.value) void showCourse(course.value?.point ?? 0, chosenOutcome(shown).measure);
            }}
          >
            {of.outcomes.map(({ name }) => (
              <option key={name} value={name}>
                {outcomeLabel(of, name)}
              </option>
            ))}
          </select>
        </label>
        {of.factors.length > 1 && (
          <label>
            {t("planOver")}
            <select value={overOf(shown)} onChange={(event) => (over.value = event.currentTarget.value)}>
              {of.factors.map((path) => (
                <option key={path} value={path}>
                  {labelOfPath(path)}
                </option>
              ))}
            </select>
          </label>
        )}
      </header>
      <Opened />
      {outdated.value && (
        <p class="notice" role="status">
          {t("planOutdated", { title: of.title })}
        </p>
      )}
      <p class="help">{tellIntervals(language.value, of.intervals, shown.differences.length > 0)}</p>
      <Differences />
      <Effects />
      <Indices />
      <div class="figures">
        <ByFactor />
        {!opened.value && <Courses />}
      </div>
      <IndexTable shown={shown} />
      <SummaryTable of={of} head={t("planArm")} rows={shown.rows.map((row) => ({ ...row, of: [row.arm] }))} />
      <SummaryTable of={of} head={t("report_difference")} rows={shown.differences.map((row) => ({ ...row, of: row.arms }))} />
      {!opened.value && <Tables shown={shown} />}
    </section>
  );
}

/** Where the results come from, if not from the plan. */
function Opened() {
  if (!opened.value) return null;
  const { name, results: found } = opened.value;
  return (
    <p class="opened" role="status">
      {t("resultsOf", { name, title: found.title, runs: found.runs })}{" "}
      <button type="button" class="link" onClick={closeResults}>
        {t("resultsClose")}
      </button>
    </p>
  );
}

const withUnit = (name: string, unit: string): string => `${name}${marks[language.value].of(unit)}`;

/** Draws a chart anew when what it reads has changed. */
function Drawn({ update }: { update: (chart: ReturnType<typeof outcomeChart>) => void }) {
  const chart = useRef<ReturnType<typeof outcomeChart> | null>(null);
  chart.current ??= outcomeChart({ cut: (from) => t("axisCut", { from }) });
  useSignalEffect(() => update(chart.current as ReturnType<typeof outcomeChart>));
  useSignalEffect(() => {
    theme.value;
    requestAnimationFrame(() => chart.current?.restyle());
  });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { node, resize } = chart.current as ReturnType<typeof outcomeChart>;
    const parent = box.current as HTMLDivElement;
    parent.replaceChildren(node);
    return onResize(parent, resize);
  }, []);
  return <div class="figure" ref={box} />;
}

function ByFactor() {
  return (
    <Drawn
      update={(chart) => {
        const shown = results.value;
        if (!shown) return;
        const { of, rows } = shown;
        const { name } = chosenOutcome(shown);
        const { factor, unit } = readingOf(of, name);
        const path = overOf(shown);
        chart.update({
          arms: of.arms.map((arm) => armLabel(of, arm)),
          x: path === undefined ? t("planPoint") : labelOfPath(path),
          y: withUnit(outcomeLabel(of, name), unit),
          joined: of.factors.length === 1,
          marks: rows.map(({ factors, arm, point: at, outcomes }) => {
            const value = path === undefined ? at : factors[path];
            return {
              x: typeof value === "number" ? value : shownValue(path ?? "", value),
              arm: armLabel(of, arm),
              ...readEnds(outcomes[name], factor),
            };
          }),
        });
      }}
    />
  );
}

function Courses() {
  const shown = course.value;
  if (!shown) return null;
  const { of, point, measure } = shown;
  return (
    <figure>
      <figcaption>
        {t("planSeries", { point })}
        {of.points > 1 && (
          <NumberField
            label={t("planPoint")}
            value={point}
            min={0}
            max={of.points - 1}
            whole
            onChange={(next) => void showCourse(next, measure)}
          />
        )}
      </figcaption>
      <Drawn
        update={(chart) => {
          const now = course.value;
          if (!now) return;
          chart.update({
            arms: now.of.arms.map((arm) => armLabel(now.of, arm)),
            x: t("planWeeks"),
            y: withUnit(measureName(now.measure), unitOf({ unit: measureUnit(now.measure) })),
            joined: true,
            marks: now.arms.flatMap(({ arm, weeks, values }) =>
              values.map((value, k) => ({
                x: weeks[k],
                arm: armLabel(now.of, arm),
                ...readEnds(value, asRead(measureUnit(now.measure), 1)),
              })),
            ),
          });
        }}
      />
    </figure>
  );
}

/** Elementary effects or Sobol' indices of the outcome, where the design gives them. */
function IndexTable({ shown }: { shown: Shown }) {
  const rows = shown.indices.filter((row) => row.outcome === chosenOutcome(shown).name);
  if (rows.length === 0) return null;
  const names = Object.keys(rows[0].indices);
  return (
    <div class="wide">
      <table>
        <caption>{t("planIndex")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("planFactor")}</th>
            <th scope="col">{t("planArm")}</th>
            {names.map((index) => (
              <th scope="col" key={index}>
                {t(`index_${index as IndexName}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ factor, arm, indices }) => (
            <tr key={`${factor}${arm}`}>
              <th scope="row">{labelOfPath(factor)}</th>
              <td>{armLabel(shown.of, arm)}</td>
              {names.map((index) => (
                <td key={index}>
                  {decimal(indices[index].value)} <small>{within(indices[index])}</small>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Means of the outcomes by point, of arms or of how they differ. */
function SummaryTable({
  of: plan,
  head,
  rows,
}: {
  of: Shown["of"];
  head: string;
  rows: readonly (Omit<SummaryRow, "arm"> & { of: readonly string[] })[];
}) {
  if (rows.length === 0) return null;
  const difference = rows[0].of.length > 1;
  const readings = new Map(plan.outcomes.map(({ name }) => [name, readingOf(plan, name, difference)]));
  const read = (name: string, estimate: Estimate) => readEnds(estimate, readings.get(name)?.factor ?? 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="wide" tabIndex={0} aria-label={t("planResults")}>
      <table class="summary">
        <thead>
          <tr>
            <th scope="col">{t("planPoint")}</th>
            {plan.factors.map((path) => (
              <th scope="col" key={path}>
                {labelOfPath(path)}
              </th>
            ))}
            <th scope="col">{head}</th>
            <th scope="col">{t("planCount")}</th>
            {plan.outcomes.map(({ name }) => (
              <th scope="col" key={name}>
                {outcomeLabel(plan, name)} <small>{readings.get(name)?.unit}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_SHOWN).map(({ point: at, of: arms, factors, replicates, outcomes }) => (
            <tr key={`${at}${arms.join()}`} data-row={`${at}/${arms.join(" − ")}`}>
              <th scope="row">{at}</th>
              {plan.factors.map((path) => (
                <td key={path}>{typeof factors[path] === "number" ? decimal(factors[path]) : shownValue(path, factors[path])}</td>
              ))}
              <td>{armsLabel(plan, arms)}</td>
              <td>{replicates}</td>
              {plan.outcomes.map(({ name }) => (
                <td key={name} data-mean={outcomes[name].mean}>
                  {decimal(read(name, outcomes[name]).mean)}{" "}
                  <small>
                    {within(read(name, outcomes[name]))}
                    {outcomes[name].count !== replicates && ` (${t("interval_of", { count: outcomes[name].count })})`}
                  </small>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > ROWS_SHOWN && <p class="help">{t("planMore", { count: rows.length - ROWS_SHOWN })}</p>}
    </section>
  );
}

/** The tables that the command line would write. */
function Tables({ shown: { of, rows } }: { shown: Shown }) {
  const { done, total } = progress.value;
  const runs = rows.reduce((sum, { replicates }) => sum + replicates, 0);
  const complete = facts.value !== undefined && !outdated.value && (runs === of.runs || (total > 0 && done === total));
  return (
    <p class="buttons">
      {t("planTables")}:
      {(["runs", "measures"] as const).flatMap((name) =>
        (["parquet", "csv"] as const).map((format) => (
          <button
            key={`${name}${format}`}
            type="button"
            class="outline"
            disabled={!complete}
            onClick={() => void table(name, format).then((bytes) => bytes && save(`${name}.${format}`, bytes))}
          >
            {name}.{format}
          </button>
        )),
      )}
      {!complete && <small>{t("planTablesHelp")}</small>}
    </p>
  );
}
