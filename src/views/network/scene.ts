import type { Table } from "../figure.ts";
import type { Theme } from "../palette.ts";
import type { Surface } from "./surface.ts";

/** Something in a picture that can be pointed at. */
export interface Thing {
  kind: number;
  index: number;
  x: number;
  y: number;
  r: number;
  /** What is said of it: of thousands of things only one is pointed at, so it is made when it is asked for. */
  readonly text: string;
  /** Ties to other things, by their places in the list, and what is said of them; made when they are asked for as well. */
  readonly ties: readonly { to: number; readonly text: string }[];
}

/** What is pointed at: a thing, and one of its ties. */
export interface Focus {
  thing: number;
  tie?: number | undefined;
}

/** One picture of the network, laid out for a size. */
export interface Scene {
  things: readonly Thing[];
  /** Height that it takes, if not that which it was given. */
  height?: number;
  paint(surface: Surface, theme: Theme, focus: Focus | undefined): void;
  table(): Table;
}
