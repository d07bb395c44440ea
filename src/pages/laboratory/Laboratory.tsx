import { useEffect } from "preact/hooks";
import { followAddress } from "./address.ts";
import { Boundary, useLoaded } from "./Boundary.tsx";
import { DropZone } from "./DropZone.tsx";
import { Keys } from "./Keys.tsx";
import { Notices } from "./Notices.tsx";
import { page, pages } from "./pages.ts";
import { t } from "./preferences.ts";
import { fetchRecorded } from "./session/index.ts";
import { Toolbar } from "./toolbar/Toolbar.tsx";

/** The laboratory: what drives a run stands above, the page that is open below. */
export function Laboratory() {
  useEffect(() => {
    void fetchRecorded();
    // After the first picture, which needs no engine.
    requestAnimationFrame(() => setTimeout(followAddress));
  }, []);
  return (
    <>
      <a class="skip" href="#content">
        {t("skip")}
      </a>
      <Toolbar />
      <div id="content" tabIndex={-1}>
        <Notices />
        <Boundary key={page.value}>
          <Page id={page.value} />
        </Boundary>
      </div>
      <Keys />
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
