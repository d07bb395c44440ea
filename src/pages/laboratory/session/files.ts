import { batch, signal } from "@preact/signals";
import { problemInChinese } from "../../../words/index.ts";
import type { Description } from "../../../worker/protocol.ts";
import { save } from "../save.ts";
import { load, series, settle, supersede, take, week } from "./drive.ts";
import { forget } from "./kept.ts";
import { notice } from "./notice.ts";
import { clearPictures } from "./pictures.ts";
import { built, changed, choose, description, file, interventions, loaded, request, seed } from "./scenario.ts";
import { ask, failure } from "./worker.ts";

/** Results of a batch that the reader has opened, for the room of experiments. */
export const resultsFile = signal<File | undefined>(undefined);

/** Opens a file that was chosen or dropped: a checkpoint restores its run, results go to the experiments, anything else is a scenario. */
export async function openFile(chosen: File): Promise<void> {
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  const begins = (text: string) => text === String.fromCharCode(...bytes.subarray(0, text.length));
  notice.value = undefined;
  if (begins("4CIRCLES")) await openCheckpoint(chosen.name, bytes);
  else if (begins("PAR1")) resultsFile.value = chosen;
  else if (bytes.includes(0)) notice.value = { tone: "bad", word: "openUnknown", values: { name: chosen.name } };
  else {
    choose(chosen.name, new TextDecoder().decode(bytes));
    await load();
  }
}

async function openCheckpoint(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  supersede();
  const reopened = await ask(async (lab) => {
    description.value ??= await lab.describe();
    return lab.restore(bytes);
  });
  if (!reopened) return;
  if (!reopened.ok) {
    notice.value = {
      tone: "bad",
      word: "openBroken",
      values: { name, message: { en: reopened.message, zh: problemInChinese(reopened.message) } },
    };
    return;
  }
  forget();
  batch(() => {
    failure.value = "";
    clearPictures();
    choose(name, reopened.text);
    seed.value = reopened.seed;
    interventions.value = reopened.interventions;
    built.value = changed.value;
    loaded.value = reopened.district;
    series.value = [];
    take(reopened.frame, 0);
  });
  await settle();
  const { program } = description.value as Description;
  notice.value = {
    tone: "good",
    word: reopened.program === program ? "restored" : "restoredOther",
    values: { name, week: week.value, program: reopened.program },
  };
}

/** Hands the reader the run as a checkpoint file, which the command line goes on from with --resume. */
export async function saveCheckpoint(): Promise<void> {
  const bytes = await ask((lab) => lab.checkpoint());
  if (bytes) save(`${stem()}-week-${week.value}.4c`, bytes);
}

/** Hands the reader the scenario file with all that was changed. */
export async function saveScenario(): Promise<void> {
  const text = await ask((lab) => lab.write(request()));
  if (text !== undefined) save(`${stem()}.yaml`, text);
}

const stem = () => file.value.replace(/\.\w+$/, "");
