import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { type PreviewServer, preview } from "vite";
import { onTestFinished, TestRunner } from "vitest";
import { browserOptions } from "./chromium.ts";

export interface Site {
  url: string;
  /**
   * A fresh page, whose errors fail the test that asks for them. It is closed when that test ends: a run would go on in it.
   *
   * @param options.offline  whether it keeps itself for use without a network; that takes as long as to open the laboratory
   */
  page(options?: { width?: number; height?: number; offline?: boolean }): Promise<{ page: Page; errors: string[] }>;
  close(): Promise<void>;
}

/** The built pages on a server of their own. */
export async function servePages(): Promise<Pick<Site, "url" | "close">> {
  const server: PreviewServer = await preview({
    configFile: join(import.meta.dirname, "../../vite.config.ts"),
    preview: { port: 0 },
    logLevel: "silent",
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("the preview server has no port");
  return { url: `http://localhost:${address.port}/`, close: () => server.close() };
}

/** The built pages on a server of their own, and a real browser. */
export async function openSite(): Promise<Site> {
  const server = await servePages();
  const browser: Browser = await chromium.launch(await browserOptions());
  return {
    url: server.url,
    async page({ width = 1400, height = 1000, offline = false } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        locale: "en-US",
        reducedMotion: "reduce",
        serviceWorkers: offline ? "allow" : "block",
      });
      if (TestRunner.getCurrentTest()) onTestFinished(() => context.close());
      const page = await context.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      return { page, errors };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
