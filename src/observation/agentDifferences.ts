import type { World } from "../engine/index.ts";

/** How it stands with every resident and organization, as columns, to be compared with another world. */
export interface AgentStates {
  readonly week: number;
  readonly resident: {
    /** 1 if took part in the last year. */
    readonly participation: Uint8Array<ArrayBuffer>;
    /** 1 if volunteered in the last year. */
    readonly volunteering: Uint8Array<ArrayBuffer>;
    readonly awareness: Uint8Array<ArrayBuffer>;
    readonly timeBankMember: Uint8Array<ArrayBuffer>;
    readonly motivation: Float32Array<ArrayBuffer>;
  };
  readonly organization: {
    readonly alive: Uint8Array<ArrayBuffer>;
    readonly coverage: Uint8Array<ArrayBuffer>;
    readonly autonomy: Float32Array<ArrayBuffer>;
    /** Yuan of the last full year. */
    readonly income: Float64Array<ArrayBuffer>;
  };
}

/** Smallest difference that counts: shares move a little in any two worlds. */
export const differenceThreshold: Readonly<Record<string, number>> = { motivation: 0.05, autonomy: 0.05, income: 1000 };

const SOURCES = 5;

export function agentStatesOf(world: World): AgentStates {
  const r = world.residents.columns;
  const o = world.organizations.columns;
  const n = world.residents.rows;
  const g = world.organizations.rows;
  const since = world.week - 52;
  const participation = new Uint8Array(n);
  const volunteering = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    volunteering[i] = r.lastVolunteering[i] > since ? 1 : 0;
    participation[i] = volunteering[i] || r.lastGovernance[i] > since ? 1 : 0;
  }
  const income = new Float64Array(g);
  for (let k = 0; k < g * SOURCES; k++) income[Math.floor(k / SOURCES)] += o.incomeLast[k];
  return {
    week: world.week,
    resident: {
      participation,
      volunteering,
      awareness: r.awareness.slice(0, n),
      timeBankMember: r.timeBankMember.slice(0, n),
      motivation: r.motivation.slice(0, n),
    },
    organization: { alive: o.alive.slice(0, g), coverage: o.coverage.slice(0, g), autonomy: o.autonomy.slice(0, g), income },
  };
}

/** One agent that differs, with what differs: [column, in the one world, in the other]. */
export interface AgentDifference {
  readonly index: number;
  readonly what: readonly (readonly [column: string, a: number, b: number])[];
}

export interface AgentDifferences {
  /** How many differ, by column. */
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
  /** Those in whom most differs first; equal ones in the order of their rows. */
  readonly rows: readonly AgentDifference[];
}

/** @param most  rows to list */
export function agentDifferences(a: AgentStates, b: AgentStates, kind: "resident" | "organization", most: number): AgentDifferences {
  const columns = Object.keys(a[kind]);
  const [here, there]: Readonly<Record<string, ArrayLike<number>>>[] = [{ ...a[kind] }, { ...b[kind] }];
  const n = Math.max(here[columns[0]].length, there[columns[0]].length);
  const counts: Record<string, number> = Object.fromEntries(columns.map((column) => [column, 0]));
  const rows: AgentDifference[] = [];
  for (let i = 0; i < n; i++) {
    let what: [string, number, number][] | undefined;
    for (const column of columns) {
      const one = here[column][i] ?? 0; // an organization that one world lacks is one that is not alive in it
      const other = there[column][i] ?? 0;
      if (Math.abs(one - other) < (differenceThreshold[column] ?? 0.5)) continue;
      counts[column]++;
      what ??= [];
      what.push([column, one, other]);
    }
    if (what) rows.push({ index: i, what });
  }
  rows.sort((x, y) => y.what.length - x.what.length || x.index - y.index);
  return { counts, total: rows.length, rows: rows.slice(0, most) };
}
