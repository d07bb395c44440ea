import { type Identified, identify as identifyParameters } from "../../experiment/index.ts";
import { chance, number, percent } from "../numbers.ts";
import { judgedFrom } from "../posterior.ts";
import { aligned, CommandFailure, type Terminal } from "../terminal.ts";
import { factorsFrom } from "./factors.ts";

const SHOWN = 15;
/** "0 to 1", as ranges of numbers stand in what a study was asked for; words and switches are listed. */
const RANGE = /^(\S+) to (\S+)$/;

/** Tells which parameters of a posterior the data tell, and which they cannot. */
export async function identify(path: string, options: { nearest: string; json?: boolean }, terminal: Terminal): Promise<void> {
  const nearest = Number(options.nearest);
  if (!(nearest > 0 && nearest <= 1))
    throw new CommandFailure(`identify: --nearest is ${options.nearest}. Write a share of the sets above 0 and at most 1, such as 0.2.`);
  const { sets, ranges } = await judgedFrom(path);
  const named = Object.entries(ranges).map(([of, range]) => of + range.replace(RANGE, "=$1:$2").replace(/^(?!=).*$/, ""));
  const found = identifyParameters(sets, factorsFrom("identify", named), nearest);
  if (options.json) {
    terminal.json(found);
    return;
  }
  const { parameters, tradeOffs } = found;
  const of = (verdict: Identified["verdict"]) => parameters.filter((one) => one.verdict === verdict);
  const shown = of("told").length > 0 ? of("told") : parameters.slice(0, SHOWN);
  terminal.out(
    aligned([
      ["parameter", "verdict", "posterior contraction", "adjusted p", "least distance along its range, from end to end"],
      ...shown.map(({ path: of, verdict, contraction, adjusted, profile }) => [
        of,
        verdict,
        percent(contraction),
        chance(adjusted),
        profile.map(({ value, distance }) => `${number(distance)} at ${number(value)}`).join(", "),
      ]),
    ]),
  );
  if (tradeOffs.length > 0) {
    terminal.out("\nTold together:");
    terminal.out(
      aligned([
        ["parameter", "and", "rank correlation", "adjusted p", "what is told", "contraction of it"],
        ...tradeOffs.map(({ paths: [a, b], correlation, adjusted, contraction }) => [
          a,
          b,
          number(correlation),
          chance(adjusted),
          correlation < 0 ? "their sum" : "their difference",
          percent(contraction),
        ]),
      ]),
    );
  }
  terminal.out(
    `\nOf ${parameters.length} parameters ${of("told").length} are told by themselves, ${of("together").length} only together with another, ${of("untold").length} not: ${found.sets} sets of ${sets.length}, at a false discovery rate of 5%.`,
  );
  const untold = of("untold").map((one) => one.path);
  if (untold.length > 0 && untold.length <= 2 * SHOWN) terminal.out(`Not told: ${untold.join(", ")}.`);
  else if (untold.length > 0) terminal.out("--json names them all.");
}
