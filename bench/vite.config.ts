import { defineConfig } from "vite";
import { kernels } from "../src/kernels/build.ts";

/** Bundles the bench for Node, beside the workers and processes that it starts. */
export default defineConfig({
  publicDir: false,
  plugins: [kernels],
  ssr: { external: ["commander", "agentscript", "assemblyscript", "flocc"] },
  build: {
    ssr: true,
    outDir: "dist/bench",
    target: "node20",
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: {
        bench: "bench/bench.ts",
        queue: "bench/queue.ts",
        classroom: "bench/classroom.ts",
        side: "bench/sides/side.ts",
        "ours.worker": "bench/sides/ours.worker.ts",
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
  logLevel: "warn",
});
