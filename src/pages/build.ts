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

/** The service worker, with the list of all files of the build. */
export const offline: Plugin = {
  name: "offline",
  enforce: "post",
  generateBundle(_, bundle) {
    const files = ["./", "icon.svg", ...Object.keys(bundle).filter((name) => name !== "index.html" && !name.endsWith(".map"))];
    const hash = createHash("sha256");
    for (const item of Object.values(bundle)) hash.update(item.type === "chunk" ? item.code : item.source);
    const code = readFileSync(join(root, "src/pages/offline/serviceWorker.js"), "utf8");
    const head = `const version = ${JSON.stringify(hash.digest("hex").slice(0, 12))};\nconst files = ${JSON.stringify(files)};\n`;
    this.emitFile({ type: "asset", fileName: "sw.js", source: head + code });
  },
};
