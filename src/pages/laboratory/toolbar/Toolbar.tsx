import "./toolbar.css";
import { sheet } from "../controls/sheet.ts";
import { page, pages } from "../pages.ts";
import { t } from "../preferences.ts";
import { Header } from "./Header.tsx";
import { Icon } from "./Icon.tsx";
import { RunControls, RunSettings } from "./RunControls.tsx";
import { Timeline } from "./Timeline.tsx";

/** What stands above every page: where one is. */
export function Toolbar() {
  return (
    <header class="toolbar">
      <Header />
    </header>
  );
}

/** What drives the run, at the foot of every page that shows one: run and pause, its weeks, and what it begins with. */
export function RunBar() {
  if (!pages.find(({ id }) => id === page.value)?.drives) return null;
  return (
    <section class="run-bar" aria-label={t("timeline")}>
      <RunControls />
      <Timeline />
      {page.value === "laboratory" && <ToControls />}
      <RunSettings />
    </section>
  );
}

/** Opens the controls over the page, where there is no room beside it. */
function ToControls() {
  return (
    <button
      type="button"
      class="quiet to-controls"
      aria-label={t("whatToChange")}
      title={t("whatToChange")}
      aria-expanded={sheet.value}
      aria-controls="controls"
      onClick={() => (sheet.value = !sheet.value)}
    >
      <Icon name="controls" />
    </button>
  );
}
