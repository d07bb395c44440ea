import { type PlayedRound, verdictOf } from "../../teaching/index.ts";
import { isTold, LEAST_SHARE, tellRound } from "../../words/index.ts";
import { language } from "../laboratory/preferences.ts";

/** Who won and who paid in a round. */
export const roundInWords = ({ round, rows, payments = [] }: PlayedRound): string =>
  tellRound(language.value, { round, ...verdictOf(rows, payments, (difference) => isTold(difference, LEAST_SHARE)) });
