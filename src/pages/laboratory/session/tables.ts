import { batch, signal } from "@preact/signals";
import type { TablesRead } from "../../../worker/protocol.ts";
import { readInTime } from "../../../worker/readInTime.ts";
import { startTables } from "../../../worker/tablesClient.ts";
import { saidOfError } from "../saidOfError.ts";
import { save } from "../save.ts";
import { build } from "./build.ts";
import { notice, tellFault } from "./notice.ts";
import { own, scenarioFile } from "./scenario.ts";

const TABLES = /\.(xlsx|xls|csv|tsv|geojson)$/i;
/** Boundaries lie beside tables, which give the district its name. */
const BOUNDARIES = /\.geojson$/i;
const DISTRICT = "district.json";
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_TIME = 120_000; // milliseconds of reading
/** Digits of the digest of a district by which its scenario names it. */
const DIGITS = 16;

/** What came of the tables that were opened last, until it is put away. */
export const tablesRead = signal<(TablesRead & { name: string }) | undefined>(undefined);

/** The tables among files, or the district that the command line has made of them; none where there is something else to open. */
export function tablesAmong(chosen: readonly File[]): File[] {
  const made = chosen.find(({ name }) => name === DISTRICT);
  return made ? [made] : chosen.filter(({ name }) => TABLES.test(name));
}

/** Tables that are being read: what they are called, and how to put an end to it. */
export const tablesReading = signal<{ name: string; stop(): void } | undefined>(undefined);

/** A link that waits for the data of its district: how these are called, and what opens it. */
export const awaited = signal<{ folder: string; open(): Promise<void> } | undefined>(undefined);

/**
 * Reads tables in a worker of their own, says what is known and what is doubtful, and opens the district. The scenario names
 * its data by their digest: a link to it holds no data, and waits for whoever opens it to open them too.
 */
export async function openTables(tables: readonly File[]): Promise<void> {
  const [first] = [...tables.filter((one) => !BOUNDARIES.test(one.name)), ...tables];
  const name = first.name.replace(/\.\w+$/, "");
  const large = tables.find(({ size }) => size > MOST_BYTES);
  if (large) {
    notice.value = { tone: "bad", word: "tablesLarge", values: { name: large.name, most: MOST_BYTES / 2 ** 20 } };
    return;
  }
  tablesReading.value?.stop();
  const files = await Promise.all(tables.map(async (one) => ({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) })));
  const { done, stop } = readInTime(files, { start: startTables, milliseconds: MOST_TIME });
  const reading = { name, stop };
  tablesReading.value = reading;
  const outcome = await done;
  if (tablesReading.value === reading) tablesReading.value = undefined;
  if (outcome.is === "failed") tellFault("openUnread", saidOfError(outcome.error), { name });
  else if (outcome.is === "late") notice.value = { tone: "bad", word: "tablesLate", values: { name, seconds: MOST_TIME / 1000 } };
  else if (outcome.is === "read") await openRead(name, outcome.read);
}

async function openRead(name: string, read: TablesRead): Promise<void> {
  const { district } = read;
  if (district) {
    const folder = folderOf(district.digest);
    const waiting = awaited.value;
    batch(() => {
      own.value = { ...own.value, [`${folder}/${DISTRICT}`]: district.text };
      awaited.value = undefined;
    });
    if (waiting?.folder === folder) await waiting.open();
    else await build(scenarioFile(`${name}.yaml`, `title: ${JSON.stringify(name)}\ndistrict: ${folder}\n`));
    if (waiting && waiting.folder !== folder)
      notice.value = { tone: "bad", word: "linkOtherDistrict", values: { ours: folder, theirs: waiting.folder } };
  }
  tablesRead.value = { ...read, name }; // last: another run takes away what was said before
}

/** How the data of a district are called in a scenario of the page. */
const folderOf = (digest: string): string => `district-${digest.slice(0, DIGITS)}`;

/** The data that the text of a scenario names, if they are of this page and are not here. */
export function missingData(text: string): string | undefined {
  const [, folder] = text.match(new RegExp(`^district: *["']?(district-[0-9a-f]{${DIGITS}})["']? *$`, "m")) ?? [];
  return folder !== undefined && !(`${folder}/${DISTRICT}` in own.value) ? folder : undefined;
}

/** Hands the reader an empty workbook to be filled in. */
export async function saveTemplate(): Promise<void> {
  const { templateFile } = await import("../../../workbook/index.ts");
  save("district.xlsx", await templateFile());
}
