import "./toolbar.css";
import { Header } from "./Header.tsx";
import { RunControls } from "./RunControls.tsx";
import { Timeline } from "./Timeline.tsx";

/** What stands above every page: where one is, and the instrument that drives the run. */
export function Toolbar() {
  return (
    <header class="toolbar">
      <Header />
      <div class="instrument">
        <RunControls />
        <Timeline />
      </div>
    </header>
  );
}
