import { showKeys } from "../Keys.tsx";
import { page, pages } from "../pages.ts";
import { language, t, theme } from "../preferences.ts";
import { copyLink, loaded } from "../session/index.ts";
import { toStage } from "../stage/toStage.ts";
import { FilesMenu } from "./FilesMenu.tsx";
import { Icon } from "./Icon.tsx";

/** The name of the program, its pages, and what concerns the whole page. */
export function Header() {
  const tab = pages.find(({ id }) => id === page.value)?.under ?? page.value;
  return (
    <div class="masthead">
      <div class="brand">
        <img src="./icon.svg" alt="" width="28" height="28" />
        <strong>{t("title")}</strong>
        <small>{t("subtitle")}</small>
      </div>
      <nav class="pages" aria-label={t("pages")}>
        {pages
          .filter(({ under, bare }) => under === undefined && !bare)
          .map(({ id, word }) => (
            <a key={id} href={`#${id}`} aria-current={tab === id ? "page" : undefined}>
              {t(word)}
            </a>
          ))}
      </nav>
      <div class="taste">
        <button type="button" class="quiet" onClick={() => toStage()}>
          <Icon name="stage" /> {t("stage")}
        </button>
        <button type="button" class="quiet" disabled={!loaded.value?.ok} onClick={() => void copyLink()}>
          <Icon name="link" /> {t("copyLink")}
        </button>
        <FilesMenu />
        <button type="button" class="quiet" onClick={() => (language.value = language.value === "en" ? "zh" : "en")}>
          {t("language")}
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={t("theme")}
          title={t("theme")}
          onClick={() => (theme.value = theme.value === "dark" ? "light" : "dark")}
        >
          <Icon name="theme" />
        </button>
        <button type="button" class="quiet" aria-label={t("keys")} title={t("keys")} onClick={showKeys}>
          ?
        </button>
      </div>
    </div>
  );
}
