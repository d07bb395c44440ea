import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

const MINI_BROWSER = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"]
  .map((folder) => `/usr/lib/x86_64-linux-gnu/${folder}/MiniBrowser`)
  .find((path) => existsSync(path));

export const canDriveWebKit = (): boolean =>
  MINI_BROWSER !== undefined && ["Xvfb", "WebKitWebDriver"].every((name) => existsSync(`/usr/bin/${name}`));

export interface DrivenWebKit {
  version: string;
  go(address: string): Promise<unknown>;
  /** What an expression comes to in the page. */
  ask(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/** WebKitGTK's small browser by its own driver (WebDriver, W3C), on a display that nobody sees. */
export async function driveWebKit(): Promise<DrivenWebKit> {
  const display = `:${90 + (process.pid % 400)}`;
  const port = 20_000 + (process.pid % 20_000);
  const started: ChildProcess[] = [];
  const start = (command: string, args: string[]) =>
    started.push(spawn(command, args, { stdio: "ignore", env: { ...process.env, DISPLAY: display } }));
  start("Xvfb", [display, "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
  start("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"]);
  const send = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`WebKitWebDriver: ${value?.error}: ${value?.message}`);
    return value;
  };
  const kill = () => {
    for (const process of started.reverse()) process.kill();
  };
  try {
    await ready(() => send("GET", "/status"));
    const alwaysMatch = { "webkitgtk:browserOptions": { binary: MINI_BROWSER, args: ["--automation"] } };
    const made = (await send("POST", "/session", { capabilities: { alwaysMatch } })) as {
      sessionId: string;
      capabilities: { browserVersion: string };
    };
    const session = `/session/${made.sessionId}`;
    return {
      version: made.capabilities.browserVersion,
      go: (url) => send("POST", `${session}/url`, { url }),
      ask: (expression) => send("POST", `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
      async close() {
        await send("DELETE", session).catch(() => {});
        kill();
      },
    };
  } catch (error) {
    kill();
    throw error;
  }
}

/** Waits until something answers. */
async function ready(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await ask();
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await setTimeout(100);
    }
  }
}
