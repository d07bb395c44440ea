import { exchangeCircles, nodeKinds } from "../circles/index.ts";
import { holderKinds, type World } from "../engine/index.ts";
import type { Residents } from "../population/index.ts";
import { factsOf } from "./factsOf.ts";
import type { InspectedKind, Inspection } from "./protocol.ts";

/** Fellows of one circle that are listed. */
const FELLOWS = 40;
/** Matters that are listed. */
const MATTERS = 60;

/** What there is to say of one agent now. Reads the world, changes nothing. */
export function inspect(world: World, kind: InspectedKind, index: number): Inspection | undefined {
  const facts = factsOf(world, kind, index);
  if (facts === undefined) return undefined;
  return {
    kind,
    index,
    week: world.week,
    facts,
    ties: kind === "resident" ? residentTies(world, index) : exchangeTies(world, kind, index),
    matters: mattersOf(world, kind, index),
  };
}

function mattersOf(world: World, kind: InspectedKind, index: number): Inspection["matters"] {
  const { rows, columns: m } = world.matters;
  const code = holderKinds.indexOf(kind);
  const matters: Inspection["matters"] = [];
  for (let q = rows - 1; q >= 0 && matters.length < MATTERS; q--) {
    const concerned =
      kind === "resident"
        ? m.resident[q] === index || m.other[q] === index
        : kind === "community"
          ? m.community[q] === index
          : m.handlerKind[q] === code && m.handler[q] === index;
    if (concerned) matters.push({ serial: m.serial[q], type: m.type[q], state: m.state[q], raised: m.raised[q] });
  }
  return matters;
}

function exchangeTies(world: World, kind: InspectedKind, index: number): Inspection["ties"] {
  const t = world.exchangeTies.columns;
  const code = (nodeKinds as readonly InspectedKind[]).indexOf(kind);
  const ties: Inspection["ties"] = [];
  for (let e = 0; e < world.exchangeTies.rows; e++) {
    const circle = exchangeCircles[t.circle[e]];
    if (t.kindA[e] === code && t.a[e] === index) ties.push({ circle, kind: nodeKinds[t.kindB[e]], index: t.b[e] });
    else if (t.kindB[e] === code && t.b[e] === index) ties.push({ circle, kind: nodeKinds[t.kindA[e]], index: t.a[e] });
  }
  return ties;
}

/** Acquaintances, and fellows of the other circles: at most 40 of each, the first in the order of the residents. */
function residentTies(world: World, i: number): Inspection["ties"] {
  return [...acquaintancesOf(world, i), ...fellowsOf(world, i), ...bodiesOf(world, i)];
}

function acquaintancesOf({ ties: { offsets, degree, neighbors, core } }: World, i: number): Inspection["ties"] {
  const ties: Inspection["ties"] = [];
  for (let h = offsets[i]; h < offsets[i] + degree[i]; h++) {
    ties.push({ circle: "acquaintance", kind: "resident", index: neighbors[h], core: core[h] === 1 });
  }
  return ties;
}

/** Those at the same workplace, in the same branch, in the same interest group. */
function fellowsOf({ residents }: World, i: number): Inspection["ties"] {
  const { workplace } = residents.columns;
  const groups = groupsOf(residents, i);
  const branches = branchesOf(residents, i);
  const ties: Inspection["ties"] = [];
  const count = { interest: 0, industry: 0, party: 0 };
  const add = (circle: keyof typeof count, index: number) => {
    if (count[circle]++ < FELLOWS) ties.push({ circle, kind: "resident", index });
  };
  const shares = (mine: readonly number[], theirs: readonly number[]) => mine.some((one) => theirs.includes(one));
  for (let j = 0; j < residents.rows; j++) {
    if (j === i) continue;
    if (workplace[i] >= 0 && workplace[j] === workplace[i]) add("industry", j);
    if (branches.length > 0 && shares(branches, branchesOf(residents, j))) add("party", j);
    if (groups.length > 0 && shares(groups, groupsOf(residents, j))) add("interest", j);
  }
  return ties;
}

/** The branches, the workplace and the organization that a resident belongs to. */
function bodiesOf({ residents }: World, i: number): Inspection["ties"] {
  const { workplace, organization } = residents.columns;
  return [
    ...branchesOf(residents, i).map((index) => ({ circle: "party" as const, kind: "branch" as const, index })),
    ...(workplace[i] >= 0 ? [{ circle: "industry" as const, kind: "workplace" as const, index: workplace[i] }] : []),
    ...(organization[i] >= 0 ? [{ circle: "industry" as const, kind: "organization" as const, index: organization[i] }] : []),
  ];
}

const groupsOf = ({ columns: { groups } }: Residents, i: number): number[] =>
  [groups[i * 3], groups[i * 3 + 1], groups[i * 3 + 2]].filter((group) => group >= 0);

const branchesOf = ({ columns: { homeBranch, workBranch } }: Residents, i: number): number[] =>
  [homeBranch[i], workBranch[i]].filter((branch) => branch >= 0);
