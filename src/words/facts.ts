import type { StoryKind } from "../observation/index.ts";
import { unitWord } from "./names.ts";
import { type Language, languages, say } from "./say.ts";
import { valueInWords } from "./tellStory.ts";
import type { Words } from "./words.ts";

/** How the value of a fact is read: a number with its unit, a share, yes or no, or the code of a column. */
type Reading = { readonly unit: string } | "number" | "share" | "flag" | { readonly kind: StoryKind; readonly column: string };

interface FactWords {
  readonly label: Words[string];
  readonly reads: Reading;
}

const fact = (en: string, zh: string, reads: Reading): FactWords => ({ label: [en, zh], reads });
const years = { unit: "years" };
const hours = { unit: "hours" };
const yuan = { unit: "yuan" };
const code = (kind: StoryKind, column: string): Reading => ({ kind, column });

/** What the card of an agent says of it. */
const facts = {
  money: fact("Money", "资金", yuan),
  partyMembers: fact("Party members", "党员", "number"),
  alive: fact("Operating", "存续", "flag"),
  yearsSinceFounding: fact("Years since founding", "成立年限", years),

  age: fact("Age", "年龄", "number"),
  sex: fact("Sex", "性别", code("resident", "sex")),
  estate: fact("Estate", "住宅类型", code("resident", "estate")),
  tenure: fact("Tenure", "居住年限", years),
  employed: fact("Employed", "就业", "flag"),
  partyMember: fact("Party member", "党员", "flag"),
  volunteer: fact("Registered volunteer", "注册志愿者", "flag"),
  timeBankMember: fact("Time-bank member", "时间银行会员", "flag"),
  interestGroups: fact("Interest groups", "兴趣小组", "number"),
  acquaintances: fact("Acquaintances", "熟人", "number"),
  freeTime: fact("Free time", "空闲时间", { unit: "minutes a week" }),
  given: fact("Given in the last year", "近一年付出", hours),
  motivation: fact("Motivation", "动机", "share"),
  fatigue: fact("Fatigue", "疲劳", "share"),
  trustNeighbours: fact("Trust in neighbours", "对邻里的信任", "share"),
  trustCommunity: fact("Trust in the community", "对社区的信任", "share"),
  trustOrganizations: fact("Trust in organizations", "对社会组织的信任", "share"),
  selfManagement: fact("Self-management", "自我管理", "share"),
  selfEducation: fact("Self-education", "自我教育", "share"),
  selfService: fact("Self-service", "自我服务", "share"),
  selfSupervision: fact("Self-supervision", "自我监督", "share"),
  awareness: fact("Policy awareness", "政策认知", code("resident", "awareness")),
  satisfaction: fact("Satisfaction", "满意度", "share"),

  organizationType: fact("Type", "类型", code("organization", "type")),
  registered: fact("Registered", "登记", "flag"),
  staff: fact("Paid staff", "专职人员", "number"),
  volunteers: fact("Volunteers", "志愿者", "number"),
  coverage: fact("Covered by", "党组织覆盖", code("organization", "coverage")),
  quality: fact("Quality", "质量", "share"),
  legitimacy: fact("Legitimacy", "合法性", "share"),
  autonomy: fact("Autonomy", "自主性", "share"),
  dependence: fact("Dependence", "依赖", "share"),
  adminShare: fact("Party work and reports", "党建与报表工时占比", "share"),
  income: fact("Income of last year", "上年收入", yuan),
  fromGovernment: fact("From government", "来自政府的收入占比", "share"),
  service: fact("Service this week", "本周服务", hours),

  branchForm: fact("Form", "形式", code("branch", "form")),
  memberOrganizations: fact("Member organizations", "成员单位", "number"),
  secretary: fact("Ability of the secretary", "书记能力", "share"),
  activity: fact("Actual activity", "实际活动", "share"),
  reported: fact("Reported activity", "上报活动", "share"),
  monthsHeld: fact("Months held in a row", "连续按期开展的月数", "number"),

  communityKind: fact("Kind", "类别", code("community", "village")),
  residents: fact("Residents", "居民", "number"),
  adults: fact("Adults", "成年人", "number"),
  buildings: fact("Buildings", "楼栋", "number"),
  workers: fact("Community workers", "社区工作者", "number"),
  norm: fact("Norm level", "规范水平", "share"),
  openMatters: fact("Open matters", "未结事项", "number"),

  workplaceKind: fact("Kind", "类别", code("workplace", "kind")),
  employees: fact("Employees", "从业人员", "number"),
  residentEmployees: fact("Employees living here", "住在本区的从业人员", "number"),
  partyEmployees: fact("Of them party members", "其中党员", "number"),

  communities: fact("Communities", "社区", "number"),
  reportedCoverage: fact("Coverage as reported", "上报覆盖率", "share"),
} as const satisfies Readonly<Record<string, FactWords>>;

export type FactName = keyof typeof facts;
/** Something that is so of an agent, as a number. */
export interface Fact {
  readonly name: FactName;
  readonly value: number;
}

/** A fact in words; of a share also how much of the whole it is. */
export function tellFact(language: Language, { name, value }: Fact): { label: string; text: string; share?: number } {
  const { label, reads }: FactWords = facts[name];
  const told = { label: label[languages.indexOf(language)] };
  if (reads === "share") return { ...told, text: `${Number((100 * value).toFixed(1))}%`, share: value };
  if (reads === "flag") return { ...told, text: say(language, value ? "yes" : "no") };
  const number = Number(value.toFixed(1)).toLocaleString(language);
  if (reads === "number") return { ...told, text: number };
  if ("unit" in reads) return { ...told, text: `${number} ${unitWord(language, reads.unit)}` };
  return { ...told, text: valueInWords(language, reads.kind, { column: reads.column, unit: "code" }, value) };
}
