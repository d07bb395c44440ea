import { ask } from "./worker.ts";

/**
 * Checkpoints kept in memory while a run goes on, for a worker that fails and for changes of the past. One is taken
 * when the weeks since the last have cost twenty times what the last took, so that a run grows longer by a twentieth.
 */
interface Kept {
  week: number;
  bytes: Uint8Array<ArrayBuffer>;
}

const LEAST_WEEKS = 26;
const SHARE = 20;
const MEMORY = 400 * 2 ** 20; // bytes kept in all

let kept: Kept[] = [];
let since = 0; // milliseconds of weeks computed since the last
let cost = 0; // milliseconds that the last took

/** Forgets all: another run begins. */
export function forget(): void {
  kept = [];
  since = 0;
  cost = 0;
}

/** Forgets what a change of a week makes untrue. */
export function forgetFrom(week: number): void {
  kept = kept.filter((one) => one.week < week);
}

/** Told of weeks computed; takes a checkpoint if it is time. */
export async function keep(week: number, milliseconds: number): Promise<void> {
  since += milliseconds;
  const last = kept.at(-1)?.week ?? 0;
  if (week - last < LEAST_WEEKS || since < SHARE * cost) return;
  const began = performance.now();
  const bytes = await ask((lab) => lab.checkpoint());
  if (bytes === undefined) return;
  cost = performance.now() - began;
  since = 0;
  kept.push({ week, bytes });
  const size = () => kept.reduce((sum, one) => sum + one.bytes.byteLength, 0);
  while (kept.length > 1 && (kept.length > 24 || size() > MEMORY)) thin();
}

/** Drops the one whose neighbours stand closest, never the newest. */
function thin(): void {
  let drop = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < kept.length - 1; k++) {
    const gap = kept[k + 1].week - (kept[k - 1]?.week ?? 0);
    if (gap < least) [drop, least] = [k, gap];
  }
  kept.splice(drop, 1);
}

/** The newest that a change of a week leaves true. */
export const keptBefore = (week: number): Kept | undefined => kept.findLast((one) => one.week < week);
