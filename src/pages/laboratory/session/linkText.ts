import { type Intervention, maySchedule, mostBytes } from "../../../scenario/index.ts";
import type { Changes } from "./scenario.ts";

/** What a link says of a run: enough to run it again, and to know whether it is the same. */
export interface LinkedRun {
  /** Scenario file; with its text if the laboratory does not bring it along. */
  file: string;
  text?: string;
  seed: string;
  changed: Readonly<Record<string, unknown>>;
  interventions: readonly Intervention[];
  /** What the run that it is held against has instead. */
  baseline: Changes;
  week: number;
  /** First digits of the digest of the state at the end of that week. */
  digest: string;
  /** Version of the program. */
  program: string;
}

export type LinkFault = "linkVersion" | "linkScenario" | "linkWeek" | "linkText" | "linkLarge" | "linkEntry" | "linkDigest";
export type Decoded = { ok: true; run: LinkedRun } | { ok: false; fault: LinkFault; at: string };

const VERSION = "1";
export const DIGITS = 16;

/**
 * Writes a run as the query of a link: its version, then key=value.
 *
 *   1&scenario=community&seed=7&rigidity=0.8&partyBuilding@53=off&week=104&digest=0123456789abcdef&program=0.1.0
 *
 * A key with @week is an intervention, with @week:treated or @week:0,3 one of some communities. Lists are written 1,2,3.
 * What the run is held against has the same with base: before it, or nothing.
 */
export async function encodeLink(run: LinkedRun): Promise<string> {
  const entries: [string, string][] = [
    ["scenario", run.file.replace(/\.yaml$/, "")],
    ["seed", run.seed],
    ...entriesOf(run),
    ["week", String(run.week)],
    ["digest", run.digest.slice(0, DIGITS)],
    ["program", run.program],
    ...entriesOf(run.baseline).map(([key, value]): [string, string] => [`${BASE}${key}`, value]),
    ...(run.text === undefined ? [] : [["text", await packed(run.text)] as [string, string]]),
  ];
  return [VERSION, ...entries.map(([key, value]) => `${escaped(key)}=${escaped(value)}`)].join("&");
}

const BASE = "base:";
const entriesOf = ({ changed, interventions }: Changes): [string, string][] => [
  ...Object.entries(changed).map(([path, value]): [string, string] => [path, written(value)]),
  ...interventions.map(({ week, path, value, communities }): [string, string] => [
    `${path}@${week}${communities === undefined ? "" : `:${written(communities)}`}`,
    written(value),
  ]),
];

/** Links of before had the run of the baseline, and of the other run what was otherwise in it: other=week, other:path=value. */
const OTHER = "other";

/** Reads a link, or says what is wrong with it. */
export async function decodeLink(query: string): Promise<Decoded> {
  const fault = (kind: LinkFault, at: string): Decoded => ({ ok: false, fault: kind, at });
  const [version, ...entries] = query.split("&");
  if (version !== VERSION) return fault("linkVersion", version);
  const run = { file: "", seed: "1", week: 0, digest: "", program: "" };
  const [own, base] = [new Gathered(), new Gathered()];
  const other = { at: 0, changes: [] as [path: string, value: unknown][] };
  let text: string | undefined;
  for (const entry of entries) {
    const at = entry.indexOf("=");
    let [key, value] = [entry.slice(0, at), entry.slice(at + 1)];
    try {
      [key, value] = [decodeURIComponent(key), decodeURIComponent(value)];
    } catch {
      return fault("linkEntry", entry);
    }
    if (at < 1) return fault("linkEntry", entry);
    if (key === "scenario") run.file = /\.\w+$/.test(value) ? value : `${value}.yaml`;
    else if (key === "seed" || key === "digest" || key === "program") run[key] = value;
    else if (key === "week") {
      if (!/^\d{1,4}$/.test(value)) return fault("linkWeek", value);
      run.week = Number(value);
    } else if (key === "text") {
      const found = await unpacked(value);
      if (found === "large") return fault("linkLarge", `${mostBytes / 2 ** 20} MB`);
      if (found === undefined) return fault("linkText", value.slice(0, 12));
      text = found.text;
    } else if (key === OTHER) {
      if (!/^[1-9]\d{0,3}$/.test(value)) return fault("linkWeek", value);
      other.at = Number(value);
    } else if (key.startsWith(`${OTHER}:`)) {
      if (key !== `${OTHER}:seed`) other.changes.push([key.slice(OTHER.length + 1), read(value)]);
    } else {
      const based = key.startsWith(BASE);
      const wrong = (based ? base : own).take(based ? key.slice(BASE.length) : key, value);
      if (wrong !== undefined) return fault("linkWeek", wrong);
    }
  }
  if (run.file === "") return fault("linkScenario", "");
  if (run.digest !== "" && !new RegExp(`^[0-9a-f]{${DIGITS}}$`).test(run.digest)) return fault("linkDigest", run.digest);
  const changes = own.all();
  const compared = other.at > 0;
  for (const [path, value] of compared ? other.changes : []) own.add(path, value, other.at);
  return {
    ok: true,
    run: {
      ...run,
      ...own.all(),
      baseline: compared ? changes : base.all(),
      ...(compared ? { digest: "" } : {}), // it was that of the baseline
      ...(text === undefined ? {} : { text }),
    },
  };
}

