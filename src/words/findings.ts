import type { Words } from "./words.ts";

/** Titles of charts: sentences made from the numbers by rule. Those of the network pictures are with their other words. */
export const findings = {
  find_aYearBefore: ["a year before", "一年前"],
  find_inBaseline: ["in the baseline", "基准"],
  find_inWeek: ["in week {{week}}", "第 {{week}} 周"],
  find_point: ["{{count}} point", "{{count}} 个百分点"],
  find_points: ["{{count}} points", "{{count}} 个百分点"],
  find_under: ["under {{share}}", "不足 {{share}}"],
  find_higher: [", {{by}} more than {{than}}", "，比{{than}}高 {{by}}"],
  find_lower: [", {{by}} fewer than {{than}}", "，比{{than}}低 {{by}}"],
  find_more: [", {{by}} more than {{than}}", "，比{{than}}多 {{by}}"],
  find_fewer: [", {{by}} fewer than {{than}}", "，比{{than}}少 {{by}}"],
  find_asMany: [", about as many as {{than}}", "，与{{than}}大致相同"],

  find_participation: ["In week {{week}}, {{share}} of adults took part{{change}}", "第 {{week}} 周，{{share}} 的成年人参与{{change}}"],
  find_participationNone: ["In week {{week}}, no adult took part", "第 {{week}} 周，没有成年人参与"],
  find_settlement: [
    "In week {{week}}, {{recorded}} of matters that ended were recorded as closed; {{actual}} were settled",
    "第 {{week}} 周，终结事项的办结率为 {{recorded}}，解决率（实际）为 {{actual}}",
  ],
  find_settlementSame: [
    "In week {{week}}, {{recorded}} of matters that ended were recorded as closed, and about as many were settled",
    "第 {{week}} 周，终结事项的办结率为 {{recorded}}，解决率（实际）大致相同",
  ],
  find_coverage: [
    "In week {{week}}, branches cover {{formal}} of organizations; in {{functional}} the branch functions",
    "第 {{week}} 周，有形覆盖率为 {{formal}}，有效覆盖率为 {{functional}}",
  ],
  find_coverageNone: ["In week {{week}}, no organization is covered", "第 {{week}} 周，没有已覆盖的社会组织"],
  find_resources: [
    "In week {{week}}, {{matched}} of needs were matched, and {{idle}} of the time on offer was unused",
    "第 {{week}} 周，需求匹配率为 {{matched}}，服务时间闲置率为 {{idle}}",
  ],
  find_residents: [
    "Among residents’ attitudes, {{what}} differs most from {{then}}: {{from}} → {{to}} in week {{week}}",
    "居民状态中，{{what}}与{{then}}相差最大：第 {{week}} 周由 {{from}} 变为 {{to}}",
  ],
  find_residentsSame: [
    "In week {{week}}, residents’ attitudes are about as they were {{then}}",
    "第 {{week}} 周，居民状态与{{then}}大致相同",
  ],
  find_residentsFirst: [
    "In week {{week}}, mean motivation is {{motivation}} and mean fatigue {{fatigue}}",
    "第 {{week}} 周，平均动机为 {{motivation}}，平均疲劳为 {{fatigue}}",
  ],
  find_motivation: ["motivation", "动机"],
  find_trust: ["trust in the community", "对社区的信任"],
  find_fatigue: ["fatigue", "疲劳"],
  find_satisfaction: ["satisfaction", "满意度"],
  find_awareness: [
    "In week {{week}}, {{knows}} of adults know the policies and {{supports}} support them",
    "第 {{week}} 周，{{knows}} 的成年人知晓政策，{{supports}} 支持政策",
  ],
  find_awarenessNone: ["In week {{week}}, no adult knows the policies", "第 {{week}} 周，没有成年人知晓政策"],
  find_hours: [
    "In week {{week}}, adults gave {{count}} hours a year on average{{change}}",
    "第 {{week}} 周，成年人年均付出 {{count}} 小时{{change}}",
  ],
  find_matters: ["In week {{week}}, {{count}} matters are open{{change}}", "第 {{week}} 周，未结事项 {{count}} 件{{change}}"],
  find_organizations: [
    "In week {{week}}, {{count}} organizations operate{{change}}",
    "第 {{week}} 周，存续社会组织 {{count}} 个{{change}}",
  ],

  find_places: [
    "{{measure}}: from {{low}} in {{lowest}} to {{high}} in {{highest}}",
    "{{measure}}：从{{lowest}}的 {{low}} 到{{highest}}的 {{high}}",
  ],
  find_placesSame: ["{{measure}}: about {{value}} everywhere", "{{measure}}：各处均约 {{value}}"],
  find_place: ["{{measure}}: {{value}} in {{name}}", "{{measure}}：{{name}}为 {{value}}"],
  find_cohorts: [
    "{{measure}}: highest at ages {{highAge}} in {{highest}} ({{high}}), lowest at ages {{lowAge}} in {{lowest}} ({{low}})",
    "{{measure}}：最高为{{highest}} {{highAge}} 岁（{{high}}），最低为{{lowest}} {{lowAge}} 岁（{{low}}）",
  ],
  find_flows: [
    "{{resource}}, weeks {{from}}–{{to}}: the largest flow, {{share}} of all, ran from “{{source}}” to “{{target}}”",
    "{{resource}}，第 {{from}}–{{to}} 周：最大流向为“{{source}}”到“{{target}}”，占 {{share}}",
  ],
  find_flowsOne: [
    "{{resource}}, weeks {{from}}–{{to}}: all of it ran from “{{source}}” to “{{target}}”",
    "{{resource}}，第 {{from}}–{{to}} 周：全部由“{{source}}”流向“{{target}}”",
  ],
  find_flowsNone: ["{{resource}}, weeks {{from}}–{{to}}: nothing moved", "{{resource}}，第 {{from}}–{{to}} 周：没有流动"],
  find_states: [
    "In week {{week}}, {{open}} matters are open; most of them ({{count}}) are at “{{state}}”",
    "第 {{week}} 周，未结事项 {{open}} 件，其中“{{state}}”最多，为 {{count}} 件",
  ],
  find_statesNone: ["In week {{week}}, no matter is open", "第 {{week}} 周，没有未结事项"],
  find_moves: [
    "In weeks {{from}}–{{to}}, {{raised}} matters were raised, {{settled}} settled and {{reopened}} reopened",
    "第 {{from}}–{{to}} 周，提出事项 {{raised}} 件，解决 {{settled}} 件，重新提出 {{reopened}} 件",
  ],
  find_movesNone: ["In weeks {{from}}–{{to}}, no matter changed its state", "第 {{from}}–{{to}} 周，没有事项改变状态"],
  find_reports: [
    "In week {{week}}, the branches of {{over}} of {{all}} covered organizations report more activity than they hold",
    "第 {{week}} 周，{{all}} 个已覆盖组织中，{{over}} 个组织的支部上报活动多于实际",
  ],
  find_tenth_hours: [
    "Of those who gave, the tenth who gave most gave {{share}} of the hours",
    "有付出的居民中，付出最多的一成占全部小时的 {{share}}",
  ],
  find_tenth_money: [
    "The tenth of organizations with the highest income received {{share}} of it",
    "收入最高的一成社会组织获得全部收入的 {{share}}",
  ],
  find_people_participation: [
    "In week {{week}}, {{count}} of {{adults}} adults in {{name}} took part, {{volunteers}} of them as volunteers",
    "第 {{week}} 周，{{name}}的 {{adults}} 位成年人中 {{count}} 位参与，其中 {{volunteers}} 位参与志愿服务",
  ],
  find_people_member: [
    "In week {{week}}, {{count}} of {{residents}} residents of {{name}} are party members",
    "第 {{week}} 周，{{name}}的 {{residents}} 位居民中 {{count}} 位为党员",
  ],
  find_people_awareness: [
    "In week {{week}}, {{count}} of {{adults}} adults in {{name}} know the policies",
    "第 {{week}} 周，{{name}}的 {{adults}} 位成年人中 {{count}} 位知晓政策",
  ],
  find_people_motivation: [
    "In week {{week}}, mean motivation of the adults in {{name}} is {{share}}",
    "第 {{week}} 周，{{name}}成年人的平均动机为 {{share}}",
  ],
} as const satisfies Words;
