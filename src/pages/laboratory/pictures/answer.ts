import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Laboratory } from "../../../worker/client.ts";
import type { PictureName, Pictures } from "../../../worker/pictures.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { drawing, loaded, look } from "../session/index.ts";

/**
 * What the worker answers to a question, asked anew when the pictures are called for and when what the question reads
 * changes. One question is under way at a time; of those that came meanwhile only the last is asked.
 */
export function useAnswer<T>(question: () => (lab: Laboratory) => Promise<T>): Signal<T | undefined> {
  const answer = useSignal<T | undefined>(undefined);
  const state = useRef<{ busy: boolean; next: ((lab: Laboratory) => Promise<T>) | undefined; gone: boolean }>({
    busy: false,
    next: undefined,
    gone: false,
  });
  useEffect(() => () => void (state.current.gone = true), []);
  useSignalEffect(() => {
    drawing.value;
    if (!loaded.value?.ok) return;
    state.current.next = question();
    void go();
  });
  async function go(): Promise<void> {
    const now = state.current;
    if (now.busy) return;
    now.busy = true;
    while (now.next !== undefined && !now.gone) {
      const [asked, district] = [now.next, loaded.value];
      now.next = undefined;
      const got = await look(asked);
      if (got !== undefined && district === loaded.value && !now.gone) answer.value = got;
    }
    now.busy = false;
  }
  return answer;
}

/** A picture by name. */
export const usePicture = <K extends PictureName>(name: K, asked: () => Pictures[K]["ask"]): Signal<Pictures[K]["frame"] | undefined> =>
  useAnswer(() => {
    const question = asked();
    return (lab) => lab.picture(name, question);
  });
