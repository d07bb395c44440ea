import { useSignal, useSignalEffect } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { followAddress } from "./address.ts";
import { DropZone } from "./DropZone.tsx";
import { Keys } from "./Keys.tsx";
import { Notices } from "./Notices.tsx";
import { t } from "./preferences.ts";
import { room, rooms } from "./rooms.ts";
import { fetchRecorded, resultsFile } from "./session/index.ts";
import { Toolbar } from "./toolbar/Toolbar.tsx";

/** The laboratory: what drives a run stands above, the room that is open below. */
export function Laboratory() {
  useEffect(() => {
    void fetchRecorded();
    // After the first picture, which needs no engine.
    requestAnimationFrame(() => setTimeout(followAddress));
  }, []);
  useSignalEffect(() => {
    if (resultsFile.value) room.value = "experiments";
  });
  return (
    <>
      <a class="skip" href="#content">
        {t("skip")}
      </a>
      <Toolbar />
      <div id="content" tabIndex={-1}>
        <Notices />
        <Room key={room.value} id={room.value} />
      </div>
      <Keys />
      <DropZone />
    </>
  );
}

function Room({ id }: { id: string }) {
  const shown = useSignal<{ Component: ComponentType } | undefined>(undefined);
  useEffect(() => {
    const { load: open } = rooms.find((one) => one.id === id) as (typeof rooms)[number];
    void open().then((Component) => (shown.value = { Component }));
  }, [id]);
  return shown.value ? (
    <shown.value.Component />
  ) : (
    <p class="busy" aria-busy="true" role="status">
      {t("opening")}
    </p>
  );
}
