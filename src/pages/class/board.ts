import { signal } from "@preact/signals";
import type { Message, Refusal, Reply } from "../../teaching/index.ts";
import { openLine } from "./line.ts";

/** The class as the teacher or the projector sees it. */
export const board = signal<Extract<Reply, { type: "board" }> | undefined>(undefined);
export const refused = signal<Refusal | undefined>(undefined);

/** Follows the class. @returns what sends an act to it */
export function followBoard(greeting: Message): (message: Message) => void {
  return openLine(
    () => greeting,
    (reply) => {
      if (reply.type === "board") {
        board.value = reply;
        refused.value = undefined;
      } else if (reply.type === "refused") refused.value = reply.why;
    },
  );
}
