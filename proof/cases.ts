import { scenarioSchema } from "../src/mechanisms/index.ts";
import { parameterCatalog } from "../src/scenario/index.ts";

/** A scenario that every engine runs: one that comes along, with some parameters set. */
export interface Case {
  name: string;
  scenario: string;
  set: Readonly<Record<string, unknown>>;
  weeks: number;
  /** True if the page opens it by its address: the scenario is in its list. */
  onPage: boolean;
}

const small = { "population.residents": 1500, "organizations.count": 8 };
const rung = (name: string): Case => ({ name: `rung ${name}`, scenario: `ladder/${name}`, set: small, weeks: 60, onPage: false });

/** Every mechanism on, and of each other choice the last option that does not come by itself. */
const rarest = Object.fromEntries(
  parameterCatalog(scenarioSchema)
    .filter(({ type, path }) => type === "choice" && path !== "partyBuilding")
    .map(({ path, options = [], default: usual }) => [path, path.endsWith(".mode") ? "on" : options.filter((one) => one !== usual).at(-1)]),
);

/** A year and more where the yearly processes matter, else as short as shows every mechanism at work. */
export const cases: readonly Case[] = [
  ...["1-neighbours", "2-matters", "3-organizations", "4-circles", "5-programme"].map(rung),
  { name: "one community", scenario: "community", set: {}, weeks: 108, onPage: true },
  { name: "the district at 1:10", scenario: "zhonglou-tenth", set: {}, weeks: 10, onPage: true },
  {
    name: "an epidemic",
    scenario: "epidemic",
    set: { "population.residents": 6000, "population.communities": 2, "mechanisms.epidemic.startWeek": 8 },
    weeks: 30,
    onPage: true,
  },
  { name: "treated communities", scenario: "rigid-flexible", set: { "population.residents": 6000 }, weeks: 60, onPage: true },
  { name: "every choice at its rarest option", scenario: "community", set: rarest, weeks: 56, onPage: true },
  { name: "the placebo", scenario: "placebo", set: { "population.residents": 6000 }, weeks: 56, onPage: true },
];

/** What another engine answers for a case. */
export interface Answer {
  /** Digests, SHA-256; that of measures where it can be had. */
  state: string;
  measures: string | undefined;
}
