import { lineHeadings, tellLine, tellRemark } from "../../words/index.ts";
import type { Remark } from "../../workbook/index.ts";
import { language, t } from "./preferences.ts";
import { tablesRead, tablesReading } from "./session/index.ts";

/** What is known of a district that was read from tables and what is doubtful, until it is put away. */
export function TablesReport() {
  const reading = tablesReading.value;
  if (reading)
    return (
      <section class="told" role="status">
        <p aria-busy="true">
          {t("tablesReading", { name: reading.name })}{" "}
          <button type="button" class="outline" onClick={reading.stop}>
            {t("tablesStop")}
          </button>
        </p>
      </section>
    );
  const read = tablesRead.value;
  if (!read) return null;
  const { district, remarks, more, name } = read;
  const told = language.value;
  const saidOf = (is: Remark["is"]) => remarks.filter((one) => one.is === is).map((one) => tellRemark(told, one));
  const faults = saidOf("fault");
  const doubts = [...saidOf("doubt"), ...(district?.contradictions ?? []).map((one) => one[told])];
  const count = doubts.length + more;
  return (
    <section class={district ? "told good" : "alarm"} role={district ? "status" : "alert"} aria-label={t("districtStanding")}>
      <p>
        <strong>
          {name}:{" "}
          {district
            ? t("districtRead", { communities: district.communities, residents: district.residents, organizations: district.organizations })
            : t("districtFaults", { count: faults.length })}
        </strong>
        <button type="button" class="quiet" aria-label={t("close")} onClick={() => (tablesRead.value = undefined)}>
          ✕
        </button>
      </p>
      {faults.length > 0 && (
        <>
          <ul>
            {faults.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p>{t("districtMend")}</p>
        </>
      )}
      {count > 0 && (
        <details>
          <summary>{t("districtDoubts", { count })}</summary>
          <ul>
            {doubts.map((one) => (
              <li key={one}>{one}</li>
            ))}
            {more > 0 && <li>{t("districtMore", { count: more })}</li>}
          </ul>
        </details>
      )}
      {district && (
        <details>
          <summary>{t("districtStanding")}</summary>
          <p>{t("districtStandingHelp")}</p>
          <table>
            <thead>
              <tr>
                {lineHeadings(told).map((one) => (
                  <th key={one} scope="col">
                    {one}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {district.lines.map((line) => (
                <tr key={`${line.quantity} ${line.standing}`}>
                  {tellLine(told, line).map((cell, k) => (
                    <td key={lineHeadings(told)[k]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p>{t("districtDigest", { digest: district.digest })}</p>
        </details>
      )}
      {district && <p>{t("districtPrivacy")}</p>}
    </section>
  );
}
