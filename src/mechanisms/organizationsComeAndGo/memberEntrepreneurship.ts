import { defineMechanism, MONTHS } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";
import { foundOrganization } from "./foundOrganization.ts";

const ADULT = 18;

/** Party members found organizations; their ties may keep others out [T11, T12]. */
export const memberEntrepreneurship = defineMechanism({
  id: "memberEntrepreneurship",
  phase: "organizationsComeAndGo",
  scope: "district",
  every: "month",
  inWeek: 0,
  title: { en: "Entrepreneurship of members", zh: "党员创业" },
  summary: {
    en: "Members found organizations, above all at venture bases; others find less room.",
    zh: "党员创办社会组织，创业基地尤多；其他组织空间变小。",
  },
  rows: ["T11", "T12"],
  partyBuilding: true,
  specification: {
    equation: "founded ~ Poisson(f N0 (1 + b · bases) / 13) a month by a drawn member",
    symbols: {
      f: "founding a year per organization of the start",
      b: "pull of a venture base",
    },
    source: "T11: founders with ties crowd out others (densityDependence); T12: location effects only. Values are judgements.",
    departures: "Bases are a share of communities, the first ones.",
    draws: "agent = 0: 0 number; stream founder, agent = organization: 0 who, 1 at a base; stream new, agent = organization: features.",
    placebo: "The same call to everyone: as many are founded, by any adults.",
    harm: "Where organizations crowd each other, those that members found close others.",
  },
  chances: {
    founder: {
      1: { of: "organization", en: "is founded at a venture base", zh: "在创业基地成立" },
    },
  },
  parameters: {
    founding: quantity({
      label: { en: "Founding rate", zh: "创办率" },
      help: { en: "By members, without any venture base.", zh: "没有创业基地时由党员创办。" },
      default: 0.01,
      min: 0,
      max: 1,
      unit: "a year per organization of the start",

      rows: ["T11"],
    }),
    bases: share({
      label: { en: "Venture bases", zh: "创业基地占比" },
      help: { en: "Communities that have one.", zh: "设有基地的社区。" },
      default: 0.03,
      of: "communities",
      rows: ["T12"],
      evidence: "P",
      source: "Three bases are named [T12], in a district of 103 communities [S12].",
    }),
    pull: quantity({
      label: { en: "Pull of a base", zh: "基地吸引力" },
      help: {
        en: "Founding added if every community had a base, against the usual rate.",
        zh: "所有社区都设基地时增加的创办，相当于一般水平的倍数。",
      },
      default: 5,
      min: 0,
      max: 100,
      unit: "times",
      rows: ["T12"],
    }),
  },
  ofDistrict: ["founding", "bases", "pull"],
  reads: ["residents.member", "residents.workplace"],
  writes: ["exchangeTies", "organizations", "residents.organization"],
  measures: ["orgs_founded", "orgs_alive"],
  step(world, context) {
    const { parameters: p, mode } = context;
    const { organizations, communities, residents } = world;
    const { member, age } = residents.columns;
    const where = (c: number) => context.at(c)?.mode === mode;
    const bases = p.bases > 0 ? Math.max(1, Math.round(p.bases * communities.rows)) : 0;
    const rate = (p.founding * world.scenario.organizations.count * (1 + (p.pull * bases) / communities.rows)) / MONTHS;
    const founded = context.draws.poisson(0, rate, 0);
    const who = context.stream("founder");
    const fresh = context.stream("new");
    const first = organizations.rows;
    for (let k = 0; k < founded; k++) {
      const row = first + k;
      const atBase = bases > 0 && who.chance(row, (p.pull * bases) / communities.rows / (1 + (p.pull * bases) / communities.rows), 1);
      const c = atBase ? who.below(row, bases, 2) : -1;
      const [from, count] = atBase ? [communities.columns.firstResident[c], communities.columns.residents[c]] : [0, residents.rows];
      const start = who.below(row, count, 0);
      let founder = -1;
      for (let step = 0; step < count && founder < 0; step++) {
        const i = from + ((start + step) % count);
        if (mode === "on" ? member[i] : age[i] >= ADULT) founder = i;
      }
      if (founder < 0) continue;
      foundOrganization(world, context.week, { resident: founder, where }, fresh, row);
    }
  },
});
