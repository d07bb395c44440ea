import type { Bilingual } from "./parameter.ts";

/** Parameters that there were, by path, and what the law holds in their place. */
export const deletedParameters: Readonly<Record<string, Bilingual>> = {
  "mechanisms.activityForms.narrowness": {
    en: "themed says how large a part of events are themed days.",
    zh: "由 themed 给出主题党日占比。",
  },
  "mechanisms.activityForms.weights": {
    en: "themed says how large a part of events are themed days; the other forms are equally frequent.",
    zh: "由 themed 给出主题党日占比，其余形式数量相当。",
  },
  "mechanisms.densityDependence.registered": {
    en: "New organizations register as often as those of the start: organizations.registered.",
    zh: "新成立组织的登记占比与初始相同：organizations.registered。",
  },
  "mechanisms.densityDependence.sheltered": {
    en: "An incubator gives advice and space, and changes no closing rate.",
    zh: "孵化器提供辅导与场地，不改变注销率。",
  },
  "mechanisms.dispatchedCoverage.target": { en: "Sending ends where all are covered.", zh: "全部覆盖后不再派驻。" },
  "mechanisms.epidemic.strength": {
    en: "The peak has full strength; contactLost, guidance and arrivals.epidemicSurge say what that is.",
    zh: "高峰期强度为满；其含义由 contactLost、guidance 与 arrivals.epidemicSurge 给出。",
  },
  "mechanisms.exemplars.loss": {
    en: "An exemplar who leaves weighs as much as one who is followed: imitation.",
    zh: "典型退出与被效仿的分量相同：imitation。",
  },
  "mechanisms.expertHelp.offered": {
    en: "Workplaces offer all the skilled time that they could spare.",
    zh: "单位提供全部可出让的专业工时。",
  },
  "mechanisms.fiveStrengths.weights": {
    en: "appraised says whether all five strengths count alike or one alone.",
    zh: "由 appraised 指定五强一并考核或只考核其一。",
  },
  "mechanisms.incubation.places": {
    en: "There are as many places as organizations founded in the time that they stay.",
    zh: "名额等于在孵期内催生的组织数。",
  },
  "mechanisms.liaisonOfficers.overlap": {
    en: "ties counts those of an officer, whatever other posts they fill.",
    zh: "ties 为一名联络员新增的关系，已计兼职。",
  },
  "mechanisms.memberEntrepreneurship.headStart": {
    en: "A founder brings no legitimacy along.",
    zh: "创办者不带来合法性。",
  },
  "mechanisms.participation.extrinsic": {
    en: "motivation weighs both motives.",
    zh: "两种动机的影响同为 motivation。",
  },
  "mechanisms.partyInnovation.imitation": {
    en: "Types are drawn by their awards, each new type with one more.",
    zh: "按获奖数抽取类型，每个新类型另加一。",
  },
  "mechanisms.partyProjects.length": { en: "A project lasts a year.", zh: "项目为期一年。" },
  "mechanisms.partySupervision.standard": {
    en: "The standard is the mean quality of all organizations.",
    zh: "标准为全部组织的平均质量。",
  },
  "mechanisms.politicalEmbedding.mutual": {
    en: "From embedding to integrating is a matter of degree: the more use the hours are of, the less the branch asks of the agenda.",
    zh: "从嵌入到融合是程度之别：工时越有用，支部对议程的影响越小。",
  },
  "mechanisms.roleTransformation.target": {
    en: "service and linking say how hours are divided between the roles.",
    zh: "由 service 与 linking 给出各角色的工时分配。",
  },
  "mechanisms.timeBank.joining": {
    en: "As many join as keep the members of the start: population.timeBankMembers.",
    zh: "入会人数使会员占比保持初始水平：population.timeBankMembers。",
  },
  "mechanisms.venturePhilanthropy.qualityWeight": {
    en: "The odds of a grant are proportional to quality.",
    zh: "获资助的机会与质量成正比。",
  },
  "mechanisms.volunteerCentre.served": { en: "The centre reaches all residents.", zh: "中心面向全体居民。" },
  "organizations.types": {
    en: "traditionalTypes holds the weights of the four traditional ones, newTypes the share of the seven new ones.",
    zh: "由 traditionalTypes 给出四类传统类型的权重，newTypes 给出七类新型的占比。",
  },
};
