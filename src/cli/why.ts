import { existsSync, statSync } from "node:fs";
import { agentTables, chanceAt, grows, type Mechanism } from "../engine/index.ts";
import { Run } from "../experiment/index.ts";
import { mechanisms } from "../mechanisms/index.ts";
import {
  type Agent,
  agentsOf,
  drifting,
  type Force,
  Replay,
  type Story,
  StoryFinder,
  type StoryKind,
  storyKinds,
} from "../observation/index.ts";
import { type BaseScenario, placeNames } from "../scenario/index.ts";
import {
  agentName,
  columnName,
  type GivenNames,
  type Language,
  type Meaning,
  marks,
  percent,
  type Sentence,
  say,
  short,
  tellDecided,
  tellEvent,
  tellLife,
  tellSaid,
  tellSuggestion,
  valueInWords,
} from "../words/index.ts";
import { manifestFrom, scenarioFrom, scenarioOf } from "./files.ts";
import { rests } from "./rests.ts";
import { aligned, CommandFailure, type Terminal } from "./terminal.ts";

export interface WhyOptions {
  set: string[];
  weeks?: string;
  language: Language;
  all?: boolean;
  json?: boolean;
  whatIf?: string;
}

const byId = new Map<string, Mechanism>(mechanisms.map((mechanism) => [mechanism.id, mechanism]));
const meaning: Meaning = (mechanism, stream, draw) => chanceAt(byId.get(mechanism)?.chances?.[stream], draw);

/**
 * Tells the story of one agent of a run: what happened to it, when, by which mechanism, by which draw.
 *
 * @param who  nobody: those whose story is worth telling are named
 */
export async function why(path: string, who: string | undefined, options: WhyOptions, terminal: Terminal): Promise<void> {
  const agent = who === undefined ? undefined : agentFrom(who);
  const isRun = path.endsWith(".json") || (existsSync(path) && statSync(path).isDirectory());
  let [scenario, last] = isRun ? await ofRun(path) : [await scenarioFrom(path, options.set), 0];
  if (isRun && options.set.length > 0) throw new CommandFailure(`why: --set changes a scenario, but ${path} is a run. Leave it out.`);
  if (!isRun) last = scenario.weeks;
  const [from, to] = weeksFrom(options.weeks, last);
  if (agent === undefined) {
    if (options.whatIf !== undefined)
      throw new CommandFailure("why: --what-if changes the story of an agent. Name one, such as resident:123.");
    return suggest(scenario, to, options, terminal);
  }
  const given = namesIn(scenario);
  const force = options.whatIf === undefined ? undefined : forceFrom(options.whatIf, agent);
  const started = Replay.start({ start: scenario, agent, from: from - 1, force }, mechanisms);
  if (!started.ok) throw new CommandFailure(tellSaid("en", started.message));
  const { replay } = started;
  const refuseNobody = () => {
    const rows = agentsOf(replay.world, agent.kind);
    if (agent.index < rows) return;
    const { week } = replay.world;
    const by = grows(agentTables[agent.kind]) ? `by week ${week} there are` : "there are";
    throw new CommandFailure(`why: there is no ${who}; ${by} ${rows} of its kind. Name one from 0 to ${rows - 1}.`);
  };
  if (!grows(agentTables[agent.kind])) refuseNobody();
  const bar = terminal.progress(to, agentName(options.language, agent, given));
  const rest = rests(bar);
  try {
    while (replay.world.week < to) {
      if (terminal.stop.aborted) throw new CommandFailure("why: interrupted before the run was repeated to its end; nothing was written.");
      replay.step();
      await rest(replay.world.week);
    }
  } finally {
    bar.stop();
  }
  refuseNobody();
  const story = replay.story();
  if (options.json) terminal.json({ ...story, digest: replay.digest() });
  else terminal.out(inWords(story, options, given));
}

/** Names that tables give to communities. */
const namesIn = ({ district }: BaseScenario): GivenNames => (district ? placeNames(district).communities : []);

/** Runs what has been run and names those whose story is worth telling by then, each with the command that tells it. */
async function suggest(scenario: BaseScenario, to: number, { language, json }: WhyOptions, terminal: Terminal): Promise<void> {
  const run = Run.start(scenario, mechanisms);
  const finder = new StoryFinder(run.world);
  const bar = terminal.progress(to, scenario.title);
  const rest = rests(bar);
  try {
    while (run.world.week < to) {
      if (terminal.stop.aborted) throw new CommandFailure("why: interrupted before the run was repeated to its end; nothing was written.");
      run.step();
      finder.observe(run.world);
      await rest(run.world.week);
    }
  } finally {
    bar.stop();
  }
  const found = finder.suggestions(run.world);
  if (json) terminal.json({ week: to, suggestions: found });
  else if (found.length === 0) terminal.out(say(language, "suggest_nobody"));
  else
    terminal.out(aligned(found.map((one) => [`${one.agent.kind}:${one.agent.index}`, tellSuggestion(language, one, namesIn(scenario))])));
}

