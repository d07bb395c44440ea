/** Runs under way: how many are there, how many of those were there before, how many there are to be, and since when (ms). */
export type Pace = {
  done: number;
  found: number;
  total: number;
  since: number;
};

/** Seconds until all runs are there if they go on as before; undefined before the first. */
export const secondsLeft = ({ done, found, total, since }: Pace, now = performance.now()): number | undefined =>
  done > found ? ((total - done) * (now - since)) / (1000 * (done - found)) : undefined;
