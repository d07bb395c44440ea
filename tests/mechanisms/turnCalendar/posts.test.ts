import fc from "fast-check";
import { expect, it } from "vitest";
import { Simulation, type World } from "../../../src/engine/index.ts";
import { mechanisms } from "../../../src/mechanisms/index.ts";
import { MEETING } from "../../../src/population/index.ts";
import { busyDistricts } from "../../support/busyDistricts.ts";

const districts = await busyDistricts();

/** What is wrong with somebody's work, or with the books of workplaces, organizations and branches. */
function faultsOfWork({ residents, workplaces, organizations, branches }: World): string[] {
  const r = residents.columns;
  const faults: string[] = [];
  const [employees, employedMembers] = [new Int32Array(workplaces.rows), new Int32Array(workplaces.rows)];
  const [staff, members] = [new Int32Array(organizations.rows), new Int32Array(organizations.rows)];
  const say = (i: number, what: string) => faults.push(`resident ${i}, aged ${r.age[i]}, ${what}`);
  for (let i = 0; i < residents.rows; i++) {
    const [workplace, organization, branch] = [r.workplace[i], r.organization[i], r.workBranch[i]];
    if (r.employed[i] && (r.age[i] < 18 || r.age[i] >= 70)) say(i, "is employed");
    if (!r.employed[i] && (workplace >= 0 || organization >= 0)) say(i, "has a post and no employment");
    if (workplace >= 0 && organization >= 0) say(i, "has two posts");
    if (organization >= 0 && !organizations.columns.alive[organization]) say(i, "works for an organization that has closed");
    if (branch >= 0 && !r.member[i]) say(i, "reports to a branch and is no member");
    if (branch >= 0 && (!branches.columns.alive[branch] || branches.columns.form[branch] === MEETING))
      say(i, "reports to a branch that is none");
    if (branch >= 0 && workplace < 0 && organization < 0) say(i, "reports at work and has no post");
    if (branch >= 0 && organization >= 0 && organizations.columns.branch[organization] !== branch)
      say(i, "reports to the branch of another organization");
    if (workplace >= 0) employees[workplace]++;
    if (workplace >= 0) employedMembers[workplace] += r.member[i];
    if (organization >= 0) staff[organization]++;
    if (organization >= 0) members[organization] += r.member[i];
  }
  for (let k = 0; k < workplaces.rows; k++) {
    if (workplaces.columns.residentEmployees[k] !== employees[k]) faults.push(`workplace ${k} counts other employees`);
    if (workplaces.columns.members[k] !== employedMembers[k]) faults.push(`workplace ${k} counts other members`);
  }
  for (let g = 0; g < organizations.rows; g++) {
    if (!organizations.columns.alive[g]) continue;
    if (organizations.columns.staff[g] !== staff[g]) faults.push(`organization ${g} counts other staff`);
    if (organizations.columns.members[g] !== members[g]) faults.push(`organization ${g} counts other members`);
  }
  return faults;
}

it("however posts end (retirement, death, a move, a change of job, an organization that closes, a branch that is struck), nobody keeps one too many", () => {
  fc.assert(
    fc.property(fc.constantFrom(...districts), fc.integer({ min: 1, max: 1000 }), (of, seed) => {
      const simulation = Simulation.start({ ...of, seed: `posts ${seed}` }, mechanisms);
      const { world } = simulation;
      expect(faultsOfWork(world)).toEqual([]);
      for (let week = 1; week <= 60; week++) {
        simulation.step();
        expect(faultsOfWork(world), `week ${week}`).toEqual([]);
      }
    }),
    { numRuns: districts.length },
  );
}, 120_000);
