import { didYouMean } from "../scenario/index.ts";
import { tellSaid } from "../words/index.ts";
import { CommandFailure } from "./terminal.ts";

/**
 * Those of the known names that an option gives, in their order; all where it gives none.
 *
 * @throws CommandFailure at a name that is not known
 */
export function named(given: readonly string[], known: readonly string[], option: string): string[] {
  for (const name of given)
    if (!known.includes(name)) {
      const near = didYouMean(name, known);
      throw new CommandFailure(`${option}: there is no ${name}. ${near ? tellSaid("en", near) : `There are: ${known.join(", ")}.`}`);
    }
  return given.length === 0 ? [...known] : known.filter((name) => given.includes(name));
}
