import { Agent, Environment, utils } from "flocc";
import { model as p, type Side } from "../model.ts";
import type { Town } from "../town.ts";

interface Group {
  size: number;
  active: number;
}

/**
 * The model as one writes it in flocc: agents with data, a tick that returns the new data, which flocc sets when all
 * have ticked; what all share in a tick is memoized in the environment. Acquaintances are an array of agents: flocc's
 * Network keeps a matrix of all pairs, which 10,000 agents cannot have. The normal is that of flocc (polar method).
 */
export function flocc(town: Town): Side {
  const environment = new Environment();
  const groups = (count: number) => Array.from({ length: count }, () => ({ size: 0, active: 0 }));
  const clubs = groups(town.clubs);
  const teams = groups(town.teams);

  for (let i = 0; i < town.residents; i++) {
    const club = clubs[town.club[i]];
    const team = teams[town.team[i]];
    club.size++;
    team.size++;
    environment.addAgent(new Agent({ trust: town.trust[i], will: town.will[i], active: town.active[i] === 1, club, team }));
  }
  const agents = environment.getAgents();
  for (let i = 0; i < town.residents; i++) {
    const acquaintances = Array.from(town.neighbors.subarray(town.offsets[i], town.offsets[i + 1]), (j) => agents[j]);
    agents[i].set({ acquaintances, tick });
  }

  /** Counts the active members of all groups: asked for by every agent, done once a tick. */
  const count = () => {
    for (const group of [...clubs, ...teams]) group.active = 0;
    for (const agent of environment.getAgents()) {
      if (!agent.get("active")) continue;
      (agent.get("club") as Group).active++;
      (agent.get("team") as Group).active++;
    }
    return true;
  };

  function tick(agent: Agent) {
    environment.memo(count, "active members");
    const acquaintances: Agent[] = agent.get("acquaintances");
    const trust: number = agent.get("trust");
    let active = 0;
    let sum = 0;
    for (const other of acquaintances) {
      if (other.get("active")) active++;
      sum += other.get("trust");
    }
    const some = acquaintances.length > 0;
    const club: Group = agent.get("club");
    const team: Group = agent.get("team");
    const pull =
      p.byAcquaintances * (some ? active / acquaintances.length : 0) +
      p.byClub * (club.active / club.size) +
      p.byTeam * (team.active / team.size) +
      p.byTrust * trust -
      p.byWill * agent.get("will");
    const mean = some ? sum / acquaintances.length : trust;
    return {
      trust: trust + p.trustPace * (mean - trust) + utils.gaussian(0, p.trustNoise),
      active: utils.uniform() < p.least + p.most * utils.clamp(pull, 0, 1),
    };
  }

  return {
    run(weeks) {
      environment.tick(weeks);
    },
    state: () => ({
      trust: Float32Array.from(agents, (agent) => agent.get("trust")),
      active: Uint8Array.from(agents, (agent) => (agent.get("active") ? 1 : 0)),
    }),
  };
}
