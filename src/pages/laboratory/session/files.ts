import { signal } from "@preact/signals";
import { type Decoded, decode, mostBytes } from "../../../scenario/index.ts";
import type { Description } from "../../../worker/protocol.ts";
import { goTo } from "../goTo.ts";
import { saidOfError } from "../saidOfError.ts";
import { save } from "../save.ts";
import { build, stand } from "./build.ts";
import { notice, tellFault } from "./notice.ts";
import { halt, queue, week } from "./runControls.ts";
import { description, file, requestOf, scenarioFile, setup } from "./scenario.ts";
import { openTables, tablesAmong } from "./tables.ts";
import { ask, look } from "./worker.ts";

export interface TextFile {
  name: string;
  text: string;
}

/** The table of a batch, with what its folder says of it if that was opened too. */
export interface ResultsFile {
  table: File;
  description?: File | undefined;
}

/** Results of a batch, and a plan, that the reader has opened, for the page of experiments to take. */
export const resultsFile = signal<ResultsFile | undefined>(undefined);
export const planFile = signal<TextFile | undefined>(undefined);

/** A lesson that the reader has opened, for the page of lessons to take. */
export const lessonFile = signal<TextFile | undefined>(undefined);

/** What a calibration or a fit wrote, opened together: what it says of itself, and its sets of parameters. */
export interface StudyFile {
  description: File;
  posterior?: File | undefined;
}
export const studyFile = signal<StudyFile | undefined>(undefined);

/** The first bytes of a file, by which it is known. */
const HEAD = 8;

/** Opens files that were chosen or dropped together: of the folder of a batch its runs, of that of a study what it found, of others the first. */
export async function openFiles(chosen: readonly File[]): Promise<void> {
  const named = (name: string) => chosen.find((one) => one.name === name);
  const [description, posterior] = [named("experiment.json"), named("posterior.parquet")];
  if (description) {
    notice.value = undefined;
    studyFile.value = { description, posterior };
    goTo("experiments");
    return;
  }
  if (posterior) {
    notice.value = { tone: "bad", word: "studyAlone", values: { name: posterior.name } };
    return;
  }
  const tables = named("runs.parquet") ? [] : tablesAmong(chosen);
  if (tables.length > 0) {
    notice.value = undefined;
    await openTables(tables);
    return;
  }
  const first = named("runs.parquet") ?? chosen[0];
  if (first) await openFile(first, named("batch.json"));
}

/** Opens a file that was chosen or dropped: a checkpoint restores its run, results and plans go to the experiments, anything else is a scenario. */
async function openFile(chosen: File, description?: File): Promise<void> {
  const { name } = chosen;
  notice.value = undefined;
  try {
    const head = new TextDecoder().decode(await chosen.slice(0, HEAD).arrayBuffer());
    if (head === "4CIRCLES") await openCheckpoint(name, new Uint8Array(await chosen.arrayBuffer()));
    else if (head.startsWith("PAR1")) {
      resultsFile.value = { table: chosen, description };
      goTo("experiments");
    } else await openText(name, await textOf(chosen));
  } catch (error) {
    tellFault("openUnread", saidOfError(error), { name }); // a folder, or a file that is gone
  }
}

const USUAL = "UTF-8";

type Text = Extract<Decoded, { ok: true }>;

/** The text of a file; undefined if it holds none, or far too much. */
export async function textOf(chosen: File): Promise<Text | undefined> {
  if (chosen.size > mostBytes) return undefined;
  const decoded = decode(new Uint8Array(await chosen.arrayBuffer()));
  return decoded.ok ? decoded : undefined;
}

/** Tells of a text that is not in UTF-8 as what it is read: a file in another encoding may pass for it with wrong letters. */
export function tellEncoding(name: string, { encoding }: Text): void {
  if (encoding !== USUAL) notice.value = { tone: "bad", word: "readAs", values: { name, encoding, usual: USUAL } };
}

/** A lesson alone has scenes. */
const isLesson = (text: string): boolean => /^scenes:/m.test(text);
/** A plan names the scenario that it starts from; a scenario extends another. */
const isPlan = (text: string): boolean => /^scenario:/m.test(text);

async function openText(name: string, written: Text | undefined): Promise<void> {
  if (written === undefined) {
    notice.value = { tone: "bad", word: "openUnknown", values: { name } };
    return;
  }
  const { text } = written;
  if (isLesson(text)) {
    lessonFile.value = { name, text };
    goTo("lessons");
  } else if (isPlan(text)) {
    planFile.value = { name, text };
    goTo("experiments");
  } else await build(scenarioFile(name, text));
  tellEncoding(name, written); // last: another run takes away what was said before
}

async function openCheckpoint(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await queue.add(async () => {
    const reopened = await ask(async (lab) => {
      description.value ??= await lab.describe();
      return lab.restore(bytes);
    });
    if (!reopened) return;
    if (!reopened.ok) {
      tellFault("openBroken", reopened.message, { name });
      return;
    }
    const { text, seed, interventions, district, frame, program } = reopened;
    stand({ ...scenarioFile(name, text), seed, interventions }, district, frame);
    halt();
    const ours = (description.value as Description).program;
    notice.value = { tone: "good", word: program === ours ? "restored" : "restoredOther", values: { name, week: week.value, program } };
  });
}

/** Hands the reader the run as a checkpoint file, which the command line goes on from with --resume. */
export async function saveCheckpoint(): Promise<void> {
  await queue.add(async () => {
    const bytes = await look((lab) => lab.checkpoint());
    if (bytes) save(`${stem()}-week-${week.value}.4c`, bytes);
  });
}

/** Hands the reader the network of all weeks so far, for Gephi. */
export async function saveNetwork(): Promise<void> {
  await queue.add(async () => {
    const text = await look((lab) => lab.networkGexf());
    if (text !== undefined) save(`${stem()}-network-week-${week.value}.gexf`, text);
  });
}

/** Hands the reader the scenario file with all that was changed. */
export async function saveScenario(): Promise<void> {
  await queue.add(async () => {
    const text = await look((lab) => lab.write(requestOf(setup())));
    if (text !== undefined) save(`${stem()}.yaml`, text);
  });
}

const stem = () => file.value.replace(/\.\w+$/, "");
