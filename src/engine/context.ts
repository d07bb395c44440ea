import { type DrawKey, Draws, WatchedDraws } from "../random/index.ts";
import type { Parameters } from "../scenario/index.ts";
import { weekOfMonth, weekOfYear } from "./calendar.ts";
import type { Context, Mechanism, Terms } from "./mechanism.ts";
import { modeUnder } from "./modes.ts";
import { chanceAt, type Observer } from "./observer.ts";
import type { World } from "./world.ts";

/** Name of the kernel that is the step of a mechanism which treats each community apart. */
export const STEP = "step";

/** The context of one mechanism, kept for the whole run, turned to each week and moved to each place where it works. */
export class MechanismContext implements Context {
  week = 0;
  parameters: Record<string, unknown> = {};
  mode: "on" | "placebo" = "on";
  rigidity = 0;
  alike: Terms | undefined;
  readonly draws: Draws;
  readonly observer: Observer | undefined;
  private readonly streams = new Map<string, Draws>();
  /** [name in the mechanism] name in the world, of kernels. */
  private readonly names = new Map<string, string>();
  private readonly world: World;
  private readonly mechanism: Mechanism;
  private readonly key: DrawKey;
  /** [community] what is in force there; undefined where the mechanism is off. */
  private terms: readonly (Terms | undefined)[] = [];
  /** The parameters for which `terms` holds. */
  private termsOf: readonly Parameters[] | undefined;
  /** What is in force in the district as a whole; undefined where the mechanism is off in all communities. */
  private whole: Terms | undefined;

  constructor(world: World, mechanism: Mechanism, key: DrawKey, observer: Observer | undefined) {
    this.world = world;
    this.mechanism = mechanism;
    this.key = key;
    this.observer = observer;
    this.draws = this.drawsOf("");
  }

  /** Turns to a week; the schedule is there already. */
  turnTo(week: number): void {
    this.week = week;
    this.draws.week = week;
    for (const draws of this.streams.values()) draws.week = week;
    const { byCommunity } = this.world.schedule;
    if (byCommunity === this.termsOf) return;
    this.termsOf = byCommunity;
    this.terms = termsIn(this.mechanism, byCommunity);
    this.alike = this.terms.every((there) => there === this.terms[0]) ? this.terms[0] : undefined;
    this.whole = termsOfDistrict(this.mechanism, this.world.schedule.district, this.terms);
  }

  get weekOfMonth(): number {
    return weekOfMonth(this.week);
  }

  get weekOfYear(): number {
    return weekOfYear(this.week);
  }

  at(community: number): Terms | undefined {
    return this.terms[community];
  }

  /** Moves to a community; false if the mechanism is off there. */
  enter(community: number): boolean {
    const there = this.terms[community];
    if (there !== undefined) this.hold(there);
    return there !== undefined;
  }

  /** Moves to the district as a whole; false if the mechanism is off in all communities. */
  enterDistrict(): boolean {
    if (this.whole !== undefined) this.hold(this.whole);
    return this.whole !== undefined;
  }

  /** Holds the terms that were in force where the mechanism has gone off. */
  hold({ parameters, mode, rigidity }: Terms): void {
    this.parameters = parameters;
    this.mode = mode;
    this.rigidity = rigidity;
  }

  stream(name: string): Draws {
    let draws = this.streams.get(name);
    if (draws === undefined) {
      draws = this.drawsOf(name);
      this.streams.set(name, draws);
    }
    draws.week = this.week;
    return draws;
  }

  everywhere(kernel: string, meanwhile?: () => void): void {
    this.world.kernels.everywhere(this.nameOf(kernel), meanwhile);
  }

  throughout(kernel: string): void {
    this.world.kernels.everywhere(`${this.nameOf(kernel)}/throughout`);
  }

  /** The name of a kernel among those of all mechanisms: made once, for a name put together anew is hashed anew. */
  private nameOf(kernel: string): string {
    let name = this.names.get(kernel);
    if (name === undefined) {
      name = `${this.mechanism.id}/${kernel}`;
      this.names.set(kernel, name);
    }
    return name;
  }

  private drawsOf(stream: string): Draws {
    const { mechanism, observer, key } = this;
    const { memory } = this.world;
    const name = stream === "" ? mechanism.id : `${mechanism.id}/${stream}`;
    const chances = mechanism.chances?.[stream];
    if (observer === undefined || chances === undefined) return new Draws(key, name, memory);
    return new WatchedDraws(
      key,
      name,
      memory,
      (whose, draw) => {
        const chance = chanceAt(chances, draw);
        return chance !== undefined && observer.watches(chance.of, whose);
      },
      (decision) => observer.decide(mechanism, stream, decision),
    );
  }
}

const termsUnder = ({ id }: Mechanism, parameters: Parameters, mode: "on" | "placebo"): Terms => ({
  parameters: parameters.mechanisms[id] as Record<string, unknown>,
  mode,
  rigidity: parameters.rigidity,
});

/** @returns [community] terms under the parameters in force; communities that share parameters share terms */
export function termsIn(mechanism: Mechanism, byCommunity: readonly Parameters[]): (Terms | undefined)[] {
  const known = new Map<Parameters, Terms | undefined>();
  return byCommunity.map((parameters) => {
    if (!known.has(parameters)) {
      const mode = modeUnder(mechanism, parameters);
      known.set(parameters, mode === "off" ? undefined : termsUnder(mechanism, parameters, mode));
    }
    return known.get(parameters);
  });
}

/** The parameters of the district; its mode, or that of the first community where the mechanism is on if it has none. */
function termsOfDistrict(mechanism: Mechanism, district: Parameters, terms: readonly (Terms | undefined)[]): Terms | undefined {
  const somewhere = terms.find((there) => there !== undefined);
  if (somewhere === undefined) return undefined;
  const mode = modeUnder(mechanism, district);
  return termsUnder(mechanism, district, mode === "off" ? somewhere.mode : mode);
}
