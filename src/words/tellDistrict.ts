import type { Line, Remark } from "../workbook/index.ts";
import { type Language, say, type Word } from "./say.ts";
import { tellSaid } from "./tellProblem.ts";

/** Where a remark stands, as spreadsheets write it: communities!C5. */
export const placeOf = ({ sheet, row, column }: Remark): string => (row === 0 ? sheet : `${sheet}!${column}${row}`);

/** A remark on tables in one line: where, what, and what to do. */
export function tellRemark(language: Language, remark: Remark): string {
  const parts = [remark.message, ...(remark.remedy ? [remark.remedy] : [])].map((one) => tellSaid(language, one));
  return `${placeOf(remark)}: ${parts.join(language === "zh" ? "" : " ")}`;
}

const standingWords = { given: "districtGiven", derived: "districtDerived", assumed: "districtAssumed", unused: "districtUnused" } as const;

/** One line of what is known of a district: the quantity, how it came about, in how many, and from where. */
export const tellLine = (language: Language, { quantity, standing, of: [count, total], from }: Line): string[] => [
  say(language, `reported_${quantity}` as Word),
  say(language, standingWords[standing]),
  say(language, "districtPart", { count, total }),
  standing === "assumed" ? say(language, `assumed_${quantity}` as Word) : from,
];

/** Headings of such lines. */
export const lineHeadings = (language: Language): string[] =>
  (["districtQuantity", "districtHow", "districtOf", "districtFrom"] as const).map((word) => say(language, word));

interface Missed {
  community: number;
  female: boolean | undefined;
  from: number;
  to: number;
  value: number;
  reached: number;
}
interface Crowded {
  community: number;
  what: "households" | "employed";
  value: number;
  most: number;
}

/** Margins that contradict each other, a sentence for each. @param names  of communities */
export function tellContradictions(
  language: Language,
  { missed, crowded }: { missed: readonly Missed[]; crowded: readonly Crowded[] },
  names: readonly string[],
): string[] {
  const where = (community: number) => (community < 0 ? say(language, "districtWhole") : names[community]);
  const ages = ({ female, from, to }: Missed): string => {
    const range = to >= 95 ? say(language, "districtAgesOver", { from }) : say(language, "districtAges", { from, to });
    return female === undefined
      ? range
      : say(language, "districtAgesOfSex", { sex: say(language, female ? "districtWomen" : "districtMen"), ages: range });
  };
  return [
    ...missed.map((one) =>
      say(language, "districtMissed", {
        where: where(one.community),
        ages: ages(one),
        value: Math.round(one.value),
        reached: Math.round(one.reached),
      }),
    ),
    ...crowded.map(({ community, what, value, most }) =>
      say(language, `districtCrowded_${what}`, { where: where(community), value, most }),
    ),
  ];
}
