import { useEffect } from "preact/hooks";
import { followAddress } from "./address.ts";
import { Boundary, useLoaded } from "./Boundary.tsx";
import { DropZone } from "./DropZone.tsx";
import { Keys } from "./Keys.tsx";
import { keysOfPage } from "./keysOfPage.ts";
import { Notices } from "./Notices.tsx";
import { page, pages } from "./pages.ts";
import { t } from "./preferences.ts";
import { fetchRecorded } from "./session/index.ts";
import { RunBar, Toolbar } from "./toolbar/Toolbar.tsx";

/** The laboratory: the page that is open, below where one is and above what drives the run. */
export function Laboratory() {
  useEffect(() => {
    void fetchRecorded();
    // After the first picture, which needs no engine.
    requestAnimationFrame(() => setTimeout(followAddress));
  }, []);
  const bare = pages.some(({ id, bare }) => bare && id === page.value);
  return (
    <>
      {!bare && (
        <a class="skip" href="#content">
          {t("skip")}
        </a>
      )}
      {!bare && <Toolbar />}
      <div id="content" class={bare ? "bare" : ""} tabIndex={-1}>
        <Notices />
        <Boundary key={page.value}>
          <Page id={page.value} />
        </Boundary>
      </div>
      {!bare && <RunBar />}
      {!bare && <Keys keys={keysOfPage} />}
      <DropZone />
    </>
  );
}

const ids = pages.map(({ id }) => id);

function Page({ id }: { id: string }) {
  const Content = useLoaded((pages.find((one) => one.id === id) as (typeof pages)[number]).load);
  return Content ? (
    <Content pages={ids} />
  ) : (
    <p class="busy" aria-busy="true" role="status">
      {t("opening")}
    </p>
  );
}