async function ofRun(path: string) {
  const { manifest } = await manifestFrom(path);
  return [scenarioOf(manifest), manifest.weeks] as [ReturnType<typeof scenarioOf>, number];
}

/** "resident:123": the row in every table and file, counted from 0. */
function agentFrom(text: string): Agent<StoryKind> {
  const [kind, number] = text.split(":");
  const n = Number(number);
  if (!storyKinds.includes(kind as StoryKind) || !Number.isInteger(n) || n < 0) {
    throw new CommandFailure(
      `why: “${text}” names nobody. Write a kind and a number from 0, such as resident:123; kinds are ${storyKinds.join(", ")}.`,
    );
  }
  return { kind: kind as StoryKind, index: n };
}

function weeksFrom(text: string | undefined, last: number): [number, number] {
  if (text === undefined) return [1, last];
  const [a, b = a] = text.split("-").map(Number);
  if (!Number.isInteger(a) || !Number.isInteger(b) || a < 1 || b < a || b > last) {
    throw new CommandFailure(`why: --weeks is ${text}. Write a week or a range inside 1-${last}, such as 40-52.`);
  }
  return [a, b];
}

/** "participation:0@12=true": in week 12 draw 0 of participation falls so. Keyed by the agent itself. */
function forceFrom(text: string, agent: Agent): Force {
  const match = text.match(/^(\w+)(?:\/(\w+))?:(\d+)@(\d+)=(true|false|\d+)$/);
  if (match === null || !byId.has(match[1])) {
    throw new CommandFailure(
      `why: --what-if is ${text}. Write mechanism:draw@week=true or false, such as participation:0@12=true, as --json names them.`,
    );
  }
  const [, mechanism, stream = "", draw, week, outcome] = match;
  const value = outcome === "true" ? 1 : outcome === "false" ? 0 : Number(outcome);
  return { mechanism, stream, draw: Number(draw), week: Number(week), key: agent.index, outcome: value };
}

/** A sentence and what there is to remark of the draw that decided it. */
const sentenceOf = (language: Language, { text, decided }: Sentence): string =>
  decided === undefined ? text : `${text}${marks[language].of(tellDecided(language, decided))}`;

function inWords(story: Story, { language, all }: WhyOptions, given: GivenNames): string {
  const { agent, from, to, events, attribution, chances } = story;
  const title = (id: string) => byId.get(id)?.title[language] ?? say(language, "story_week");
  const lines = [say(language, "story_heading", { name: agentName(language, agent, given), from: from + 1, to }), ""];
  const shown = events.filter(({ turning }) => turning || all);
  const life = tellLife(language, story, { meaning, title, given });
  for (const paragraph of [life.who, life.turned, life.stands])
    lines.push(...paragraph.map((sentence) => sentenceOf(language, sentence)), "");
  if (shown.length === 0) lines.push(say(language, "story_empty"));
  for (const event of shown) {
    lines.push(`${say(language, "weekShort", { week: event.week })} · ${title(event.mechanism)}`);
    for (const { text } of tellEvent(language, agent, event, meaning, given)) lines.push(`  ${text}`);
  }
  if (chances.length > 0) {
    lines.push("", say(language, "story_chances"));
    const rows = chances.map(({ mechanism, stream, draw, taken, came, expected, nearest }) => [
      `  ${title(mechanism)}: ${meaning(mechanism, stream, draw)?.[language] ?? draw}`,
      say(language, "story_taken", { taken, came, expected: short(expected) }),
      say(language, "story_nearest", { week: nearest.week, u: short(nearest.u), p: percent(nearest.p) }),
    ]);
    lines.push(aligned(rows));
  }
  const moved = agent.kind === "matter" ? [] : attribution.filter(({ column }) => column !== "minutesMonth");
  if (moved.length > 0) {
    lines.push("", say(language, "story_attribution"));
    for (const value of moved) {
      const at = (number: number) => valueInWords(language, agent.kind, value, number, given);
      const by = value.by
        .map(
          ({ mechanism, sum, times }) =>
            `${title(mechanism)} ${drifting.has(value.unit) ? `${sum > 0 ? "+" : ""}${short(sum)}` : `${times}×`}`,
        )
        .join(", ");
      lines.push(`  ${columnName(language, agent.kind, value.column, value.place)}: ${at(value.before)} → ${at(value.after)} (${by})`);
    }
  }
  return lines.join("\n");
}
