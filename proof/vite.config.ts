import { defineConfig } from "vite";
import { kernels } from "../src/kernels/build.ts";

/** `--mode alone` bundles the cases into one script for any engine, else the program that has engines run them. */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  plugins: [kernels],
  build:
    mode === "alone"
      ? {
          lib: { entry: "proof/alone.ts", formats: ["iife"], name: "proof", fileName: () => "alone.js" },
          outDir: "dist/proof",
          target: "es2022",
          emptyOutDir: true,
          minify: false,
        }
      : {
          ssr: true,
          outDir: "dist/proof",
          target: "node20",
          emptyOutDir: false,
          minify: false,
          rollupOptions: {
            input: {
              proof: "proof/proof.ts",
              fuzz: "proof/fuzz/fuzz.ts",
              "fuzz.worker": "proof/fuzz/fuzz.worker.ts",
              corpus: "proof/corpus.ts",
              kills: "proof/kills/kills.ts",
              soak: "proof/soak/soak.ts",
            },
            output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
          },
        },
  ssr: { external: ["commander", "playwright", "puppeteer-core", "webdriver", "vite", "@sparticuz/chromium"] },
  logLevel: "warn" as const,
}));
