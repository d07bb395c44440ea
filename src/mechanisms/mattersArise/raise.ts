import { amountsByType, classOfType, kindOfType, otherAdultOf, RAISED, speakerOf, type World } from "../../engine/index.ts";
import { exp, pow } from "../../numeric/index.ts";
import type { Draws } from "../../random/index.ts";

const TRIES = 8; // residents looked at for a matter that does not concern everybody
const SPREAD = 0.8; // of needs: lognormal with a coefficient of variation of 0.95 (eq. 4.20: 1-2 for service times)

// Draws of an occasion; those of who it comes upon begin at 16.
const SEVERITY = 1;
const OTHER = 2;
const NEED = 4;
const WHO = 16;

/** Upon whom an occasion comes: an adult whom the type can concern; -1 if none is found. */
export function whom(world: World, which: Draws, serial: number, type: number, c: number): number {
  const { communities, residents, households, buildings } = world;
  const r = residents.columns;
  const kind = kindOfType[type];
  for (let k = 0; k < TRIES; k++) {
    const i = communities.columns.firstResident[c] + which.below(serial, communities.columns.residents[c], WHO + k);
    if (r.age[i] < 18 || !(kind.estates & (1 << r.estate[i]))) continue;
    if (kind.concerns === "drivers" && !households.columns.car[r.household[i]]) continue;
    if (kind.against === "household" && otherAdultOf(world, i) < 0) continue;
    if (kind.against === "propertyFirm" && buildings.columns.firm[r.building[i]] < 0) continue;
    return i;
  }
  return -1;
}

/** Enters a matter of resident i in the books, with what it takes. @returns its row */
export function raise(world: World, which: Draws, serial: number, type: number, c: number, i: number, week: number): number {
  const { matters, residents, buildings } = world;
  const r = residents.columns;
  const kind = kindOfType[type];
  const q = matters.add();
  const m = matters.columns;
  const takes = amountsByType(world.scenario.matters)[type];
  const mean = takes.severity;
  const severity = pow(which.uniform(serial, SEVERITY), (1 - mean) / mean);
  // Mean 1 at middling severity: exp(-s²/2) takes back what the spread adds to a lognormal mean.
  const size = exp(SPREAD * which.normal(serial, NEED) - (SPREAD * SPREAD) / 2) * (0.4 + (0.6 * severity) / mean);
  const needed = (usual: number) => Math.round(usual * size);
  m.serial[q] = serial;
  m.type[q] = type;
  m.class[q] = classOfType[type];
  m.community[q] = c;
  m.building[q] = r.building[i];
  m.resident[q] = i;
  m.other[q] = otherParty(world, which, serial, type, i);
  m.firm[q] = kind.against === "propertyFirm" ? buildings.columns.firm[r.building[i]] : -1;
  m.severity[q] = severity;
  m.state[q] = RAISED;
  m.raised[q] = week;
  m.changed[q] = week;
  m.consent[q] = kind.consent ?? 0;
  m.needStaff[q] = Math.max(1, needed(takes.staff));
  m.needVolunteer[q] = needed(takes.volunteers);
  m.needExpert[q] = needed(takes.experts);
  m.needSite[q] = Math.min(100, needed(takes.site));
  // Prices do not spread as hours do: an elevator costs what elevators cost.
  m.needMoney[q] = Math.round(takes.money * (0.8 + 0.4 * severity));
  return q;
}

/** The other party, where it is a resident: an adult of the household, or of another flat of the building. */
function otherParty(world: World, which: Draws, serial: number, type: number, i: number): number {
  const { residents, buildings } = world;
  const kind = kindOfType[type];
  if (kind.against === "household") return otherAdultOf(world, i);
  if (kind.against !== "neighbour") return -1;
  const b = residents.columns.building[i];
  const flats = buildings.columns.households[b];
  const first = buildings.columns.firstHousehold[b];
  const own = residents.columns.household[i];
  const other = first + which.below(serial, Math.max(1, flats - 1), OTHER);
  return flats > 1 ? speakerOf(world, other >= own ? other + 1 : other) : -1;
}
