/** The part of AgentScript that the bench uses; the library brings no types. */
declare module "agentscript" {
  export interface Turtle {
    id: number;
    linkNeighbors(): AgentArray;
    [own: string]: any;
  }
  export interface AgentArray extends Array<Turtle> {
    ask(each: (turtle: Turtle) => void): void;
    count(which: (turtle: Turtle) => boolean): number;
    avg(key: string): number;
  }
  export class Model {
    turtles: AgentArray & { create(count: number, each: (turtle: Turtle) => void): Turtle[] };
    links: { createOne(from: Turtle, to: Turtle): unknown };
    setup(): void;
    step(): void;
  }
  export const util: {
    randomFloat(max: number): number;
    randomNormal(mean?: number, sigma?: number): number;
  };
}
