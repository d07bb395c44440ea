import "./toolbar.css";
import { Drive } from "./Drive.tsx";
import { Header } from "./Header.tsx";
import { Timeline } from "./Timeline.tsx";

/** What stands above every room: where one is, and the instrument that drives the run. */
export function Toolbar() {
  return (
    <header class="toolbar">
      <Header />
      <div class="instrument">
        <Drive />
        <Timeline />
      </div>
    </header>
  );
}
