import type { PlayedRound } from "../../teaching/index.ts";
import { t } from "../laboratory/preferences.ts";
import { RoundCells, RoundHeads } from "./roundColumns.tsx";

/** How the district of a seat came out of its last round. */
export function OwnDistrict({ played: { round, week, rows, moved } }: { played: PlayedRound }) {
  return (
    <section class="round">
      <h2>{t("ownHead", { week })}</h2>
      {moved.length === 0 && <p class="help">{t("ownSilent", { round })}</p>}
      <table>
        <thead>
          <tr>
            <RoundHeads />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.measure}>
              <RoundCells of={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
