import { type AgentArray, Model, type Turtle, util } from "agentscript";
import { model as p, type Side } from "../model.ts";
import type { Town } from "../town.ts";

interface Group {
  size: number;
  active: number;
}

/**
 * The model as one writes it in AgentScript: turtles with properties, links between acquaintances, a step that asks
 * the turtles twice (compute, then change), as LifeModel of its examples does. Neighbours are looked up once, since
 * links stay. The normal is that of AgentScript (Box-Muller).
 */
class TownModel extends Model {
  private readonly town: Town;
  private readonly groups: Group[] = [];

  constructor(town: Town) {
    super();
    this.town = town;
  }

  override setup(): void {
    const { town } = this;
    const groups = (count: number) => Array.from({ length: count }, () => ({ size: 0, active: 0 }));
    const clubs = groups(town.clubs);
    const teams = groups(town.teams);
    this.groups.push(...clubs, ...teams);
    this.turtles.create(town.residents, (t) => {
      t["trust"] = town.trust[t.id];
      t["will"] = town.will[t.id];
      t["active"] = town.active[t.id] === 1;
      t["nextTrust"] = 0;
      t["nextActive"] = false;
      t["club"] = clubs[town.club[t.id]];
      t["team"] = teams[town.team[t.id]];
      t["club"].size++;
      t["team"].size++;
    });
    this.turtles.ask((t) => {
      for (let h = town.offsets[t.id]; h < town.offsets[t.id + 1]; h++) {
        if (town.neighbors[h] > t.id) this.links.createOne(t, this.turtles[town.neighbors[h]]);
      }
    });
    this.turtles.ask((t) => {
      t["acquaintances"] = t.linkNeighbors();
    });
  }

  override step(): void {
    for (const group of this.groups) group.active = 0;
    this.turtles.ask((t) => {
      if (!t["active"]) return;
      t["club"].active++;
      t["team"].active++;
    });
    this.turtles.ask((t) => this.decide(t));
    this.turtles.ask((t) => {
      t["trust"] = t["nextTrust"];
      t["active"] = t["nextActive"];
    });
  }

  private decide(t: Turtle): void {
    const acquaintances = t["acquaintances"] as AgentArray;
    const some = acquaintances.length > 0;
    const share = some ? acquaintances.count((a) => a["active"]) / acquaintances.length : 0;
    const mean = some ? acquaintances.avg("trust") : t["trust"];
    const pull =
      p.byAcquaintances * share +
      p.byClub * (t["club"].active / t["club"].size) +
      p.byTeam * (t["team"].active / t["team"].size) +
      p.byTrust * t["trust"] -
      p.byWill * t["will"];
    t["nextTrust"] = t["trust"] + p.trustPace * (mean - t["trust"]) + util.randomNormal(0, p.trustNoise);
    t["nextActive"] = util.randomFloat(1) < p.least + p.most * Math.min(1, Math.max(0, pull));
  }
}

export function agentscript(town: Town): Side {
  const model = new TownModel(town);
  model.setup();
  return {
    run(weeks) {
      for (let w = 0; w < weeks; w++) model.step();
    },
    state: () => ({
      trust: Float32Array.from(model.turtles, (t) => t["trust"]),
      active: Uint8Array.from(model.turtles, (t) => (t["active"] ? 1 : 0)),
    }),
  };
}
