import "./toolbar.css";
import { page, pages } from "../pages.ts";
import { t } from "../preferences.ts";
import { Header } from "./Header.tsx";
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
      <RunSettings />
    </section>
  );
}
