import { z } from "zod";
import { type Bilingual, section, toggle } from "../parameter.ts";

/** The five parts of the "12345" method [N01]. */
export const methodParts = ["one", "two", "three", "four", "five"] as const;
export type MethodPart = (typeof methodParts)[number];

const part = (label: Bilingual, help: Bilingual) => toggle({ label, help, default: true, rows: ["N01"], partyBuilding: true });

/**
 * The “12345” method. Which mechanisms a part stands for is configuration: the paper never expands the digits.
 *
 * @param programme  ids of the mechanisms of the programme: others have no part that could be off
 */
export function methodSection(programme: readonly string[]) {
  const known: z.ZodType<string> = z.enum(programme);
  const reading = (...ids: string[]) =>
    z.array(known).default(ids).meta({ description: "Mechanisms that the part stands for, by id.", descriptionZh: "该部分所指的机制。" });
  return section(
    {
      one: part(
        { en: "One main station", zh: "一个总站" },
        { en: "The “1” of the method; off stops the Spark party-building station.", zh: "工作法中的“1”；关闭即停用“星火”党建站。" },
      ),
      two: part(
        { en: "Dual incubation", zh: "双孵化" },
        { en: "The “2”: organizations and party organizations are incubated together.", zh: "工作法中的“2”：社会组织与党组织同步孵化。" },
      ),
      three: part(
        { en: "Three steps", zh: "三部曲" },
        {
          en: "The “3”: branches are set up, they work, and their members set an example.",
          zh: "工作法中的“3”：建立支部、开展工作、党员示范。",
        },
      ),
      four: part(
        { en: "Four forces", zh: "四力合一" },
        {
          en: "The “4”: leadership, guidance, organizing and rallying.",
          zh: "工作法中的“4”：政治领导力、思想引领力、群众组织力、社会号召力。",
        },
      ),
      five: part(
        { en: "Five teams", zh: "五支队伍" },
        {
          en: "The “5”: secretaries, members, liaison officers, trained residents and instructors.",
          zh: "工作法中的“5”：书记、党员、联络员、社区人才、指导员。",
        },
      ),
      reading: section(
        {
          one: reading("sparkStation"),
          two: reading("dualIncubation"),
          three: reading("branchWork"),
          four: reading("fourForces"),
          five: reading("secretaryTraining", "memberRecruitment", "liaisonOfficers", "talentTraining", "instructors"),
        },
        {
          label: { en: "Reading of the digits", zh: "数字的解读" },
          help: { en: "Mechanisms that each part of the method stands for.", zh: "工作法各部分所指的机制。" },
        },
      ),
    },
    {
      label: { en: "The “12345” method", zh: "“12345”工作法" },
      help: { en: "A part that is off switches off the mechanisms that it stands for.", zh: "关闭某部分即停用其所指的机制。" },
    },
  );
}
export type MethodParameters = z.output<ReturnType<typeof methodSection>>;
