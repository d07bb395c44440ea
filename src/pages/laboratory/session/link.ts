import { batch, signal } from "@preact/signals";
import { build, refusal } from "./build.ts";
import { decodeLink, encodeLink, type LinkedRun } from "./linkText.ts";
import { notice } from "./notice.ts";
import { digest, replaying, week } from "./runControls.ts";
import {
  built,
  changesOfBaseline,
  description,
  file,
  firstFile,
  interventions,
  loaded,
  own,
  past,
  scenarioFile,
  seed,
  shipped,
} from "./scenario.ts";
import { awaited, missingData } from "./tables.ts";
import { until } from "./until.ts";
import { failure } from "./worker.ts";

/** Whether a link is being opened: until its run has come to rest, the address stays what it is. */
export const opening = signal(false);

/** The run that stands, as the query of a link; empty for the laboratory as it opens. In mid-run it has no digest yet. */
export async function runLink(): Promise<string> {
  const plain = file.value === firstFile && seed.value === "1" && Object.keys(built.value).length + interventions.value.length === 0;
  if (!loaded.value || (plain && week.value === 0)) return "";
  return encodeLink({
    file: file.value,
    ...(file.value in own.value ? { text: own.value[file.value] } : {}),
    seed: seed.value || "1",
    changed: built.value,
    interventions: interventions.value,
    week: replaying.value ?? week.value,
    digest: digest.value,
    program: description.value?.program ?? "",
    baseline: changesOfBaseline.value,
  });
}

/**
 * Runs what a link says, to its week, and says whether it came out the same; an empty one is the laboratory as it opens.
 * What is wrong with a link leaves the run that stands as it is.
 */
export async function openLink(query: string): Promise<void> {
  opening.value = true;
  if (query !== "") await follow(query);
  if (!loaded.value && failure.value === undefined) {
    const [told, refused] = [notice.value, refusal.value];
    await build();
    batch(() => {
      notice.value = told;
      refusal.value = refused;
    });
  }
  opening.value = false;
}

async function follow(query: string): Promise<void> {
  const decoded = await decodeLink(query);
  if (!decoded.ok) notice.value = { tone: "bad", word: decoded.fault, values: { at: decoded.at } };
  else if (decoded.run.text === undefined && !(decoded.run.file in shipped))
    notice.value = { tone: "bad", word: "linkUnknown", values: { at: decoded.run.file } };
  else {
    const missing = missingData(decoded.run.text ?? "");
    if (missing === undefined) await runAndCompare(decoded.run);
    else {
      awaited.value = { folder: missing, open: () => runAndCompare(decoded.run) };
      notice.value = { tone: "bad", word: "linkNeedsDistrict", values: { folder: missing } };
    }
  }
}

async function runAndCompare({
  file: name,
  text,
  seed: linked,
  changed: differing,
  interventions: made,
  baseline,
  ...run
}: LinkedRun): Promise<void> {
  const stands = await build({ ...scenarioFile(name, text), seed: linked, changed: differing, interventions: made, baseline }, run.week);
  if (!stands) return;
  const [thisPast, these] = [past.value, interventions.value];
  const another = () => past.value !== thisPast || interventions.value !== these;
  await until(() => digest.value !== "" || failure.value !== undefined || another());
  if (digest.value === "" || run.digest === "" || another()) return;
  const values = { week: run.week, theirs: run.digest, ours: digest.value.slice(0, run.digest.length), program: run.program };
  const version = description.value?.program ?? "";
  if (week.value !== run.week) notice.value = { tone: "bad", word: "linkShort", values: { ...values, now: week.value } };
  else if (values.ours === values.theirs) notice.value = { tone: "good", word: "linkSame", values };
  else if (run.program !== version) notice.value = { tone: "bad", word: "linkOtherVersion", values: { ...values, version } };
  else notice.value = { tone: "bad", word: "linkOther", values };
}

/** Puts the link of the run on the clipboard. */
export async function copyLink(): Promise<void> {
  const query = await runLink();
  const link = new URL(location.href);
  link.hash = query === "" ? "laboratory" : `laboratory?${query}`;
  try {
    await navigator.clipboard.writeText(link.href);
    notice.value = { tone: "good", word: "linkCopied", values: { week: week.value } };
  } catch {
    notice.value = { tone: "bad", word: "linkNotCopied" };
  }
}
