import type { Message, Refusal } from "../../teaching/index.ts";
import type { Activity, Hall } from "./activity.ts";

/** Takes what a seat moves in the round that is open. @param fits  whether the choices are within levers and budget */
export function takeMove(
  { busy }: Pick<Activity, "busy">,
  hall: Hall,
  id: number,
  message: Message,
  fits: (choices: readonly number[]) => boolean,
): Refusal | undefined {
  const { session } = hall;
  if (message.type !== "move") return "form";
  const { round, choices } = message;
  if (session.phase !== "open" || round !== session.round || busy) return "round";
  if (!fits(choices)) return "budget";
  // The same move once more, after a line broke, changes nothing.
  if (String(session.movesOf(round).get(id)) !== String(choices)) hall.record({ type: "moved", round, id, choices });
  hall.tell(id, { type: "taken", round, choices });
  hall.refreshBoards();
  return undefined;
}
