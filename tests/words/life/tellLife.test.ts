import { describe, expect, it } from "vitest";
import { chanceAt, matterRoutes, matterStates } from "../../../src/engine/index.ts";
import { mechanisms } from "../../../src/mechanisms/index.ts";
import {
  type AgentEvent,
  attribute,
  type Change,
  countChances,
  type DrawRecord,
  type Story,
  type StoryKind,
} from "../../../src/observation/index.ts";
import { type Decided, type Language, type Life, languages, tellDecided, tellLife } from "../../../src/words/index.ts";

const byId = new Map(mechanisms.map((mechanism) => [mechanism.id, mechanism]));
const terms = (language: Language) => ({
  meaning: (mechanism: string, stream: string, draw: number) => chanceAt(byId.get(mechanism)?.chances?.[stream], draw),
  title: (id: string) => byId.get(id)?.title[language] ?? id,
});

const change = (column: string, before: number, after: number, unit = "code"): Change => ({ column, place: 0, unit, before, after });
const drawn = (draw: number, p: number, u: number, stream = ""): DrawRecord =>
  ({ stream, draw, key: 0, whose: 0, u, p: [1 - p, p], outcome: u < p ? 1 : 0, forced: false }) as unknown as DrawRecord;
const happened = (week: number, mechanism: string, what: Partial<AgentEvent>): AgentEvent => ({
  week,
  mechanism,
  turning: true,
  draws: [],
  changes: [],
  ties: [],
  moves: [],
  matters: [],
  remarks: [],
  ...what,
});
function storyOf(kind: StoryKind, row: Record<string, number[]>, events: AgentEvent[], ties: Record<string, number> = {}): Story {
  return { agent: { kind, index: 7 }, from: 0, to: 104, row, ties, events, attribution: attribute(events), chances: countChances(events) };
}

const texts = (sentences: Life["who"]) => sentences.map(({ text }) => text);
/** A story in both languages, paragraph by paragraph. */
const told = (story: Story) =>
  languages.map((language) => {
    const { who, turned, stands } = tellLife(language, story, terms(language));
    return { who: texts(who), turned: texts(turned), stands: texts(stands), decided: turned.map(({ decided }) => decided) };
  });

const resident = {
  age: [34],
  community: [2],
  estate: [1],
  employed: [1],
  member: [1],
  registered: [0],
  timeBankMember: [1],
  residentLeader: [0],
  exemplar: [0],
  groups: [4, -1, -1],
  minutesYear: [0],
};
const asked = (week: number, joins: boolean, remarks: AgentEvent["remarks"] = []) =>
  happened(week, "participation", { draws: [drawn(0, 0.06, 0.01), drawn(1, joins ? 1 : 0.5, 0.7), drawn(2, 0.4, 0.2)], remarks });

