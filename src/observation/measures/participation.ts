import { gini, topShare } from "../statistics.ts";
import { ageBands } from "../sums/residentSums.ts";
import { measuresTaken, type Sums } from "./measure.ts";

/** Who takes part, and how much time they give. */
export const participation = [
  ...measuresTaken(1, "participation", [
    {
      id: "participation_rate",
      unit: "share of adults",
      label: { en: "Participation", zh: "成年人参与率" },
      help: { en: "In governance or volunteering, in the last 52 weeks.", zh: "近 52 周参与过治理或志愿服务。" },
      formula: ({ residents }) => residents.any / residents.adults,
    },
    {
      id: "participation_governance",
      unit: "share of adults",
      label: { en: "Governance participation", zh: "治理参与率" },
      help: { en: "At least once in the last 52 weeks.", zh: "近 52 周至少一次。" },
      formula: ({ residents }) => residents.governance / residents.adults,
    },
    {
      id: "participation_volunteering",
      unit: "share of adults",
      label: { en: "Volunteering", zh: "志愿服务率" },
      help: { en: "At least once in the last 52 weeks.", zh: "近 52 周至少一次。" },
      formula: ({ residents }) => residents.volunteering / residents.adults,
    },
    {
      id: "participation_mobilized",
      unit: "share of adults",
      label: { en: "Mobilized participation", zh: "受动员参与率" },
      help: { en: "Took part in the last 52 weeks because a branch mobilized them.", zh: "近 52 周因支部动员而参与。" },
      formula: ({ residents }) => residents.mobilized / residents.adults,
    },
    ...ageBands.map(
      ([band, from, to]) =>
        ({
          id: `participation_age_${band}`,
          unit: `share of adults of ${from}-${to}`,
          label: { en: `Participation, ages ${from}–${to}`, zh: `${from}–${to} 岁参与率` },
          help: { en: "In governance or volunteering, in the last 52 weeks.", zh: "近 52 周参与过治理或志愿服务。" },
          formula: ({ residents }: Sums[1]) => residents[`took_${band}`] / residents[`people_${band}`],
        }) as const,
    ),
    {
      id: "participation_members",
      unit: "share of adult party members",
      label: { en: "Participation of party members", zh: "党员参与率" },
      help: { en: "In governance or volunteering, in the last 52 weeks.", zh: "近 52 周参与过治理或志愿服务。" },
      formula: ({ residents }) => residents.membersAny / residents.members,
    },
    {
      id: "participation_others",
      unit: "share of other adults",
      label: { en: "Participation of other adults", zh: "非党员参与率" },
      help: { en: "In governance or volunteering, in the last 52 weeks.", zh: "近 52 周参与过治理或志愿服务。" },
      formula: ({ residents }) => (residents.any - residents.membersAny) / (residents.adults - residents.members),
    },
    {
      id: "volunteers_registered_share",
      unit: "share of adults",
      label: { en: "Registered volunteers", zh: "注册志愿者占比" },
      help: { en: "At the end of the week.", zh: "以当周末为准。" },
      formula: ({ residents }) => residents.registered / residents.adults,
    },
    {
      id: "volunteers_active_share",
      unit: "share of registered volunteers",
      label: { en: "Active registered volunteers", zh: "注册志愿者活跃率" },
      help: { en: "Volunteered in the last 52 weeks.", zh: "近 52 周有过志愿服务。" },
      formula: ({ residents }) => residents.active / residents.registered,
    },
  ]),
  ...measuresTaken(4, "participation", [
    {
      id: "volunteer_hours_per_adult",
      unit: "hours a year",
      label: { en: "Time given per adult", zh: "成年人年均付出时间" },
      help: { en: "Mean over all adults, in the last 13 months of four weeks.", zh: "全体成年人的平均值，取最近 13 个四周。" },
      formula: ({ time, residents }) => time.total / 60 / residents.adults,
    },
    {
      id: "volunteer_hours_gini",
      unit: "0-1",
      label: { en: "Inequality of time given", zh: "付出时间基尼系数" },
      help: { en: "Gini coefficient among adults who gave any.", zh: "限于有付出的成年人。" },
      formula: ({ time }) => gini(time.minutes),
    },
    {
      id: "volunteer_hours_top_tenth_share",
      unit: "share of time",
      label: { en: "Time given by the top tenth", zh: "前十分之一付出占比" },
      help: { en: "Among adults who gave any.", zh: "限于有付出的成年人。" },
      formula: ({ time }) => topShare(time.minutes, 0.1),
    },
    {
      id: "volunteer_hours_top_third_share",
      unit: "share of time",
      label: { en: "Time given by the top third", zh: "前三分之一付出占比" },
      help: { en: "Among adults who gave any.", zh: "限于有付出的成年人。" },
      formula: ({ time }) => topShare(time.minutes, 1 / 3),
    },
  ]),
];
