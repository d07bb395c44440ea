import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

/** `vite` serves and builds the laboratory; `vite build --mode cli` bundles the command line for Node. */
export default defineConfig(({ mode }) =>
  mode === "cli"
    ? {
        publicDir: false,
        ssr: { noExternal: true },
        build: { ssr: "src/cli/four-circles.ts", outDir: "dist/cli", target: "node20", emptyOutDir: true, minify: false },
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
