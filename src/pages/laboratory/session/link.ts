import { batch } from "@preact/signals";
import { digest, load, week } from "./drive.ts";
import { decodeLink, encodeLink } from "./linkText.ts";
import { notice } from "./notice.ts";
import { built, changed, choose, description, file, firstFile, interventions, loaded, own, seed, shipped } from "./scenario.ts";

/** The run that stands, as the query of a link; empty for the laboratory as it opens. */
export async function runLink(): Promise<string> {
  const plain = file.value === firstFile && seed.value === "1" && Object.keys(built.value).length + interventions.value.length === 0;
  if (!loaded.value?.ok || (plain && week.value === 0)) return "";
  return encodeLink({
    file: file.value,
    ...(file.value in own.value ? { text: own.value[file.value] } : {}),
    seed: seed.value || "1",
    changed: built.value,
    interventions: interventions.value,
    week: week.value,
    digest: digest.value,
    program: description.value?.program ?? "",
  });
}

/** Runs what a link says, to its week, and says whether it came out the same. */
export async function openLink(query: string): Promise<void> {
  const decoded = await decodeLink(query);
  const unknown = decoded.ok && decoded.run.text === undefined && !(decoded.run.file in shipped);
  if (!decoded.ok || unknown) {
    await load();
    notice.value = decoded.ok
      ? { tone: "bad", word: "linkUnknown", values: { at: decoded.run.file } }
      : { tone: "bad", word: decoded.fault, values: { at: decoded.at } };
    return;
  }
  const { run } = decoded;
  batch(() => {
    choose(run.file, run.text);
    seed.value = run.seed;
    changed.value = run.changed;
    interventions.value = run.interventions;
  });
  await load(run.week);
  if (!loaded.value?.ok || run.digest === "") return;
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
  link.hash = query === "" ? "" : `laboratory?${query}`;
  try {
    await navigator.clipboard.writeText(link.href);
    notice.value = { tone: "good", word: "linkCopied", values: { week: week.value } };
  } catch {
    notice.value = { tone: "bad", word: "linkNotCopied" };
  }
}
