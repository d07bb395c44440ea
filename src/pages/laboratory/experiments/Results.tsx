import { signal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { outcomeChart } from "../../../views/index.ts";
import { t, theme } from "../preferences.ts";
import { save } from "../save.ts";
import { closeResults, courses, facts, opened, point, progress, results, showCourse, shown, table } from "./conduct.ts";

const ROWS_SHOWN = 100;
const outcome = signal(0);
const over = signal("");
const decimal = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(4))) : "–");

/** What the kept runs of the plan say: by point and arm, by factor, week by week, and as tables. */
export function Results() {
  const plan = shown.value;
  const from = opened.value;
  if (!plan || results.value.rows.every(({ replicates }) => replicates === 0))
    return (
      <section class="card" aria-labelledby="plan-results">
        <h2 id="plan-results">{t("planResults")}</h2>
        <Opened />
        <p class="help">{t("planNoResults")}</p>
      </section>
    );
  const chosen = plan.outcomes[outcome.value] ? outcome.value : 0;
  return (
    <section class="card results" aria-labelledby="plan-results">
      <header>
        <h2 id="plan-results">{t("planResults")}</h2>
        <label>
          {t("planOutcome")}
          <select
            value={chosen}
            onChange={(event) => {
              outcome.value = Number(event.currentTarget.value);
              void showCourse(point.value, outcome.value);
            }}
          >
            {plan.outcomes.map(({ name }, k) => (
              <option key={name} value={k}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {plan.factors.length > 1 && (
          <label>
            {t("planOver")}
            <select value={over.value} onChange={(event) => (over.value = event.currentTarget.value)}>
              {plan.factors.map((path) => (
                <option key={path} value={path}>
                  {path}
                </option>
              ))}
            </select>
          </label>
        )}
      </header>
      <Opened />
      <p class="help">{t("planInterval")}</p>
      <div class="figures">
        <ByFactor />
        {!from?.answer.ok && <Courses />}
      </div>
      <Indices />
      <SummaryTable />
      {!from?.answer.ok && <Tables />}
    </section>
  );
}

/** Where the results come from, if not from the plan. */
function Opened() {
  if (!opened.value) return null;
  const { name, answer } = opened.value;
  return (
    <p class={answer.ok ? "opened" : "opened alarm"} role={answer.ok ? "status" : "alert"}>
      {answer.ok ? t("resultsOf", { name, title: answer.title, runs: answer.runs }) : t(`results_${answer.why}`, { name })}{" "}
      <button type="button" class="link" onClick={() => void closeResults()}>
        {t("resultsClose")}
      </button>
    </p>
  );
}

/** Draws a chart anew when what it reads has changed. */
function Drawn({ update }: { update: (chart: ReturnType<typeof outcomeChart>) => void }) {
  const chart = useRef<ReturnType<typeof outcomeChart> | null>(null);
  chart.current ??= outcomeChart({ cut: (from) => t("axisCut", { from }) });
  useSignalEffect(() => update(chart.current as ReturnType<typeof outcomeChart>));
  useSignalEffect(() => {
    theme.value;
    requestAnimationFrame(() => chart.current?.restyle());
  });
  return <div class="figure" ref={(box) => box?.replaceChildren((chart.current as ReturnType<typeof outcomeChart>).node)} />;
}

function ByFactor() {
  return (
    <Drawn
      update={(chart) => {
        const plan = shown.value;
        if (!plan) return;
        const { name } = plan.outcomes[outcome.value] ?? plan.outcomes[0];
        const path = plan.factors.includes(over.value) ? over.value : plan.factors[0];
        chart.update({
          arms: plan.arms,
          x: path ?? t("planPoint"),
          y: name,
          joined: plan.factors.length === 1,
          marks: results.value.rows.map(({ factors, arm, point: at, outcomes }) => {
            const value = path === undefined ? at : factors[path];
            return { x: typeof value === "number" ? value : String(value), arm, ...outcomes[name] };
          }),
        });
      }}
    />
  );
}

function Courses() {
  return (
    <figure>
      <figcaption>
        {t("planSeries", { point: point.value })}
        {(facts.value?.points ?? 1) > 1 && (
          <input
            type="number"
            min={0}
            max={(facts.value?.points ?? 1) - 1}
            value={point.value}
            aria-label={t("planPoint")}
            onChange={(event) => void showCourse(Number(event.currentTarget.value), outcome.value)}
          />
        )}
      </figcaption>
      <Drawn
        update={(chart) => {
          const plan = facts.value;
          if (!plan) return;
          chart.update({
            arms: plan.arms,
            x: t("planWeeks"),
            y: (plan.outcomes[outcome.value] ?? plan.outcomes[0]).measure,
            joined: true,
            marks: courses.value.flatMap(({ arm, weeks, values }) => values.map((value, k) => ({ x: weeks[k], arm, ...value }))),
          });
        }}
      />
    </figure>
  );
}

/** Elementary effects or Sobol' indices of the outcome, where the design gives them. */
function Indices() {
  const name = (shown.value?.outcomes[outcome.value] ?? shown.value?.outcomes[0])?.name;
  const rows = results.value.indices.filter((row) => row.outcome === name);
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
                {index}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ factor, arm, indices }) => (
            <tr key={`${factor}${arm}`}>
              <th scope="row">
                <code>{factor}</code>
              </th>
              <td>{arm}</td>
              {names.map((index) => (
                <td key={index}>
                  {decimal(indices[index].value)}{" "}
                  <small>
                    [{decimal(indices[index].low)}, {decimal(indices[index].high)}]
                  </small>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SummaryTable() {
  const plan = shown.value;
  if (!plan) return null;
  const { rows } = results.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="wide" tabIndex={0} aria-label={t("planResults")}>
      <table class="summary">
        <thead>
          <tr>
            <th scope="col">{t("planPoint")}</th>
            {plan.factors.map((path) => (
              <th scope="col" key={path}>
                {path.split(".").at(-1)}
              </th>
            ))}
            <th scope="col">{t("planArm")}</th>
            <th scope="col">{t("planCount")}</th>
            {plan.outcomes.map(({ name }) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_SHOWN).map(({ point: at, arm, factors, replicates, outcomes }) => (
            <tr key={`${at}${arm}`} data-row={`${at}/${arm}`}>
              <th scope="row">{at}</th>
              {plan.factors.map((path) => (
                <td key={path}>{typeof factors[path] === "number" ? decimal(factors[path]) : String(factors[path])}</td>
              ))}
              <td>{arm}</td>
              <td>{replicates}</td>
              {plan.outcomes.map(({ name }) => (
                <td key={name} data-mean={outcomes[name].mean}>
                  {decimal(outcomes[name].mean)}{" "}
                  <small>
                    [{decimal(outcomes[name].low)}, {decimal(outcomes[name].high)}]
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
function Tables() {
  const { done, total } = progress.value;
  const plan = facts.value;
  const runs = results.value.rows.reduce((sum, { replicates }) => sum + replicates, 0);
  const complete = plan !== undefined && (runs === plan.runs || (total > 0 && done === total));
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