describe("the story of a resident", () => {
  const exposure = (share: number, threshold: number) =>
    ({ kind: "resident", index: 7, what: "exposure", values: { share, threshold } }) as const;

  it("says who they are", () => {
    const [en, zh] = told(storyOf("resident", resident, [], { acquaintance: 1 }));
    expect(en.who).toEqual([
      "Resident 7 is 34 years old and lives in Community 2 (resettlement estate); they work.",
      "They are a party member, a member of the time bank.",
      "They have 1 acquaintance and belong to 1 interest group.",
    ]);
    expect(zh.who).toEqual([
      "居民 7，34 岁，住在社区 2（安置小区），在职。",
      "身份：党员、时间银行会员。",
      "有 1 位熟人，参加 1 个兴趣小组。",
    ]);
  });

  it("counts how often they were asked and came, the first time with why, and the last if they gave up", () => {
    const events = [asked(5, false), asked(9, true, [exposure(0.27, 0.25)]), asked(40, true), asked(60, false), asked(70, false)];
    const [en, zh] = told(storyOf("resident", resident, events));
    expect(en.turned).toEqual([
      "They are asked to take part 5 times and come 2 times.",
      "In week 9 they come for the first time: 27% of their contacts have taken part lately, and from 25% on they join.",
      "In week 40 they come for the last time; after that they are asked 2 times.",
    ]);
    expect(zh.turned).toEqual([
      "受邀参与 5 次，到场 2 次。",
      "第 9 周首次到场：近期有 27% 的联系人参与，达到其阈值 25%。",
      "第 40 周最后一次到场，此后受邀 2 次。",
    ]);
    // They join for certain once asked: the draw that decided is whether they are asked, not what they then do.
    expect(en.decided[1]?.draw.draw).toBe(0);
  });

  it("tells those whom nobody asks, who never come, and who come against their threshold", () => {
    expect(told(storyOf("resident", resident, [])).map(({ turned }) => turned)).toEqual([
      ["Nobody asks them to take part."],
      ["无人邀请其参与。"],
    ]);
    expect(told(storyOf("resident", resident, [asked(3, false)])).map(({ turned }) => turned)).toEqual([
      ["They are asked to take part once and never come."],
      ["受邀参与 1 次，从未到场。"],
    ]);
    const [en, zh] = told(storyOf("resident", resident, [asked(90, true, [exposure(0.1, 0.3)])]));
    expect(en.turned[1]).toBe(
      "In week 90 they come for the first time, although only 10% of their contacts have taken part lately and their threshold is 30%.",
    );
    expect(zh.turned[1]).toBe("第 90 周首次到场，尽管近期仅有 10% 的联系人参与，低于其阈值 30%。");
  });

  it("tells what they become and cease to be, where they work, whom they join and who moves in", () => {
    const events = [
      happened(4, "people", { changes: [change("occupant", 0, 1, "persons")] }),
      happened(10, "jobs", { changes: [change("workplace", -1, 3, "workplace")] }),
      happened(12, "groups", { changes: [change("groups", 4, -1, "group")] }),
      happened(20, "people", { changes: [change("member", 0, 1, "flag")], draws: [drawn(0, 0.002, 0.001, "members")] }),
      happened(30, "volunteerCentre", { changes: [change("registered", 1, 0, "flag")] }),
    ];
    const [en, zh] = told(storyOf("resident", resident, events));
    expect(en.turned.slice(1)).toEqual([
      "In week 4 the person who lived here leaves, and another moves in.",
      "In week 10 they start to work at Workplace 3.",
      "In week 12 they leave Interest group 4.",
      "In week 20 they become a party member.",
      "In week 30 they are no longer a registered volunteer.",
    ]);
    expect(zh.turned.slice(1)).toEqual([
      "第 4 周，原居民离开，另一位居民迁入。",
      "第 10 周开始在单位 3 工作。",
      "第 12 周退出兴趣小组 4。",
      "第 20 周成为党员。",
      "第 30 周不再是注册志愿者。",
    ]);
    expect(tellDecided("en", en.decided[4] as Decided)).toBe("The chance was about 1 in 500.");
    expect(tellDecided("zh", en.decided[4] as Decided)).toBe("概率约为 1/500。");
  });

  it("says where they stand, what moved their motivation, and which draw came closest to another outcome", () => {
    const events = [
      asked(9, false),
      happened(12, "motivationCrowding", { changes: [change("motivation", 0.6, 0.41, "0-1")] }),
      happened(13, "acquaintanceTurnover", {
        ties: [
          { circle: "acquaintance", other: { kind: "resident", index: 3 }, what: "formed" },
          { circle: "acquaintance", other: { kind: "resident", index: 4 }, what: "lost" },
        ],
        matters: [{ serial: 12, type: 0, before: -1, after: matterStates.indexOf("settled") }],
      }),
      happened(50, "forgetting", { draws: [drawn(0, 0.02, 0.0201)] }),
    ];
    const [en, zh] = told(storyOf("resident", { ...resident, minutesYear: [130] }, events));
    expect(en.turned).toContain("They are party to 1 matter: Matter 12 (settled).");
    expect(zh.turned).toContain("涉及 1 件事项：事项 12（解决）。");
    expect(en.stands).toEqual([
      "In the last year they gave 2 hours.",
      "Intrinsic motivation went from 60% to 41%, mostly through “Motivation and crowding out”.",
      "They got to know 1 person and lost touch with 1 person.",
      "Week 50 was closest to another outcome: “falls one level in policy awareness” – no.",
    ]);
    expect(zh.stands).toEqual([
      "近一年付出 2 小时。",
      "内在动机由 60% 变为 41%，主要来自“动机与挤出”。",
      "新结识 1 人，与 1 人断了往来。",
      "第 50 周最接近另一种结果：“政策认知下降一级”——否。",
    ]);
  });

  it("tells chances that came true and that nothing else has told, the rarest; often ones once", () => {
    const forgets = [20, 40, 60].map((week) => happened(week, "forgetting", { draws: [drawn(0, 0.3, 0.1)] }));
    const registers = happened(33, "volunteerCentre", { draws: [drawn(0, 0.01, 0.004)] });
    const [en, zh] = told(storyOf("resident", resident, [...forgets, registers]));
    expect(en.turned.slice(1)).toEqual([
      "Between weeks 20 and 60, Resident 7 falls one level in policy awareness: 3 times in all.",
      "In week 33, Resident 7 registers as a volunteer.",
    ]);
    expect(zh.turned.slice(1)).toEqual(["第 20 至 60 周，政策认知下降一级，共 3 次。", "第 33 周，注册为志愿者。"]);
  });
});

