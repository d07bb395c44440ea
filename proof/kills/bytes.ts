import { checkpoints } from "../fuzz/checkpoints.ts";
import type { Blow } from "../fuzz/damage.ts";
import { documents } from "../fuzz/documents.ts";
import { journals } from "../fuzz/journals.ts";
import type { Kind } from "../fuzz/kind.ts";
import { results } from "../fuzz/results.ts";
import { tables } from "../fuzz/tables.ts";
import { placed } from "./kind.ts";

/** Bytes of a file that are flipped: every one of a small file, evenly spread ones of a large one. */
const MOST = 20_000;

const flipped: readonly Kind<Blow[]>[] = [documents, checkpoints, journals, tables, results];

export const bytes = placed(
  "bytes",
  "a byte of a file that is read back is flipped: manifest, checkpoint, journal, table and result of a queue are refused in a sentence, or what is lost is said",
  async () =>
    flipped.flatMap(({ id, bytes: size = 0, check }) =>
      Array.from({ length: Math.min(size, MOST) }, (_, k) => {
        const at = Math.floor((k * size) / Math.min(size, MOST));
        const befalls = () => check([{ kind: "flip", at, length: 0, bytes: Uint8Array.of(k) }]);
        return { name: `byte ${at} of ${size} of ${id}, bit ${k & 7}`, befalls };
      }),
    ),
);
