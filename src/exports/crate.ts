/** Who publishes what under which terms, and when. */
export interface Publication {
  title: string;
  description: string;
  /** The day of publication, such as 2026-11-27. */
  date: string;
  /** Address of a licence, best that of SPDX. */
  license: string;
  /** Names of people or organizations. */
  authors: readonly string[];
}

export interface CrateFile {
  /** Path in the folder. */
  path: string;
  /** What it is, in a line. */
  what: string;
  bytes: number;
  /** SHA-256. */
  sha256: string;
}

/** The file that makes a folder a research object. */
export const CRATE_FILE = "ro-crate-metadata.json";

const SPECIFICATION = "https://w3id.org/ro/crate/1.1";

const formats: Readonly<Record<string, string>> = {
  csv: "text/csv",
  html: "text/html",
  json: "application/json",
  md: "text/markdown",
  parquet: "application/vnd.apache.parquet",
  svg: "image/svg+xml",
  yaml: "application/yaml",
};
const formatOf = (path: string) => formats[path.split(".").at(-1) as string] ?? "application/octet-stream";

const id = (of: string) => ({ "@id": of });

/**
 * The description of a folder as a Research Object Crate 1.1 (JSON-LD; Soiland-Reyes et al. 2022, doi:10.3233/DS-210053):
 * its files with their checksums, and that this program made the results from the scenario.
 *
 * @param made  which of the files the program computed, and from which
 */
export function crateMetadata(
  { title, description, date, license, authors }: Publication,
  files: readonly CrateFile[],
  made: { from: readonly string[]; results: readonly string[]; version: string; node: string | undefined },
): string {
  const people = authors.map((name) => ({ "@id": `#${encodeURIComponent(name)}`, "@type": "Person", name }));
  const graph = [
    { "@id": CRATE_FILE, "@type": "CreativeWork", conformsTo: id(SPECIFICATION), about: id("./") },
    {
      "@id": "./",
      "@type": "Dataset",
      name: title,
      description,
      datePublished: date,
      license: id(license),
      ...(people.length > 0 ? { author: people.map((one) => id(one["@id"])) } : {}),
      hasPart: files.map(({ path }) => id(path)),
      mentions: id("#computed"),
    },
    { "@id": license, "@type": "CreativeWork", name: license.split("/").at(-1) },
    ...people,
    ...files.map(({ path, what, bytes, sha256 }) => ({
      "@id": path,
      "@type": "File",
      name: what,
      encodingFormat: formatOf(path),
      contentSize: String(bytes),
      sha256,
    })),
    {
      "@id": "#four-circles",
      "@type": "SoftwareApplication",
      name: "four-circles",
      version: made.version,
      ...(made.node === undefined ? {} : { softwareRequirements: `Node.js; these were made on ${made.node}` }),
    },
    {
      "@id": "#computed",
      "@type": "CreateAction",
      name: "Results computed from the scenario",
      instrument: id("#four-circles"),
      object: made.from.map(id),
      result: made.results.map(id),
    },
  ];
  const context = [`${SPECIFICATION}/context`, { sha256: "https://w3id.org/ro/terms/workflow-run#sha256" }];
  return `${JSON.stringify({ "@context": context, "@graph": graph }, null, 2)}\n`;
}
