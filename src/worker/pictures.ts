import { matterStates, matterTypes, type World } from "../engine/index.ts";
import type { Run } from "../experiment/index.ts";
import { type CohortState, MOVES, type WeeklySummaries } from "../observation/index.ts";
import { type DensityFrame, densityFrame } from "./densityFrame.ts";
import { networkFrame, peopleFrame } from "./frames.ts";
import type { Keyframe, Keyframes } from "./keyframes.ts";
import { type Gathering, type MembershipsFrame, membershipsFrame } from "./membershipsFrame.ts";
import { type PersonFrame, personFrame } from "./personFrame.ts";
import type { InspectedKind, NetworkFrame, PeopleFrame } from "./protocol.ts";

/**
 * What the pictures of the page may ask of the worker, by name. `week` in an answer is the week that it shows: the
 * nearest kept to the one that was asked for. Weeks are kept from `first` on.
 */
export interface Pictures {
  /** What is known of each community in a week: states as in communityStates, [community * 12 + state]. */
  communities: { ask: { week: number }; frame: CommunitiesFrame };
  /** Moved between kinds of holders in a window of weeks: [(resource * 8 + from) * 8 + to], from `from` to `to`. */
  flows: { ask: { from: number; to: number }; frame: { from: number; to: number; flows: Float64Array<ArrayBuffer> } };
  /** Matters of one type, or (-1) of all: by state in every week kept, and from state to state in a window. */
  matters: { ask: { type: number; from: number; to: number }; frame: MattersFrame };
  /** Organizations covered, by form, reported and true activity: as in coverageByActivity. */
  coverage: { ask: { week: number }; frame: Dated & { counts: Uint32Array<ArrayBuffer> } };
  /** Lorenz curves: as in distributions. */
  curves: { ask: { week: number }; frame: Dated & { curves: Float64Array<ArrayBuffer> } };
  /** Means by community and age band: [((community * 19) + band) * 4 + state]. */
  cohorts: { ask: { week: number }; frame: Dated & { subdistrict: Uint8Array<ArrayBuffer>; cohorts: Uint8Array<ArrayBuffer> } };
  /** All residents on the ground. */
  density: { ask: { state: CohortState; width: number; week: number }; frame: DensityFrame };
  /** The residents of one community. */
  people: { ask: { community: number; week: number }; frame: PeopleFrame };
  /** The organization network. */
  network: { ask: { week: number }; frame: NetworkFrame };
  /** One agent and those in their four circles. */
  person: { ask: { kind: InspectedKind; index: number; week: number }; frame: PersonFrame };
  /** Who held together through a relation, quarter by quarter, in one community or (-1) in all. */
  memberships: { ask: { relation: Gathering; community: number }; frame: MembershipsFrame };
}
export type PictureName = keyof Pictures;

/** The week that is shown, and the first that is kept. */
interface Dated {
  week: number;
  first: number;
}

export interface CommunitiesFrame extends Dated {
  x: Float32Array<ArrayBuffer>;
  y: Float32Array<ArrayBuffer>;
  subdistrict: Uint8Array<ArrayBuffer>;
  village: Uint8Array<ArrayBuffer>;
  residents: Uint32Array<ArrayBuffer>;
  adults: Uint32Array<ArrayBuffer>;
  states: Float32Array<ArrayBuffer>;
  /** [state * 2] the least and the most of a state in any community and kept week; NaN where there is nothing to measure. */
  reach: Float32Array<ArrayBuffer>;
}

export interface MattersFrame {
  /** The first week of `standing` and the window of `moves`. */
  first: number;
  from: number;
  to: number;
  /** [(week - first) * 10 + state] */
  standing: Float64Array<ArrayBuffer>;
  /** [from * 10 + to]; `from` 10 is a matter that was not there before. */
  moves: Float64Array<ArrayBuffer>;
}

/** Draws up a picture. Reads the run and what is kept of it, changes nothing. */
export function picture<K extends PictureName>(run: Run, keyframes: Keyframes, name: K, ask: Pictures[K]["ask"]): Pictures[K]["frame"] {
  return makers[name](run.world, run.keepPast(), ask, keyframes);
}

/** The kept week that stands for one that was asked for; undefined for now, which the world itself shows. */
const keptWeek = (world: World, keyframes: Keyframes, week: number): Keyframe | undefined =>
  week >= world.week ? undefined : keyframes.nearest(week);

const dated = (past: WeeklySummaries, week: number): Dated => ({
  week: Math.max(past.first, Math.min(past.last, week)),
  first: past.first,
});

const makers: {
  [K in PictureName]: (world: World, past: WeeklySummaries, ask: Pictures[K]["ask"], keyframes: Keyframes) => Pictures[K]["frame"];
} = {
  communities: (world, past, { week }) => communitiesFrame(world, past, week),
  flows(_, past, { from, to }) {
    return { ...windowOf(past, from, to), flows: past.flows(from, to) };
  },
  matters(_, past, { type, from, to }) {
    const states = matterStates.length;
    const all = past.moves(from, to);
    const moves = new Float64Array(MOVES / matterTypes.length);
    for (let t = 0; t < matterTypes.length; t++)
      if (type < 0 || t === type) for (let k = 0; k < moves.length; k++) moves[k] += all[t * (states + 1) * states + k];
    return { first: past.first, ...windowOf(past, from, to), standing: past.standing(type), moves };
  },
  coverage: (_, past, { week }) => ({ ...dated(past, week), counts: past.week(week).coverage.slice() }),
  curves: (_, past, { week }) => ({ ...dated(past, week), curves: past.week(week).curves.slice() }),
  cohorts: ({ communities }, past, { week }) => ({
    ...dated(past, week),
    subdistrict: communities.columns.subdistrict.slice(0, communities.rows) as Uint8Array<ArrayBuffer>,
    cohorts: past.week(week).cohorts.slice(),
  }),
  density: (world, _, { state, width, week }, keyframes) => densityFrame(world, state, width, keptWeek(world, keyframes, week)),
  people: (world, _, { community, week }, keyframes) => peopleFrame(world, community, keptWeek(world, keyframes, week)),
  network: (world, { network }, { week }) => networkFrame(world, network, week),
  person: (world, { network }, { kind, index, week }, keyframes) => personFrame(world, { network, keyframes }, kind, index, week),
  memberships: (world, past, { relation, community }) => membershipsFrame(world, past, relation, community),
};

/** What is known of each community in a week, and where it lies. */
export function communitiesFrame({ communities }: World, past: WeeklySummaries, week: number): CommunitiesFrame {
  const { x, y, subdistrict, village, residents, adults } = communities.columns;
  const n = communities.rows;
  return {
    ...dated(past, week),
    x: x.slice(0, n) as Float32Array<ArrayBuffer>,
    y: y.slice(0, n) as Float32Array<ArrayBuffer>,
    subdistrict: subdistrict.slice(0, n) as Uint8Array<ArrayBuffer>,
    village: village.slice(0, n) as Uint8Array<ArrayBuffer>,
    residents: residents.slice(0, n) as Uint32Array<ArrayBuffer>,
    adults: adults.slice(0, n) as Uint32Array<ArrayBuffer>,
    states: past.week(week).communities.slice(),
    reach: past.reachOfCommunities(),
  };
}

/** The part of a window that is kept. Week 0 is the start: nothing moves in it. */
const windowOf = (past: WeeklySummaries, from: number, to: number) => ({
  from: Math.max(past.first, 1, from),
  to: Math.min(past.last, to),
});
