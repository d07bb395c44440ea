import { exchangeCircles, nodeKinds } from "../circles/index.ts";
import { holderKinds, isOpen, MONEY, type World } from "../engine/index.ts";
import type { Bilingual } from "../scenario/index.ts";
import type { InspectedKind, Inspection } from "./protocol.ts";

type Fact = Inspection["facts"][number];
const say = (en: string, zh: string): Bilingual => ({ en, zh });
const number = (en: string, zh: string, value: number, unit = ""): Fact => ({ name: say(en, zh), value, unit, format: "number" });
const share = (en: string, zh: string, value: number): Fact => ({ name: say(en, zh), value, unit: "", format: "share" });
const word = (en: string, zh: string, value: Bilingual): Fact => ({ name: say(en, zh), value, unit: "", format: "word" });
const yes = (flag: number): Bilingual => (flag ? say("yes", "是") : say("no", "否"));

const estates = [
  say("work-unit estate", "单位房"),
  say("resettlement", "安置房"),
  say("commodity housing", "商品房"),
  say("village", "村"),
];
const types = [
  say("welfare and charity", "公益慈善"),
  say("daily service", "生活服务"),
  say("culture and sport", "文体活动"),
  say("mediation", "矛盾调解"),
  say("joint party building", "党建联建"),
  say("self-government", "居民自治"),
  say("cadre training", "骨干培育"),
  say("scene building", "场景营造"),
  say("resource linking", "资源链接"),
  say("development support", "发展支持"),
  say("democratic consultation", "民主协商"),
];
const coverages = [say("none", "无"), say("own branch", "单独支部"), say("joint branch", "联合支部"), say("dispatched", "派驻")];
const forms = [say("own", "单独"), say("joint", "联合"), say("community", "社区"), say("workplace", "单位")];
const unitKinds = [say("firm", "企业"), say("school", "学校"), say("hospital", "医院"), say("public body", "机关事业单位")];
const ladder = [say("unaware", "不知晓"), say("knows", "知晓"), say("understands", "理解"), say("supports", "支持")];
const FELLOWS = 40;
const MATTERS = 60;

/** What there is to say of one agent now. Reads the world, changes nothing. */
export function inspect(world: World, kind: InspectedKind, index: number): Inspection | undefined {
  const facts = factsOf(world, kind, index);
  if (facts === undefined) return undefined;
  return {
    kind,
    index,
    week: world.week,
    facts,
    ties: kind === "resident" ? residentTies(world, index) : exchangeTies(world, kind, index),
    matters: mattersOf(world, kind, index),
  };
}

