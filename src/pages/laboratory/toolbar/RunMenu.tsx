import { useRef } from "preact/hooks";
import { Control } from "../controls/Control.tsx";
import { ofRun } from "../controls/levers.ts";
import { t } from "../preferences.ts";
import { description, digest } from "../session/index.ts";

/** How long the run is, beside its seed: nothing that a policy may change. */
export function RunMenu() {
  const menu = useRef<HTMLDetailsElement>(null);
  return (
    <details
      class="menu run-menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !menu.current) return;
        menu.current.open = false;
        menu.current.querySelector("summary")?.focus();
      }}
      onFocusOut={(event) => {
        if (menu.current && event.relatedTarget instanceof Node && !menu.current.contains(event.relatedTarget)) menu.current.open = false;
      }}
    >
      <summary>{t("runMenu")}</summary>
      <div>
        {description.value?.parameters
          .filter(({ path }) => ofRun.includes(path))
          .map((entry) => (
            <Control key={entry.path} entry={entry} />
          ))}
        <p class="help">
          {t("digest")} <code data-digest={digest.value}>{digest.value}</code>
        </p>
      </div>
    </details>
  );
}
