import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "./preferences.ts";
import { openFiles } from "./session/index.ts";

/** The whole page takes files that are dropped on it. */
export function DropZone() {
  const over = useSignal(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      over.value = true;
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) over.value = false;
    };
    const drop = (event: DragEvent) => {
      over.value = false;
      if (!holdsFiles(event)) return;
      event.preventDefault();
      void filesOf(event.dataTransfer as DataTransfer).then(openFiles);
    };
    const listeners = { dragenter: enter, dragover: enter, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) addEventListener(name as "drop", listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) removeEventListener(name as "drop", listener);
    };
  }, []);
  return over.value ? <div class="drop">{t("dropHere")}</div> : null;
}

/** Files by which a folder is known: results of a batch, of a study, a district, tables. */
const FOLDERS = /^(runs\.parquet|experiment\.json|district\.json)$|\.(csv|tsv|xlsx)$/;

/** The files that were dropped; of a folder that holds the results of a batch, of a study or the tables of a district, those. */
async function filesOf({ items, files }: DataTransfer): Promise<File[]> {
  const plain = [...files]; // taken now: the list is empty once this has waited
  const folders = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry?.isDirectory);
  const inside = (await Promise.all(folders.map((folder) => filesIn(folder as FileSystemDirectoryEntry)))).flat();
  return inside.some(({ name }) => FOLDERS.test(name)) ? inside : plain;
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (more.length === 0) break; // a reader gives its entries in portions
    entries.push(...more);
  }
  const files = entries.filter((entry) => entry.isFile) as FileSystemFileEntry[];
  return Promise.all(files.map((entry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))));
}
