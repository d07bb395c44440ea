import { nodeKinds } from "../circles/index.ts";
import type { World } from "../engine/index.ts";
import { communityOf } from "../observation/index.ts";
import type { NetworkFrame, PeopleFrame } from "./protocol.ts";

const ORGANIZATION = nodeKinds.indexOf("organization");
/** Metres on a side of a building as it is drawn: buildings are 60 m apart. */
const SIDE = 46;
/** Metres between residents, where their building is not crowded. */
const APART = 4;

/** The organization network as it stands: organizations alive and all that they exchange with. */
export function networkFrame(world: World): NetworkFrame {
  const o = world.organizations.columns;
  const t = world.exchangeTies.columns;
  const nodes = new Map<number, number>();
  const kinds: number[] = [];
  const indexes: number[] = [];
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
  for (let g = 0; g < world.organizations.rows; g++) if (o.alive[g]) node(ORGANIZATION, g);
  const [source, target, circle, strength]: number[][] = [[], [], [], []];
  const stands = (kind: number, index: number) =>
    kind === ORGANIZATION ? o.alive[index] === 1 : kind !== nodeKinds.indexOf("branch") || world.branches.columns.alive[index] === 1;
  for (let e = 0; e < world.exchangeTies.rows; e++) {
    if (!stands(t.kindA[e], t.a[e]) || !stands(t.kindB[e], t.b[e])) continue;
    source.push(node(t.kindA[e], t.a[e]));
    target.push(node(t.kindB[e], t.b[e]));
    circle.push(t.circle[e]);
    strength.push(t.strength[e]);
  }
  const n = kinds.length;
  const of = (make: (k: number) => number) => Float32Array.from({ length: n }, (_, k) => make(k));
  const isOrganization = (k: number) => kinds[k] === ORGANIZATION;
  return {
    kind: Uint8Array.from(kinds),
    index: Int32Array.from(indexes),
    community: Int32Array.from({ length: n }, (_, k) => communityOf(world, kinds[k], indexes[k])),
    size: of((k) => (isOrganization(k) ? o.staff[indexes[k]] + o.volunteers[indexes[k]] / 4 : 0)),
    role: Uint8Array.from({ length: n }, (_, k) => (isOrganization(k) ? mainRole(o.role, indexes[k]) : 0)),
    covered: Uint8Array.from({ length: n }, (_, k) => (isOrganization(k) && o.coverage[indexes[k]] > 0 ? 1 : 0)),
    autonomy: of((k) => (isOrganization(k) ? o.autonomy[indexes[k]] : 0)),
    source: Uint32Array.from(source),
    target: Uint32Array.from(target),
    circle: Uint8Array.from(circle),
    strength: Float32Array.from(strength),
  };
}

function mainRole(role: Float32Array, g: number): number {
  let best = 0;
  for (let k = 1; k < 4; k++) if (role[g * 4 + k] > role[g * 4 + best]) best = k;
  return best;
}

/** The residents of one community, each standing in the grid of its building, which holds them all however many they are. */
export function peopleFrame(world: World, community: number): PeopleFrame {
  const r = world.residents.columns;
  const c = world.communities.columns;
  const b = world.buildings.columns;
  const first = c.firstResident[community];
  const n = c.residents[community];
  const since = world.week - 52;
  const x = new Float32Array(n);
  const y = new Float32Array(n);
  const participation = new Uint8Array(n);
  const motivation = new Float32Array(n);
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
    participation[k] = r.age[i] < 18 ? 0 : r.lastVolunteering[i] > since ? 3 : r.lastGovernance[i] > since ? 2 : 1;
    motivation[k] = r.motivation[i];
  }
  const firstBuilding = c.firstBuilding[community];
  return {
    community,
    first,
    x,
    y,
    participation,
    member: r.member.slice(first, first + n),
    awareness: r.awareness.slice(first, first + n),
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
