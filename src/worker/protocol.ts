import type { Chances, HolderKind, Phase } from "../engine/index.ts";
import type { PaperIndexEntry } from "../experiment/index.ts";
import type { AgentStates, Measure, StoryKind, Suggestion } from "../observation/index.ts";
import type {
  BaseScenario,
  Bilingual,
  Intervention,
  ObservedValue,
  Outline,
  ParameterEntry,
  PlaceNames,
  Problem,
  Said,
} from "../scenario/index.ts";
import type { Fact } from "../words/index.ts";
import type { Line, Remark } from "../workbook/index.ts";
import type { PictureName, Pictures } from "./pictures.ts";

/** The four circles; what touches none of them belongs to the district. */
export type Circle = "party" | "acquaintance" | "interest" | "industry" | "district";

/** What the page needs to know before anything runs. */
export interface Description {
  /** Version of the program. */
  program: string;
  parameters: ParameterEntry[];
  measures: readonly Measure[];
  /** Mechanisms by id, in the order of the week, each with the first circle that it touches; "district" for none. */
  mechanisms: {
    id: string;
    phase: Phase;
    circle: Circle;
    title: Bilingual;
    summary: Bilingual;
    chances: Readonly<Record<string, Chances>>;
  }[];
  /** Rows of the paper with what holds them. */
  paperIndex: PaperIndexEntry[];
}

export interface LoadRequest {
  /** The scenario file that is chosen, and all that it may extend, by name. */
  file: string;
  files: Record<string, string>;
  seed: string;
  /** Values that differ from the file, by path. */
  changed: Readonly<Record<string, unknown>>;
  /** Interventions beside those of the file. */
  interventions: readonly Intervention[];
}

/** A district that stands in the worker. */
export interface District {
  ok: true;
  title: string;
  titleZh: string;
  /** What the scenario asks, and what to look for; empty where it does not say. */
  question: Bilingual;
  lookFor: Bilingual;
  weeks: number;
  residents: number;
  organizations: number;
  /** Villages are told from urban communities, and the pilot area from the rest, by these flags. */
  communities: { residents: number; village: boolean; treated: boolean }[];
  /** What tables give of its places; undefined where the district is drawn. */
  given?: GivenPlaces | undefined;
  /** What was observed of it, out of its tables. */
  observed: readonly ObservedValue[];
  /** Values of the scenario file, without what was changed, by path of the parameter. */
  values: Record<string, unknown>;
  /** Interventions of the scenario file. */
  interventions: readonly Intervention[];
  buildMilliseconds: number;
}
/** What the tables of a district of one's own give of its places: for the page alone. */
export interface GivenPlaces {
  names: PlaceNames;
  /** [community] boundaries, in metres from the same corner as positions. */
  outlines: readonly (Outline | undefined)[];
  /** Whether all communities have a position. */
  placed: boolean;
  /** Metres by which boundaries and positions lie apart, if it is as GCJ-02 lies from WGS-84. */
  shifted?: number | undefined;
}
export type Loaded = District | { ok: false; problems: Problem[] };

/** A run brought back from a checkpoint. */
export type Reopened =
  | { ok: false; message: Said }
  | {
      ok: true;
      /** Version of the program that wrote it. */
      program: string;
      /** The scenario as a file of its own, and the interventions that it had. */
      text: string;
      seed: string;
      interventions: Intervention[];
      district: District;
      /** All weeks so far. */
      frame: Frame;
    };

/** What came of tables that were to be a district. */
export interface TablesRead {
  remarks: Remark[];
  /** Remarks beyond those. */
  more: number;
  /** Undefined if something keeps the tables from being read. */
  district?:
    | {
        digest: string;
        /** The text that scenarios read. */
        text: string;
        communities: number;
        residents: number;
        organizations: number;
        lines: Line[];
        /** Margins that contradict each other, as sentences. */
        contradictions: Bilingual[];
      }
    | undefined;
}

/** New weeks of measures: rows of as many numbers as there are measures. */
export interface Frame {
  week: number;
  rows: Float64Array<ArrayBuffer>;
}

