import { giveSociability, growSociable, usualSociability } from "../../circles/index.ts";
import {
  type Context,
  defineMechanism,
  departs,
  employedOutside,
  joinsParty,
  leavesWork,
  MONTHS,
  monthPlace,
  type ParametersOf,
  takesPost,
  type World,
} from "../../engine/index.ts";
import { monthly, normalQuantile } from "../../numeric/index.ts";
import {
  AGES,
  ageFlows,
  ageShares,
  careAt,
  careHours,
  digitalAt,
  ELDERS_EMPLOYED,
  educationAt,
  FEMALE,
  freeMinutesOf,
  giveCharacter,
  memberCell,
  NEVER,
  OWNERS,
  sharesOf,
  USUAL_SATISFACTION,
} from "../../population/index.ts";
import { setupStream } from "../../random/index.ts";
import { level, probability, quantity } from "../../scenario/index.ts";

const parameters = {
  deaths: probability({
    label: { en: "Deaths at 60", zh: "60 岁死亡率" },
    help: { en: "Lower before, higher after, as the doubling says.", zh: "之前较低，之后较高，按翻倍年数变化。" },
    default: 0.0065,
    per: "year",
    max: 0.5,
    rows: ["Z12"],
    evidence: "M",
    source: "Gompertz with a life expectancy of about 79 years, Jiangsu 2020.",
    prior: [0.005, 0.009],
  }),
  doubling: quantity({
    label: { en: "Doubling of deaths", zh: "死亡率翻倍年数" },
    help: { en: "The chance to die doubles in so many years of age.", zh: "年龄每增加这么多年，死亡率翻一倍。" },
    default: 7,
    min: 2,
    max: 30,
    unit: "years",
    rows: ["Z12"],
    evidence: "M",
    source: "Gompertz: 7 to 8 years in most populations.",
    prior: [6.5, 8.5],
  }),
  moving: probability({
    label: { en: "Households that move", zh: "住户迁移率" },
    help: { en: "Whole households leave, and others come in their place.", zh: "整户迁出，另有住户迁入。" },
    default: 0.08,
    per: "year",
    max: 0.9,
    rows: ["Z12"],
    source: "So that residents have lived about 12 years where they live, as at the start.",
    prior: [0.03, 0.1],
  }),
  dissatisfied: level({
    label: { en: "Dissatisfied movers", zh: "不满促迁" },
    help: {
      en: "How much more often the wholly dissatisfied move; the satisfied move less.",
      zh: "完全不满者迁移率高出的比例；满意者迁移较少。",
    },
    default: 0.5,
    rows: ["F10"],
    prior: [0, 1],
  }),
};
type People = ParametersOf<typeof parameters>;

/** Residents age, are born, die, move in and out, and take jobs and leave them [Z12]. */
export const people = defineMechanism({
  id: "people",
  verb: "turnCalendar",
  scope: "district",
  every: "month",
  phase: 0,
  title: { en: "Ages of life", zh: "人口更替" },
  summary: {
    en: "Every four weeks some residents have their birthday, some die, households move away and others come, so that the ages in the district stay as they are.",
    zh: "每 4 周部分居民过生日、部分去世，有住户迁出、有住户迁入，区内年龄结构保持不变。",
  },
  rows: ["Z12"],
  sheet: {
    equation: [
      "P(dies in a year) = d · 2^((age − 60) / D) ; P(household moves in a year) = v (1 + s (usual − satisfaction of its first member) · 2)",
      "shares of ages n stand: comes(a) = max(0, n(a) − stays(a − 1)) ; where stays(a) > n(a + 1), the others go",
      "each place that is left is taken by the next: at least one adult in a household, of the others so many children as the balance asks",
    ].join("\n"),
    symbols: {
      d: "deaths at 60",
      D: "years in which they double",
      v: "households that move",
      s: "weight of satisfaction, against the usual 0.62",
      n: "share of residents of an age, from children and elders of the scenario",
      stays: "those of an age who are left after a year",
    },
    source: "Gompertz (1825) for deaths; balance of ages by arithmetic. Ages: Jiangsu census 2020.",
    departures:
      "A place in a household stays and is taken by the next person, so that communities keep their size; who is born takes a place that was left. Jobs that are left are taken by those who begin to work. Members of the party who die or move are replaced in number, programme or not.",
    draws:
      "agent = resident: 0 dies or goes; stream households, agent = household: 0 moves; stream birthdays, agent = resident: 0-3 what changes with age; stream jobs, agent = resident: 0 takes an open post, 1 which; stream posts: 0 who takes a post that nobody took; stream members, agent = resident: 0 joins the party. Who comes is drawn from a set-up stream of place and number of occupant.",
    harm: "Newcomers know nobody: where people move more, circles are thinner.",
  },
  chances: {
    "": { 0: { of: "resident", en: "dies, or goes for good", zh: "去世或离开" } },
    members: { 0: { of: "resident", en: "joins the party in the place of one who went", zh: "接替离去者入党" } },
  },
  parameters,
  reads: ["organizations.branch", "organizations.community"],
  writes: [
    "branches.members",
    "communities.adults",
    "communities.membersOwed",
    "groups.members",
    "ledger",
    "matters.other",
    "matters.resident",
    "organizations.members",
    "organizations.newcomers",
    "organizations.staff",
    "residents",
    "tally.communities.born",
    "tally.communities.died",
    "tally.communities.movedIn",
    "tally.communities.movedOut",
    "ties",
    "workplaces.members",
    "workplaces.membersOwed",
    "workplaces.residentEmployees",
  ],
  measures: ["age_mean", "moved_in", "moved_out", "newcomers_share", "acquaintance_degree_mean"],
  kernels: { birthdays, part },
  step(world, context) {
    const fates = fatesOf(world).fill(0, 0, world.residents.rows);
    setHazards(world, context.parameters);
    context.everywhere("birthdays");
    context.everywhere("part");
    const posts: number[] = [];
    retire(world, fates, posts);
    const places = vacate(world, context, fates, posts);
    const seekers = arrive(world, context, places, fates);
    fillPosts(world, context, seekers, posts);
    replaceMembers(world, context);
    forgetWhoWent(world, fates);
  },
});

