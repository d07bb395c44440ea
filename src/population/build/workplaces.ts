import { exp, log } from "../../numeric/index.ts";
import { setupStream } from "../../random/index.ts";
import type { BaseScenario, District } from "../../scenario/index.ts";
import { type Buildings, type Communities, FIRM, HOSPITAL, PUBLIC_BODY, SCHOOL, type Workplaces, workplaceColumns } from "../places.ts";
import type { Residents } from "../residents.ts";
import { Table } from "../table.ts";
import { WORK_UNIT } from "./places.ts";

const SIZE_SPREAD = 1.5; // log standard deviation: a heavy tail around a mean of 17.6
const LARGEST = 5000;
const NEAR_HOME = 0.3; // chance to work in the community where one lives [J]
const OLD_UNIT = 0.5; // chance to work at the employer that built the estate [J]
const PUBLIC_MEMBERS = 12; // places that a party member looks at for a public employer [J]

/**
 * Workplaces, and the residents who work in them. A workplace of n employees offers n * localColleagues places to residents of
 * the district; residents draw a place near home or anywhere, those of an old work-unit building often the place of
 * the employer that built it.
 */
export function buildWorkplaces(
  residents: Residents,
  communities: Communities,
  buildings: Buildings,
  scenario: BaseScenario,
  seed: string,
): Workplaces {
  const p = scenario.population;
  const stream = setupStream(seed, "population", "units");
  const r = residents.columns;
  let employed = 0;
  for (let i = 0; i < residents.rows; i++) employed += r.employed[i];
  const places = employed * p.workInside;
  const median = p.workplaceSize / exp((SIZE_SPREAD * SIZE_SPREAD) / 2);
  const table = new Table("workplaces", workplaceColumns, 0, 64);
  const count = Math.round(places / p.localColleagues / p.workplaceSize);

  const unitsOf = byCommunity(scenario.district?.units, communities.rows);

  // Places by community: a running sum over its workplaces, to draw one with the weight of its size.
  const start: number[] = [];
  const running: number[] = [];
  const publicBody: boolean[] = [];
  for (let c = 0; c < communities.rows; c++) {
    start.push(table.rows);
    const given = unitsOf?.[c];
    const share =
      given?.length ??
      Math.round((count * (communities.columns.firstResident[c] + communities.columns.residents[c])) / p.residents) -
        Math.round((count * communities.columns.firstResident[c]) / p.residents);
    let sum = 0;
    for (let k = 0; k < share; k++) {
      const u = table.add();
      const of = table.columns;
      const kind =
        given?.[k].kind ??
        (k === 0 ? SCHOOL : k === 1 ? PUBLIC_BODY : stream.next() < 0.02 ? HOSPITAL : stream.next() < 0.03 ? PUBLIC_BODY : FIRM);
      const drawn = () => Math.round(stream.lognormal(kind === FIRM ? median : 4 * median, SIZE_SPREAD));
      const size = Math.max(1, Math.min(LARGEST, given?.[k].employees ?? drawn()));
      of.kind[u] = kind;
      of.community[u] = c;
      of.employees[u] = size;
      of.lendMoney[u] = kind === FIRM && size >= 20 ? Math.round(size * stream.range(0, 100)) : 0;
      of.lendMinutes[u] = Math.round(size * stream.range(0, 4));
      of.lendSite[u] = kind === SCHOOL ? 20 : kind === PUBLIC_BODY ? 10 : kind === HOSPITAL ? 4 : size >= 50 ? 4 : 0;
      sum += size;
      running.push(sum);
      publicBody.push(kind !== FIRM);
    }
  }
  start.push(table.rows);
  if (table.rows === 0) return table;
  const total = start.slice(1).map((end, c) => (end === start[c] ? 0 : running[end - 1]));
  const all = total.reduce((a, b) => a + b, 0);
  const workplaceAt = (c: number, at: number): number => {
    let low = start[c];
    let high = start[c + 1] - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (running[middle] > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const anywhere = (at: number): number => {
    let c = 0;
    let rest = at;
    while (c < total.length - 1 && rest >= total[c]) rest -= total[c++];
    return workplaceAt(c, rest);
  };
  // The employer that built a work-unit building: a large one of the community.
  const builder = new Int32Array(buildings.rows).fill(-1);
  for (let b = 0; b < buildings.rows; b++) {
    const c = buildings.columns.community[b];
    if (buildings.columns.estate[b] !== WORK_UNIT || total[c] === 0) continue;
    builder[b] =
      b > 0 && builder[b - 1] >= 0 && buildings.columns.community[b - 1] === c && stream.next() < 0.8
        ? builder[b - 1]
        : workplaceAt(c, stream.int(total[c]));
  }
  for (let c = 0; c < communities.rows; c++) {
    const own = setupStream(seed, "population", "work", c);
    const first = communities.columns.firstResident[c];
    for (let i = first; i < first + communities.columns.residents[c]; i++) {
      if (!r.employed[i] || own.next() >= p.workInside) continue;
      const b = r.building[i];
      let u = -1;
      for (let tries = 0; tries < (r.member[i] ? PUBLIC_MEMBERS : 1); tries++) {
        if (builder[b] >= 0 && own.next() < OLD_UNIT) u = builder[b];
        else if (total[c] > 0 && own.next() < NEAR_HOME) u = workplaceAt(c, own.int(total[c]));
        else u = anywhere(own.int(all));
        if (publicBody[u]) break;
      }
      r.workplace[i] = u;
      table.columns.residentEmployees[u]++;
      table.columns.members[u] += r.member[i];
    }
  }
  for (let u = 0; u < table.rows; u++)
    table.columns.employees[u] = Math.max(table.columns.employees[u], table.columns.residentEmployees[u]);
  return table;
}

/** Workplaces that were given, by community; undefined if none were: then all are drawn. */
function byCommunity(units: District["units"], communities: number): NonNullable<District["units"]>[] | undefined {
  if (!units) return undefined;
  const found: NonNullable<District["units"]>[] = Array.from({ length: communities }, () => []);
  for (const unit of units) found[unit.community].push(unit);
  return found;
}

/** Rows by key: list[start[k] .. start[k + 1]) are the rows whose key is k, in their order; negative keys are left out. */
export function byKey(keys: ArrayLike<number>, rows: number, count: number): { start: Uint32Array; list: Uint32Array } {
  const start = new Uint32Array(count + 1);
  for (let i = 0; i < rows; i++) if (keys[i] >= 0) start[keys[i] + 1]++;
  for (let k = 0; k < count; k++) start[k + 1] += start[k];
  const list = new Uint32Array(start[count]);
  const cursor = start.slice(0, count);
  for (let i = 0; i < rows; i++) if (keys[i] >= 0) list[cursor[keys[i]]++] = i;
  return { start, list };
}

/** log-space spread that gives a lognormal of this median this mean. */
export const lognormalSpread = (median: number, mean: number) => (mean <= median ? 0 : Math.sqrt(2 * log(mean / median)));
