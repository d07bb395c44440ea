import type { Agent, AgentDifferences, AgentStates, Force, Story, StoryKind } from "../observation/index.ts";
import type { BaseScenario, Said } from "../scenario/index.ts";
import type { CommunitiesFrame } from "./pictures.ts";
import type { Frame, InspectedKind, Inspection, LoadRequest, NetworkFrame } from "./protocol.ts";

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

/** The baseline of a run: what it would be with other changes, or with none. */
export interface BaselineRequest {
  /** The run from its start. */
  run: LoadRequest;
  /** A checkpoint of another run that was the same up to there; without one the baseline begins at week 0. */
  checkpoint: Uint8Array<ArrayBuffer> | undefined;
  /** Week to run to. */
  to: number;
}

/** All its weeks of measures, or why it cannot be. */
export type Begun = { ok: true; frame: Frame } | { ok: false; message: Said };

/** What the page may ask of the worker of a counterfactual run. Long work tells of its progress week by week. */
export interface CounterfactualApi {
  /** The story of an agent, told by running the world once more. */
  tell(request: TellRequest, progress: (week: number) => void): Story | { message: Said };
  /** Begins the baseline. */
  begin(request: BaselineRequest, progress: (week: number) => void): Promise<Begun>;
  step(weeks: number): Frame;
  /** The organization network in a week. */
  network(week: number): NetworkFrame;
  /** What is known of each community in a week. */
  communities(week: number): CommunitiesFrame;
  inspect(kind: InspectedKind, index: number): Inspection | undefined;
  /** With whom it stands otherwise than in the run that is held against the baseline. */
  differences(first: AgentStates, kind: "resident" | "organization"): AgentDifferences;
  /** The scenario with all interventions, from which a story of this world can be told. */
  present(): BaseScenario;
  digest(): string;
}
