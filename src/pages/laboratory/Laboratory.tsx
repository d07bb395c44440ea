import { useEffect } from "preact/hooks";
import { followAddress } from "./address.ts";
import { Boundary, useLoaded } from "./Boundary.tsx";
import { DropZone } from "./DropZone.tsx";
import { Keys } from "./Keys.tsx";
import { Notices } from "./Notices.tsx";
import { t } from "./preferences.ts";
import { room, rooms } from "./rooms.ts";
import { fetchRecorded } from "./session/index.ts";
import { Toolbar } from "./toolbar/Toolbar.tsx";

/** The laboratory: what drives a run stands above, the room that is open below. */
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
        <Boundary key={room.value}>
          <Room id={room.value} />
        </Boundary>
      </div>
      <Keys />
      <DropZone />
    </>
  );
}

function Room({ id }: { id: string }) {
  const Content = useLoaded((rooms.find((one) => one.id === id) as (typeof rooms)[number]).load);
  return Content ? (
    <Content />
  ) : (
    <p class="busy" aria-busy="true" role="status">
      {t("opening")}
    </p>
  );
}
