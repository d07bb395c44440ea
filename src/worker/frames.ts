import { exchangeCircles, nodeKinds } from "../circles/index.ts";
import type { World } from "../engine/index.ts";
import { communityOf, type NetworkHistory, relations } from "../observation/index.ts";
import { awarenessOf, codesNow, doingOf, type Keyframe, MOTIVATION, memberOf } from "./keyframes.ts";
import type { NetworkFrame, PeopleFrame } from "./protocol.ts";

const ORGANIZATION = nodeKinds.indexOf("organization");
const ROLE = relations.indexOf("role");
/** Metres on a side of a building as it is drawn: buildings are 60 m apart. */
const SIDE = 46;
/** Metres between residents, where their building is not crowded. */
const APART = 4;

/** Weeks for which an organization is new, and for which one that closed is still shown. */
const QUARTER = 13;
const [OPERATES, NEW, CLOSED] = [0, 1, 2];

/** The organization network in a week, as far as it is kept. */
export function networkFrame(world: World, history: NetworkHistory, asked: number): NetworkFrame {
  const week = Math.max(history.first, Math.min(history.last, asked));
  const o = world.organizations.columns;
  const c = world.communities.columns;
  const nodes = new Map<number, number>();
  const [kinds, indexes]: number[][] = [[], []];
  const node = (kind: number, index: number) => {
    const key = kind * 2 ** 32 + index;
    let at = nodes.get(key);
    if (at === undefined) {
      at = kinds.length;
      nodes.set(key, at);
      kinds.push(kind);
      indexes.push(index);
    }
    return at;
  };
  const ever = new Uint16Array(world.communities.rows);
  const everInSubdistrict = new Map<number, number>();
  const [place, placeInSubdistrict, state]: number[][] = [[], [], []];
  for (let g = 0; g < world.organizations.rows; g++) {
    const subdistrict = c.subdistrict[o.community[g]];
    const older = everInSubdistrict.get(subdistrict) ?? 0;
    everInSubdistrict.set(subdistrict, older + 1);
    const before = ever[o.community[g]]++;
    const stands = stateIn(world, g, week);
    if (stands === undefined) continue;
    node(ORGANIZATION, g);
    place.push(before);
    placeInSubdistrict.push(older);
    state.push(stands);
  }
  const [source, target, circle, since, role]: number[][] = [[], [], [], [], []];
  for (const { kindA, a, kindB, b, relation, from } of history.at(week)) {
    if (relation === ROLE) role[a] = b;
    if (relation >= exchangeCircles.length) continue;
    source.push(node(kindA, a));
    target.push(node(kindB, b));
    circle.push(relation);
    since.push(from);
  }
  const ofOrganization = (value: (g: number) => number) =>
    Uint8Array.from(kinds, (kind, k) => (kind === ORGANIZATION ? value(indexes[k]) : 0));
  const filled = (values: readonly number[]) => Uint16Array.from(kinds, (_, k) => values[k] ?? 0);
  return {
    week,
    first: history.first,
    kind: Uint8Array.from(kinds),
    index: Int32Array.from(indexes),
    community: Int32Array.from(kinds, (kind, k) => communityOf(world, kind, indexes[k])),
    place: filled(place),
    placeInSubdistrict: filled(placeInSubdistrict),
    state: Uint8Array.from(kinds, (_, k) => state[k] ?? OPERATES),
    role: ofOrganization((g) => role[g] ?? 0),
    type: ofOrganization((g) => o.type[g]),
    source: Uint32Array.from(source),
    target: Uint32Array.from(target),
    circle: Uint8Array.from(circle),
    since: Int32Array.from(since),
    x: Float32Array.from(c.x.subarray(0, world.communities.rows)),
    y: Float32Array.from(c.y.subarray(0, world.communities.rows)),
    subdistrict: Uint8Array.from(c.subdistrict.subarray(0, world.communities.rows)),
    ever,
  };
}

/** How it stood with an organization at the end of a week; undefined before it was founded and once it is forgotten. */
function stateIn({ organizations }: World, g: number, week: number): number | undefined {
  const { founded, closed } = organizations.columns;
  if (founded[g] > week) return undefined;
  if (closed[g] >= 0 && closed[g] <= week) return closed[g] > week - QUARTER ? CLOSED : undefined;
  return founded[g] > Math.max(0, week - QUARTER) ? NEW : OPERATES;
}

/**
 * The residents of one community, each standing in the grid of its building, which holds them all however many they are:
 * as they are, or as they were in a week that was kept.
 */
export function peopleFrame(world: World, community: number, kept?: Keyframe): PeopleFrame {
  const r = world.residents.columns;
  const c = world.communities.columns;
  const b = world.buildings.columns;
  const first = c.firstResident[community];
  const n = c.residents[community];
  const x = new Float32Array(n);
  const y = new Float32Array(n);
  const participation = new Uint8Array(n);
  const member = new Uint8Array(n);
  const awareness = new Uint8Array(n);
  const motivation = new Float32Array(n);
  const codeOf = kept ? (i: number) => kept.state[i] : codesNow(world);
  const room = new Float32Array(n);
  for (let k = 0; k < n; k++) {
    const i = first + k;
    const at = r.building[i];
    const within = i - b.firstResident[at];
    const row = Math.max(Math.floor(SIDE / APART), Math.ceil(Math.sqrt(b.residents[at])));
    const apart = SIDE / row;
    x[k] = b.x[at] - SIDE / 2 + ((within % row) + 0.5) * apart;
    y[k] = b.y[at] - SIDE / 2 + (Math.floor(within / row) + 0.5) * apart;
    room[k] = apart;
    const code = codeOf(i);
    participation[k] = doingOf(code);
    member[k] = memberOf(code);
    awareness[k] = awarenessOf(code);
    motivation[k] = kept ? kept.motivation[i] / MOTIVATION : r.motivation[i];
  }
  const firstBuilding = c.firstBuilding[community];
  return {
    week: kept?.week ?? world.week,
    community,
    first,
    x,
    y,
    participation,
    member,
    awareness,
    motivation,
    room,
    side: SIDE,
    buildings: Array.from({ length: c.buildings[community] }, (_, k) => ({
      x: b.x[firstBuilding + k],
      y: b.y[firstBuilding + k],
      estate: b.estate[firstBuilding + k],
    })),
  };
}
