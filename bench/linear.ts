import { scenarioFrom } from "../src/cli/files.ts";
import { World } from "../src/engine/index.ts";
import { Run } from "../src/experiment/index.ts";
import type { KernelTarget } from "../src/kernels/index.ts";
import { mechanisms } from "../src/mechanisms/index.ts";

/** Weeks of the smallest district that are run first, so that compiling is not timed. */
const WARM = 26;
/** Weeks before those timed: circles are measured once a year, and in week 1. */
const FIRST = 4;
/** Weeks timed: three months, each with the work of every fourth week. */
const WEEKS = 12;
/** Of the district at 1:1: residents to a community, and to an organization. */
const COMMUNITY = 6394;
const ORGANIZATION = 599;

export interface LinearPoint {
  residents: number;
  /** Seconds of processor time to build the district. */
  build: number;
  /** Milliseconds of processor time a week: mean over three months. */
  week: number;
}

export interface Linearity {
  points: LinearPoint[];
  /** Exponents of residents in the time, by least squares on logarithms: 1 is linear. */
  weekExponent: number;
  buildExponent: number;
}

/** Times the full model, every mechanism on, by residents; communities and organizations grow with them. */
export async function linear(sizes: readonly number[], kernels: KernelTarget, tell: (text: string) => void): Promise<Linearity> {
  tell("full model: warming up");
  await timed(sizes[0], WARM, kernels);
  const points: LinearPoint[] = [];
  for (const residents of sizes) {
    points.push(await timed(residents, WEEKS, kernels));
    tell(`full model: ${residents} residents, ${points.at(-1)!.week.toFixed(1)} ms a week`);
  }
  return { points, weekExponent: exponent(points, (p) => p.week), buildExponent: exponent(points, (p) => p.build) };
}

async function timed(residents: number, weeks: number, kernels: KernelTarget): Promise<LinearPoint> {
  const scenario = await scenarioFrom("zhonglou", [
    `population.residents=${residents}`,
    `population.communities=${Math.max(1, Math.round(residents / COMMUNITY))}`,
    `organizations.count=${Math.max(1, Math.round(residents / ORGANIZATION))}`,
    `weeks=${FIRST + weeks}`,
  ]);
  let run!: Run;
  const build = processorTime(() => {
    run = Run.start(scenario, mechanisms, World.build(scenario, { kernels }));
  });
  for (let w = 0; w < FIRST; w++) run.step();
  const time = processorTime(() => {
    for (let w = 0; w < weeks; w++) run.step();
  });
  run.end();
  return { residents, build: build / 1000, week: time / weeks };
}

/** Milliseconds of processor time, of all threads of this process. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function exponent(points: readonly LinearPoint[], time: (point: LinearPoint) => number): number {
  const x = points.map(({ residents }) => Math.log(residents));
  const y = points.map((point) => Math.log(time(point)));
  const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const covariance = x.reduce((sum, v, k) => sum + (v - mx) * (y[k] - my), 0);
  return covariance / x.reduce((sum, v) => sum + (v - mx) ** 2, 0);
}
