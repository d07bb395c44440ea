import { signal } from "@preact/signals";
import type { Description } from "../../../worker/protocol.ts";
import { save } from "../save.ts";
import { build, stand } from "./build.ts";
import { halt, queue, week } from "./drive.ts";
import { notice, tellFault } from "./notice.ts";
import { description, file, requestOf, scenarioFile, setup } from "./scenario.ts";
import { ask, look } from "./worker.ts";

/** Results of a batch that the reader has opened, for the room of experiments. */
export const resultsFile = signal<File | undefined>(undefined);

/** The first bytes of a file, by which it is known. */
const HEAD = 8;
/** A scenario is a text of a few pages; what is longer is something else. */
const LONGEST_TEXT = 2 ** 20; // bytes

/** Opens a file that was chosen or dropped: a checkpoint restores its run, results and plans go to the experiments, anything else is a scenario. */
export async function openFile(chosen: File): Promise<void> {
  const { name } = chosen;
  notice.value = undefined;
  try {
    const head = new TextDecoder().decode(await chosen.slice(0, HEAD).arrayBuffer());
    if (head === "4CIRCLES") await openCheckpoint(name, new Uint8Array(await chosen.arrayBuffer()));
    else if (head.startsWith("PAR1")) resultsFile.value = chosen;
    else await openText(name, chosen.size > LONGEST_TEXT ? undefined : textOf(await chosen.arrayBuffer()));
  } catch (error) {
    tellFault("openUnread", error as Error, { name }); // a folder, or a file that is gone
  }
}

/** The text of a file; undefined if it is none. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

async function openText(name: string, text: string | undefined): Promise<void> {
  if (text === undefined) notice.value = { tone: "bad", word: "openUnknown", values: { name } };
  else await build(scenarioFile(name, text));
}

async function openCheckpoint(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await queue.add(async () => {
    const reopened = await ask(async (lab) => {
      description.value ??= await lab.describe();
      return lab.restore(bytes);
    });
    if (!reopened) return;
    if (!reopened.ok) {
      tellFault("openBroken", reopened, { name });
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

/** Hands the reader the scenario file with all that was changed. */
export async function saveScenario(): Promise<void> {
  await queue.add(async () => {
    const text = await look((lab) => lab.write(requestOf(setup())));
    if (text !== undefined) save(`${stem()}.yaml`, text);
  });
}

const stem = () => file.value.replace(/\.\w+$/, "");
