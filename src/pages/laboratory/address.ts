import { effect, signal } from "@preact/signals";
import { room, rooms } from "./rooms.ts";
import { digest, load, openLink, runLink, running } from "./session/index.ts";

/**
 * The address says all: #room?run. The room is the tab that is open; the run is written whenever it comes to rest, so
 * that the address is a link to what is shown.
 */
const query = signal("");

const parts = () => {
  const [name, ...rest] = location.hash.slice(1).split("?");
  return { name: rooms.find(({ id }) => id === name)?.id ?? room.value, query: rest.join("?") };
};

/** Opens what the address says, and keeps it true from then on. */
export function followAddress(): void {
  const first = parts();
  room.value = first.name;
  void (first.query === "" ? load() : openLink(first.query));
  effect(() => {
    if (digest.value !== "" && !running.value) void runLink().then((link) => (query.value = link));
  });
  effect(() => {
    const plain = room.value === rooms[0].id && query.value === "";
    if (digest.value !== "")
      history.replaceState(null, "", plain ? location.pathname + location.search : `#${room.value}${query.value && `?${query.value}`}`);
  });
  const follow = () => {
    const next = parts();
    room.value = next.name;
    if (next.query !== "" && next.query !== query.value) void openLink(next.query);
    else history.replaceState(null, "", `#${room.value}${query.value && `?${query.value}`}`);
  };
  addEventListener("hashchange", follow);
}
