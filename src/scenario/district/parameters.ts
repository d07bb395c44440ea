import type { Tree } from "../yaml.ts";
import type { District, Margin } from "./schema.ts";

type Community = District["communities"][number];

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** Organizations and residents of the default district, 1:10: where organizations are not given there are as many per head. */
const USUAL = { organizations: 110, residents: 65_854 };
const USUAL_HOUSEHOLD = 2.51;
/** The bounds of the parameters, where a district lies beyond them. */
const MOST = { children: 0.28, elders: 0.6, employed: 0.7, members: 0.3 };

/** Share of residents by a column of communities, over those of which it is given; undefined if it is of none. */
function shareOf({ communities }: District, key: "children" | "elders" | "members"): number | undefined {
  const given = communities.filter((one) => one[key] !== undefined);
  return given.length === 0 ? undefined : sum(given.map((one) => one[key] as number)) / sum(given.map(({ residents }) => residents));
}

const ofDistrict = ({ margins }: District, of: Margin["of"]) => margins.filter((one) => one.of === of && one.community === undefined);

/** Share of residents from an age to another in the margins of the district; undefined if they do not say. */
function shareOfAges(district: District, from: number, to: number): number | undefined {
  const ages = ofDistrict(district, "age");
  const inside = ages.filter((one) => (one.from ?? 0) >= from && (one.to ?? to) <= to);
  if (inside.length === 0 || !covers(inside, from, to)) return undefined;
  return sum(inside.map(({ value }) => value)) / residentsOf(district);
}

/** Whether margins cut a range of ages without a gap or an overlap, for all or for both sexes. */
function covers(margins: readonly Margin[], from: number, to: number): boolean {
  const cut = (female: boolean | undefined): boolean => {
    const bands = margins.filter((one) => one.female === female).sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
    let next = from;
    for (const { from: first = 0, to: last = to } of bands) {
      if (first !== next) return false;
      next = last + 1;
    }
    return next === to + 1;
  };
  const bySex = margins.some(({ female }) => female !== undefined);
  return bySex ? margins.every(({ female }) => female !== undefined) && cut(true) && cut(false) : cut(undefined);
}

export const residentsOf = ({ communities }: District): number => sum(communities.map(({ residents }) => residents));

function householdSize(communities: readonly Community[]): number | undefined {
  const given = communities.filter(({ households }) => households);
  if (given.length === 0) return undefined;
  return sum(given.map(({ residents }) => residents)) / sum(given.map(({ households }) => households as number));
}

function employedShare(district: District): number | undefined {
  const [whole] = ofDistrict(district, "employed");
  if (whole) return whole.value / residentsOf(district);
  const parts = district.margins.filter(({ of }) => of === "employed");
  if (parts.length === 0) return undefined;
  const residents = parts.map(({ community = 0 }) => district.communities[community].residents);
  return sum(parts.map(({ value }) => value)) / sum(residents);
}

/**
 * The parameters that a district gives: a scenario that names it starts from these, and may say otherwise. What keeps the
 * district as it is while people age, move and are replaced goes by them.
 */
export function parametersOf(district: District): Tree {
  const { communities, subdistricts, organizations, acquaintances } = district;
  const residents = residentsOf(district);
  const known = (key: keyof typeof MOST, share: number | undefined): Tree =>
    share === undefined ? {} : { [key]: rounded(within(share, 0, MOST[key])) };
  const size = householdSize(communities);
  const villages = communities.filter(({ village }) => village !== undefined);
  const registered = (organizations ?? []).filter((one) => one.registered !== undefined);
  return {
    population: {
      residents,
      communities: communities.length,
      subdistricts: subdistricts.length,
      ...(villages.length > 0 ? { villageShare: rounded(villages.filter(({ village }) => village).length / villages.length) } : {}),
      ...(size === undefined ? {} : { householdSize: rounded(within(size, 1.5, 4)) }),
      ...known("children", shareOf(district, "children") ?? shareOfAges(district, 0, 14)),
      ...known("elders", shareOf(district, "elders") ?? shareOfAges(district, 60, 95)),
      ...known("employed", employedShare(district)),
      ...known("members", shareOf(district, "members")),
    },
    organizations: {
      count: organizations?.length ?? Math.round((USUAL.organizations * residents) / USUAL.residents),
      ...(registered.length > 0 ? { registered: rounded(registered.filter((one) => one.registered).length / registered.length) } : {}),
    },
    ...(acquaintances === undefined
      ? {}
      : { circles: { acquaintances: rounded(within(acquaintances.mean, 0, 60)), dispersion: rounded(dispersionOf(acquaintances)) } }),
  };
}

/** Shape of the gamma that gives a negative binomial this mean and variance: variance = mean + mean² / shape. */
const dispersionOf = ({ mean, variance }: { mean: number; variance: number }): number =>
  variance <= mean ? 50 : within((mean * mean) / (variance - mean), 0.5, 50);

/** Households of a community: as given, or as many as usual. */
export const householdsOf = ({ residents, households }: Community, size = USUAL_HOUSEHOLD): number =>
  households ?? Math.max(1, Math.round(residents / size));
