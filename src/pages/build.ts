import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Plugin, runnerImport } from "vite";
import { kernels } from "../kernels/build.ts";

const root = join(import.meta.dirname, "../..");
/** The scenario that the laboratory opens with (session/scenario.ts), and how much of it is recorded. */
const RECORDED = "paper-district.yaml";
const WEEKS = 104;

const sumOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** All that a recording depends on, so that it is made anew only when the model changes. */
function sumOfModel(): string {
  const sums = ["src", "scenarios"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(ts|yaml)$/.test(file) && !/^(cli|pages|views|words|library|exports)\b/.test(file))
      .sort()
      .map((file) => `${file} ${sumOf(readFileSync(join(root, folder, file)))}`),
  );
  return sumOf([RECORDED, WEEKS, ...sums].join("\n")).slice(0, 16);
}

/** The recorded run and one resident's decision, as JSON. */
async function recorded(): Promise<{ run: string; decision: string }> {
  const folder = join(root, "node_modules/.cache/four-circles");
  const kept = join(folder, `recorded-${sumOfModel()}.json`);
  try {
    return JSON.parse(readFileSync(kept, "utf8"));
  } catch {} // not made yet
  const { module } = await runnerImport<typeof import("../worker/recordedRun.ts")>(join(root, "src/worker/recordedRun.ts"), {
    root,
    configFile: false,
    plugins: [kernels],
    logLevel: "error",
  });
  const names = readdirSync(join(root, "scenarios")).filter((file) => file.endsWith(".yaml"));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(root, "scenarios", name), "utf8")]));
  const { run, decision } = await module.recordRun(RECORDED, files, WEEKS);
  const made = { run: JSON.stringify(run), decision: JSON.stringify(decision) };
  mkdirSync(folder, { recursive: true });
  writeFileSync(kept, JSON.stringify(made));
  return made;
}

/** One run, recorded from the engine as it is, for the first picture and the first chart of a first visit. */
export const recordedRun: Plugin = {
  name: "recorded-run",
  configureServer(server) {
    for (const part of ["run", "decision"] as const)
      server.middlewares.use(`/recorded-${part}.json`, (_, response) => {
        void recorded().then((json) => response.setHeader("content-type", "application/json").end(json[part]));
      });
  },
  async generateBundle() {
    const { run, decision } = await recorded();
    this.emitFile({ type: "asset", fileName: "recorded-run.json", source: run });
    this.emitFile({ type: "asset", fileName: "recorded-decision.json", source: decision });
  },
};

/** One in so many of the known runs goes with the page: as many as a person waits for. */
const ONE_IN = 10;

/** Known runs by which a browser tests itself. */
export const knownRuns: Plugin = {
  name: "known-runs",
  configureServer(server) {
    server.middlewares.use("/known-runs.bin", (_, response) => void response.end(fewKnownRuns()));
  },
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "known-runs.bin", source: fewKnownRuns() });
  },
};

function fewKnownRuns(): Buffer {
  const lines = gunzipSync(readFileSync(join(root, "scenarios/corpus.bin")))
    .toString()
    .trimEnd()
    .split("\n");
  return gzipSync(`${lines.filter((_, k) => k % ONE_IN === 0).join("\n")}\n`, { level: 9 });
}

/**
 * What the built page may do: run its own scripts, none of them written into a page or made from text, and speak to the host that it
 * comes from. Styles may be written into elements, as charts do; WebAssembly is for draws (src/random/philoxRange.ts) and kernels (src/kernels), blob: and
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
  transformIndexHtml: (_, { path }) => {
    // A class has a line to its server, which older browsers do not count as the page's own host.
    const content = path.endsWith("class.html")
      ? contentPolicy.replace("connect-src 'self'", "connect-src 'self' ws: wss:")
      : contentPolicy;
    return [{ tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content }, injectTo: "head-prepend" as const }];
  },
};

/** Zod makes code out of schemas where it can. It is not to try: browsers report what a policy forbids. */
export const noMadeCode: Plugin = {
  name: "no-made-code",
  transform: {
    filter: { id: /zod\/v4\/core\/core\.js$/ },
    handler: (code) => `${code}\nglobalConfig.jitless = true;\n`,
  },
};

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
      const unchanged = readdirSync(join(root, "public"));
      const contents = new Map<string, string | Uint8Array>(unchanged.map((name) => [name, readFileSync(join(root, "public", name))]));
      for (const item of Object.values(bundle)) {
        if (item.fileName.endsWith(".map")) continue;
        contents.set(item.fileName === "index.html" ? "./" : item.fileName, item.type === "chunk" ? item.code : item.source);
      }
      if (!contents.has("./")) this.error("offline: the bundle has no page.");
      this.emitFile({ type: "asset", fileName: "sw.js", source: serviceWorker(contents) });
    },
  },
};
