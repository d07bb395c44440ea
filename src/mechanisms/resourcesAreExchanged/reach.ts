import { GOVERNMENT } from "../../circles/index.ts";
import { COMMUNITY, ORGANIZATION, type World } from "../../engine/index.ts";

const RESOURCE_LINK = 3;

/** Whom communities and organizations can ask, as rows. */
export interface Reach {
  /** [community + 1] first place in `ties`. */
  readonly start: Uint32Array;
  /** Exchange ties of communities to organizations. */
  readonly ties: Uint32Array;
  /** [place in `ties`] the organization, its type, and how strong the tie is by now. */
  readonly organizations: Uint32Array;
  readonly types: Uint8Array;
  readonly strengths: Float64Array;
  /** [organization + 1] first place in `partners`. */
  readonly partnerStart: Uint32Array;
  /** Organizations that an organization is tied to, otherwise than through the government. */
  readonly partners: Uint32Array;
  /** Exchange ties that there were: those that come later are not in these rows. */
  readonly before: number;
  /** [community] mean share of the linking role among the organizations that it knows. */
  readonly link: Float64Array;
}

/** What a tie is here. */
const SERVICE = 1;
const PARTNERSHIP = 2;

/** Ties of each community to organizations, and partners of each organization. */
export function reachOf(world: World): Reach {
  const { rows } = world.exchangeTies;
  const communities = world.communities.rows;
  const { kindA, kindB, a, b, circle, strength } = world.exchangeTies.columns;
  const { alive, role, type } = world.organizations.columns;
  const is = world.scratch("matching/is", Uint8Array, rows);
  const start = new Uint32Array(communities + 1);
  const partnerStart = new Uint32Array(world.organizations.rows + 1);
  for (let e = 0; e < rows; e++) {
    const first = a[e];
    const second = b[e];
    is[e] = 0;
    if (kindB[e] !== ORGANIZATION || !alive[second]) continue;
    if (kindA[e] === COMMUNITY) {
      is[e] = SERVICE;
      start[first + 1]++;
    } else if (kindA[e] === ORGANIZATION && alive[first] && circle[e] !== GOVERNMENT) {
      is[e] = PARTNERSHIP;
      partnerStart[first + 1]++;
      partnerStart[second + 1]++;
    }
  }
  addUp(start);
  addUp(partnerStart);
  const places = start[communities];
  const ties = new Uint32Array(places);
  const organizations = new Uint32Array(places);
  const types = new Uint8Array(places);
  const strengths = new Float64Array(places);
  const partners = new Uint32Array(partnerStart[world.organizations.rows]);
  const cursor = start.slice();
  const partnerCursor = partnerStart.slice();
  for (let e = 0; e < rows; e++) {
    if (is[e] === SERVICE) {
      const h = cursor[a[e]]++;
      ties[h] = e;
      organizations[h] = b[e];
      types[h] = type[b[e]];
      strengths[h] = strength[e];
    } else if (is[e] === PARTNERSHIP) {
      partners[partnerCursor[a[e]]++] = b[e];
      partners[partnerCursor[b[e]]++] = a[e];
    }
  }
  const link = new Float64Array(communities);
  for (let c = 0; c < communities; c++) {
    const known = start[c + 1] - start[c];
    for (let h = start[c]; h < start[c + 1]; h++) link[c] += role[organizations[h] * 4 + RESOURCE_LINK] / known;
  }
  return { start, ties, organizations, types, strengths, partnerStart, partners, before: rows, link };
}

/** Numbers of each row become places at which each row begins. */
function addUp(starts: Uint32Array): void {
  for (let k = 1; k < starts.length; k++) starts[k] += starts[k - 1];
}
