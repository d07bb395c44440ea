import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "playwright";

/** The headless shell first: a page in it takes a sixth less of the machine than in a browser whose windows nobody sees. */
const installed = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser for tests: CHROMIUM_PATH, Playwright's, an installed one, or the one that npm brings along. */
export async function browserOptions(): Promise<LaunchOptions> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return { executablePath: named, args };
  }
  if (existsSync(chromium.executablePath())) return { args };
  const found = installed.find((path) => existsSync(path));
  if (found) return { executablePath: found, args };
  // The package from npm unpacks the shared libraries that it needs only where it believes itself on AWS.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  const { default: packed } = await import("@sparticuz/chromium");
  const executablePath = await packed.executablePath();
  // Its own settings are for one page and no more: one process for all, which ends with the first page, and no policy of any site.
  return { executablePath, args: [...args, "--no-zygote", "--use-angle=swiftshader"], env: { ...process.env } as Record<string, string> };
}
