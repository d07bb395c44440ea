import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The folder of the package that a module is of. */
const packageOf = (id: string): string | undefined => id.replace(/^\0/, "").match(/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/)?.[0];

/** Name, version, licence and its text, of a package in a folder. */
function licenceOf(folder: string): { name: string; text: string } {
  // Old packages have a list of licences.
  const {
    name,
    version,
    licenses = [],
    license = licenses.map(({ type }: { type: string }) => type).join(" OR "),
  } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one));
  const own = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
  return { name, text: [`${name} ${version}: ${license}`, own].filter(Boolean).join("\n\n") };
}

const modulesOf = (bundle: Parameters<Extract<NonNullable<Plugin["generateBundle"]>, (...args: never) => unknown>>[1]) =>
  Object.values(bundle).flatMap((item) => (item.type === "chunk" ? item.moduleIds : []));

/** Takes down what goes into a bundle that is made apart, as that of a worker is. */
export const noteModules = (into: Set<string>): Plugin => ({
  name: "note-modules",
  generateBundle(_, bundle) {
    for (const id of modulesOf(bundle)) into.add(id);
  },
});

/** Writes licences.txt beside what is built: of every package that code of is in it, in bundles made apart, or that goes along. */
export const licences = (along: readonly string[] = [], apart: ReadonlySet<string> = new Set()): Plugin => ({
  name: "licences",
  apply: "build",
  generateBundle(_, bundle) {
    const folders = new Set([
      ...[...modulesOf(bundle), ...apart].map(packageOf),
      ...along.map((name) => join(import.meta.dirname, "../../node_modules", name)),
    ]);
    const found = [...folders].filter((folder) => folder !== undefined && existsSync(join(folder, "package.json"))) as string[];
    const texts = found.map(licenceOf).sort((a, b) => (a.name < b.name ? -1 : 1));
    this.emitFile({
      type: "asset",
      fileName: "licences.txt",
      source: `${texts.map(({ text }) => text).join(`\n\n${"-".repeat(80)}\n\n`)}\n`,
    });
  },
});
