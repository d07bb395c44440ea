import type { Words } from "./words.ts";

/**
 * Units of parameters and measures, as they stand beside a value. Files hold shares and chances as fractions, by the
 * name of their unit ("share of adults"); people read them in percent ("45 % of adults").
 */
const units = {
  "0-1": ["0–1", "0–1"],
  "a week": ["a week", "每周"],
  "a year": ["a year", "每年"],
  "a year per organization of the start": ["a year per organization of the start", "每年每家初始组织"],
  acquaintances: ["acquaintances", "位熟人"],
  "branches per 100 organizations": ["per 100 organizations", "个/百家组织"],
  buildings: ["buildings", "栋楼"],
  exponent: ["exponent", "指数"],
  hours: ["hours", "小时"],
  "hours a month": ["hours a month", "小时/月"],
  km: ["km", "公里"],
  "members of staff": ["members of staff", "名专职人员"],
  "yuan a person": ["yuan a person", "元/人"],
  "years of pay": ["years of pay", "年薪酬"],
  "hours a week": ["hours a week", "小时/周"],
  "hours a week per 1,000 residents": ["hours a week per 1,000 residents", "小时/周·千居民"],
  "hours a year": ["hours a year", "小时/年"],
  "hours per 1,000 residents a week": ["hours per 1,000 residents a week", "小时/周·千居民"],
  "in all": ["in all", "个"],
  invitations: ["invitations", "次"],
  "invitations a week": ["invitations a week", "次/周"],
  levels: ["levels", "级"],
  "log rate per relative density": ["log rate per relative density", "对数率/相对密度"],
  "log rate per squared relative density": ["log rate per squared relative density", "对数率/相对密度平方"],
  "log standard deviation": ["log standard deviation", "对数标准差"],
  logit: ["logit", "对数几率"],
  "logit per standard deviation": ["logit per standard deviation", "对数几率/标准差"],
  matters: ["matters", "件"],
  "matters a worker": ["matters a worker", "件/人"],
  meetings: ["meetings", "次"],
  "a month": ["a month", "次/月"],
  "matters a week": ["a week", "件/周"],
  "matters per 1,000 residents a year": ["per 1,000 residents a year", "件/年·千居民"],
  "messages a week": ["a week", "条/周"],
  minutes: ["minutes", "分钟"],
  "minutes a week": ["minutes a week", "分钟/周"],
  organizations: ["organizations", "家"],
  people: ["people", "人"],
  "people a year": ["people a year", "人/年"],
  "per 1,000 residents a week": ["per 1,000 residents a week", "每千居民每周"],
  "per 1,000 residents a year": ["per 1,000 residents a year", "每千居民每年"],
  "per 10,000 residents a year": ["per 10,000 residents a year", "每万居民每年"],
  "per community": ["per community", "每个社区"],
  "per dispute and organization a week": ["per dispute and organization a week", "每周每起纠纷每家组织"],
  "per excess message a week": ["per excess message a week", "每周每条超量信息"],
  "per organization": ["per organization", "每家组织"],
  "per organization a month": ["per organization a month", "每月每家组织"],
  "per unit of compliance": ["per unit of compliance", "每单位守规程度"],
  "per unit of gap": ["per unit of gap", "每单位差距"],
  "per unit of satisfaction": ["per unit of satisfaction", "每单位满意度"],
  principles: ["principles", "条"],
  ratio: ["ratio", "比值"],
  receivers: ["receivers", "个下级"],
  shape: ["shape", "形状参数"],
  skills: ["skills", "种"],
  slope: ["slope", "斜率"],
  steps: ["steps", "步"],
  times: ["times", "倍"],
  "exchanges a year": ["a year", "次/年"],
  week: ["week", "周次"],
  weeks: ["weeks", "周"],
  weight: ["relative", "相对值"],
  years: ["years", "年"],
  yuan: ["yuan", "元"],
  "yuan a year": ["yuan a year", "元/年"],
  "yuan an hour": ["yuan an hour", "元/小时"],
  "yuan per member of staff a year": ["yuan per member of staff a year", "元/年·专职人员"],
  "yuan per resident a year": ["yuan per resident a year", "元/年·居民"],
} as const satisfies Words;

