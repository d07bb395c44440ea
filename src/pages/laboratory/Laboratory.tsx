import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "./preferences.ts";
import { room, rooms } from "./rooms.ts";
import { load } from "./session/index.ts";
import { Toolbar } from "./Toolbar.tsx";

/** The laboratory: what drives a run stands above, the room that is open below. */
export function Laboratory() {
  useEffect(() => void load(), []);
  return (
    <>
      <Toolbar />
      <Room key={room.value} id={room.value} />
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
