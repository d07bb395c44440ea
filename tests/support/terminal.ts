import type { Terminal } from "../../src/cli/terminal.ts";

/** A terminal that remembers what it was told. */
export class HeardTerminal implements Terminal {
  heard: string[] = [];
  readonly watched = false;
  private readonly controller = new AbortController();
  readonly stop = this.controller.signal;
  /** Tells the command to stop. */
  end = () => this.controller.abort();
  out = (text: string) => void this.heard.push(text);
  json = (value: unknown) => void this.heard.push(JSON.stringify(value));
  err = (text: string) => void this.heard.push(text);
  alarm = (text: string) => void this.heard.push(text);
  progress = () => ({ update() {}, stop() {} });
}
