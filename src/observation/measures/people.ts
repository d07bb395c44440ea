import { YEAR } from "../../engine/index.ts";
import { measuresTaken } from "./measure.ts";

/** Who lives in the district, and how many come and go. */
export const people = measuresTaken(1, "people", [
  {
    id: "age_mean",
    unit: "years",
    label: { en: "Mean age", zh: "平均年龄" },
    help: { en: "Over all residents, children included.", zh: "全体居民，含儿童。" },
    formula: ({ residents, world }) => residents.ageOfAll / world.residents.rows,
  },
  {
    id: "moved_in",
    unit: "people a year",
    label: { en: "Moved in", zh: "迁入" },
    help: { en: "In the last 52 weeks; who is born is not counted.", zh: "近 52 周合计，不含出生。" },
    formula: ({ year }) => (year.communities.movedIn * YEAR) / year.weeks,
  },
  {
    id: "moved_out",
    unit: "people a year",
    label: { en: "Moved away", zh: "迁出" },
    help: { en: "In the last 52 weeks; who died is not counted.", zh: "近 52 周合计，不含死亡。" },
    formula: ({ year }) => (year.communities.movedOut * YEAR) / year.weeks,
  },
  {
    id: "newcomers_share",
    unit: "share of adults",
    label: { en: "Newcomers", zh: "新居民占比" },
    help: { en: "Adults with fewer than five birthdays where they live.", zh: "在现居地过生日不足五次的成年人。" },
    formula: ({ residents }) => residents.newcomers / residents.adults,
  },
]);
