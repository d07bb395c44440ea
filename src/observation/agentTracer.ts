import { exchangeCircles, nodeKinds } from "../circles/index.ts";
import {
  type AgentKind,
  agentTables,
  chanceAt,
  type Decision,
  holderKinds,
  type Mechanism,
  type Observer,
  type Remark,
  type Resource,
  resources,
  type World,
} from "../engine/index.ts";
import type { Table, TableSpec } from "../population/index.ts";
import {
  type Agent,
  type AgentEvent,
  type Change,
  type DrawRecord,
  type MatterChange,
  type Move,
  type StoryKind,
  type TieChange,
  turns,
} from "./story.ts";

/** A draw whose outcome is forced, to ask what would have been. */
export interface Force {
  readonly week: number;
  readonly mechanism: string;
  readonly stream: string;
  readonly key: number;
  readonly draw: number;
  readonly outcome: number;
}

const RESOURCES = resources.length;
const resourceUnits: Record<Resource, string> = {
  money: "yuan",
  volunteerTime: "minutes",
  staffTime: "minutes",
  expertTime: "minutes",
  credits: "minutes",
  site: "hours",
};

/** The table of a kind of agents. */
export const tableOf = (world: World, kind: StoryKind): Table<TableSpec> => world[agentTables[kind]];

/** The code of a kind of agents among holders of accounts; -1 for those who hold none. */
const holderCode = (kind: AgentKind): number => (holderKinds as readonly AgentKind[]).indexOf(kind);

/** How many of a kind there have been so far: their numbers are below that. */
export const agentsOf = (world: World, kind: StoryKind): number =>
  kind === "matter" ? world.district.columns.matters[0] : tableOf(world, kind).rows;

/**
 * Watches one agent while weeks are run: after every mechanism it compares the agent's row, accounts, ties and matters
 * with what they were, and notes the draws that decided about it, what was moved to it and from it, and remarks.
 *
 * It draws nothing and writes nothing to the world. The ledger of a watched world tells it of its moves.
 */
export class AgentTracer implements Observer {
  readonly events: AgentEvent[] = [];
  readonly agent: Agent<StoryKind>;
  private readonly world: World;
  private readonly force: Force | undefined;
  private readonly columns: { column: string; place: number; unit: string; at: number }[] = [];
  private readonly fills: number[] = [];
  private readonly row: Float64Array;
  private readonly now: Float64Array;
  private ties = new Map<string, boolean>();
  private matters = new Map<number, MatterChange>();
  private draws: DrawRecord[] = [];
  private moves: Move[] = [];
  private remarks: Remark[] = [];
  private awake = false;
  private week = 0;

  constructor(world: World, agent: Agent<StoryKind>, force?: Force) {
    this.world = world;
    this.agent = agent;
    this.force = force;
    for (const [column, { width, fill, unit }] of Object.entries(tableOf(world, agent.kind).spec)) {
      for (let place = 0; place < width; place++) {
        this.columns.push({ column, place, unit, at: width });
        this.fills.push(fill);
      }
    }
    if (agent.kind !== "matter") {
      for (const [place, resource] of resources.entries()) {
        this.columns.push({ column: `account.${resource}`, place: 0, unit: resourceUnits[resource], at: place });
        this.fills.push(0);
      }
    }
    this.row = Float64Array.from(this.fills);
    this.now = new Float64Array(this.row.length);
    this.listen();
  }

  /** Begins a week. From now on everything is noted. */
  begin(week: number): void {
    this.week = week;
    if (this.awake) return;
    this.awake = true;
    this.read(this.row);
    this.ties = this.readTies();
    this.matters = this.readMatters();
  }

  /** A week that is only passed through. */
  pass(week: number): void {
    this.week = week;
  }

  /** The agent's row as it was read last, by column. */
  rowNow(): Record<string, number[]> {
    const row: Record<string, number[]> = {};
    for (const [k, { column, place }] of this.columns.entries()) {
      row[column] ??= [];
      row[column][place] = this.row[k];
    }
    return row;
  }

  /** How many ties the agent has, by circle. */
  tiesNow(): Record<string, number> {
    const count: Record<string, number> = {};
    for (const key of this.ties.keys()) {
      const [circle] = key.split(" ");
      count[circle] = (count[circle] ?? 0) + 1;
    }
    return count;
  }

  watches(kind: AgentKind, index: number): boolean {
    return (this.awake && kind === this.agent.kind && index === this.agent.index) || this.week === this.force?.week;
  }

  decide(mechanism: Mechanism, stream: string, decision: Decision): number {
    const { force } = this;
    const forced =
      force !== undefined &&
      this.week === force.week &&
      mechanism.id === force.mechanism &&
      stream === force.stream &&
      decision.key === force.key &&
      decision.draw === force.draw;
    const outcome = forced ? force.outcome : decision.outcome;
    const { kind, index } = this.agent;
    const about = chanceAt(mechanism.chances?.[stream], decision.draw)?.of;
    if (this.awake && about === kind && decision.whose === index) this.draws.push({ ...decision, outcome, stream, forced });
    return outcome;
  }

  remark(remark: Remark): void {
    if (this.awake && remark.kind === this.agent.kind && remark.index === this.agent.index) this.remarks.push(remark);
  }

