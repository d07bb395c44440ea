import cliProgress from "cli-progress";

/** How far a command has come, told as it goes on. */
export interface Progress {
  /**
   * @param total  if it is another by now
   * @param left   s until the end, if the command knows better than its rate; NaN if nobody knows yet
   */
  update(done: number, note: string, total?: number, left?: number): void;
  stop(): void;
}

/** A bar, for a person who is watching. */
export function progressBar(total: number, what: string, of: string): Progress {
  const bar = new cliProgress.SingleBar(
    {
      format: `{what} {bar} {value}/{total} ${of}  {note}  {eta_formatted} left`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    },
    cliProgress.Presets.shades_classic,
  );
  const stop = () => {
    process.removeListener("exit", stop); // which shows the cursor again
    bar.stop();
  };
  process.once("exit", stop);
  bar.start(total, 0, { what, note: "" });
  return {
    update(done, note, all) {
      if (all !== undefined) bar.setTotal(all);
      bar.update(done, { note });
    },
    stop,
  };
}

const FIRST = 10_000; // ms until the first line: what is done before needs none
const EVERY = 60_000; // ms between lines

/** A line now and then, for a log that is read while the command runs or after it. */
export function progressLines(say: (line: string) => void, total: number, what: string, of: string): Progress {
  const began = performance.now();
  let [done, note, all, known] = [0, "", total, undefined as number | undefined];
  let before = { at: began, done: 0 };
  const tell = () => {
    const now = performance.now();
    const rate = (done - before.done) / (now - before.at);
    const rest = known === undefined ? (all - done) / rate : 1000 * known;
    const left = rest < Number.POSITIVE_INFINITY ? `, about ${inWords(rest)} left` : "";
    say(`${what}: ${done} of ${all} ${of} after ${inWords(now - began)}${note === "" ? "" : `, ${note}`}${left}`);
    before = { at: now, done };
    timer = setTimeout(tell, EVERY).unref();
  };
  let timer = setTimeout(tell, FIRST).unref();
  return {
    update(value, words, most, left) {
      done = value;
      note = words;
      all = most ?? all;
      known = left;
    },
    stop: () => clearTimeout(timer),
  };
}

/** A time to read: "40 s", "12 min", "3.5 h". */
function inWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 100) return `${Math.round(seconds)} s`;
  const minutes = seconds / 60;
  return minutes < 100 ? `${Math.round(minutes)} min` : `${(minutes / 60).toFixed(1)} h`;
}
