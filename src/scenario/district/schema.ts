import { z } from "zod";
import { sha256Hex } from "../sha256.ts";

/** The most communities, residents, organizations, rows of lists and corners of boundaries that a district of one's own may have. */
export const mostOfDistrict = {
  communities: 500,
  subdistricts: 60,
  residents: 2_000_000,
  organizations: 20_000,
  rows: 200_000,
  corners: 10_000,
  observed: 10_000,
} as const;

/** Oldest age that occurs; whoever is older counts as that old. */
export const OLDEST = 95;

const people = z.int().min(0).max(mostOfDistrict.residents);
const hours = z.int().min(0).max(65_535);
const share = z.number().min(0).max(1);
const name = z.string().min(1).max(80);
const row = z.int().min(0);
const AROUND = 50_000_000; // metres, more than once around the earth
const ring = z.array(z.int().min(-AROUND).max(AROUND)).min(6);

const community = z.strictObject({
  name,
  subdistrict: z
    .int()
    .min(0)
    .max(mostOfDistrict.subdistricts - 1),
  village: z.boolean().optional(),
  residents: people.min(1),
  households: people.optional(),
  elders: people.optional(),
  children: people.optional(),
  members: people.optional(),
  /** Weights of work-unit, resettlement and commodity estates. */
  estates: z.array(share).length(3).optional(),
  workers: z.int().min(0).max(10_000).optional(),
  sites: hours.optional(),
  treated: z.boolean().optional(),
  /** Metres east and north of the south-west corner of the district. */
  at: z.tuple([z.number(), z.number()]).optional(),
  /**
   * Its boundary, for maps alone: rings of the x and y of one corner after the other, in metres as `at` has them; its land lies
   * to the left of each, around holes too.
   */
  outline: z.array(ring).min(1).max(mostOfDistrict.corners).optional(),
});

/** How many of something a community has, or the district where none is named. */
const margin = z.strictObject({
  community: row.optional(),
  of: z.enum(["age", "owners", "employed"]),
  female: z.boolean().optional(),
  /** Ages from and to, both included. */
  from: z.int().min(0).max(OLDEST).optional(),
  to: z.int().min(0).max(OLDEST).optional(),
  /** Of residents; of owners, the share of households. */
  value: z.number().min(0),
});

const organization = z.strictObject({
  community: row,
  type: z.int().min(0).max(10).optional(),
  registered: z.boolean().optional(),
  staff: z.int().min(0).max(500).optional(),
  members: z.int().min(0).max(500).optional(),
  volunteers: z.int().min(0).max(10_000).optional(),
  /** Yuan of the last year by source, as the columns of organizations have them. */
  income: z.array(z.int().min(0).max(1_000_000_000)).length(5).optional(),
  /** Weeks since it was founded. */
  age: z.int().min(1).max(5200).optional(),
});

/** Branches that social organizations have, alone or together: rows of organizations. */
const branch = z.strictObject({ organizations: z.array(row).min(1).max(5) });

const unit = z.strictObject({
  community: row,
  /** Firm, school, hospital, public body. */
  kind: z.int().min(0).max(3).optional(),
  employees: z.int().min(1).max(5000).optional(),
});

/** An interest group, by the numbers of the people in it, who may be in others too. */
const group = z.strictObject({ community: row, people: z.array(row).min(1).max(500) });

const tie = z.strictObject({ a: row, b: row, strength: share.optional() });

/** What was observed of a measure in a week, or on average over weeks. No rule of the model goes by it. */
const observed = z.strictObject({
  measure: name,
  /** First and last week. */
  span: z.tuple([row.min(1), row.min(1)]).readonly(),
  community: row.optional(),
  value: z.number(),
  /** One standard error; 0 if it is exact. */
  error: z.number().min(0),
  /** The ends of its 95% interval, where these were given and no error. */
  interval: z.tuple([z.number(), z.number()]).readonly().optional(),
});

const content = z.strictObject({
  communities: z.array(community).min(1).max(mostOfDistrict.communities),
  subdistricts: z.array(name).min(1).max(mostOfDistrict.subdistricts),
  margins: z.array(margin).max(mostOfDistrict.rows).default([]),
  organizations: z.array(organization).max(mostOfDistrict.organizations).optional(),
  /** True if the branches of organizations were given, be there none. */
  branches: z.array(branch).max(mostOfDistrict.organizations).optional(),
  units: z.array(unit).max(mostOfDistrict.rows).optional(),
  groups: z.array(group).max(mostOfDistrict.rows).optional(),
  /** Ties between organizations. */
  ties: z.array(tie).max(mostOfDistrict.rows).optional(),
  /** Acquaintances of those who were asked: their mean and variance. */
  acquaintances: z.strictObject({ asked: z.int().min(1), mean: z.number().min(0).max(200), variance: z.number().min(0) }).optional(),
  /** Metres by which boundaries and positions lie apart, if that is how GCJ-02 lies from WGS-84. */
  shifted: z.int().min(1).optional(),
  series: z.array(observed).max(mostOfDistrict.observed).optional(),
});

/** What a district is known to be, out of tables; all else is drawn by the parameters of the scenario. */
export type DistrictContent = z.output<typeof content>;

const digested = content.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/) });
export type District = z.output<typeof digested>;
export type Margin = District["margins"][number];
/** Rings of a boundary: x and y of one corner after the other. */
export type Outline = readonly (readonly number[])[];

export const cornersOf = (outline: Outline): number => outline.reduce((sum, { length }) => sum + length / 2, 0);
export type ObservedValue = NonNullable<District["series"]>[number];

/** The content with the digest by which links and results name it. */
export function sealed(given: DistrictContent): District {
  const parsed = content.parse(given);
  return { digest: sha256Hex(JSON.stringify(parsed)), ...parsed };
}

/** Whether its digest is that of its content. */
export const isSealed = ({ digest, ...rest }: District): boolean => sha256Hex(JSON.stringify(content.parse(rest))) === digest;

const inRange = (rows: readonly { community?: number | undefined }[] | undefined, count: number): boolean =>
  (rows ?? []).every(({ community: at }) => at === undefined || at < count);

/** The district that a scenario has in its key `district`, as data. */
export const districtSchema = digested
  .refine((d) => [d.margins, d.organizations, d.units, d.groups, d.series].every((rows) => inRange(rows, d.communities.length)), {
    message: "names a community that is not there",
  })
  .refine((d) => d.communities.every(({ subdistrict }) => subdistrict < d.subdistricts.length), {
    message: "names a subdistrict that is not there",
  })
  .refine(
    ({ organizations: { length } = [], branches = [], ties = [] }) =>
      branches.every(({ organizations }) => organizations.every((g) => g < length)) && ties.every(({ a, b }) => a < length && b < length),
    { message: "names an organization that is not there" },
  )
  .refine((d) => d.communities.every(({ outline = [] }) => outline.every(({ length }) => length % 2 === 0)), {
    message: "has a boundary with half a corner",
  })
  .refine((d) => d.communities.reduce((sum, { outline = [] }) => sum + cornersOf(outline), 0) <= mostOfDistrict.corners, {
    message: "has boundaries of more corners than a map may have",
  })
  .meta({
    write: "the folder that “four-circles district read” has written",
    writeZh: "“four-circles district read”写出的文件夹",
    description: "The folder of a district of one's own, read from tables.",
    descriptionZh: "由自备表格读入的城区所在文件夹。",
  });