function factsOf(world: World, kind: InspectedKind, i: number): Fact[] | undefined {
  const { ledger } = world;
  const money = number("Money", "资金", i < 0 ? 0 : ledger.balance(MONEY, holderKinds.indexOf(kind), i), "yuan");
  if (kind === "resident") {
    if (i < 0 || i >= world.residents.rows) return undefined;
    const r = world.residents.columns;
    const trust = (counts: Float32Array) => (counts[i * 2] + 1) / (counts[i * 2] + counts[i * 2 + 1] + 2);
    const groups = [0, 1, 2].filter((k) => r.groups[i * 3 + k] >= 0).length;
    return [
      number("Age", "年龄", r.age[i], "years"),
      word("Sex", "性别", r.female[i] ? say("female", "女") : say("male", "男")),
      word("Estate", "住宅", estates[r.estate[i]]),
      number("Tenure", "居住年限", r.tenure[i], "years"),
      word("Employed", "就业", yes(r.employed[i])),
      word("Party member", "党员", yes(r.member[i])),
      word("Registered volunteer", "注册志愿者", yes(r.registered[i])),
      word("Time bank", "时间银行", yes(r.timeBankMember[i])),
      number("Interest groups", "兴趣小组", groups),
      number("Acquaintances", "熟人", world.ties.degree[i]),
      number("Free time", "空闲", r.freeMinutes[i], "minutes a week"),
      number("Given in the last year", "近一年付出", r.minutesYear[i] / 60, "hours"),
      share("Motivation", "动机", r.motivation[i]),
      share("Fatigue", "疲劳", r.fatigue[i]),
      share("Trust in neighbours", "对邻里信任", trust(r.trustNeighbours)),
      share("Trust in the community", "对社区信任", trust(r.trustCommunity)),
      share("Trust in organizations", "对社会组织信任", trust(r.trustOrganizations)),
      share("Self-management", "自我管理", r.ability[i * 4]),
      share("Self-education", "自我教育", r.ability[i * 4 + 1]),
      share("Self-service", "自我服务", r.ability[i * 4 + 2]),
      share("Self-supervision", "自我监督", r.ability[i * 4 + 3]),
      word("Policy awareness", "政策知晓", ladder[r.awareness[i]]),
      share("Satisfaction", "满意度", r.satisfaction[i]),
    ];
  }
  if (kind === "organization") {
    if (i < 0 || i >= world.organizations.rows) return undefined;
    const o = world.organizations.columns;
    let income = 0;
    for (let s = 0; s < 5; s++) income += o.incomeLast[i * 5 + s];
    return [
      word("Type", "类型", types[o.type[i]]),
      word("Registered", "登记", yes(o.registered[i])),
      word("Alive", "存续", yes(o.alive[i])),
      number("Age", "年龄", (world.week - o.founded[i]) / 52, "years"),
      number("Staff", "员工", o.staff[i]),
      number("Party members", "党员", o.members[i]),
      number("Volunteers", "志愿者", o.volunteers[i]),
      word("Covered by", "党组织覆盖", coverages[o.coverage[i]]),
      share("Quality", "质量", o.quality[i]),
      share("Legitimacy", "合法性", o.legitimacy[i]),
      share("Autonomy", "自主性", o.autonomy[i]),
      share("Dependence", "依赖", o.dependence[i]),
      share("Hours on party work and reports", "党建与报表工时", o.adminShare[i]),
      number("Income of last year", "上年收入", income, "yuan"),
      share("From government", "政府来源", income > 0 ? o.incomeLast[i * 5] / income : 0),
      number("Service this week", "本周服务", o.hoursUsed[i] / 60, "hours"),
      money,
    ];
  }
  if (kind === "branch") {
    if (i < 0 || i >= world.branches.rows) return undefined;
    const b = world.branches.columns;
    return [
      word("Form", "形式", forms[b.form[i]]),
      word("Alive", "存续", yes(b.alive[i])),
      number("Members", "党员", b.members[i]),
      number("Organizations", "单位", b.units[i]),
      number("Age", "年龄", (world.week - b.founded[i]) / 52, "years"),
      share("Secretary's ability", "书记能力", b.secretary[i]),
      share("Activity, true", "真实活动", b.activity[i]),
      share("Activity, reported", "上报活动", b.reported[i]),
      number("Stage", "阶段", b.stage[i]),
    ];
  }
  if (kind === "community") {
    if (i < 0 || i >= world.communities.rows) return undefined;
    const c = world.communities.columns;
    const m = world.matters.columns;
    let open = 0;
    for (let q = 0; q < world.matters.rows; q++) if (m.community[q] === i && isOpen(m.state[q])) open++;
    return [
      word("Kind", "类别", c.village[i] ? say("village", "村") : say("urban community", "社区")),
      number("Residents", "居民", c.residents[i]),
      number("Adults", "成年人", c.adults[i]),
      number("Buildings", "楼栋", c.buildings[i]),
      number("Community workers", "社区工作者", c.staff[i]),
      share("Norms kept", "规范遵守", c.norm[i]),
      number("Open matters", "未结事项", open),
      money,
    ];
  }
  if (kind === "unit") {
    if (i < 0 || i >= world.units.rows) return undefined;
    const u = world.units.columns;
    return [
      word("Kind", "类别", unitKinds[u.kind[i]]),
      number("Employees", "员工", u.employees[i]),
      number("Who live in the district", "居住本区", u.residentEmployees[i]),
      number("Party members among them", "其中党员", u.members[i]),
    ];
  }
  if (kind === "district") {
    const { settleRate, coverage } = world.district.columns;
    return [
      number("Residents", "居民", world.residents.rows),
      number("Communities", "社区", world.communities.rows),
      share("Coverage as reported", "上报覆盖率", coverage[0]),
      share("Expected settlement rate", "预期解决率", settleRate[0]),
    ];
  }
  return [money];
}

