import { marks } from "./marks.ts";
import { countText } from "./numbersInTitles.ts";
import { type Language, say, type Word } from "./say.ts";

type NamedBy<Prefix extends string> = Word extends infer W ? (W extends `${Prefix}${infer Name}` ? Name : never) : never;

/** What a round came to: which roles won, and who gave how much. */
export interface RoundOutcome {
  round: number;
  turns: readonly { role: NamedBy<"role_">; turn: NamedBy<"turn_"> }[];
  /** Those who gave noticeably more than in the round before. */
  more: readonly Given[];
  all: readonly Given[];
}
interface Given {
  payer: NamedBy<"gave_">;
  before: number;
  amount: number;
}

const order = ["won", "lost", "torn", "still"] as const;

/** Who won and who paid, in two sentences. */
export function tellRound(language: Language, { round, turns, more, all }: RoundOutcome): string {
  const { list, part, next } = marks[language];
  const turned = order.flatMap((turn) => {
    const roles = turns.filter((one) => one.turn === turn).map(({ role }) => say(language, `role_${role}`));
    return roles.length === 0 ? [] : [say(language, `turn_${turn}`, { roles: roles.join(list) })];
  });
  const gave = ({ payer, amount }: Given) => say(language, `gave_${payer}`, { amount: countText(amount) });
  const gaveMore = (one: Given) => say(language, "roundGaveMore", { gave: gave(one), more: countText(one.amount - one.before) });
  const paid =
    turns.length === 0
      ? say(language, "roundTook", { given: all.map(gave).join(list) })
      : more.length === 0
        ? say(language, "roundNoMore")
        : say(language, "roundPaid", { given: more.map(gaveMore).join(list) });
  const said =
    turned.length === 0 ? say(language, "roundFirst", { round }) : say(language, "roundTurns", { round, turns: turned.join(part) });
  return [said, paid].join(next);
}