describe("the story of an organization", () => {
  const row = { type: [0], registered: [1], alive: [0], community: [2], founded: [-104], staff: [3], volunteers: [12], members: [1] };

  it("says what it is, whom it served, under which branch it came, and that it closed", () => {
    const serves = (matter: number, minutes: number, fee: number) =>
      ({ kind: "organization", index: 7, what: "serves", values: { minutes, fee }, whom: [{ kind: "matter", index: matter }] }) as const;
    const events = [
      happened(3, "matching", { remarks: [serves(4, 60, 900), serves(5, 90, 350)] }),
      happened(8, "administrativeDrive", { changes: [change("branch", -1, 6, "branch")] }),
      happened(9, "exchangeTurnover", { ties: [{ circle: "party", other: { kind: "branch", index: 6 }, what: "formed" }] }),
      happened(50, "densityDependence", {
        changes: [change("alive", 1, 0, "flag"), change("branch", 6, -1, "branch")],
        draws: [drawn(0, 0.01, 0.002)],
      }),
    ];
    const [en, zh] = told(storyOf("organization", row, events));
    expect(en.who).toEqual([
      "Organization 7 (welfare and charity, registered) worked in Community 2 until it closed, with 3 paid staff, 12 volunteers and 1 party members.",
      "It was founded 2 years before the start.",
    ]);
    expect(en.turned).toEqual([
      "It serves 2 matters in 3 hours, for 1,250 yuan.",
      "Party-building circle: 1 tie new, 0 ties ended.",
      "In week 8 it comes under Branch 6.",
      "In week 50 it closes.",
      "In week 50 it is no longer under Branch 6.",
    ]);
    expect(zh.turned).toEqual([
      "服务 2 件事项，用时 3 小时，收费 1,250 元。",
      "党建圈：新建关系 1 条，中断 0 条。",
      "第 8 周纳入党支部 6。",
      "第 50 周注销。",
      "第 50 周脱离党支部 6。",
    ]);
  });
});

describe("the story of a branch", () => {
  it("says whom it gathers, that it was dissolved, and what it reports beside what it does", () => {
    const row = {
      form: [1],
      alive: [0],
      community: [2],
      founded: [12],
      members: [4],
      memberOrganizations: [0],
      reported: [0.8],
      activity: [0.25],
    };
    const events = [
      happened(20, "administrativeDrive", { changes: [change("memberOrganizations", 2, 3, "organizations")] }),
      happened(60, "decline", { changes: [change("alive", 1, 0, "flag")] }),
    ];
    const [en, zh] = told(storyOf("branch", row, events));
    expect([...en.who, ...en.turned, ...en.stands]).toEqual([
      "Branch 7 (joint branch) belongs to Community 2 and has 4 members.",
      "It was founded in week 12.",
      "In week 20 it gathers 3 organizations; before, 2.",
      "In week 60 it is dissolved.",
      "It reports that 80% of its members come; actually 25% do.",
    ]);
    expect([...zh.who, ...zh.turned, ...zh.stands]).toEqual([
      "党支部 7（联合支部）属社区 2，有 4 名党员。",
      "第 12 周成立。",
      "第 20 周有 3 个成员单位，此前为 2。",
      "第 60 周撤销。",
      "上报 80% 的党员参加活动，实际为 25%。",
    ]);
  });
});

