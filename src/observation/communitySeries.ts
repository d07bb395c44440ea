import type { World } from "../engine/index.ts";
import type { MeasureId } from "./measures/measures.ts";
import { AGE_BANDS, type CommunityState, cohortStates, communityStates, residentsByPlace, summarizeResidents } from "./summaries.ts";

/** Measures that are known of each community as well, with the state of it that they are. */
const states: Partial<Record<MeasureId, CommunityState>> = {
  participation_rate: "participation",
  participation_volunteering: "volunteering",
  awareness_understands: "awareness",
  motivation_mean: "motivation",
  satisfaction_mean: "satisfaction",
  trust_neighbours: "trustNeighbours",
  trust_community: "trustCommunity",
  norm_compliance: "norm",
  coverage_formal: "coverage",
  coverage_functional: "functional",
};

/** Ids of the measures that are known of each community. */
export const measuresByCommunity = Object.keys(states) as MeasureId[];

/** Weeks of each community, for whoever asks for a measure of one: it reads the world, draws nothing and changes nothing. */
export class CommunitySeries {
  private readonly places: number;
  private readonly cohorts: Uint8Array<ArrayBuffer>;
  /** [week][community * states + state] */
  private readonly weeks: Float32Array<ArrayBuffer>[] = [];

  constructor(world: World) {
    summarizeResidents(world);
    this.places = world.communities.rows;
    this.cohorts = new Uint8Array(this.places * AGE_BANDS * cohortStates.length);
  }

  /** Keeps the week that the world has just completed. */
  observe(world: World): void {
    const week = new Float32Array(this.places * communityStates.length);
    residentsByPlace(world, week, this.cohorts, () => {});
    this.weeks.push(week);
  }

  /** A measure of a community, week by week; NaN where there is nothing to measure. */
  series(id: MeasureId, community: number): Float64Array {
    const state = states[id];
    if (state === undefined) throw new Error(`communitySeries: ${id} is a measure of the whole district alone.`);
    const at = community * communityStates.length + communityStates.indexOf(state);
    return Float64Array.from(this.weeks, (week) => week[at]);
  }
}
