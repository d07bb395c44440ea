import { useEffect } from "preact/hooks";
import { language, t } from "../preferences.ts";
import { conducting, forget, kept, listKept, takeUp } from "./conduct.ts";

/** Plans whose runs are kept in this browser: taken up again, they go on where they stopped. */
export function KeptPlans() {
  useEffect(() => void listKept(), []);
  const { plans, lasting } = kept.value;
  return (
    <section class="card kept-plans" aria-labelledby="kept-plans">
      <h2 id="kept-plans">{t("planKept")}</h2>
      {!lasting && (
        <p class="notice" role="status">
          {t("planPassing")}
        </p>
      )}
      {plans.length === 0 && <p class="help">{t("planNoneKept")}</p>}
      <ul>
        {plans.map(({ digest, title, titleZh, text: plan, files, done, total, at }) => (
          <li key={digest} data-plan={digest}>
            <span>
              <strong>{language.value === "zh" ? titleZh : title}</strong>{" "}
              <small>
                {t("planProgress", { done, total })} · {new Date(at).toLocaleString(language.value)}
              </small>
            </span>
            <button type="button" class="outline" disabled={conducting.value} onClick={() => takeUp(plan, files)}>
              {t("planTake")}
            </button>
            <button type="button" class="quiet" disabled={conducting.value} onClick={() => void forget(digest)}>
              {t("planForget")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
