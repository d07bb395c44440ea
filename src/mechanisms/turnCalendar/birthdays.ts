import { growSociable } from "../../circles/index.ts";
import { type Context, monthPlace, type World } from "../../engine/index.ts";
import { normalQuantile } from "../../numeric/index.ts";
import { AGES, careAt, careHours, digitalAt, employedAt, freeMinutesOf, sharesOf } from "../../population/index.ts";
import { BEGINS_WORK, fatesOf, RETIRES } from "./fates.ts";
import type { People } from "./peopleParameters.ts";
import { ADULT } from "./places.ts";

/** Whoever of a community has a birthday in this month is a year older, and what changes with age changes. */
export function birthdays(world: World, context: Context<People>, c: number): void {
  const { communities, residents, scenario } = world;
  const r = residents.columns;
  const { age, birthMonth, tenure } = r;
  const fates = fatesOf(world);
  const draws = context.stream("birthdays");
  const month = monthPlace(context.week);
  const { employed } = sharesOf(scenario.population);
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  for (let i = from; i < to; i++) {
    if (birthMonth[i] !== month || age[i] + 1 >= AGES) continue;
    const now = ++age[i];
    if (tenure[i] < 255) tenure[i]++;
    r.sociability[i] = growSociable(r.sociability[i], now);
    if (now === 12) r.digital[i] = draws.chance(i, digitalAt(now), 0) ? 1 : 0;
    else if (now === ADULT) {
      communities.columns.adults[c]++;
      r.freeMinutes[i] = freeMinutesOf(scenario.population.freeMinutes, normalQuantile(draws.uniform(i, 2)));
      if (draws.chance(i, employed, 3)) fates[i] |= BEGINS_WORK;
    } else if (now === 60 || now === 70 || now === 80) growOld(world, context, i, now, employed);
  }
}

/** At 60, 70 and 80 a resident becomes as people of that age are: fewer work, fewer are reached by new media, more need care. */
function growOld(world: World, context: Context<People>, i: number, age: number, employed: number): void {
  const r = world.residents.columns;
  const draws = context.stream("birthdays");
  if (r.digital[i] && !draws.chance(i, digitalAt(age) / digitalAt(age - 1), 0)) r.digital[i] = 0;
  const onset = (careAt(age) - careAt(age - 1)) / (1 - careAt(age - 1));
  if (r.careNeed[i] === 0 && draws.chance(i, onset, 1)) r.careNeed[i] = careHours(draws.uniform(i, 2));
  if (!r.employed[i]) return;
  const stay = Math.min(1, employedAt(age, employed) / employedAt(age - 1, employed));
  if (!draws.chance(i, stay, 3)) fatesOf(world)[i] |= RETIRES;
}
