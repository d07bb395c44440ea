import { decodeLink } from "../laboratory/session/linkText.ts";

const KEY = "four-circles.last";

/** The run that this browser had open last. */
export interface LastRun {
  href: string;
  file: string;
  week: number;
}

/** Keeps the link of the run that is open, to go on with another day; storage may be forbidden, or full. */
export function rememberRun(query: string): void {
  try {
    localStorage.setItem(KEY, query);
  } catch {}
}

/** The run to go on with, if one was kept and can still be read. */
export async function lastRun(): Promise<LastRun | undefined> {
  let query: string | null = null;
  try {
    query = localStorage.getItem(KEY);
  } catch {}
  const decoded = query ? await decodeLink(query) : undefined;
  if (!decoded?.ok || decoded.run.week === 0) return undefined;
  return { href: `#laboratory?${query}`, file: decoded.run.file, week: decoded.run.week };
}
