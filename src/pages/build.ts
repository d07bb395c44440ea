import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Plugin, runnerImport } from "vite";

const root = join(import.meta.dirname, "../..");
const WEEKS = 104;

async function recorded(): Promise<string> {
  const file = "community.yaml";
  const { module } = await runnerImport<typeof import("../worker/recordedRun.ts")>(join(root, "src/worker/recordedRun.ts"), {
    root,
    configFile: false,
    logLevel: "error",
  });
  return JSON.stringify(await module.recordRun(file, readFileSync(join(root, "scenarios", file), "utf8"), WEEKS));
}

/** One run, recorded from the engine as it is, for the first chart of a first visit. */
export const recordedRun: Plugin = {
  name: "recorded-run",
  configureServer(server) {
    server.middlewares.use("/recorded-run.json", (_, response) => {
      void recorded().then((json) => response.setHeader("content-type", "application/json").end(json));
    });
  },
  async generateBundle() {
    this.emitFile({ type: "asset", fileName: "recorded-run.json", source: await recorded() });
  },
};

/**
 * What the built page may do: run its own scripts, none of them written into a page or made from text, and speak to the host that it
 * comes from. Styles may be written into elements, as charts do; WebAssembly is for draws (src/random/philoxRange.ts), blob: and
 * data: for pictures that are saved.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Writes the policy into the built page, for hosts that send no headers of one's own. */
export const policy: Plugin = {
  name: "policy",
  apply: "build",
  transformIndexHtml: () => [
    { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: contentPolicy }, injectTo: "head-prepend" as const },
  ],
};

/** Zod makes code out of schemas where it can. It is not to try: browsers report what a policy forbids. */
export const noMadeCode: Plugin = {
  name: "no-made-code",
  transform: {
    filter: { id: /zod\/v4\/core\/core\.js$/ },
    handler: (code) => `${code}\nglobalConfig.jitless = true;\n`,
  },
};

const sumOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/**
 * The service worker of a build.
 *
 * @param contents  of all files by path; that of the page is "./"
 */
export function serviceWorker(contents: ReadonlyMap<string, string | Uint8Array>): string {
  const code = readFileSync(join(root, "src/pages/offline/serviceWorker.js"), "utf8");
  const files = [...contents].map(([path, content]) => [path, sumOf(content)]);
  const version = sumOf(JSON.stringify(files) + code).slice(0, 12);
  return `const version = ${JSON.stringify(version)};\nconst files = ${JSON.stringify(files)};\n${code}`;
}

/** The service worker, with the list of all files of the build. */
export const offline: Plugin = {
  name: "offline",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const contents = new Map<string, string | Uint8Array>([["icon.svg", readFileSync(join(root, "public/icon.svg"))]]);
      for (const item of Object.values(bundle)) {
        if (item.fileName.endsWith(".map")) continue;
        contents.set(item.fileName === "index.html" ? "./" : item.fileName, item.type === "chunk" ? item.code : item.source);
      }
      if (!contents.has("./")) this.error("offline: the bundle has no page.");
      this.emitFile({ type: "asset", fileName: "sw.js", source: serviceWorker(contents) });
    },
  },
};
