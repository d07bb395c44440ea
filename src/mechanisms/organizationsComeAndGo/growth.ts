import { defineMechanism, MONEY, MONTHS, ORGANIZATION, type World } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";
import { reputed } from "../everyoneLearns/reputation.ts";
import { hire, letGo, listedStaff, listStaff, volunteersJoin, volunteersLeave, wantsMember } from "./staffing.ts";

/** Organizations hire from reserves, let go without them, and their volunteers come and go [M05]. */
export const growth = defineMechanism({
  id: "growth",
  phase: "organizationsComeAndGo",
  scope: "organization",
  every: "month",
  inWeek: 3,
  title: { en: "Growth of organizations", zh: "组织成长" },
  summary: {
    en: "Organizations with more money in reserve hire, those with less let staff go; staff without motivation or say quit; volunteers follow reputation.",
    zh: "储备较多的组织招聘，储备不足的减员；缺少动机与自主性的职工离职；志愿者随声誉增减。",
  },
  rows: ["M05", "Z15"],
  specification: {
    equation:
      "M > r (staff + 1): staff + 1 with chance 1 − e^(−h (M / r − staff − 1) / 13) ; M < r staff: staff − 1 with chance 1 − e^(−h (staff − M / r) / 13) ; one of the staff quits and is replaced at rate q staff (1 − (aut + m̄) / 2) ; volunteers leave at rate v (1 − T) each, and join at rate v n (1 − T̄) T / T̄",
    symbols: {
      M: "money held, yuan",
      r: "reserve for each member of staff, yuan",
      h: "staff hired or let go a year, for each that the money calls for",
      v: "rate a year at which a volunteer leaves an organization without any reputation",
      n: "standing volunteers of an organization at the start, a mean",
      q: "rate of quitting a year of staff with neither motivation nor autonomy",
      "aut, m̄": "autonomy of the organization, and mean intrinsic motivation of its staff, 0-1",
      "T, T̄": "reputation, 0-1, and its mean over organizations",
    },
    source: "M05: exchange is how organizations grow. Values are judgements.",
    departures: "Those hired are employed residents of the same community who work outside the district.",
    draws:
      "agent = organization: 0 hires, 1 whom, 2 lets go, 3 volunteers who join, 4 volunteers who leave, 5 one quits, 6 who, 7 who follows, 8 whether the one hired is a party member.",
    harm: "none",
  },
  chances: {
    "": {
      0: { of: "organization", en: "hires a member of staff", zh: "招聘专职人员" },
      2: { of: "organization", en: "lets a member of staff go", zh: "减少专职人员" },
      5: { of: "organization", en: "a member of staff quits", zh: "专职人员离职" },
    },
  },
  parameters: {
    quitting: quantity({
      label: { en: "Staff who quit", zh: "离职率" },
      help: {
        en: "Of staff without any motivation in an organization without autonomy; with half of both, half as many.",
        zh: "职工毫无动机且组织毫无自主性时；两者各半则减半。",
      },
      default: 0.3,
      min: 0,
      max: 6,
      unit: "a year",
      rows: ["H03", "Z25"],
      prior: [0.05, 0.8],
    }),
    reserve: quantity({
      label: { en: "Reserve", zh: "储备" },
      help: {
        en: "Held for each member of staff; with more an organization hires, with less it lets staff go.",
        zh: "按每名专职人员计算；多于此数则招聘，少于此数则减员。",
      },
      default: 10_000,
      min: 0,
      max: 500_000,
      unit: "yuan",
      prior: [5_000, 35_000],
    }),
    adjusting: quantity({
      label: { en: "Change of staff", zh: "人员调整率" },
      help: {
        en: "Hired for each member of staff at twice the reserve, and let go without any.",
        zh: "储备为标准的两倍时每名专职人员对应的招聘数；没有储备时的减员数。",
      },
      default: 0.5,
      min: 0,
      max: 12,
      unit: "a year",
      prior: [0.2, 2],
    }),
    volunteers: quantity({
      label: { en: "Turnover of volunteers", zh: "志愿者更替" },
      help: {
        en: "Leave an organization without any reputation, for each there; with a full one none leave. One of usual reputation gains as many as it loses.",
        zh: "毫无声誉的组织中每名志愿者的离开率；声誉最高时无人离开。声誉居中的组织得失相当。",
      },
      default: 1,
      min: 0,
      max: 12,
      unit: "a year",
      source: "One in three volunteers did not go on the next year [S190], at the usual reputation of two thirds.",
      prior: [0.5, 2],
    }),
  },
  reads: [
    "ledger",
    "organizations.alive",
    "organizations.autonomy",
    "organizations.branch",
    "organizations.community",
    "organizations.meeting",
    "organizations.registered",
    "organizations.reputation",
    "residents.homeBranch",
    "residents.member",
    "residents.motivation",
    "residents.workplace",
  ],
  writes: [
    "branches.members",
    "organizations.members",
    "organizations.newcomers",
    "organizations.staff",
    "organizations.volunteers",
    "residents.organization",
    "residents.workBranch",
  ],
  measures: ["idle_share", "matched_share", "orgs_closed"],
  begin(world) {
    setMeanReputation(world);
    listStaff(world);
  },
  step(world, { parameters: p, draws }, g) {
    const o = world.organizations.columns;
    const trusted = reputed(world.organizations, g);
    const left = draws.poisson(g, (p.volunteers / MONTHS) * (1 - trusted) * o.volunteers[g], 4);
    const usual = meanReputation(world)[0];
    const joined = draws.poisson(g, (p.volunteers / MONTHS) * (1 - usual) * world.scenario.organizations.volunteers * (trusted / usual), 3);
    volunteersLeave(world, g, left);
    volunteersJoin(world, g, joined);
    if (!o.registered[g]) return;
    const staff = listedStaff(world);
    const affords = p.reserve > 0 ? world.ledger.balance(MONEY, ORGANIZATION, g) / p.reserve : o.staff[g] + 2;
    if (o.staff[g] > 0 && draws.chance(g, chanceOf((p.quitting * o.staff[g] * discontent(world, g)) / MONTHS), 5)) {
      // Somebody else has the post at once, if somebody is to be had, and a member that of a member.
      hire(world, draws, g, 7, letGo(world, staff, draws, g, 6));
      return;
    }
    const chance = (posts: number) => chanceOf((p.adjusting * Math.max(0, posts)) / MONTHS);
    if (o.staff[g] < 500 && draws.chance(g, chance(affords - o.staff[g] - 1), 0)) hire(world, draws, g, 1, wantsMember(world, draws, g, 8));
    else if (o.staff[g] > 1 && draws.chance(g, chance(o.staff[g] - affords), 2)) letGo(world, staff, draws, g, 1);
  },
});

/** [0] mean reputation of the organizations that live. */
const meanReputation = (world: World) => world.scratch("growth/reputation", Float64Array, 1);

function setMeanReputation(world: World): void {
  const { organizations } = world;
  let sum = 0;
  let living = 0;
  for (let g = 0; g < organizations.rows; g++) {
    if (!organizations.columns.alive[g]) continue;
    sum += reputed(organizations, g);
    living++;
  }
  meanReputation(world)[0] = living > 0 ? sum / living : 0.5;
}

/** What staff miss: say in what they do, and motivation of their own, 0-1. */
function discontent(world: World, g: number): number {
  const { organizations } = world;
  const { motivation } = world.residents.columns;
  const { first, residents } = listedStaff(world);
  let sum = 0;
  for (let k = first[g]; k < first[g + 1]; k++) sum += motivation[residents[k]];
  return 1 - (organizations.columns.autonomy[g] + sum / organizations.columns.staff[g]) / 2;
}
