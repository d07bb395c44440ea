import { seriesHeadings } from "../scenario/index.ts";
import { plain } from "./cell.ts";

/** Headings by which the columns of each sheet are known, in either language; the first of each language is that of the template. */
export const sheetColumns = {
  communities: {
    name: [
      "community",
      "社区",
      "社区名称",
      "社区村",
      "村居",
      "村社区",
      "社区居委会",
      "名称",
      "name",
      "community name",
      "village name",
      "村名",
    ],
    subdistrict: ["subdistrict", "街道", "街道镇", "镇街", "所属街道", "乡镇", "所属镇", "town", "township"],
    village: ["village", "是否行政村", "行政村", "类别", "社区类别", "城乡类别", "kind of community"],
    residents: ["residents", "常住人口", "居民数", "人口", "人口数", "总人口", "常住人口数", "population", "inhabitants"],
    households: ["households", "户数", "家庭户数", "总户数", "家庭户"],
    elders: [
      "residents 60 and over",
      "60岁及以上",
      "老年人",
      "老年人口",
      "60岁以上",
      "60岁以上人口",
      "60岁及以上人口",
      "老年人数",
      "elders",
      "aged 60+",
      "60+",
    ],
    children: ["residents under 15", "0-14岁", "儿童", "0至14岁", "15岁以下", "少儿人口", "children", "under 15", "0-14"],
    members: ["party members", "党员", "党员数", "党员人数", "members"],
    employed: ["employed residents", "就业人口", "就业人数", "employed"],
    owners: ["owner households", "自有住房户", "自有住房比例", "自有住房户占比", "owners"],
    estate: ["estate type", "住宅类型", "小区类型", "主要住宅类型", "estate"],
    workUnit: ["work-unit estates", "单位小区", "单位房", "单位小区占比"],
    resettlement: ["resettlement estates", "安置小区", "安置房", "安置小区占比"],
    commodity: ["commodity estates", "商品房小区", "商品房", "商品房小区占比"],
    workers: ["community workers", "社区工作者", "社工数", "社区工作者数", "社区工作人员", "workers"],
    sites: ["site hours a week", "场地时数", "每周场地时数", "每周可用场地时数", "sites"],
    treated: ["treated", "试点", "是否试点", "干预组", "pilot"],
    longitude: ["longitude", "经度", "lon", "lng"],
    latitude: ["latitude", "纬度", "lat"],
  },
  margins: {
    community: ["community", "社区", "社区名称", "村居"],
    subdistrict: ["subdistrict", "街道", "街道镇", "所属街道"],
    quantity: ["quantity", "统计项", "指标", "项目", "margin"],
    age: ["age", "年龄", "年龄段", "年龄组", "category", "类别", "组别"],
    sex: ["sex", "性别", "gender"],
    persons: ["persons", "人数", "数值", "合计人数", "value", "number", "count", "占比", "share"],
    male: ["male", "男", "男性", "men"],
    female: ["female", "女", "女性", "women"],
  },
  organizations: {
    name: ["organization", "社会组织", "组织名称", "社会组织名称", "名称", "编号", "name", "number"],
    community: ["community", "社区", "所在社区", "社区名称"],
    subdistrict: ["subdistrict", "街道", "街道镇", "所属街道"],
    type: ["type", "类型", "组织类型", "业务类型"],
    registered: ["registered", "登记", "是否登记", "登记备案", "登记情况"],
    staff: ["staff", "专职人员", "专职人员数", "工作人员数", "从业人数", "paid staff"],
    members: ["party members", "党员", "党员数", "专职党员数", "members"],
    volunteers: ["volunteers", "志愿者", "志愿者数", "常设志愿者"],
    government: ["income government", "政府购买收入", "政府收入"],
    venture: ["income venture", "公益创投收入", "创投收入"],
    donation: ["income donation", "捐赠收入", "捐赠"],
    fees: ["income fees", "服务收费收入", "服务收费", "经营收入"],
    alliance: ["income alliance", "党建联盟收入", "联盟收入"],
    founded: ["founded", "成立日期", "成立时间", "成立年份"],
    covered: ["covered", "党组织覆盖", "覆盖方式", "党建覆盖", "组建方式"],
    branch: ["branch", "党支部", "所属党支部", "支部", "支部名称"],
  },
  units: {
    name: ["workplace", "单位", "单位名称", "名称", "name", "unit"],
    community: ["community", "社区", "所在社区", "社区名称"],
    subdistrict: ["subdistrict", "街道", "街道镇", "所属街道"],
    kind: ["kind", "单位类别", "单位类型", "类别", "类型"],
    employees: ["employees", "员工数", "人数", "在职人数", "职工数"],
  },
  memberships: {
    member: ["member", "成员", "成员名称", "姓名", "人员", "participant", "person"],
    kind: ["kind of member", "成员类别", "成员类型"],
    group: ["group", "参加", "群组", "小组", "项目", "活动", "所在组织", "活动名称", "小组名称", "project", "activity", "branch"],
    into: ["kind of group", "群组类别", "参加类别", "参加的类别"],
    community: ["community", "社区", "所在社区", "社区名称"],
    subdistrict: ["subdistrict", "街道", "街道镇", "所属街道"],
    from: ["from", "开始日期", "加入日期", "开始时间", "起"],
    to: ["to", "结束日期", "退出日期", "结束时间", "止"],
  },
  ties: {
    from: ["from", "甲方", "发起方", "组织一", "源", "source"],
    to: ["to", "乙方", "接受方", "组织二", "目标", "target"],
    strength: ["strength", "强度", "权重", "weight"],
    ego: ["ego", "受访者", "受访者编号", "respondent"],
    acquaintances: ["acquaintances", "熟人数", "认识人数", "degree"],
  },
  series: seriesHeadings,
  boundaries: {
    community: ["community", "社区", "社区名称"],
    subdistrict: ["subdistrict", "街道", "街道镇", "所属街道"],
    longitude: ["longitude", "经度", "lon", "lng"],
    latitude: ["latitude", "纬度", "lat"],
  },
} as const;

