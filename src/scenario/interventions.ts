import type { BaseScenario, Intervention } from "./scenario.ts";
import type { MethodParameters } from "./sections/method.ts";

/** The parameters that may change during a run. */
export interface Parameters {
  readonly partyBuilding: "off" | "on" | "placebo";
  readonly rigidity: number;
  readonly method: MethodParameters;
  readonly mechanisms: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** True for paths that may change during a run. */
export const maySchedule = (path: string): boolean =>
  /^(partyBuilding|rigidity|method\.(one|two|three|four|five)|mechanisms\.\w+\.\w+)$/.test(path);

/** The value at a path "a.b.c"; undefined where the path leads nowhere. */
export const valueAt = (tree: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], tree);

/** A copy with the value at a path "a.b.c" replaced; what does not lie on the path is shared. */
export function withValue<T>(tree: T, path: string, value: unknown): T {
  const [key, ...rest] = path.split(".") as [string, ...string[]];
  const branch = tree as Record<string, unknown>;
  return {
    ...branch,
    [key]: rest.length === 0 ? value : withValue((branch[key] ?? {}) as Record<string, unknown>, rest.join("."), value),
  } as T;
}

/** What of a scenario decides which parameters are in force. */
export type Scheduled = Pick<BaseScenario, keyof Parameters | "interventions" | "withdrawal">;

/** The parameters that the district has in a week, where no community is treated on its own. */
export function parametersAt(scenario: Scheduled, week: number): Parameters {
  const schedule = new Schedule(scenario, 0, new Uint8Array(0));
  schedule.at(week);
  return schedule.district;
}

/** The parameters in force, by week and community. */
export class Schedule {
  district: Parameters;
  /** [community]; communities without interventions of their own share one object with the district. */
  byCommunity: Parameters[];
  private list: Intervention[];
  private readonly base: Parameters;
  private readonly treated: Uint8Array;
  private readonly withdrawal: number;
  private applied = -1;

  constructor(scenario: Scheduled, communities: number, treated: Uint8Array) {
    const { partyBuilding, rigidity, method, mechanisms } = scenario;
    this.base = { partyBuilding, rigidity, method, mechanisms };
    this.district = this.base;
    this.byCommunity = new Array<Parameters>(communities).fill(this.base);
    this.treated = treated;
    this.list = [];
    this.replace(scenario.interventions);
    this.withdrawal = scenario.withdrawal;
  }

  get interventions(): readonly Intervention[] {
    return this.list;
  }

  /** Adds an intervention; those of the same week apply in the order in which they were added. */
  add(intervention: Intervention): void {
    this.replace([...this.list, intervention]);
  }

  /** Puts other interventions in the place of all; those of the same week apply in the order given. */
  replace(interventions: readonly Intervention[]): void {
    this.list = [...interventions].sort((a, b) => a.week - b.week);
    this.applied = -1;
  }

  /** Puts in force what is due by a week; returns whether anything changed. */
  at(week: number): boolean {
    let due = 0;
    while (due < this.list.length && this.list[due].week <= week) due++;
    const withdrawn = this.withdrawal > 0 && week >= this.withdrawal;
    const state = due * 2 + (withdrawn ? 1 : 0);
    if (state === this.applied) return false;
    let district = this.base;
    const own = new Map<number, Parameters>();
    for (const { communities, path, value } of this.list.slice(0, due)) {
      if (communities === undefined) {
        district = withValue(district, path, value);
        for (const [c, parameters] of own) own.set(c, withValue(parameters, path, value));
        continue;
      }
      const named = communities === "treated" ? [...this.treated.keys()].filter((c) => this.treated[c]) : communities;
      for (const c of named) own.set(c, withValue(own.get(c) ?? district, path, value));
    }
    // Support that is withdrawn is withdrawn everywhere, whatever was set before [Z23].
    if (withdrawn) {
      district = withValue(district, "partyBuilding", "off");
      for (const [c, parameters] of own) own.set(c, withValue(parameters, "partyBuilding", "off"));
    }
    this.district = district;
    this.byCommunity = this.byCommunity.map((_, c) => own.get(c) ?? district);
    this.applied = state;
    return true;
  }
}
