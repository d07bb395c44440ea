import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
/** A project of someone who has installed the package from its tarball, without network. */
const project = mkdtempSync(join(tmpdir(), "four-circles-project-"));
const installed = join(project, "node_modules/four-circles");

let tarball = "";

const call = async (command: string, ...args: string[]) =>
  (
    await promisify(execFile)(command, args, { cwd: project, maxBuffer: 1e8 }).catch((error) =>
      Promise.reject(new Error(`${error.message}\n${error.stdout}`)),
    )
  ).stdout;

/** The code of docs/library.md. */
const example = [...readFileSync(join(root, "docs/library.md"), "utf8").matchAll(/```ts\n([\s\S]*?)```/g)]
  .map(([, code]) => code)
  .join("\n");

beforeAll(async () => {
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "project", private: true, type: "module" }));
  const packed = JSON.parse(await call("npm", "pack", root, "--json", "--ignore-scripts", "--pack-destination", project));
  tarball = join(project, packed[0].filename);
  await call("npm", "install", "--offline", "--no-audit", "--no-fund", tarball);
});

describe("the packed program", () => {
  it("holds what it needs and nothing else, and asks for no other package", async () => {
    expect(readdirSync(installed).sort()).toEqual(["LICENSE", "README.md", "dist", "lessons", "node_modules", "package.json", "scenarios"]);
    expect(readdirSync(join(installed, "dist")).sort()).toEqual(["cli", "library", "pages"]);
    expect(readdirSync(join(installed, "node_modules"))).toEqual(["tinypool"]);
    expect(readdirSync(join(project, "node_modules")).sort()).toEqual([".bin", ".package-lock.json", "four-circles"]);
  });

  it("says of all code that comes along under which licence it stands, each of them permissive", () => {
    for (const part of ["cli", "library", "pages"]) {
      const text = readFileSync(join(installed, "dist", part, "licences.txt"), "utf8");
      const found = [...text.matchAll(/^(@?[\w./-]+) (\d+\.\d+\.\d\S*): (.*)$/gm)];
      expect(found.map(([, name]) => name)).toEqual(expect.arrayContaining(part === "cli" ? ["tinypool", "zod", "yaml"] : ["zod", "yaml"]));
      for (const [line, , , licence] of found)
        expect(licence, line).toMatch(/^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|BlueOak-1\.0\.0)$/);
    }
  });

  it.each(["cli", "library"])("names every package whose code was written into %s", (part) => {
    const folder = join(installed, "dist", part);
    const code = readdirSync(folder)
      .filter((name) => name.endsWith(".js"))
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("\n");
    const within = new Set([...code.matchAll(/^\s*\/\/ \S*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(([, name]) => name));
    expect(within.size).toBeGreaterThan(5);
    const licences = readFileSync(join(folder, "licences.txt"), "utf8");
    for (const name of within) expect(licences).toMatch(new RegExp(`^${name} \\d`, "m"));
  });

  it("is not larger than SECURITY.md says, and tests the machine's engine", async () => {
    const [, megabytes] = readFileSync(join(root, "SECURITY.md"), "utf8").match(/The package is (\d+(?:\.\d+)?) MB/) as RegExpMatchArray;
    expect(statSync(tarball).size / 1e6).toBeLessThan(Number(megabytes) * 1.1);
    expect(await call("npx", "--no-install", "four-circles", "selftest", "--runs", "20")).toContain(
      "20 of 20 random scenarios end in the digests",
    );
  });

  it("runs its command and its library to the same digests, and the example of the documentation passes the type checker", async () => {
    expect(example).toContain("simulate(");
    writeFileSync(join(project, "example.ts"), example);
    const compilerOptions = { strict: true, exactOptionalPropertyTypes: true, target: "es2022", lib: ["es2022", "dom"], types: [] };
    writeFileSync(
      join(project, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { ...compilerOptions, module: "nodenext" }, files: ["example.ts"] }),
    );
    await call("node", join(root, "node_modules/typescript/bin/tsc"));
    const text = await call("node", "example.js");
    const run = [
      "run",
      "community",
      "--set",
      "title=x",
      "--set",
      "partyBuilding=off",
      "--set",
      "population.residents=400",
      "--seed",
      "x",
      "--weeks",
      "10",
    ];
    const { digest } = JSON.parse(await call("npx", "--no-install", "four-circles", ...run, "--json"));
    expect(text).toContain(digest.state);
    expect(text).toContain("week 5: 0.");
    expect(text).toContain("2 rigidity Write a number from 0 to 1");
    expect(text).toContain("rigidity is 4");
  });

  it("runs a batch of runs on worker threads", async () => {
    const few = ["neutrality", "community", "--draws", "2", "--replicates", "2", "--weeks", "4", "--threads", "2", "--json"];
    expect(JSON.parse(await call("npx", "--no-install", "four-circles", ...few)).length).toBeGreaterThan(0);
  });
});

describe("the library in a bundler", () => {
  it("is bundled for the browser without a warning and without a module of Node, and gives the same digest", async () => {
    const entry = `import { simulate } from "four-circles";\nexport const digest = async () => (await simulate("community", { weeks: 3 })).digest.state;\n`;
    mkdirSync(join(project, "src"));
    writeFileSync(join(project, "src/entry.ts"), entry);
    const warnings: string[] = [];
    await build({
      root: project,
      configFile: false,
      logLevel: "silent",
      build: {
        lib: { entry: "src/entry.ts", formats: ["es"], fileName: "bundle" },
        rollupOptions: { onwarn: ({ message }) => warnings.push(message) },
      },
    });
    expect(warnings).toEqual([]);
    const bundle = join(project, "dist/bundle.js");
    expect(existsSync(bundle)).toBe(true);
    expect(readFileSync(bundle, "utf8")).not.toMatch(/^import|\bfrom ?["'](node:|crypto|fs|path)|require\(["']/m);
    writeFileSync(join(project, "check.mjs"), 'import { digest } from "./dist/bundle.js";\nconsole.log(await digest());\n');
    const { digest } = JSON.parse(await call("npx", "--no-install", "four-circles", "run", "community", "--weeks", "3", "--json"));
    expect((await call("node", "check.mjs")).trim()).toBe(digest.state);
  });
});
