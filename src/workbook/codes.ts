import { bare } from "./headings.ts";

/** The place of what is named, under any of its names. */
const lookup = (names: Readonly<Record<string, readonly string[]>>) => {
  const found = new Map<string, number>();
  for (const [k, [id, all]] of Object.entries(names).entries()) for (const name of [id, ...all]) found.set(bare(name), k);
  return (text: string): number | undefined => found.get(bare(text));
};

/** Types of social organizations, by the codes of the model. */
export const typeCode = lookup({
  welfareCharity: ["公益慈善", "慈善公益", "公益慈善类", "慈善", "welfare and charity", "charity"],
  dailyService: ["生活服务", "社区服务", "便民服务", "生活服务类", "daily service", "服务类"],
  cultureSport: ["文体活动", "文化体育", "文体", "文体类", "文体娱乐", "culture and sport"],
  mediation: ["调解", "纠纷调解", "矛盾调解", "conflict mediation"],
  jointPartyBuilding: ["党建联建", "党建共建", "joint party building"],
  selfGovernance: ["居民自治", "自治", "社区自治", "self-governance"],
  leaderTraining: ["人才培养", "骨干培养", "leader training"],
  placeMaking: ["场景营造", "空间营造", "place-making"],
  resourceLinking: ["资源链接", "资源整合", "resource linking"],
  developmentSupport: ["发展支持", "孵化支持", "支持型", "development support"],
  democraticConsultation: ["民主协商", "议事协商", "democratic consultation"],
});

/** Estate types; the last is a village. */
export const estateCode = lookup({
  workUnit: ["单位小区", "单位房", "单位制小区", "单位型", "work-unit"],
  resettlement: ["安置小区", "安置房", "拆迁安置小区", "动迁小区"],
  commodity: ["商品房小区", "商品房", "commodity housing", "商住小区"],
  village: ["村", "行政村", "农村", "村庄", "自建房"],
});

/** Kinds of workplaces. */
export const unitCode = lookup({
  firm: ["企业", "公司", "商户", "工厂", "company"],
  school: ["学校", "幼儿园", "教育", "中小学"],
  hospital: ["医院", "卫生院", "社区卫生服务中心", "卫生"],
  publicBody: ["机关", "事业单位", "机关事业单位", "政府机关", "public body", "government"],
});

/** What somebody is a member of. */
export const groupCode = lookup({
  group: ["小组", "兴趣小组", "兴趣团队", "社团", "队伍", "interest group"],
  activity: ["活动", "event"],
  branch: ["支部", "党支部", "party branch"],
  project: ["项目", "服务项目", "programme"],
});
export const [GROUP, ACTIVITY, BRANCH, PROJECT] = [0, 1, 2, 3];

/** Who a member is. */
export const memberCode = lookup({ person: ["个人", "居民", "人员", "resident", "people"], organization: ["社会组织", "组织", "机构"] });

/** What the rows of margins count. */
export const marginCode = lookup({
  age: ["年龄", "年龄性别", "人口", "性别年龄", "age by sex", "人口年龄"],
  tenure: ["住房", "产权", "住房产权", "住房来源", "housing"],
  employment: ["就业", "就业状况", "employed"],
  education: ["教育", "受教育程度", "学历", "文化程度"],
});
export const [AGE, TENURE, EMPLOYMENT] = [0, 1, 2];
export const sexCode = lookup({ male: ["男", "男性", "m", "men"], female: ["女", "女性", "f", "women"] });
export const ownerCode = lookup({
  renter: ["租", "租住", "租赁", "租房", "租户", "rented"],
  owner: ["自有", "自住", "业主", "产权自有", "owned", "自有住房"],
});
export const employedCode = lookup({
  notEmployed: ["未就业", "失业", "非就业", "not employed", "unemployed", "不在业"],
  employed: ["就业", "在业", "就业人口", "working"],
});

/** Ages from and to, both included, out of what heads a row of a table of ages; undefined where it is none. */
export function agesOf(text: string): { from: number; to: number } | undefined {
  const word = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s|周?岁|years?( old)?/g, "")
    .replace(/[~～—–至到]/g, "-");
  const band = word.match(/^(\d{1,3})-(\d{1,3})$/);
  const over = word.match(/^(\d{1,3})(?:\+|以上|及以上|andover|andolder|orolder)$/) ?? word.match(/^(?:≥|>=)(\d{1,3})$/);
  const under = word.match(/^(?:不满|未满|under|<)(\d{1,3})$/) ?? word.match(/^(\d{1,3})以下$/);
  const [from, to] = band
    ? [Number(band[1]), Number(band[2])]
    : over
      ? [Number(over[1]), 95]
      : under
        ? [0, Number(under[1]) - 1]
        : /^\d{1,3}$/.test(word)
          ? [Number(word), Number(word)]
          : /^(all|total|合计|总计|全部)$/.test(word)
            ? [0, 95]
            : [1, 0];
  return from <= to && from <= 95 ? { from, to: Math.min(95, to) } : undefined;
}
