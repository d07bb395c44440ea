import { computed, effect, signal } from "@preact/signals";
import { readStudyAside } from "../../../worker/experiments/readAside.ts";
import type { Study, StudyAnswer } from "../../../worker/experiments/readStudy.ts";
import { saidOfError } from "../saidOfError.ts";
import { type StudyFile, studyFile, tellFault } from "../session/index.ts";

/** The study that is open. */
export const study = signal<Study | undefined>(undefined);
/** Files that are no study, and why; what was open stays. */
export const refusedStudy = signal<(StudyAnswer & { ok: false }) | undefined>(undefined);
/** Sets of parameters that pairs draw from: those of the study that is open, unless they are left out. */
export const leftOut = signal(false);
export const posterior = computed(() => (leftOut.value || !study.value || study.value.sets.length === 0 ? undefined : study.value));

effect(() => {
  const chosen = studyFile.value;
  if (chosen) void openStudy(chosen);
});

async function openStudy({ description, posterior: table }: StudyFile): Promise<void> {
  studyFile.value = undefined;
  refusedStudy.value = undefined;
  try {
    const bytes = table && new Uint8Array(await table.arrayBuffer());
    const found = await readStudyAside(await description.text(), bytes);
    if (found.ok) {
      study.value = found;
      leftOut.value = false;
    } else refusedStudy.value = found;
  } catch (error) {
    tellFault("openUnread", saidOfError(error), { name: description.name });
  }
}

export function closeStudy(): void {
  study.value = undefined;
  refusedStudy.value = undefined;
}
