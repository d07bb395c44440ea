import { marks } from "./marks.ts";
import { type Language, say } from "./say.ts";

/**
 * How the intervals of a batch were made.
 *
 * @param rule         confidence, and whether they hold at all looks
 * @param differences  whether any of differences are among them
 */
export function tellIntervals(
  language: Language,
  { confidence, anytime }: { confidence: number; anytime?: number | undefined },
  differences: boolean,
): string {
  const how = say(language, anytime === undefined ? "intervals_once" : "intervals_anytime", { confidence: percentage(confidence) });
  return differences ? `${how}${marks[language].next}${say(language, "intervals_difference")}` : how;
}

/** A confidence in percent, with the decimals that it has. */
const percentage = (confidence: number): string => String(Number((100 * confidence).toFixed(6)));