/** Wholes of shares in Chinese: 占……的 %. */
const wholes: Readonly<Record<string, string>> = {
  "the price": "造价",
  acquaintances: "熟人",
  "adult party members": "成年党员",
  adults: "成年人",
  "adults of 18-29": " 18–29 岁成年人",
  "adults of 30-49": " 30–49 岁成年人",
  "adults of 50-59": " 50–59 岁成年人",
  "adults of 60-69": " 60–69 岁成年人",
  "adults of 70-79": " 70–79 岁成年人",
  "alliance members": "联盟成员",
  "an experience": "一次经历",
  betweenness: "中介中心性",
  care: "照护",
  "care needed": "照护需求",
  "closed matters": "办结事项",
  communities: "社区",
  contact: "接触",
  contacts: "联系人",
  "core ties": "核心关系",
  decay: "衰减",
  effort: "力量",
  employees: "从业人员",
  "employed residents": "就业居民",
  "ended matters": "终结事项",
  events: "活动",
  exchanges: "互助",
  "an hour on the subject": "一小时对口培训",
  hours: "工时",
  "hours taken from service": "转出服务的工时",
  income: "收入",
  "interest groups": "兴趣小组",
  learning: "学习",
  "matched needs": "匹配需求",
  "members with a branch at work": "单位有支部的党员",
  memberships: "成员身份",
  moves: "转型",
  "new ties": "新关系",
  "open hours": "事项工时",
  "open needs": "待满足需求",
  organizations: "社会组织",
  "organizations with three members": "有三名党员的社会组织",
  "other adults": "其他成年人",
  places: "名额",
  "raised matters": "产生事项",
  "registered volunteers": "注册志愿者",
  "remaining hours": "其余工时",
  residents: "居民",
  "residents asked": "受邀居民",
  "residents in need": "有需要的居民",
  "residents told": "获知居民",
  roles: "角色",
  "service contacts": "服务接触",
  "service hours": "服务工时",
  "settled matters": "解决事项",
  "social organizations": "社会组织",
  staff: "专职人员",
  "the chance of settlement": "解决概率",
  "the surplus": "剩余",
  "their occasions": "其参与次数",
  ties: "关系",
  "ties between neighbours in contact": "有往来邻里的关系",
  "ties of residents with shared places": "有共同去处居民的关系",
  time: "付出时间",
  "time on offer": "可用时间",
  "time-bank members": "时间银行会员",
  training: "培训",
  visits: "走访",
  "consents reached": "达成的同意",
  "consents recorded": "记录的同意",
  consultations: "协商",
  "such consents, a week": "此类同意（每周）",
  "the gap": "差距",
  "the scale of opinions": "意见量程",
  "those invited": "受邀者",
  "an ending": "一次结果",
  "what could be lent": "可提供的资源",
  "what is asked": "要求时间",
  "what is needed": "所需时间",
  workers: "社区工作者",
};

/** Changes: what a value moves in a time, in percent. */
const changes: Readonly<Record<string, string>> = {
  "ability, a month": "能力的 %/月",
  "contacts, per ten years": "联系人的 %/十岁",
  "contacts, per unit of fatigue": "联系人的 %/单位疲劳",
  "contacts, per unit of motivation": "联系人的 %/单位动机",
  "experience, a month": "经历的 %/月",
  "fatigue, a week": "疲劳的 %/周",
  "matters, a week": "事项的 %/周",
  "giving, a round": "付出的 %/轮",
  "motivation, a month": "动机的 %/月",
  "organizations, a month": "社会组织的 %/月",
  "organizations, a year": "社会组织的 %/年",
  "strength, a year": "强度的 %/年",
  "the gap of opinions": "意见差距的 %",
  "the gap to full": "与满值差距的 %",
  "the gap to full, a month": "与满值差距的 %/月",
  "the gap to full, an hour": "与满值差距的 %/小时",
  "the gap to one half, a month": "与 0.5 差距的 %/月",
  "the gap, a month": "差距的 %/月",
  "the gap, a week": "差距的 %/周",
};

/** Occasions of chances. */
const occasions = {
  "acquaintance and month": ["per acquaintance, a month", "每位熟人每月"],
  "closed matter": ["per closed matter", "每件办结事项"],
  invitation: ["per invitation", "每次邀请"],
  matter: ["per matter", "每件事项"],
  "member and week": ["per member, a week", "每位会员每周"],
  message: ["per message", "每条信息"],
  month: ["a month", "每月"],
  "new tie": ["per new tie", "每条新关系"],
  pair: ["per pair", "每对"],
  talk: ["per talk", "每次告知"],
  "unmet need and week": ["per unmet need, a week", "每项待满足需求每周"],
  week: ["a week", "每周"],
  year: ["a year", "每年"],
} as const satisfies Words;

/** Whether values of a unit are fractions that people read in percent. */
export const inPercent = (unit: string): boolean => /^(share of|probability per) /.test(unit);

/** A unit in English and in Chinese; undefined if it has no words yet. */
export function wordsOfUnit(unit: string): readonly [en: string, zh: string] | undefined {
  const [, whole] = unit.match(/^share of (.+)$/) ?? [];
  if (whole && !unit.endsWith("; a year")) {
    const zh = whole in wholes ? `占${wholes[whole]}的 %` : changes[whole];
    return zh === undefined ? undefined : [`% of ${whole.replace(/of (\d+)-(\d+)$/, "aged $1–$2")}`, zh];
  }
  const [, occasion] = unit.match(/^probability per (.+)$/) ?? [];
  if (occasion) {
    const words = (occasions as Words)[occasion];
    return words && [`% chance ${words[0]}`, `${words[1]}概率 %`];
  }
  const [, risen] = unit.match(/^(.+); a year$/) ?? [];
  if (risen !== undefined) {
    const [en, zh] = wordsOfUnit(risen) ?? [risen, risen];
    return [`${en}, a year`, `${zh}（每年）`];
  }
  return (units as Words)[unit];
}
/** All units that have words, to be held against those in use. */
export const knownUnits: readonly string[] = [
  ...Object.keys(units),
  ...[...Object.keys(wholes), ...Object.keys(changes)].map((whole) => `share of ${whole}`),
  ...Object.keys(occasions).map((occasion) => `probability per ${occasion}`),
];
