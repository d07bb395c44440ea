import { readFileSync } from "node:fs";

export const MB = 2 ** 20;
/** What may be taken for flat: the last third above the second, of what is larger there by chance. */
const FLAT = 1.1;

/** Resident memory of a process, in bytes; 0 if it is gone. */
export function residentOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Says how memory went, and whether it stayed flat once all was there that is made once. */
export function verdict(what: string, samples: readonly number[]): void {
  const third = Math.floor(samples.length / 3);
  const [middle, last] = [mean(samples.slice(third, 2 * third)), mean(samples.slice(2 * third))];
  const flat = last <= middle * FLAT;
  console.log(
    `${what}: first ${(samples[0] / MB).toFixed(0)} MiB, second third ${(middle / MB).toFixed(0)}, last third ${(last / MB).toFixed(0)}, most ${(Math.max(...samples) / MB).toFixed(0)}: ${flat ? "flat" : "GROWS"}`,
  );
  if (!flat) process.exitCode = 1;
}
