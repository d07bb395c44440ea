interface Lane {
  /** When its first run was done, ms. */
  since: number;
  /** Until its last one was, ms. */
  passed: number;
  /** Weeks of those behind the first. */
  weeks: number;
}

/**
 * How long runs will take, told by those that are done: weeks by the clock of each lane. The first run of a lane does not
 * count, for code is slow when it first runs.
 */
export class TimeLeft {
  private readonly lanes: (Lane | undefined)[];
  private rest: number;

  /** @param weeks  of all runs */
  constructor(lanes: number, weeks: number) {
    this.lanes = Array.from({ length: lanes }, () => undefined);
    this.rest = weeks;
  }

  /** A run was there before. @param weeks  of it */
  found(weeks: number): void {
    this.rest -= weeks;
  }

  /** A lane has done a run. @param now  ms since some moment */
  done(lane: number, weeks: number, now: number): void {
    this.rest -= weeks;
    const known = this.lanes[lane];
    if (!known) this.lanes[lane] = { since: now, passed: 0, weeks: 0 };
    else Object.assign(known, { passed: now - known.since, weeks: known.weeks + weeks });
  }

  /** Until all are done, s; NaN as long as a lane has not done two. */
  get seconds(): number {
    const rate = this.lanes.reduce((sum, lane) => sum + (lane ? lane.weeks / lane.passed : Number.NaN), 0);
    return this.rest / rate / 1000;
  }
}
