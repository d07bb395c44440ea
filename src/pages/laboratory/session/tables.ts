import { batch, signal } from "@preact/signals";
import type { TablesRead } from "../../../worker/protocol.ts";
import { build } from "./build.ts";
import { own, scenarioFile } from "./scenario.ts";
import { ask } from "./worker.ts";

const TABLES = /\.(xlsx|xls|csv|tsv|geojson)$/i;
const DISTRICT = "district.json";
const MOST_BYTES = 64 * 1024 * 1024;
/** Digits of the digest of a district by which its scenario names it. */
const DIGITS = 16;

/** What came of the tables that were opened last, until it is put away. */
export const tablesRead = signal<(TablesRead & { name: string }) | undefined>(undefined);

/** The tables among files, or the district that the command line has made of them; none where there is something else to open. */
export function tablesAmong(chosen: readonly File[]): File[] {
  const made = chosen.find(({ name }) => name === DISTRICT);
  return made ? [made] : chosen.filter(({ name }) => TABLES.test(name));
}

/**
 * Reads tables in the worker, says what is known and what is doubtful, and opens the district. The scenario names its data by
 * their digest: a link to it holds no data.
 */
export async function openTables(tables: readonly File[]): Promise<void> {
  const small = tables.filter(({ size }) => size <= MOST_BYTES);
  const files = await Promise.all(small.map(async (one) => ({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) })));
  const read = await ask((lab) => lab.readTables(files));
  if (!read) return;
  const name = tables[0].name.replace(/\.\w+$/, "");
  const { district } = read;
  if (district) {
    const folder = `district-${district.digest.slice(0, DIGITS)}`;
    batch(() => {
      own.value = { ...own.value, [`${folder}/${DISTRICT}`]: district.text };
    });
    await build(scenarioFile(`${name}.yaml`, `title: ${JSON.stringify(name)}\ndistrict: ${folder}\n`));
  }
  tablesRead.value = { ...read, name }; // last: another run takes away what was said before
}
