import { batch, signal } from "@preact/signals";
import type { InspectedKind, Inspection, NetworkFrame, PeopleFrame } from "../../../worker/protocol.ts";
import { loaded } from "./scenario.ts";
import { ask } from "./worker.ts";

export const network = signal<NetworkFrame | undefined>(undefined);
export const community = signal(0);
export const people = signal<PeopleFrame | undefined>(undefined);
export const opened = signal<Inspection | undefined>(undefined);

/** Fetches anew, at the week that the worker is in, whatever is shown beside the measures. */
export async function redraw(): Promise<void> {
  const district = loaded.value;
  await ask(async (lab) => {
    const open = opened.value;
    const [graph, crowd, again] = await Promise.all([
      lab.network(),
      lab.people(community.value),
      open ? lab.inspect(open.kind, open.index) : Promise.resolve(undefined),
    ]);
    if (district !== loaded.value) return;
    batch(() => {
      network.value = graph;
      people.value = crowd;
      if (open && opened.value === open) opened.value = again;
    });
  });
}

/** Takes away what belongs to a district that is no more. */
export function clearPictures(): void {
  batch(() => {
    network.value = undefined;
    people.value = undefined;
    opened.value = undefined;
    community.value = 0;
  });
}

export async function open(kind: InspectedKind, index: number): Promise<void> {
  opened.value = await ask((lab) => lab.inspect(kind, index));
  if (kind === "community") await showCommunity(index);
}

export async function showCommunity(index: number): Promise<void> {
  community.value = index;
  people.value = await ask((lab) => lab.people(index));
}
