import type { Decision } from "../random/index.ts";
import type { Bilingual } from "../scenario/index.ts";
import type { HolderKind } from "./ledger.ts";
import type { Mechanism } from "./mechanism.ts";
import type { TableAgent } from "./tables.ts";

/** Kinds of agents that draws can be about: holders of accounts by their row, matters by their serial. */
export type AgentKind = HolderKind | TableAgent;

/** What a chance decides: about which kind of agent, and in words ("is asked to take part"). */
export interface Chance extends Bilingual {
  readonly of: AgentKind;
}

/** The chances of one stream by index of the draw; a draw without an entry has that of the nearest index below it. */
export type Chances = Readonly<Record<number, Chance>>;

/** What a draw of a stream decides; undefined if the mechanism does not say. */
export function chanceAt(chances: Chances | undefined, draw: number): Chance | undefined {
  for (let d = draw; d >= 0; d--) if (chances?.[d]) return chances[d];
  return undefined;
}

/** What a mechanism knows beyond what it changes: why an agent decided, who told whom. */
export interface Remark {
  readonly kind: AgentKind;
  readonly index: number;
  /** What is remarked, a key of the words of stories. */
  readonly what: string;
  readonly values: Readonly<Record<string, number>>;
  /** Others whom it names. */
  readonly whom?: readonly { kind: AgentKind; index: number }[];
}

/**
 * Someone who looks on while weeks are run. Looking on draws nothing and changes nothing; an observer may force a
 * decision to ask what would have been, and then it is another run.
 */
export interface Observer {
  /** Whether decisions about an agent are to be told this week. */
  watches(kind: AgentKind, index: number): boolean;
  /** A draw has decided; the outcome returned holds. */
  decide(mechanism: Mechanism, stream: string, decision: Decision): number;
  remark(remark: Remark): void;
}

export type { Decision };
