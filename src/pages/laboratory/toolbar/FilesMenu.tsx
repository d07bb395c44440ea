import { useRef } from "preact/hooks";
import { t } from "../preferences.ts";
import { loaded, openFiles, running, saveCheckpoint, saveNetwork, saveScenario, saveTemplate } from "../session/index.ts";
import { Icon } from "./Icon.tsx";

/** Opening and saving: scenarios and checkpoints. */
export function FilesMenu() {
  const menu = useRef<HTMLDetailsElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  const item = (
    word: "openFile" | "saveTemplate" | "saveCheckpoint" | "saveScenario" | "saveNetwork",
    disabled: boolean,
    act: () => void,
  ) => (
    <li>
      <button
        type="button"
        disabled={disabled}
        aria-describedby={`${word}-help`}
        onClick={() => {
          close();
          act();
        }}
      >
        {t(word)}
      </button>
      <small id={`${word}-help`}>{t(`${word}Help`)}</small>
    </li>
  );
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        close();
        menu.current?.querySelector("summary")?.focus();
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && !menu.current?.contains(event.relatedTarget)) close();
      }}
    >
      <summary>
        <Icon name="file" /> {t("filesMenu")}
      </summary>
      <ul>
        {item("openFile", false, () => chooser.current?.click())}
        {item("saveTemplate", false, () => void saveTemplate())}
        {item("saveCheckpoint", !loaded.value?.ok || running.value, () => void saveCheckpoint())}
        {item("saveScenario", !loaded.value?.ok, () => void saveScenario())}
        {item("saveNetwork", !loaded.value?.ok || running.value, () => void saveNetwork())}
      </ul>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t("openFile")}
        accept=".yaml,.yml,.4c,.parquet,.json,.xlsx,.xls,.csv,.tsv,.geojson"
        multiple
        onChange={(event) => {
          void openFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </details>
  );
}