/** What is set from the start and what is changed later, as a link tells of it. */
class Gathered {
  private readonly changed: [path: string, value: unknown][] = [];
  private readonly interventions: Intervention[] = [];

  /** @returns the week that is none, if that is what the key names */
  take(key: string, value: string): string | undefined {
    if (!key.includes("@")) {
      this.changed.push([key, read(value)]);
      return undefined;
    }
    const [path, when] = key.split("@");
    const [week, where] = when.split(":");
    if (!/^[1-9]\d{0,3}$/.test(week)) return when;
    const communities = where === undefined ? {} : { communities: readCommunities(where) };
    this.interventions.push({ week: Number(week), path, value: read(value) as Intervention["value"], ...communities });
    return undefined;
  }

  /** A change from a week on, or from the start if no week can bring it. */
  add(path: string, value: unknown, week: number): void {
    if (maySchedule(path)) this.interventions.push({ week, path, value: value as Intervention["value"] });
    else this.changed.push([path, value]);
  }

  // Entries, not assignments: a path may be “__proto__”, and is refused with its name when the scenario is read.
  all = (): Changes => ({ changed: Object.fromEntries(this.changed), interventions: [...this.interventions] });
}

/** As in a query, but what is harmless there stays readable. */
const escaped = (text: string): string => encodeURIComponent(text).replace(/%(2C|3A|40|2F)/g, (code) => decodeURIComponent(code));

function written(value: unknown): string {
  if (Array.isArray(value)) return value.length === 1 ? `${value[0]},` : value.join(",");
  return typeof value === "string" && read(value) !== value ? JSON.stringify(value) : String(value);
}

function read(text: string): unknown {
  if (/^-?[\d.]+(e[-+]?\d+)?$/i.test(text) && !Number.isNaN(Number(text))) return Number(text);
  if (/^[-\d.e+]+(,[-\d.e+]*)+$/i.test(text)) return text.replace(/,$/, "").split(",").map(Number);
  if (text === "true" || text === "false") return text === "true";
  if (/^".*"$/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  return text;
}

const readCommunities = (text: string): Intervention["communities"] =>
  text === "treated" ? "treated" : text.split(",").filter(Boolean).map(Number);

/** A text pressed into letters that a link may hold. */
export async function packed(text: string): Promise<string> {
  const bytes = (await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"))) as Uint8Array;
  let letters = "";
  for (let at = 0; at < bytes.length; at += AT_ONCE) letters += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Bytes that are handed over as arguments of one call: engines take some ten thousands. */
const AT_ONCE = 8192;

/** The text in such letters; a few hundred of them may stand for hundreds of megabytes, of which no more are unpacked than a text has. */
export async function unpacked(letters: string): Promise<{ text: string } | "large" | undefined> {
  try {
    const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    const whole = await through(bytes, new DecompressionStream("deflate-raw"), mostBytes);
    return whole ? { text: new TextDecoder().decode(whole) } : "large";
  } catch {
    return undefined;
  }
}

/** What a stream makes of bytes; undefined as soon as there is more of it than wanted. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    parts.push(value);
    length += value.length;
    if (length <= most) continue;
    await reader.cancel();
    return undefined;
  }
}