function mattersOf(world: World, kind: InspectedKind, index: number): Inspection["matters"] {
  const { rows, columns: m } = world.matters;
  const code = holderKinds.indexOf(kind);
  const matters: Inspection["matters"] = [];
  for (let q = rows - 1; q >= 0 && matters.length < MATTERS; q--) {
    const concerned =
      kind === "resident"
        ? m.resident[q] === index || m.other[q] === index
        : kind === "community"
          ? m.community[q] === index
          : m.handlerKind[q] === code && m.handler[q] === index;
    if (concerned) matters.push({ serial: m.serial[q], type: m.type[q], state: m.state[q], raised: m.raised[q] });
  }
  return matters;
}

function exchangeTies(world: World, kind: InspectedKind, index: number): Inspection["ties"] {
  const t = world.exchangeTies.columns;
  const code = nodeKinds.indexOf(kind as (typeof nodeKinds)[number]);
  const ties: Inspection["ties"] = [];
  for (let e = 0; e < world.exchangeTies.rows; e++) {
    const circle = exchangeCircles[t.circle[e]];
    if (t.kindA[e] === code && t.a[e] === index) ties.push({ circle, kind: nodeKinds[t.kindB[e]], index: t.b[e] });
    else if (t.kindB[e] === code && t.b[e] === index) ties.push({ circle, kind: nodeKinds[t.kindA[e]], index: t.a[e] });
  }
  return ties;
}

/** Acquaintances, and fellows of the other circles: at most 40 of each, the first in the order of the residents. */
function residentTies(world: World, i: number): Inspection["ties"] {
  const r = world.residents.columns;
  const { offsets, degree, neighbors, core } = world.ties;
  const ties: Inspection["ties"] = [];
  for (let h = offsets[i]; h < offsets[i] + degree[i]; h++) {
    ties.push({ circle: "acquaintance", kind: "resident", index: neighbors[h], core: core[h] === 1 });
  }
  const groups = [r.groups[i * 3], r.groups[i * 3 + 1], r.groups[i * 3 + 2]].filter((g) => g >= 0);
  const branches = [r.homeBranch[i], r.workBranch[i]].filter((b) => b >= 0);
  const count = { interest: 0, industry: 0, party: 0 };
  const add = (circle: keyof typeof count, j: number) => {
    if (count[circle]++ < FELLOWS) ties.push({ circle, kind: "resident", index: j });
  };
  for (let j = 0; j < world.residents.rows; j++) {
    if (j === i) continue;
    if (r.unit[i] >= 0 && r.unit[j] === r.unit[i]) add("industry", j);
    if (branches.includes(r.homeBranch[j]) || branches.includes(r.workBranch[j])) add("party", j);
    if (
      groups.length > 0 &&
      (groups.includes(r.groups[j * 3]) || groups.includes(r.groups[j * 3 + 1]) || groups.includes(r.groups[j * 3 + 2]))
    )
      add("interest", j);
  }
  for (const b of branches) ties.push({ circle: "party", kind: "branch", index: b });
  if (r.unit[i] >= 0) ties.push({ circle: "industry", kind: "unit", index: r.unit[i] });
  if (r.organization[i] >= 0) ties.push({ circle: "industry", kind: "organization", index: r.organization[i] });
  return ties;
}
