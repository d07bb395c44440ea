import { GOVERNMENT } from "../../circles/index.ts";
import { COMMUNITY, ORGANIZATION, type World } from "../../engine/index.ts";

const RESOURCE_LINK = 3;

/** Whom communities and organizations can ask, as rows. */
export interface Reach {
  /** [community + 1] first place in `ties`. */
  readonly start: Uint32Array;
  /** Exchange ties of communities to organizations. */
  readonly ties: Uint32Array;
  /** [place in `ties`] type of the organization. */
  readonly types: Uint8Array;
  /** [organization + 1] first place in `partners`. */
  readonly partnerStart: Uint32Array;
  /** Organizations that an organization is tied to, otherwise than through the government. */
  readonly partners: Uint32Array;
  /** Exchange ties that there were: those that come later are not in these rows. */
  readonly known: number;
  /** [community] mean share of the linking role among the organizations that it knows. */
  readonly link: Float64Array;
}

/** Ties of each community to organizations, and partners of each organization. */
export function reachOf({ organizations, communities, exchangeTies }: World): Reach {
  const { kindA, kindB, a, b, circle } = exchangeTies.columns;
  const { alive, role, type } = organizations.columns;
  const isService = (e: number) => kindA[e] === COMMUNITY && kindB[e] === ORGANIZATION && alive[b[e]] === 1;
  const isPartnership = (e: number) =>
    kindA[e] === ORGANIZATION && kindB[e] === ORGANIZATION && alive[a[e]] === 1 && alive[b[e]] === 1 && circle[e] !== GOVERNMENT;
  const start = new Uint32Array(communities.rows + 1);
  const partnerStart = new Uint32Array(organizations.rows + 1);
  for (let e = 0; e < exchangeTies.rows; e++) {
    if (isService(e)) start[a[e] + 1]++;
    else if (isPartnership(e)) {
      partnerStart[a[e] + 1]++;
      partnerStart[b[e] + 1]++;
    }
  }
  addUp(start);
  addUp(partnerStart);
  const ties = new Uint32Array(start[communities.rows]);
  const types = new Uint8Array(ties.length);
  const partners = new Uint32Array(partnerStart[organizations.rows]);
  const cursor = start.slice();
  const partnerCursor = partnerStart.slice();
  for (let e = 0; e < exchangeTies.rows; e++) {
    if (isService(e)) {
      types[cursor[a[e]]] = type[b[e]];
      ties[cursor[a[e]]++] = e;
    } else if (isPartnership(e)) {
      partners[partnerCursor[a[e]]++] = b[e];
      partners[partnerCursor[b[e]]++] = a[e];
    }
  }
  const link = new Float64Array(communities.rows);
  for (let c = 0; c < communities.rows; c++) {
    const known = start[c + 1] - start[c];
    for (let h = start[c]; h < start[c + 1]; h++) link[c] += role[b[ties[h]] * 4 + RESOURCE_LINK] / known;
  }
  return { start, ties, types, partnerStart, partners, known: exchangeTies.rows, link };
}

/** Numbers of each row become places at which each row begins. */
function addUp(starts: Uint32Array): void {
  for (let k = 1; k < starts.length; k++) starts[k] += starts[k - 1];
}
