import { defineMechanism, MONEY, ORGANIZATION } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";

/** Organizations hire from reserves, let go without them, and their volunteers come and go [M05]. */
export const growth = defineMechanism({
  id: "growth",
  verb: "organizationsComeAndGo",
  title: { en: "Growth of organizations", zh: "组织成长" },
  summary: {
    en: "An organization with money for a year hires; one without money lets somebody go; volunteers follow reputation.",
    zh: "资金足够一年者增聘，无资金者减员；志愿者随声誉增减。",
  },
  rows: ["M05", "Z15"],
  sheet: {
    equation:
      "money ≥ r (staff + 1): staff + 1 with chance 1 − e^(−h/13) ; money = 0: staff − 1 ; volunteers ± 1 at rates v T and v (1 − T) · volunteers / 12",
    symbols: { r: "reserve for each member of staff, yuan", h: "hiring a year", v: "turnover of volunteers a year", T: "reputation, 0-1" },
    source: "M05: exchange is how organizations grow. Values are judgements.",
    departures: "Those hired are employed residents of the same community who work outside the district.",
    draws: "agent = organization: 0 hires, 1 whom, 2 lets go, 3 volunteer joins, 4 volunteer leaves.",
    harm: "none",
  },
  chances: {
    "": {
      0: { of: "organization", en: "hires", zh: "招聘员工" },
      2: { of: "organization", en: "lets someone go", zh: "减少员工" },
      3: { of: "organization", en: "a volunteer joins", zh: "新增志愿者" },
      4: { of: "organization", en: "a volunteer leaves", zh: "志愿者离开" },
    },
  },
  parameters: {
    reserve: quantity({
      default: 40_000,
      min: 0,
      max: 500_000,
      unit: "yuan",
      en: "Reserve for each member of staff, r.",
      zh: "每名员工所需储备。",
    }),
    hiring: quantity({ default: 0.2, min: 0, max: 12, unit: "a year", en: "Hiring, h.", zh: "年招聘率。" }),
    letGo: quantity({ default: 0.2, min: 0, max: 12, unit: "a year", en: "Letting go without money.", zh: "无资金时的年减员率。" }),
    volunteers: quantity({ default: 3, min: 0, max: 50, unit: "a year", en: "Turnover of volunteers, v.", zh: "志愿者年更替。" }),
  },
  reads: ["ledger", "organizations.reputation", "residents.employed"],
  writes: [
    "organizations.staff",
    "organizations.members",
    "organizations.volunteers",
    "residents.organization",
    "residents.workBranch",
    "branches.members",
  ],
  measures: ["idle_share", "matched_share", "orgs_closed"],
  step(world, context) {
    if (context.week % 4 !== 3) return;
    const { communities, residents, ledger, branches } = world;
    const o = world.organizations.columns;
    const r = residents.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      const c = o.community[g];
      if (!o.alive[g] || context.mode(c) === "off") continue;
      const p = context.of(c);
      const trusted = (o.reputation[g * 2] + 1) / (o.reputation[g * 2] + o.reputation[g * 2 + 1] + 2);
      if (o.volunteers[g] < 1000 && context.draws.chance(g, chanceOf((p.volunteers * trusted) / 13), 3)) o.volunteers[g]++;
      if (o.volunteers[g] > 0 && context.draws.chance(g, chanceOf((p.volunteers * (1 - trusted) * o.volunteers[g]) / 12 / 13), 4))
        o.volunteers[g]--;
      if (!o.registered[g]) continue;
      const money = ledger.balance(MONEY, ORGANIZATION, g);
      const hires = money >= p.reserve * (o.staff[g] + 1) && o.staff[g] < 500 && context.draws.chance(g, chanceOf(p.hiring / 13), 0);
      const loses = money === 0 && o.staff[g] > 1 && context.draws.chance(g, chanceOf(p.letGo / 13), 2);
      if (!hires && !loses) continue;
      const first = hires ? communities.columns.firstResident[c] : 0;
      const count = hires ? communities.columns.residents[c] : residents.rows;
      const start = context.draws.below(g, count, 1);
      for (let k = 0; k < count; k++) {
        const i = first + ((start + k) % count);
        if (hires ? !r.employed[i] || r.unit[i] >= 0 || r.organization[i] >= 0 : r.organization[i] !== g) continue;
        const change = hires ? 1 : -1;
        r.organization[i] = hires ? g : -1;
        o.staff[g] += change;
        if (r.member[i]) {
          o.members[g] += change;
          const b = o.branch[g];
          if (b >= 0 && hires && r.workBranch[i] < 0) {
            r.workBranch[i] = b;
            branches.columns.members[b]++;
          } else if (b >= 0 && !hires && r.workBranch[i] === b) {
            r.workBranch[i] = -1;
            if (branches.columns.members[b] > 0) branches.columns.members[b]--;
          }
        }
        break;
      }
    }
  },
});
