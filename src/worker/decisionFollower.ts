import type { World } from "../engine/index.ts";
import { type Around, aroundResidents, type CircleOfResident, cameLately, exposure, type RuleOfDecision } from "../mechanisms/index.ts";
import { AWAY, CAME, type RecordedDecision, THERE } from "./recordedDecision.ts";

/** Others in each circle: few enough to be drawn and pressed one by one. */
const LEAST = 3;
const MOST = 32;
/** Weeks that are told if somebody can be followed for so long, and weeks from one search for further residents to the next. */
const LONG = 52;
const SEARCH = 13;

type Rule = RuleOfDecision & Parameters<typeof cameLately>[2];

interface Life {
  resident: number;
  occupant: number;
  from: number;
  /** [week - from] */
  moments: {
    bar: number;
    share: number;
    circles: { circle: CircleOfResident; weight: number; others: { resident: number; came: boolean }[] }[];
  }[];
}

/** Follows residents who are in all four circles, and tells of the one whose decision has most to show. */
export class DecisionFollower {
  private readonly world: World;
  private readonly rule: Rule;
  private followed: Life[] = [];
  private readonly ended: Life[] = [];

  constructor(world: World) {
    this.world = world;
    this.rule = (world.scenario.mechanisms as Record<string, unknown>).participation as Rule;
  }

  /** Notes how it stands at the end of a week. */
  observe(): void {
    const { world } = this;
    if (world.week % SEARCH === 1) this.followed.push(...this.search());
    const { occupant } = world.residents.columns;
    const around = this.around(this.followed.map(({ resident }) => resident));
    const going: Life[] = [];
    for (const [k, life] of this.followed.entries()) {
      const stays = occupant[life.resident] === life.occupant && readable(around[k]);
      if (stays) life.moments.push(this.moment(around[k]));
      (stays ? going : this.ended).push(life);
    }
    this.followed = going;
  }

  /** @throws if there was nobody to follow */
  told(seed: string): RecordedDecision {
    const { world, rule } = this;
    const lives = [...this.ended, ...this.followed].filter(({ moments }) => moments.length > 0).map(upToTurn);
    const life = lives.sort((a, b) => worth(b) - worth(a))[0];
    if (!life) throw new Error(`told: in ${world.week} weeks nobody was in all four circles, with ${LEAST} to ${MOST} others in each.`);
    const { rule: which, noise, steepness, alpha, beta, mean, sd, memory } = rule;
    return {
      seed,
      from: life.from,
      weeks: life.moments.length,
      resident: life.resident,
      age: world.residents.columns.age[life.resident],
      residents: world.residents.rows,
      organizations: world.organizations.columns.alive.reduce((sum, one) => sum + one, 0),
      rule: { rule: which, noise, steepness, alpha, beta, mean, sd },
      memory,
      bars: life.moments.map(({ bar }) => Number(bar.toFixed(4))),
      circles: life.moments[0].circles.map(({ circle, weight }) => ({ circle, weight })),
      contacts: contactsOf(life),
    };
  }

  private around = (residents: readonly number[]): Around[] => aroundResidents(this.world, residents, this.rule);

  /** Who is in all four circles and not followed yet. */
  private search(): Life[] {
    const { age, workplace, homeBranch, workBranch, groups, occupant } = this.world.residents.columns;
    const known = new Set(this.followed.map(({ resident }) => resident));
    const found: number[] = [];
    for (let i = 0; i < this.world.residents.rows; i++) {
      const branch = homeBranch[i] >= 0 || workBranch[i] >= 0;
      if (age[i] >= 18 && branch && workplace[i] >= 0 && groups[i * 3] >= 0 && !known.has(i)) found.push(i);
    }
    const around = this.around(found);
    return found
      .filter((_, k) => readable(around[k]))
      .map((resident) => ({ resident, occupant: occupant[resident], from: this.world.week, moments: [] }));
  }

  private moment({ bar, circles }: Around): Life["moments"][number] {
    const { world, rule } = this;
    const seen = circles.map(({ circle, weight, others }) => ({
      circle,
      weight,
      others: others.map((resident) => ({ resident, came: cameLately(world, resident, rule) })),
    }));
    const shares = seen.map(({ others }) => others.filter(({ came }) => came).length / others.length);
    const weights = seen.map(({ weight }) => weight);
    return { bar, share: exposure(weights, shares, weights.length), circles: seen };
  }
}

/** Whether somebody is in each of the four circles once, with a number of others that can be shown. */
const readable = ({ circles }: Around): boolean =>
  circles.length === 4 &&
  new Set(circles.map(({ circle }) => circle)).size === 4 &&
  circles.every(({ others }) => others.length >= LEAST && others.length <= MOST);

/** Whether one more acquaintance would bring somebody to come who does not. */
function turnsOnOne({ bar, share, circles }: Life["moments"][number]): boolean {
  const total = circles.reduce((sum, { weight }) => sum + weight, 0);
  const one = circles.find(({ circle }) => circle === "acquaintance");
  return one !== undefined && share < bar && share + one.weight / total / one.others.length >= bar;
}

/** A life up to the last week in which one acquaintance would turn it, if there is one late enough. */
function upToTurn(life: Life): Life {
  const last = life.moments.findLastIndex((moment, k) => k + 1 >= LONG && turnsOnOne(moment));
  return last < 0 ? life : { ...life, moments: life.moments.slice(0, last + 1) };
}

/** What there is to see in a life: weeks enough, that one acquaintance would turn it in the end, that the others decide it and not they alone, how much changed. */
function worth({ moments }: Life): number {
  const shares = moments.map(({ share }) => share);
  const turned = moments.some(({ share, bar }) => share >= bar) && moments.some(({ share, bar }) => share < bar);
  const last = moments.at(-1) as Life["moments"][number];
  return 4 * Math.min(1, moments.length / LONG) + (turnsOnOne(last) ? 2 : 0) + (turned ? 1 : 0) + Math.max(...shares) - Math.min(...shares);
}

/** The others of a life, with the weeks in which their state changed. */
function contactsOf({ from, moments }: Life): RecordedDecision["contacts"] {
  const contacts = new Map<number, Map<CircleOfResident, number[]>>();
  const note = (resident: number, circle: CircleOfResident, week: number, state: number) => {
    const circles = contacts.get(resident) ?? new Map<CircleOfResident, number[]>();
    const states = circles.get(circle) ?? [];
    if ((states.at(-1) ?? AWAY) !== state) states.push(week, state);
    contacts.set(resident, circles.set(circle, states));
  };
  for (const [k, { circles }] of moments.entries())
    for (const { circle, others } of circles) {
      const here = new Set(others.map(({ resident }) => resident));
      for (const { resident, came } of others) note(resident, circle, from + k, came ? CAME : THERE);
      for (const [resident, known] of contacts) if (known.has(circle) && !here.has(resident)) note(resident, circle, from + k, AWAY);
    }
  return [...contacts].map(([resident, circles]) => ({ resident, in: [...circles].map(([circle, states]) => ({ circle, states })) }));
}