// What becomes of a resident this month.
const DIES = 1;
const MOVES = 2;
const BEGINS_WORK = 4;
const RETIRES = 8;

/** [i] what becomes of i. */
const fatesOf = (world: World) => world.scratch("people/fates", Uint8Array, world.residents.rows);

/** [age] chance a month to die; then [age] chance a month to go for reasons of age. */
const hazardsOf = (world: World) => world.scratch("people/hazards", Float64Array, 2 * AGES);

const flowsOf = ({ scenario }: World, p: People) => ageFlows(ageShares(scenario.population), p.deaths, p.doubling, p.moving);

function setHazards(world: World, p: People): void {
  const { dies, goes } = flowsOf(world, p);
  const hazards = hazardsOf(world);
  for (let a = 0; a < AGES; a++) {
    hazards[a] = monthly(dies[a]);
    hazards[AGES + a] = monthly(goes[a]);
  }
}

/** Whoever of a community has a birthday in this month is a year older, and what changes with age changes. */
function birthdays(world: World, context: Context<People>, c: number): void {
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
    else if (now === 15) r.education[i] = educationAt(now, draws.uniform(i, 1));
    else if (now === 18) {
      communities.columns.adults[c]++;
      r.education[i] = educationAt(now, draws.uniform(i, 1));
      r.freeMinutes[i] = freeMinutesOf(scenario.population, normalQuantile(draws.uniform(i, 2)));
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
  if (age !== 60 || !r.employed[i]) return;
  const stay = ELDERS_EMPLOYED / Math.max(ELDERS_EMPLOYED, employed);
  if (!draws.chance(i, stay, 3)) fatesOf(world)[i] |= RETIRES;
}

/** Marks who of a community dies or goes, one by one or with the household. */
function part(world: World, context: Context<People>, c: number): void {
  const { communities, buildings, households, residents } = world;
  const { age, satisfaction } = residents.columns;
  const { firstResident, size } = households.columns;
  const fates = fatesOf(world);
  const hazards = hazardsOf(world);
  const { moving, dissatisfied } = context.parameters;
  const b = communities.columns.firstBuilding[c];
  const last = b + communities.columns.buildings[c] - 1;
  const firstHousehold = buildings.columns.firstHousehold[b];
  const endHousehold = buildings.columns.firstHousehold[last] + buildings.columns.households[last];
  const moves = context.stream("households").once(firstHousehold, endHousehold);
  const usual = monthly(moving);
  for (let h = firstHousehold; h < endHousehold; h++) {
    const first = firstResident[h];
    if (!moves.chance(h, usual * (1 + 2 * dissatisfied * (USUAL_SATISFACTION - satisfaction[first])))) continue;
    for (let i = first; i < first + size[h]; i++) fates[i] |= MOVES;
  }
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const once = context.draws.once(from, to);
  for (let i = from; i < to; i++) {
    const dies = hazards[age[i]];
    if (once.chance(i, dies)) fates[i] |= DIES;
    else if (once.chance(i, dies + hazards[AGES + age[i]])) fates[i] |= age[i] < VERY_OLD ? MOVES : DIES;
  }
}

/** From this age on, who goes for reasons of age has died. */
const VERY_OLD = 85;

function retire(world: World, fates: Uint8Array, posts: number[]): void {
  const { employed } = world.residents.columns;
  for (let i = 0; i < world.residents.rows; i++) {
    if ((fates[i] & RETIRES) === 0) continue;
    keepPost(leavesWork(world, i), posts);
    employed[i] = 0;
  }
}

/** An open post waits for somebody: workplaces as they are numbered, organizations below -1. */
function keepPost({ workplace, organization }: { workplace: number; organization: number }, posts: number[]): void {
  if (workplace >= 0) posts.push(workplace);
  if (organization >= 0) posts.push(-2 - organization);
}

/** A place that was left, as one number: twice the resident, and 1 if the household needs an adult there. */
const place = (i: number, needsAdult: boolean) => i * 2 + (needsAdult ? 1 : 0);

/** Who dies or moves goes. @returns the places that were left, in their order */
function vacate(world: World, context: Context<People>, fates: Uint8Array, posts: number[]): number[] {
  const { residents, households } = world;
  const { household, age, community } = residents.columns;
  const t = world.tally.communities.columns;
  const places: number[] = [];
  let held = -1;
  let adult = false;
  for (let i = 0; i < residents.rows; i++) {
    if ((fates[i] & (DIES | MOVES)) === 0 || context.at(community[i]) === undefined) continue;
    if (household[i] !== held) {
      held = household[i];
      const first = households.columns.firstResident[held];
      adult = false;
      for (let j = first; j < first + households.columns.size[held]; j++) {
        if ((fates[j] & (DIES | MOVES)) === 0 && age[j] >= 18) adult = true;
      }
    }
    places.push(place(i, !adult));
    adult = true;
    if (fates[i] & DIES) t.died[community[i]]++;
    else t.movedOut[community[i]]++;
    oweMember(world, i);
    keepPost(departs(world, i), posts);
  }
  return places;
}

/** A member who goes is missed at work if the workplace has a branch, and at home otherwise. */
function oweMember({ residents, workplaces, communities }: World, i: number): void {
  const { member, workplace, community } = residents.columns;
  if (!member[i]) return;
  if (workplace[i] >= 0 && workplaces.columns.branch[workplace[i]] >= 0) workplaces.columns.membersOwed[workplace[i]]++;
  else communities.columns.membersOwed[community[i]]++;
}

/** Others take the places. @returns those of them, and of the young, who begin to work */
function arrive(world: World, context: Context<People>, places: readonly number[], fates: Uint8Array): number[] {
  const { residents, communities, households, scenario } = world;
  const r = residents.columns;
  const t = world.tally.communities.columns;
  const { population, circles, seed } = scenario;
  const { comes } = flowsOf(world, context.parameters);
  const { employed, members } = sharesOf(population);
  const usual = usualSociability(residents);
  const sum = (from: number, to: number) => comes.subarray(from, to).reduce((a, b) => a + b, 0);
  const [children, all] = [sum(0, 18), sum(0, AGES)];
  const open = places.filter((left) => left % 2 === 0).length;
  const child = open === 0 || all === 0 ? 0 : Math.min(1, ((children / all) * places.length) / open);
  const month = monthPlace(context.week);
  for (const left of places) {
    const i = left >> 1;
    const stream = setupStream(seed, `people/${i}/${r.occupant[i]}`);
    const c = r.community[i];
    const young = stream.next() < child && left % 2 === 0;
    const age = young ? ageBelow(comes, 0, 18, stream.next() * children) : ageBelow(comes, 18, AGES, stream.next() * (all - children));
    r.age[i] = age;
    r.birthMonth[i] = age === 0 ? month : stream.int(MONTHS);
    r.female[i] = stream.next() < FEMALE ? 1 : 0;
    const first = households.columns.firstResident[r.household[i]];
    r.owner[i] = (i === first ? stream.next() < OWNERS : r.owner[first] === 1) ? 1 : 0;
    const works = stream.next() < (age < 18 ? 0 : age < 60 ? employed : ELDERS_EMPLOYED);
    r.employed[i] = works ? 1 : 0;
    if (works) fates[i] |= BEGINS_WORK;
    else fates[i] &= ~BEGINS_WORK;
    if (age >= 18 && stream.next() < members[memberCell(age, r.female[i])]) {
      joinsParty(world, i);
      communities.columns.membersOwed[c]--;
    }
    giveCharacter(residents, i, population, stream);
    giveSociability(residents, i, usual, circles, stream);
    // Whom and what a newcomer knows here is still to come.
    r.directorKnown[i] = 0;
    r.timeBankMember[i] = 0;
    if (age >= 18) communities.columns.adults[c]++;
    if (age === 0) t.born[c]++;
    else t.movedIn[c]++;
  }
  const seekers: number[] = [];
  for (let i = 0; i < residents.rows; i++) {
    if ((fates[i] & BEGINS_WORK) === 0) continue;
    r.employed[i] = 1;
    seekers.push(i);
  }
  return seekers;
}

/** An age drawn from [from, to) with weights `comes`. @param at  in [0, sum of the weights) */
function ageBelow(comes: Float64Array, from: number, to: number, at: number): number {
  let left = at;
  for (let a = from; a < to - 1; a++) {
    left -= comes[a];
    if (left < 0) return a;
  }
  return to - 1;
}

/** Posts that were left go to those who begin to work, as many as there are; the others find work outside the district. */
function fillPosts(world: World, context: Context<People>, seekers: readonly number[], posts: number[]): void {
  const { workplaces, organizations, communities } = world;
  const draws = context.stream("jobs");
  const take = (i: number, post: number) => {
    takesPost(world, i, post >= 0 ? { workplace: post, organization: -1 } : { workplace: -1, organization: -2 - post });
    // A member who comes is missed there no more, but at home.
    if (post < 0 || !world.residents.columns.member[i] || workplaces.columns.membersOwed[post] <= 0) return;
    workplaces.columns.membersOwed[post]--;
    communities.columns.membersOwed[world.residents.columns.community[i]]++;
  };
  for (const [k, i] of seekers.entries()) {
    if (posts.length === 0) return;
    if (!draws.chance(i, posts.length / (seekers.length - k), 0)) continue;
    const at = draws.below(i, posts.length, 1);
    take(i, posts[at]);
    posts[at] = posts[posts.length - 1];
    posts.pop();
  }
  const others = context.stream("posts");
  for (const [k, post] of posts.entries()) {
    const c = post >= 0 ? workplaces.columns.community[post] : organizations.columns.community[-2 - post];
    const i = employedOutside(world, c, others.below(k, Math.max(1, communities.columns.residents[c])));
    if (i >= 0) take(i, post);
  }
}

/** Where members have gone and not come, others join the party: colleagues at work, residents at home. */
function replaceMembers(world: World, context: Context<People>): void {
  const { residents, communities, workplaces } = world;
  const { age, member, applied, workplace, community } = residents.columns;
  const may = (i: number) => age[i] >= 18 && age[i] < 60 && !member[i] && applied[i] === NEVER && context.at(community[i]) !== undefined;
  const atWork = world.scratch("people/atWork", Uint32Array, workplaces.rows).fill(0, 0, workplaces.rows);
  const atHome = world.scratch("people/atHome", Uint32Array, communities.rows).fill(0, 0, communities.rows);
  for (let i = 0; i < residents.rows; i++) {
    if (!may(i)) continue;
    if (workplace[i] >= 0) atWork[workplace[i]]++;
    atHome[community[i]]++;
  }
  const draws = context.stream("members");
  for (let c = 0; c < communities.rows; c++) {
    const from = communities.columns.firstResident[c];
    const to = from + communities.columns.residents[c];
    const once = draws.once(from, to);
    for (let i = from; i < to; i++) {
      if (!may(i)) continue;
      const u = workplace[i];
      const missedAtWork = u >= 0 ? Math.max(0, workplaces.columns.membersOwed[u]) / atWork[u] : 0;
      const missedAtHome = Math.max(0, communities.columns.membersOwed[c]) / atHome[c];
      if (once.chance(i, missedAtWork)) workplaces.columns.membersOwed[u]--;
      else if (once.chance(i, missedAtWork + missedAtHome)) communities.columns.membersOwed[c]--;
      else continue;
      joinsParty(world, i);
    }
  }
}

/** Matters of those who have gone are nobody's in particular. */
function forgetWhoWent({ matters }: World, fates: Uint8Array): void {
  const { resident, other } = matters.columns;
  for (let q = 0; q < matters.rows; q++) {
    if (resident[q] >= 0 && fates[resident[q]] & (DIES | MOVES)) resident[q] = -1;
    if (other[q] >= 0 && fates[other[q]] & (DIES | MOVES)) other[q] = -1;
  }
}
