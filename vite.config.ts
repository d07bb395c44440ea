import { chmodSync } from "node:fs";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";

/** The command line can be called from the folder it was built in. */
const executable: Plugin = {
  name: "executable",
  writeBundle({ dir }) {
    chmodSync(join(dir as string, "four-circles.js"), 0o755);
  },
};

/** `vite` serves and builds the laboratory; `vite build --mode cli` bundles the command line for Node. */
export default defineConfig(({ mode }) =>
  mode === "cli"
    ? {
        publicDir: false,
        plugins: [executable],
        ssr: { noExternal: true, external: ["tinypool"] },
        build: {
          ssr: true,
          outDir: "dist/cli",
          target: "node20",
          emptyOutDir: true,
          minify: false,
          rollupOptions: {
            input: { "four-circles": "src/cli/four-circles.ts", "job.worker": "src/cli/job.worker.ts" },
            // In one folder, so that the pool finds its worker beside itself.
            output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
          },
        },
        logLevel: "warn",
      }
    : {
        root: "src/pages",
        base: "./",
        publicDir: "../../public",
        plugins: [preact()],
        worker: { format: "es" },
        build: { outDir: "../../dist/pages", emptyOutDir: true, target: "es2023" },
        server: { port: 5170, fs: { allow: [import.meta.dirname] } },
        preview: { port: 5171 },
      },
);
