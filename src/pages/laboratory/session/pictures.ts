import { batch, signal } from "@preact/signals";
import type { InspectedKind, Inspection } from "../../../worker/protocol.ts";
import { loaded } from "./scenario.ts";
import { look } from "./worker.ts";

/** How often pictures were called for; whoever shows one asks for it again when this changes. */
export const drawing = signal(0);
/** The community whose residents are shown. */
export const community = signal(0);
export const opened = signal<Inspection | undefined>(undefined);

/** Calls for new pictures, at the week that the worker is in, and looks anew at what is opened. */
export async function redraw(): Promise<void> {
  drawing.value++;
  const [district, open] = [loaded.value, opened.value];
  if (!open) return;
  const again = await look((lab) => lab.inspect(open.kind, open.index));
  if (district === loaded.value && opened.value === open) opened.value = again;
}

/** Takes away what belongs to a district that is no more. */
export function clearPictures(): void {
  batch(() => {
    opened.value = undefined;
    community.value = 0;
  });
}

export async function open(kind: InspectedKind, index: number): Promise<void> {
  if (kind === "community") community.value = index;
  opened.value = await look((lab) => lab.inspect(kind, index));
}
