import type { Source } from "../scenario/index.ts";

/** The file that a path names: the page has no folders but those of districts. */
export function fileNamed(files: Readonly<Record<string, string>>, path: string): Source | undefined {
  const parts = path.split("/");
  const name = [parts.slice(-2).join("/"), parts.at(-1) as string].find((one) => Object.hasOwn(files, one));
  return name === undefined ? undefined : { path: name, text: files[name] };
}
