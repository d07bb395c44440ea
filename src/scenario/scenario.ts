import { z } from "zod";
import { choice, section, share, whole } from "./parameter.ts";
import { branchesSection } from "./sections/branches.ts";
import { circlesSection } from "./sections/circles.ts";
import { methodSection } from "./sections/method.ts";
import { organizationsSection } from "./sections/organizations.ts";
import { populationSection } from "./sections/population.ts";

/** A change of one parameter from a week on. */
export const interventionSchema = z.strictObject({
  week: z.int().min(1).max(3650),
  communities: z.union([z.literal("treated"), z.array(z.int().min(0))]).optional(),
  path: z.string().min(1),
  value: z.union([z.number(), z.boolean(), z.string(), z.array(z.number())]),
});
export type Intervention = z.output<typeof interventionSchema>;

/**
 * The schema of a scenario. Mechanisms stand further down the list of imports, so their sections are handed in.
 *
 * @param mechanisms  section of parameters by mechanism id
 */
export const composeScenario = (mechanisms: Readonly<Record<string, z.ZodType>>) =>
  z.strictObject({
    title: z.string().min(1).meta({ description: "Name shown to readers.", descriptionZh: "显示给读者的名称。" }),
    titleZh: z.string().min(1).optional().meta({ description: "The same in Chinese.", descriptionZh: "中文名称。" }),
    question: z.string().optional().meta({ description: "What to look for.", descriptionZh: "看什么。" }),
    seed: z
      .preprocess((value) => (typeof value === "number" ? String(value) : value), z.string().min(1))
      .default("1")
      .meta({
        description: "Any text. The same seed and scenario give the same run.",
        descriptionZh: "任意文本；同一种子与情景得到同一运行。",
      }),
    weeks: whole({ default: 624, min: 1, max: 3650, unit: "weeks", en: "Length of a run.", zh: "运行周数。", evidence: "P" }),
    burnInWeeks: whole({
      default: 104,
      min: 0,
      max: 3650,
      unit: "weeks",
      en: "Weeks left out of summaries.",
      zh: "汇总时剔除的预热周数。",
    }),
    partyBuilding: choice(["off", "on", "placebo"], {
      default: "on",
      en: "Master switch of the party-building programme.",
      zh: "党建总开关。",
      rows: ["F03"],
      evidence: "P",
    }),
    rigidity: share({
      default: 0.5,
      of: "full rigidity",
      en: "Multiplies every requirement of the party-building programme.",
      zh: "党建各项要求的刚性系数。",
      rows: ["H01"],
      prior: [0, 1],
      partyBuilding: true,
    }),
    withdrawal: whole({
      default: 0,
      min: 0,
      max: 3650,
      unit: "week",
      en: "Week from which all support of the programme is withdrawn; 0 never.",
      zh: "撤出党建支持的周；0表示不撤出。",
      rows: ["Z23"],
      partyBuilding: true,
    }),
    method: methodSection,
    population: populationSection,
    organizations: organizationsSection,
    branches: branchesSection,
    circles: circlesSection,
    mechanisms: section(mechanisms as z.ZodRawShape, { en: "Mechanisms of the week.", zh: "每周机制。" }),
    interventions: z
      .array(interventionSchema)
      .default([])
      .meta({ description: "Changes of parameters during the run.", descriptionZh: "运行中的参数变更。" }),
  });

export type ScenarioSchema = ReturnType<typeof composeScenario>;

/** A scenario as parsed, with the parameters of mechanisms by id. */
export type BaseScenario = Omit<z.output<ScenarioSchema>, "mechanisms"> & {
  mechanisms: Record<string, Record<string, unknown>>;
};
