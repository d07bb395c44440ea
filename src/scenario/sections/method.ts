import { z } from "zod";
import { section, toggle } from "../parameter.ts";

/** The five parts of the "12345" method [N01]. */
export const methodParts = ["one", "two", "three", "four", "five"] as const;
export type MethodPart = (typeof methodParts)[number];

const part = (en: string, zh: string) => toggle({ default: true, en, zh, rows: ["N01"], partyBuilding: true });

/** Which mechanisms a part stands for. The paper never expands the digits: the reading is configuration. */
const reading = (...ids: string[]) =>
  z
    .array(z.string())
    .default(ids)
    .meta({ description: "Mechanisms that the part stands for, by id.", descriptionZh: "该部分所指的机制。" });

export const methodSection = section(
  {
    one: part("“One”: one main station.", "“一”：一个总站。"),
    two: part("“Double”: hatching of organizations and of party organizations.", "“双”：双孵化。"),
    three: part("“Trilogy”: organizations are set up, branches work, members play their part.", "“三”：三部曲。"),
    four: part("“Four”: four forces.", "“四”：四力合一。"),
    five: part("“Five”: five teams.", "“五”：五支队伍。"),
    reading: section(
      {
        one: reading("sparkStation"),
        two: reading("doubleHatching"),
        three: reading("branchWork"),
        four: reading("fourForces"),
        five: reading("secretaryTraining", "memberRecruitment", "liaisonOfficers", "talentTraining", "instructors"),
      },
      { en: "How the digits are read.", zh: "数字的解读。" },
    ),
  },
  { en: "The “12345” method; a part that is off switches off what it stands for.", zh: "“12345”工作法；关闭某部分即关闭其所指机制。" },
);
export type MethodParameters = z.output<typeof methodSection>;
