import "./toolbar.css";
import { page, pages } from "../pages.ts";
import { Header } from "./Header.tsx";
import { RunControls, RunSettings } from "./RunControls.tsx";
import { Timeline } from "./Timeline.tsx";

/** What stands above every page: where one is, and, where a run is shown, the instrument that drives it. */
export function Toolbar() {
  return (
    <header class="toolbar">
      <Header />
      {pages.find(({ id }) => id === page.value)?.drives && (
        <div class="instrument">
          <RunControls />
          <Timeline />
          <RunSettings />
        </div>
      )}
    </header>
  );
}
