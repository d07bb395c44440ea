import type { MeasureId } from "../../observation/index.ts";
import type { Payment } from "./payments.ts";
import type { RoundRow } from "./protocol.ts";
import { type RoleName, roles, wantsLess } from "./roles.ts";

/** How a role came out of a round: its aims moved as it wants, the other way, one each, or hardly. */
export type Turn = "won" | "lost" | "torn" | "still";

/** What a role came to in a round, and by how much each of its aims moved. */
export interface RoleTurn {
  role: RoleName;
  turn: Turn;
}

/** Who won and who paid: by rule, from the table of a round and from the ledger. */
export interface Verdict {
  /** Nothing where there is no round before to compare with. */
  turns: readonly RoleTurn[];
  /** Payers that gave noticeably more than in the round before. */
  more: readonly Payment[];
  /** All that was given. */
  all: readonly Payment[];
}

const ROSE = 0.1; // of what was given before: less is the ordinary ups and downs of a quarter

/**
 * A role has won if an aim moved the way it wants and none the other way, has lost if it is the other way round, and is torn if
 * one of each did.
 *
 * @param isMoved  whether a difference of shares is large enough to be spoken of
 */
export function verdictOf(rows: readonly RoundRow[], payments: readonly Payment[], isMoved: (difference: number) => boolean): Verdict {
  const compared = rows.every(({ before }) => isNumber(before));
  return {
    turns: compared ? roles.map(({ name, aims }) => ({ role: name, turn: turnOf(aims, rows, isMoved) })) : [],
    more: payments.filter(({ before, amount }) => isNumber(before) && amount > before * (1 + ROSE)),
    all: payments,
  };
}

function turnOf(aims: readonly MeasureId[], rows: readonly RoundRow[], isMoved: (difference: number) => boolean): Turn {
  const moved = rows
    .filter(({ measure, before, after }) => (aims as readonly string[]).includes(measure) && isMoved(after - before))
    .map(({ measure, before, after }) => after > before !== wantsLess(measure));
  if (moved.length === 0) return "still";
  if (moved.every(Boolean)) return "won";
  return moved.some(Boolean) ? "torn" : "lost";
}

/** What is not known travels as null. */
const isNumber = (value: number | null): value is number => value !== null && Number.isFinite(value);
