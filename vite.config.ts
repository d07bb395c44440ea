import { chmodSync } from "node:fs";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { defineConfig, type Plugin } from "vite";
import { kernels } from "./src/kernels/build.ts";
import { contentPolicy, knownRuns, noMadeCode, offline, policy, recordedRun } from "./src/pages/build.ts";
import { licences, noteModules } from "./src/pages/licences.ts";

/** The command line can be called from the folder it was built in. */
const executable: Plugin = {
  name: "executable",
  writeBundle({ dir }) {
    chmodSync(join(dir as string, "four-circles.js"), 0o755);
  },
};

/** The types of the library in one file that needs no other package. */
const declarations: Plugin = {
  name: "declarations",
  async writeBundle({ dir }) {
    const bundle = await rollup({
      input: "src/library/index.ts",
      plugins: [dts({ respectExternal: true })],
      onwarn: ({ message }) => this.error(`declarations: ${message}`),
    });
    await bundle.write({ file: join(dir as string, "index.d.ts") });
    await bundle.close();
  },
};

/** With these a page may share memory between its threads (docs/hosting.md). */
const isolated = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

const inWorkers = new Set<string>();

/** What goes along is under a permissive licence, all of it. */
const resolve = { alias: { "gzip-js": join(import.meta.dirname, "src/experiment/designs/gunzip.ts") } };

/** `vite` serves and builds the laboratory; `--mode cli` bundles the command line for Node, `--mode library` what `import` gives. */
export default defineConfig(({ mode }) => {
  if (mode === "cli")
    return {
      publicDir: false,
      resolve,
      plugins: [kernels, noMadeCode, executable, licences(["tinypool"])],
      ssr: { noExternal: true, external: ["tinypool"] },
      build: {
        ssr: true,
        outDir: "dist/cli",
        target: "node20",
        emptyOutDir: true,
        minify: false,
        rollupOptions: {
          input: {
            "four-circles": "src/cli/four-circles.ts",
            "run.worker": "src/cli/run.worker.ts",
            "threadGroup.worker": "src/cli/threadGroup.worker.ts",
            "command.worker": "src/cli/command.worker.ts",
            "lock.worker": "src/cli/lock.worker.ts",
            "quarters.worker": "src/cli/class/quarters.worker.ts",
            "table.worker": "src/cli/table.worker.ts",
          },
          // In one folder, so that the pool finds its worker beside itself.
          output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
        },
      },
      logLevel: "warn",
    };
  if (mode === "library")
    return {
      publicDir: false,
      resolve,
      plugins: [kernels, declarations, licences()],
      build: {
        lib: { entry: "src/library/index.ts", formats: ["es"], fileName: "index" },
        outDir: "dist/library",
        target: "es2022",
        emptyOutDir: true,
        minify: false,
        rollupOptions: { checks: { pluginTimings: false } }, // the types take longer than the code
      },
      logLevel: "warn",
    };
  return {
    root: "src/pages",
    resolve,
    base: "./",
    publicDir: "../../public",
    plugins: [kernels, preact(), recordedRun, knownRuns, policy, noMadeCode, licences([], inWorkers), offline],
    worker: { format: "es", plugins: () => [kernels, noMadeCode, noteModules(inWorkers)] },
    // One style sheet, some kilobytes more: a part whose script comes again when it is asked for again would lack its own.
    build: {
      outDir: "../../dist/pages",
      emptyOutDir: true,
      target: "es2023",
      cssCodeSplit: false,
      rollupOptions: { input: ["index.html", "class.html"].map((page) => join(import.meta.dirname, "src/pages", page)) },
    },
    server: { port: 5170, headers: isolated, fs: { allow: [import.meta.dirname] } },
    preview: { port: 5171, headers: { ...isolated, "Content-Security-Policy": contentPolicy } },
  };
});
