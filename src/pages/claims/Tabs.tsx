import { t } from "../laboratory/preferences.ts";

/** The claims, and the register of the paper that hangs on them. */
export const Tabs = ({ current }: { current: "claims" | "register" }) => (
  <nav class="tabs" aria-label={t("claimsTabs")}>
    {(["claims", "register"] as const).map((id) => (
      <a key={id} href={`#${id}`} aria-current={current === id ? "page" : undefined}>
        {t(id)}
      </a>
    ))}
  </nav>
);