  /** A mechanism has done its step: all that is otherwise than before is its doing. @param mechanism  "" for the week itself */
  after(mechanism: string): void {
    const changes = this.changed();
    const ties = this.changedTies();
    const matters = this.changedMatters();
    const { draws, moves, remarks } = this;
    if (changes.length + ties.length + matters.length + draws.length + moves.length + remarks.length === 0) return;
    const what = { draws, changes, ties, moves, matters };
    this.events.push({ week: this.week, mechanism, turning: mechanism !== "" && turns(what, this.agent.kind), ...what, remarks });
    this.draws = [];
    this.moves = [];
    this.remarks = [];
  }

  /** The ledger of this world tells of moves: a method of this one object, so that no other ledger is slower. */
  private listen(): void {
    const { ledger } = this.world;
    const code = holderCode(this.agent.kind);
    if (code < 0) return;
    const move = ledger.move;
    const { index } = this.agent;
    ledger.move = (resource, fromKind, from, toKind, to, amount) => {
      move.call(ledger, resource, fromKind, from, toKind, to, amount);
      if (!this.awake || amount === 0) return;
      if ((fromKind === code && from === index) || (toKind === code && to === index)) {
        this.moves.push({
          resource: resources[resource],
          from: { kind: holderKinds[fromKind], index: from },
          to: { kind: holderKinds[toKind], index: to },
          amount,
        });
      }
    };
  }

  /** Row of the agent in its table; -1 before it arises and after a matter is gone. */
  private get at(): number {
    const { kind, index } = this.agent;
    const { world } = this;
    if (kind !== "matter") return index < tableOf(world, kind).rows ? index : -1;
    return world.matters.columns.serial.subarray(0, world.matters.rows).indexOf(index);
  }

  private read(out: Float64Array): boolean {
    const row = this.at;
    if (row < 0) return false;
    const { kind } = this.agent;
    const { columns } = tableOf(this.world, kind);
    const balances = this.world.ledger.balances[holderCode(kind)];
    for (const [k, { column, place, at }] of this.columns.entries()) {
      out[k] = column.startsWith("account.") ? (balances[row * RESOURCES + at] ?? 0) : columns[column][row * at + place];
    }
    return true;
  }

  private changed(): Change[] {
    const { row, now } = this;
    if (!this.read(now)) return [];
    const changes: Change[] = [];
    for (const [k, { column, place, unit }] of this.columns.entries()) {
      if (now[k] === row[k]) continue;
      changes.push({ column, place, unit, before: row[k], after: now[k] });
      row[k] = now[k];
    }
    return changes;
  }

  /** Ties by "circle kind index"; the value says whether a tie is core. */
  private readTies(): Map<string, boolean> {
    const ties = new Map<string, boolean>();
    const { kind, index } = this.agent;
    if (kind === "matter") return ties;
    if (kind === "resident") {
      const { offsets, degree, neighbors, core } = this.world.ties;
      for (let h = offsets[index]; h < offsets[index] + degree[index]; h++)
        ties.set(`acquaintance resident ${neighbors[h]}`, core[h] === 1);
      return ties;
    }
    const code = (nodeKinds as readonly AgentKind[]).indexOf(kind);
    const { rows, columns: t } = this.world.exchangeTies;
    for (let e = 0; e < rows; e++) {
      if (t.kindA[e] === code && t.a[e] === index) ties.set(`${exchangeCircles[t.circle[e]]} ${nodeKinds[t.kindB[e]]} ${t.b[e]}`, false);
      else if (t.kindB[e] === code && t.b[e] === index)
        ties.set(`${exchangeCircles[t.circle[e]]} ${nodeKinds[t.kindA[e]]} ${t.a[e]}`, false);
    }
    return ties;
  }

  private changedTies(): TieChange[] {
    const before = this.ties;
    const after = this.readTies();
    this.ties = after;
    const changes: TieChange[] = [];
    const add = (key: string, what: TieChange["what"]) => {
      const [circle, kind, index] = key.split(" ");
      changes.push({ circle, other: { kind: kind as AgentKind, index: Number(index) }, what });
    };
    for (const [key, core] of after) {
      if (!before.has(key)) add(key, "formed");
      else if (before.get(key) !== core) add(key, core ? "core" : "weak");
    }
    for (const key of before.keys()) if (!after.has(key)) add(key, "lost");
    return changes;
  }

  /** Matters that the agent raised, is the other party of, or handles, by serial. */
  private readMatters(): Map<number, MatterChange> {
    const found = new Map<number, MatterChange>();
    const { kind, index } = this.agent;
    if (kind === "matter" || kind === "community") return found;
    const code = holderCode(kind);
    const { rows, columns: m } = this.world.matters;
    for (let q = 0; q < rows; q++) {
      const concerned =
        kind === "resident" ? m.resident[q] === index || m.other[q] === index : m.handlerKind[q] === code && m.handler[q] === index;
      if (concerned) found.set(m.serial[q], { serial: m.serial[q], type: m.type[q], before: -1, after: m.state[q] });
    }
    return found;
  }

  private changedMatters(): MatterChange[] {
    const before = this.matters;
    const after = this.readMatters();
    this.matters = after;
    const changes: MatterChange[] = [];
    for (const [serial, matter] of after) {
      const old = before.get(serial)?.after ?? -1;
      if (old !== matter.after) changes.push({ ...matter, before: old });
    }
    return changes;
  }
}
