import { z } from "zod";
import { districtSchema } from "./district/schema.ts";
import { choice, level, section, whole } from "./parameter.ts";
import { branchesSection } from "./sections/branches.ts";
import { circlesSection } from "./sections/circles.ts";
import { mattersSection } from "./sections/matters.ts";
import { methodSection } from "./sections/method.ts";
import { organizationsSection } from "./sections/organizations.ts";
import { populationSection } from "./sections/population.ts";
import { pricesSection } from "./sections/prices.ts";

/** A seed that is written without quotes. A number that has another value than its digits say is none. */
export const seedText = (value: unknown): unknown =>
  typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : value;

/** A change of one parameter from a week on. */
export const interventionSchema = z.strictObject({
  week: z.int().min(1).max(3650).meta({ write: "a week, a whole number from 1 to 3650", writeZh: "周，为 1 到 3650 之间的整数" }),
  communities: z
    .union([z.literal("treated"), z.array(z.int().min(0)).min(1)])
    .optional()
    .meta({ write: "treated, or a list of numbers such as [0, 2]", writeZh: " treated，或编号列表，如 [0, 2]" }),
  path: z.string().min(1).meta({ write: "the path of a parameter, such as rigidity", writeZh: "参数路径，如 rigidity" }),
  value: z
    .union([z.number(), z.boolean(), z.string(), z.array(z.number())])
    .meta({ write: "a number, true, false, a word or a list of numbers", writeZh: "数、true、false、一个词或数列" }),
});
export type Intervention = z.output<typeof interventionSchema>;

/** The section of a mechanism: its parameters by name. */
export type MechanismParameters = z.ZodType<Record<string, unknown>>;

/**
 * The schema of a scenario. Mechanisms stand further down the list of imports, so their sections are handed in.
 *
 * @param mechanisms  section of parameters by mechanism id
 * @param programme   ids of those that belong to the party-building programme
 */
export const composeScenario = (mechanisms: Readonly<Record<string, MechanismParameters>>, programme: readonly string[]) =>
  z.strictObject({
    title: z.string().min(1).meta({ description: "Name shown to readers.", descriptionZh: "显示给读者的名称。" }),
    titleZh: z.string().min(1).optional().meta({ description: "The same in Chinese.", descriptionZh: "中文名称。" }),
    question: z.string().optional().meta({ description: "What the scenario asks.", descriptionZh: "情景所问的问题。" }),
    questionZh: z.string().optional().meta({ description: "The same in Chinese.", descriptionZh: "中文问题。" }),
    lookFor: z.string().optional().meta({ description: "What to look for.", descriptionZh: "看什么。" }),
    lookForZh: z.string().optional().meta({ description: "The same in Chinese.", descriptionZh: "中文的看点。" }),
    seed: z.preprocess(seedText, z.string().min(1)).default("1").meta({
      write: "any text, in quotes if it is a long number",
      writeZh: "任意文本；若为长数字请加引号",
      description: "Any text. The same seed and scenario give the same run.",
      descriptionZh: "任意文本；同一种子与情景得到同一运行。",
    }),
    weeks: whole({
      label: { en: "Length of a run", zh: "运行时长" },
      help: { en: "A year has 52 weeks; slow processes run every fourth week.", zh: "一年为 52 周；缓慢的过程每 4 周进行一次。" },
      default: 624,
      min: 1,
      max: 3650,
      unit: "weeks",
      evidence: "P",
      calendar: true,
      source: "Horizons of 5 and 15 years [F13]; here two of warm-up and ten.",
    }),
    burnInWeeks: whole({
      label: { en: "Warm-up", zh: "预热期" },
      help: { en: "Left out of summaries, so that the state at the start does not colour them.", zh: "不计入汇总，以免受初始状态影响。" },
      default: 104,
      min: 0,
      max: 3650,
      unit: "weeks",
      calendar: true,
    }),
    partyBuilding: choice(["off", "on", "placebo"], {
      label: { en: "Party-building programme", zh: "党建工作" },
      help: {
        en: "Off stops every mechanism of the programme; the placebo spends the same money and hours without their content.",
        zh: "关闭即停用党建各机制；安慰剂花费同样的经费与工时，但不含党建内容。",
      },
      default: "on",

      rows: ["F03"],
      evidence: "P",
    }),
    rigidity: level({
      label: { en: "Rigidity", zh: "刚性" },
      help: {
        en: "Scales every requirement of the programme, such as hours of party work and reports: 0 asks for nothing, 1 for all.",
        zh: "按比例放大党建的各项要求，如党建工时与报表：0 为毫无要求，1 为全部要求。",
      },
      default: 0.5,

      rows: ["H01"],
      prior: [0, 1],
      partyBuilding: true,
    }),
    withdrawal: whole({
      label: { en: "Withdrawal of support", zh: "支持撤出" },
      help: { en: "From this week on the programme is off; 0 means that it stays.", zh: "自该周起停用党建；0 表示不撤出。" },
      default: 0,
      min: 0,
      max: 3650,
      unit: "week",

      rows: ["Z23"],
      partyBuilding: true,
      calendar: true,
    }),
    method: methodSection(programme),
    district: districtSchema.optional(),
    population: populationSection,
    organizations: organizationsSection,
    branches: branchesSection,
    circles: circlesSection,
    matters: mattersSection,
    prices: pricesSection,
    mechanisms: section(mechanisms, {
      label: { en: "Mechanisms", zh: "机制" },
      help: { en: "Each has a switch and parameters of its own.", zh: "每个机制各有开关与参数。" },
    }),
    interventions: z
      .array(interventionSchema)
      .default([])
      .meta({ description: "Changes of parameters during the run.", descriptionZh: "运行中的参数变更。" }),
  });

export type ScenarioSchema = ReturnType<typeof composeScenario>;

/** A scenario as parsed, with the parameters of mechanisms by id. */
export type BaseScenario = z.output<ScenarioSchema>;
