import type { Agent, AgentDifferences, AgentStates, Force, Story, StoryKind } from "../observation/index.ts";
import type { BaseScenario, Intervention, Said } from "../scenario/index.ts";
import type { CommunitiesFrame } from "./pictures.ts";
import type { Frame, InspectedKind, Inspection, NetworkFrame, PeopleFrame } from "./protocol.ts";

/** Where a counterfactual run begins: at week 0 of a scenario, or at a checkpoint of the first. */
export type Start = BaseScenario | Uint8Array;

export interface TellRequest {
  start: Start;
  agent: Agent<StoryKind>;
  /** Weeks that pass before the story begins, and the last that it tells. */
  from: number;
  to: number;
  force?: Force | undefined;
}

/** What is otherwise in the counterfactual run: interventions of weeks, or what is so from the start. */
export interface BranchRequest {
  start: Start;
  interventions: readonly Intervention[];
  /** Values set from week 0 on, by path; such a world begins at week 0. */
  set: Readonly<Record<string, unknown>>;
  /** Week to which the first world has come. */
  to: number;
}

export type Branched = { ok: true; frame: Frame } | { ok: false; message: Said };

/** What the page may ask of the worker of a counterfactual run. Long work tells of its progress week by week. */
export interface CounterfactualApi {
  /** The story of an agent, told by running the world once more. */
  tell(request: TellRequest, progress: (week: number) => void): Story | { message: Said };
  /** A world that is otherwise; all its weeks of measures. */
  branch(request: BranchRequest, progress: (week: number) => void): Branched;
  /** Takes over the interventions of the first world; the changes that make this one another stay. */
  adopt(interventions: readonly Intervention[]): void;
  step(weeks: number): Frame;
  /** The organization network in a week. */
  network(week: number): NetworkFrame;
  people(community: number): PeopleFrame;
  /** What is known of each community in a week. */
  communities(week: number): CommunitiesFrame;
  inspect(kind: InspectedKind, index: number): Inspection | undefined;
  /** With whom it stands otherwise than in the first world. */
  differences(first: AgentStates, kind: "resident" | "organization"): AgentDifferences;
  /** The scenario with all interventions, from which a story of this world can be told. */
  present(): BaseScenario;
  digest(): string;
}
