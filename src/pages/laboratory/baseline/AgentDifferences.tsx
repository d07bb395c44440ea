import { useEffect } from "preact/hooks";
import type { AgentDifference } from "../../../observation/index.ts";
import { sayIf, valueInWords } from "../../../words/index.ts";
import { nameInStory } from "../names.ts";
import { language, t } from "../preferences.ts";
import { type ComparedKind, differences, openPair, tellDifferences } from "./agents.ts";
import { bothRest } from "./baseline.ts";

const flags = new Set(["participation", "volunteering", "timeBankMember", "alive"]);

const inWords = (kind: ComparedKind, column: string, value: number): string =>
  flags.has(column) ? t(value ? "yes" : "no") : valueInWords(language.value, kind, { column, unit: "" }, value);

const nameOfDifference = (column: string): string => sayIf(language.value, `difference_${column}`) ?? column;

/** Residents and organizations with whom it stands otherwise than in the baseline, once both rest. */
export function AgentDifferencesList() {
  const rest = bothRest.value;
  useEffect(() => {
    if (rest) void tellDifferences();
  }, [rest]);
  const all = differences.value;
  if (all === undefined) return null;
  return (
    <details open class="differences" data-residents={all.resident.total} data-organizations={all.organization.total}>
      <summary>
        {t("compareDifferences")}:{" "}
        <small>
          {t("compareResidents", { n: all.resident.total.toLocaleString(language.value) })},{" "}
          {t("compareOrganizations", { n: all.organization.total.toLocaleString(language.value) })}
        </small>
      </summary>
      <p class="help">{t("compareDifferencesHelp")}</p>
      <div class="columns">
        {(["organization", "resident"] as const).map((kind) => (
          <List key={kind} kind={kind} />
        ))}
      </div>
    </details>
  );
}

function List({ kind }: { kind: ComparedKind }) {
  const { rows, total, counts } = differences.value?.[kind] ?? { rows: [], total: 0, counts: {} };
  const label = t(kind === "resident" ? "compareResidents" : "compareOrganizations", { n: total.toLocaleString(language.value) });
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <p>
        {Object.entries(counts)
          .filter(([, count]) => count > 0)
          .map(([column, count]) => `${nameOfDifference(column)}: ${count.toLocaleString(language.value)}`)
          .join(" · ")}
      </p>
      {total > 0 && <p class="help">{t("compareListed", { shown: rows.length, all: total })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="wide tall" tabIndex={0} aria-label={label}>
        <ul>
          {rows.map((row) => (
            <Difference key={row.index} kind={kind} row={row} />
          ))}
        </ul>
      </section>
    </section>
  );
}

function Difference({ kind, row }: { kind: ComparedKind; row: AgentDifference }) {
  const name = nameInStory({ kind, index: row.index });
  return (
    <li>
      <button type="button" class="link" aria-label={t("compareOpen", { name })} onClick={() => void openPair(kind, row.index)}>
        {name}
      </button>{" "}
      {row.what
        .map(
          ([column, changed, baseline]) =>
            `${nameOfDifference(column)} ${inWords(kind, column, baseline)} → ${inWords(kind, column, changed)}`,
        )
        .join("; ")}
    </li>
  );
}