export type SheetKind = keyof typeof sheetColumns;
export const sheetKinds = Object.keys(sheetColumns) as SheetKind[];
export type ColumnOf<K extends SheetKind> = keyof (typeof sheetColumns)[K] & string;

/** Names by which sheets, and files of a folder, are known; the first two are those of the template. */
export const sheetNames: Readonly<Record<SheetKind, readonly string[]>> = {
  communities: ["communities", "社区", "社区表", "社区一览", "社区信息", "社区基本情况", "村居", "社区名单", "community"],
  margins: ["margins", "人口构成", "边际分布", "人口结构", "人口年龄构成"],
  organizations: ["organizations", "社会组织", "社会组织名单", "社会组织一览"],
  units: ["workplaces", "单位", "驻区单位", "units"],
  memberships: ["memberships", "成员关系", "参与名单", "成员名单"],
  ties: ["ties", "关系", "往来关系", "网络"],
  series: ["series", "观测序列", "时间序列", "观测值"],
  boundaries: ["boundaries", "边界", "社区边界"],
};

/** Sheets that explain others, and are passed over. */
export const notes = /^(notes?|read ?me|说明( notes)?|填表说明|填写说明|目录|备注)$/i;

/** A heading or a name of a sheet without units in brackets and what stands between words. */
export const bare = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/[(（[【][^)）\]】]*[)）\]】]/g, "")
    .replace(/[\s:：*_·、,，。"'“”]/g, "")
    .replace(/[—–-]/g, "-");

/** Letters of the name of a place that are kept. */
export const LONGEST_NAME = 80;
/** What two names of one place have in common. */
export const placeKey = (name: string): string => bare(name.slice(0, LONGEST_NAME));

const indexed = Object.fromEntries(
  sheetKinds.map((kind) => [
    kind,
    new Map(
      Object.entries(sheetColumns[kind]).flatMap(([column, names]) => (names as readonly string[]).map((name) => [bare(name), column])),
    ),
  ]),
) as Record<SheetKind, Map<string, string>>;

/** A name, and its parts where it says the same in two languages: “社区 / community”, “60岁及以上 residents 60 and over”. */
const partsOf = (name: string): string[] => {
  const [, chinese = "", english = ""] = plain(name).match(/^(.*\p{Script=Han}\S*)\s+([^\p{Script=Han}]+)$/u) ?? [];
  return [name, ...name.split(/[/／|]/), chinese, english].map(bare).filter((part) => part !== "");
};

/** The column that a heading means on a sheet of a kind. */
export const columnNamed = (kind: SheetKind, heading: string): string | undefined =>
  partsOf(heading)
    .map((part) => indexed[kind].get(part))
    .find((column) => column !== undefined);

export const kindNamed = (name: string): SheetKind | undefined =>
  sheetKinds.find((kind) => partsOf(name).some((part) => sheetNames[kind].some((one) => bare(one) === part)));
