/** Where the time of a run goes, by part of the week. */
export class Profile {
  private readonly parts = new Map<string, { wall: number; processor: number }>();

  /** Takes the time of a part, on the clock and on the processors (all threads). */
  readonly measure = (part: string, run: () => void): void => {
    const from = performance.now();
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    const times = this.parts.get(part) ?? { wall: 0, processor: 0 };
    times.wall += performance.now() - from;
    times.processor += (user + system) / 1000;
    this.parts.set(part, times);
  };

  /** One line for each part, the dearest first, and one for each phase. Milliseconds a week. */
  lines(weeks: number): string[] {
    const phases = new Map<string, { wall: number; processor: number }>();
    for (const [part, { wall, processor }] of this.parts) {
      const phase = part.slice(0, part.indexOf("/"));
      const sum = phases.get(phase) ?? { wall: 0, processor: 0 };
      phases.set(phase, { wall: sum.wall + wall, processor: sum.processor + processor });
    }
    const all = [...phases.values()].reduce((sum, { processor }) => sum + processor, 0);
    const line = ([name, { wall, processor }]: [string, { wall: number; processor: number }]) =>
      [
        name.padEnd(44),
        (processor / weeks).toFixed(2).padStart(10),
        (wall / weeks).toFixed(2).padStart(10),
        `${((100 * processor) / all).toFixed(1)} %`.padStart(8),
      ].join("");
    const dearestFirst = (of: typeof this.parts) => [...of].sort((a, b) => b[1].processor - a[1].processor).map(line);
    return [
      `${"ms a week".padEnd(44)}${"processor".padStart(10)}${"clock".padStart(10)}${"share".padStart(8)}`,
      ...dearestFirst(phases),
      "",
      ...dearestFirst(this.parts),
    ];
  }
}
