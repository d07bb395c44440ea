import { t } from "../preferences.ts";
import { span } from "../weekSelection.ts";

/** Which weeks flows are summed over: some up to the week shown, or those dragged in a chart over time. */
export function WindowSelect() {
  const now = span.value;
  return (
    <label>
      {t("window")}
      <select value={typeof now === "number" ? now : "dragged"} onChange={(event) => (span.value = Number(event.currentTarget.value))}>
        <option value={4}>{t("window_4")}</option>
        <option value={52}>{t("window_52")}</option>
        <option value={0}>{t("window_all")}</option>
        {typeof now !== "number" && <option value="dragged">{t("window_dragged", { from: now[0], to: now[1] })}</option>}
      </select>
    </label>
  );
}