/** The organization network of a week as columns. Kinds and circles are indexes of nodeKinds and exchangeCircles. */
export interface NetworkFrame {
  /** The week that is shown, and the first that is kept. */
  week: number;
  first: number;
  /** Nodes: organizations that operate or closed within a quarter of a year, and all that they exchange with. */
  kind: Uint8Array<ArrayBuffer>;
  index: Int32Array<ArrayBuffer>;
  community: Int32Array<ArrayBuffer>;
  /** Of organizations, how many of their community, and of their subdistrict, are older: the place that they keep. */
  place: Uint16Array<ArrayBuffer>;
  placeInSubdistrict: Uint16Array<ArrayBuffer>;
  /** 0 operates, 1 was founded within a quarter of a year, 2 closed within one. */
  state: Uint8Array<ArrayBuffer>;
  /** Code of the main role, and of the type. */
  role: Uint8Array<ArrayBuffer>;
  type: Uint8Array<ArrayBuffer>;
  source: Uint32Array<ArrayBuffer>;
  target: Uint32Array<ArrayBuffer>;
  circle: Uint8Array<ArrayBuffer>;
  /** The week from which a tie has held without a break, as far as it was looked at. */
  since: Int32Array<ArrayBuffer>;
  /** [community] place on the ground, subdistrict, and organizations that were ever there, in all weeks so far. */
  x: Float32Array<ArrayBuffer>;
  y: Float32Array<ArrayBuffer>;
  subdistrict: Uint8Array<ArrayBuffer>;
  ever: Uint16Array<ArrayBuffer>;
}

/** The residents of one community as columns, in metres on the ground. */
export interface PeopleFrame {
  /** The week that is shown. */
  week: number;
  community: number;
  first: number;
  x: Float32Array<ArrayBuffer>;
  y: Float32Array<ArrayBuffer>;
  /** 0 under 18, 1 not in the last year, 2 governance, 3 volunteering. */
  participation: Uint8Array<ArrayBuffer>;
  member: Uint8Array<ArrayBuffer>;
  awareness: Uint8Array<ArrayBuffer>;
  motivation: Float32Array<ArrayBuffer>;
  /** Metres to the next. */
  room: Float32Array<ArrayBuffer>;
  buildings: { x: number; y: number; estate: number }[];
  /** Metres on a side of a building. */
  side: number;
}

/** Kinds of agents that have a card. */
export type InspectedKind = Exclude<HolderKind, "outside">;

export interface Inspection {
  kind: InspectedKind;
  index: number;
  week: number;
  /** Facts in the order in which to show them. */
  facts: Fact[];
  /** Others tied to it, by circle. */
  ties: { circle: "party" | "acquaintance" | "interest" | "industry" | "government"; kind: InspectedKind; index: number; core?: boolean }[];
  /** Matters that it raised, is party to or handles, or that stand in the community, as they are: the newest first, at most 60. */
  matters: { serial: number; type: number; state: number; raised: number }[];
}

/** What the page may ask of the worker. Problems cross as data. */
export interface LaboratoryApi {
  describe(): Description;
  /** Builds a district in the place of the one that stands, which stays if there is something wrong with the request. */
  load(request: LoadRequest): Loaded;
  /** Runs weeks, but not past the end. */
  step(weeks: number): Frame;
  picture<K extends PictureName>(name: K, ask: Pictures[K]["ask"]): Pictures[K]["frame"];
  /** Puts all interventions, those of the file included, in the place of those before; weeks past stay as they ran. */
  schedule(interventions: readonly Intervention[]): { ok: true } | { ok: false; problems: Problem[] };
  /** The network of all weeks so far as GEXF with time. */
  networkGexf(): string;
  /** The whole run in the bytes of a checkpoint file. */
  checkpoint(): Uint8Array<ArrayBuffer>;
  /** Puts the run of a checkpoint in the place of the one that stands, which stays if it cannot be read. */
  restore(bytes: Uint8Array<ArrayBuffer>): Reopened;
  /** The scenario file with what was changed, comments kept. */
  write(request: LoadRequest): string;
  inspect(kind: InspectedKind, index: number): Inspection | undefined;
  /** How many of a kind there have been so far. */
  agents(kind: StoryKind): number;
  /** Whose story is worth telling by now, and why. */
  suggestions(): Suggestion[];
  /** The scenario with all interventions: enough to run the same once more. */
  present(): BaseScenario;
  /** How it stands with every resident and organization, to be compared with another world. */
  agentStates(): AgentStates;
  digest(): string;
}
