import { readFileSync, writeFileSync } from "node:fs";
import { type Ties, tiesFromPairs } from "../src/circles/index.ts";
import { setupStream } from "../src/random/index.ts";
import { model } from "./model.ts";

/** The residents of the reference model at the start, the same for every side. */
export interface Town {
  residents: number;
  clubs: number;
  teams: number;
  /** [resident + 1] first place of each row of neighbors; no room between the rows. */
  offsets: Uint32Array;
  neighbors: Uint32Array;
  /** [resident] */
  club: Uint32Array;
  team: Uint32Array;
  trust: Float32Array;
  will: Float32Array;
  active: Uint8Array;
}

export function makeTown(residents: number, seed: string): Town {
  const stream = setupStream(seed, "bench/town");
  const pairs = (residents * model.acquaintances) / 2;
  const a = new Uint32Array(pairs);
  const b = new Uint32Array(pairs);
  for (let e = 0; e < pairs; e++) {
    a[e] = Math.floor(e / (model.acquaintances / 2));
    const near = a[e] - model.places + stream.int(2 * model.places + 1);
    b[e] = stream.next() < model.near ? (near + residents) % residents : stream.int(residents);
  }
  const { offsets, degree, neighbors } = tiesFromPairs(residents, a, b, pairs);
  const town: Town = {
    residents,
    clubs: Math.max(1, Math.round(residents / model.clubSize)),
    teams: Math.max(1, Math.round(residents / model.teamSize)),
    offsets: new Uint32Array(residents + 1),
    neighbors: new Uint32Array(degree.reduce((sum, d) => sum + d, 0)),
    club: new Uint32Array(residents),
    team: new Uint32Array(residents),
    trust: new Float32Array(residents),
    will: new Float32Array(residents),
    active: new Uint8Array(residents),
  };
  for (let i = 0; i < residents; i++) {
    town.neighbors.set(neighbors.subarray(offsets[i], offsets[i] + degree[i]), town.offsets[i]);
    town.offsets[i + 1] = town.offsets[i] + degree[i];
    town.club[i] = stream.int(town.clubs);
    town.team[i] = stream.int(town.teams);
    town.trust[i] = stream.next();
    town.will[i] = stream.next();
    town.active[i] = stream.next() < model.activeAtStart ? 1 : 0;
  }
  return town;
}

/** The acquaintances as the engine keeps them. */
export function tiesOf({ residents, offsets, neighbors }: Town): Ties {
  const a = new Uint32Array(neighbors.length / 2);
  const b = new Uint32Array(a.length);
  let pairs = 0;
  for (let i = 0; i < residents; i++) {
    for (let h = offsets[i]; h < offsets[i + 1]; h++) {
      if (neighbors[h] < i) continue;
      a[pairs] = i;
      b[pairs++] = neighbors[h];
    }
  }
  return tiesFromPairs(residents, a, b, pairs);
}

/**
 * The acquaintances in compact rows, as the reference in C has them, but that each row has whole fours of places: behind
 * its last stands `residents`, who is nobody.
 */
export function compactTies({ residents, offsets, neighbors }: Town): Ties {
  const degree = Uint16Array.from({ length: residents }, (_, i) => offsets[i + 1] - offsets[i]);
  const first = new Uint32Array(residents + 1);
  for (let i = 0; i < residents; i++) first[i + 1] = first[i] + ((degree[i] + 3) & ~3);
  const rows = new Uint32Array(first[residents]).fill(residents);
  for (let i = 0; i < residents; i++) rows.set(neighbors.subarray(offsets[i], offsets[i + 1]), first[i]);
  return { offsets: first, degree, neighbors: rows, core: new Uint8Array(rows.length) };
}

/** Members of each group. */
export function sizesOf(groupOf: Uint32Array, groups: number): Uint32Array {
  const size = new Uint32Array(groups);
  for (const g of groupOf) size[g]++;
  return size;
}

/** The columns in the order of the file, which bench/reference/reference.c reads as well. */
const columns = (town: Town) => [town.offsets, town.neighbors, town.club, town.team, town.trust, town.will, town.active];

export function writeTown(path: string, town: Town): void {
  const head = Uint32Array.of(town.residents, town.neighbors.length, town.clubs, town.teams);
  writeFileSync(path, Buffer.concat([head, ...columns(town)].map((values) => new Uint8Array(values.buffer))));
}

export function readTown(path: string): Town {
  const { buffer } = new Uint8Array(readFileSync(path)); // a copy, so that columns start on whole words
  const [residents, ties, clubs, teams] = new Uint32Array(buffer, 0, 4);
  let at = 16;
  const words = <T>(make: new (buffer: ArrayBuffer, at: number, length: number) => T, length: number): T => {
    at += 4 * length;
    return new make(buffer, at - 4 * length, length);
  };
  return {
    residents,
    clubs,
    teams,
    offsets: words(Uint32Array, residents + 1),
    neighbors: words(Uint32Array, ties),
    club: words(Uint32Array, residents),
    team: words(Uint32Array, residents),
    trust: words(Float32Array, residents),
    will: words(Float32Array, residents),
    active: new Uint8Array(buffer, at, residents),
  };
}
