import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { type Contrast, type ContrastRow, contrastRuns } from "../../experiment/index.ts";
import { type Language, say, type Word } from "../../words/index.ts";
import { contrastFrom, scenarioFrom, shippedScenarios } from "../files.ts";
import { chance, interval, number } from "../numbers.ts";
import { pooled } from "../pool.ts";
import { aligned, CommandFailure, type Terminal, threadsOf, wholeNumber } from "../terminal.ts";
import { outcomeInWords } from "./tell.ts";

interface Options {
  pairs: string;
  seed: string;
  language: Language;
  out?: string;
  json?: boolean;
  threads?: string;
}

/** Published models that are docked: each is a district in which little but its matter is left, and a contrast in it. */
export async function rivals(name: string, { language, seed, ...options }: Options, terminal: Terminal): Promise<void> {
  const replicates = wholeNumber(options.pairs, "rivals: --pairs", 2, 100_000);
  const size = { replicates, draws: 0, seed };
  const docked = await Promise.all(
    named(name).map(async (id) => {
      const base = await scenarioFrom(`rivals/${id}`, []);
      const contrast = await contrastFrom(join(folder(), "contrasts", `${id}.yaml`), base);
      return { id, contrast, asked: await contrastRuns([contrast], (set) => scenarioFrom(`rivals/${id}`, set), size) };
    }),
  );
  const pool = await pooled(terminal, "rivals", threadsOf(options.threads), options.out);
  try {
    const results = await pool.runMeans(docked.flatMap(({ asked }) => asked.orders));
    let at = 0;
    const found = docked.map(({ id, contrast, asked }) => {
      const [rows] = asked.rows(results.slice(at, (at += asked.orders.length)));
      return { id, contrast, rows };
    });
    if (options.json)
      terminal.json(found.map(({ id, contrast, rows }) => ({ id, title: contrast.title, published: contrast.claim, rows })));
    else terminal.out(found.map((one) => tellRival(language, one)).join("\n\n"));
    terminal.err(`${replicates} pairs, seed ${seed}.`);
  } finally {
    await pool.close();
  }
}

const folder = () => join(shippedScenarios(), "rivals");

/** Ids of the rivals that a name stands for. */
function named(name: string): string[] {
  const all = readdirSync(folder())
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => basename(file, ".yaml"))
    .sort();
  const found = all.filter((id) => name === "all" || id === name || id.startsWith(`${name}-`));
  if (found.length === 0) throw new CommandFailure(`rivals: ${name} is none of them. Write all, or one of ${all.join(", ")}.`);
  return found;
}

/** What was published, and what comes out here. */
function tellRival(language: Language, { id, contrast, rows }: { id: string; contrast: Contrast; rows: readonly ContrastRow[] }): string {
  const word = (of: Word, values = {}) => say(language, of, values);
  const text = (key: "claim" | "mechanism") => (language === "zh" && contrast[`${key}Zh`]) || contrast[key];
  const verdict = { helps: "rival_helps", harms: "rival_harms", none: "contrast_none", cannotTell: "contrast_cannotTell" } as const;
  const heads = (["estimand", "measure"] as const).map((head) => word(`contrast_${head}`));
  const table = aligned([
    [
      ...heads,
      word("rival_claimed"),
      ...(["effect", "interval", "least", "adjusted", "verdict"] as const).map((head) => word(`contrast_${head}`)),
    ],
    ...rows.map((row, e) => [
      (language === "zh" && row.nameZh) || row.name,
      outcomeInWords(language, contrast.estimands[e]),
      word(`contrast_${row.claimed}`),
      number(row.effect.mean),
      interval(row.effect, language),
      String(row.least),
      Number.isNaN(row.adjusted) ? "-" : chance(row.adjusted),
      word(verdict[row.verdict]),
    ]),
  ]);
  return [
    `${id}: ${(language === "zh" && contrast.titleZh) || contrast.title}`,
    word("rival_published", { text: text("claim") }),
    word("rival_here", { text: text("mechanism") }),
    table,
  ].join("\n");
}