describe("the story of a matter", () => {
  it("goes along its path, state by state, each with the draw that decided it", () => {
    const [RAISED, TAKEN, DECIDED, CLOSED, SETTLED] = ["raised", "takenUp", "decided", "closed", "settled"].map((state) =>
      (matterStates as readonly string[]).indexOf(state),
    );
    const state = (week: number, before: number, after: number, draws: DrawRecord[]) =>
      happened(week, "caseQueue", { changes: [change("state", before, after)], draws });
    const votes = { kind: "matter", index: 7, what: "votes", values: { came: 3, rounds: 1, accepting: 7, seats: 12, needed: 6 } } as const;
    const events = [
      happened(2, "routing", { changes: [change("route", 0, matterRoutes.indexOf("community"))] }),
      state(2, RAISED, TAKEN, [drawn(5, 0.0003, 0.8)]),
      happened(3, "consultation", { changes: [change("state", TAKEN, DECIDED)], remarks: [votes] }),
      happened(4, "matching", { changes: [change("handlerKind", 7, 5), change("handler", -1, 9, "agent")] }),
      state(5, DECIDED, CLOSED, [drawn(0, 0.6, 0.7)]),
      state(9, CLOSED, TAKEN, [drawn(1, 0.05, 0.01)]),
      state(11, TAKEN, SETTLED, [drawn(0, 0.6, 0.2)]),
    ];
    const row = { type: [0], community: [2], resident: [33], raised: [2], changed: [11], state: [SETTLED], handlerKind: [5] };
    const [en, zh] = told(storyOf("matter", row, events));
    expect(en.who[1]).toBe("Resident 33 raises it.");
    expect(en.turned).toEqual([
      "In week 2 it is brought to: community.",
      "In week 2 it is taken up.",
      "In week 3, 3 come to meeting 1; 7 of the 12 who have voted accept, and 6 are needed.",
      "In week 3 it is decided.",
      "In week 4 Organization 9 takes it in hand.",
      "In week 5 it is closed without being settled.",
      "In week 9 it comes back and is taken up again.",
      "In week 11 it is settled.",
    ]);
    expect(en.decided.map((one) => one?.draw.draw)).toEqual([undefined, undefined, undefined, undefined, undefined, 0, 1, 0]);
    expect(en.stands[0]).toBe("After 9 weeks it is over: settled.");
    expect(zh.turned).toEqual([
      "第 2 周选择渠道：社区。",
      "第 2 周受理。",
      "第 3 周，第 1 次会议到会 3 户；已表决 12 户，7 户同意，需要 6 户。",
      "第 3 周议定。",
      "第 4 周由社会组织 9 承办。",
      "第 5 周办结，但未解决。",
      "第 9 周重新提出，再次受理。",
      "第 11 周解决。",
    ]);
    expect(zh.stands[0]).toBe("历时 9 周，结果：解决。");
  });
});

describe("a remark on the draw that decided", () => {
  const decided = (p: number, u: number): Decided => ({ mechanism: "x", week: 3, draw: drawn(0, p, u) });

  it("is odds where the chance was small, a share where it was not, and says whether it was close", () => {
    expect(tellDecided("en", decided(0.01, 0.004))).toBe("The chance was about 1 in 100.");
    expect(tellDecided("en", decided(0.6, 0.2))).toBe("The chance was 60%.");
    expect(tellDecided("en", decided(0.6, 0.61))).toBe("The chance was 60%. It was close.");
    expect(tellDecided("zh", decided(0.6, 0.61))).toBe("概率为 60%。仅差一线。");
  });
});

it("what every draw decides reads as a clause: it brings its own subject, or a verb of the third person", () => {
  const all = mechanisms.flatMap(({ id, chances = {} }) =>
    Object.values(chances).flatMap((of) => Object.values(of).map((chance) => [id, (chance as { en?: string }).en ?? ""] as const)),
  );
  expect(all.length).toBeGreaterThan(60);
  // The form of an event is chosen among eight: no clause tells that it came true.
  expect(
    all.filter(([id, en]) => id !== "activityForms" && en !== "" && !/^(a|an|the|those|its|partners|pressed) |^\w+s\b/.test(en)),
  ).toEqual([]);
});
