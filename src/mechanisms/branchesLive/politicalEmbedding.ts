import { defineMechanism, YEAR } from "../../engine/index.ts";
import { choice, level, quantity, share, whole } from "../../scenario/index.ts";

const EMBEDDED = 1;
const INTEGRATED = 2;

/** A branch gives its organizations standing and takes some of their autonomy; with time they integrate (or do not) [N13, H07, H09]. */
export const politicalEmbedding = defineMechanism({
  id: "politicalEmbedding",
  verb: "branchesLive",
  scope: "organization",
  every: "week",
  title: { en: "Political embedding", zh: "政治嵌入" },
  summary: {
    en: "Covered organizations gain legitimacy and lose autonomy; their agendas move towards the plan; with mutual benefit embedding becomes integration.",
    zh: "被覆盖的组织获得合法性，让渡自主性，议程向计划靠拢；互惠使嵌入转为融合。",
  },
  rows: ["N13", "N14", "F08", "F09", "H03", "H07", "H09"],
  partyBuilding: true,
  sheet: {
    equation: [
      "leg += a rep (1 − leg), × (1 − y gap) where an inspection finds one ; agenda −= g k agenda ; aut −= c rigidity k aut (k = 1 absorbing, ⅓ cooperating, 0 once integrated)",
      "integrated after y years embedded with quality ≥ ½ and rigidity ≤ r ; uncovered: leg −= z · (share covered) · leg",
    ].join("\n"),
    symbols: {
      leg: "legitimacy, 0-1",
      agenda: "distance of the agenda from the plan, 0-1",
      aut: "autonomy, 0-1",
      rep: "activity of the branch as reported, 0-1",
      gap: "what an inspection found reported beyond the true activity (branchReports)",
      y: "standing lost by a gap",
      z: "standing that the uncovered lose as others are covered",
    },
    source: "N13-N14 (Yuan 2020); H03; H07 from embedding to integrating; H09 absorption and cooperation (Chen 2011).",
    departures: "Mutual benefit is read from quality.",
    draws: "none",
    placebo: "The same visits without a branch's backing: no standing, no alignment.",
    harm: "Autonomy falls with rigidity; standing gained by some is lost by others (z > 0).",
  },
  parameters: {
    strategy: choice(["cooperate", "absorb"], {
      label: { en: "District strategy", zh: "区级策略" },
      help: { en: "Absorbing takes three times as much autonomy as cooperating.", zh: "吸纳造成的自主性损失是合作的三倍。" },
      default: "cooperate",

      rows: ["H09"],
    }),
    legitimacy: share({
      label: { en: "Legitimacy gained", zh: "合法性增益" },
      help: { en: "With a branch that reports full activity.", zh: "支部上报活动满值时。" },
      default: 0.004,
      of: "the gap to full, a week",

      rows: ["N13", "N14"],
    }),
    foundOut: share({
      label: { en: "Loss when found out", zh: "查出虚报的损失" },
      help: { en: "Where all that was reported was untrue; in proportion else.", zh: "上报全部不实时；否则按比例。" },
      default: 0.3,
      of: "legitimacy",
      rows: ["H05"],
      prior: [0, 0.6],
    }),
    alignment: share({
      label: { en: "Alignment", zh: "议程趋同" },
      help: {
        en: "Under absorption; a third of it under cooperation, none once integrated.",
        zh: "吸纳时的水平；合作时为三分之一，融合后为零。",
      },
      default: 0.004,
      of: "the gap, a week",
      rows: ["F08"],
    }),
    autonomyLoss: share({
      label: { en: "Autonomy lost", zh: "自主性损失" },
      help: { en: "Under absorption at rigidity 1; none once integrated.", zh: "吸纳且刚性为 1 时；融合后不再损失。" },
      default: 0.006,
      of: "autonomy, a week",

      rows: ["H03"],
    }),
    integration: quantity({
      label: { en: "Time to integration", zh: "融合所需时间" },
      help: { en: "Embedded this long and of good quality, an organization is integrated.", zh: "嵌入满此时间且质量较好的组织转为融合。" },
      default: 3,
      min: 0,
      max: 20,
      unit: "years",

      rows: ["H07"],
    }),
    integrationRigidity: level({
      label: { en: "Rigidity limit", zh: "融合刚性上限" },
      help: { en: "Above it no organization is integrated.", zh: "超过则没有组织融合。" },
      default: 0.5,

      rows: ["H07"],
    }),
    zeroSum: share({
      label: { en: "Loss of the uncovered", zh: "未覆盖损失" },
      help: { en: "Legitimacy lost without coverage where all others have it.", zh: "其他组织全部覆盖时，未覆盖组织损失的合法性。" },
      default: 0.001,
      of: "legitimacy, a week",

      rows: ["N14"],
    }),
    patience: whole({
      label: { en: "Interval", zh: "调整间隔" },
      help: { en: "Changes are made in one step at its end.", zh: "间隔期满一次完成调整。" },
      default: 4,
      min: 1,
      max: 52,
      unit: "weeks",
    }),
  },
  reads: [
    "branches.founded",
    "branches.reported",
    "district.coverage",
    "organizations.branch",
    "organizations.quality",
    "tally.branches.gapFound",
  ],
  writes: ["organizations.agenda", "organizations.autonomy", "organizations.legitimacy", "organizations.relation"],
  measures: ["org_autonomy_mean", "org_agenda_distance", "org_income_gini"],
  step(world, { week, parameters: p, mode, rigidity }, g) {
    if (mode !== "on") return;
    const b = world.branches.columns;
    const o = world.organizations.columns;
    const weeks = p.patience;
    const k = o.branch[g];
    if (k >= 0) o.legitimacy[g] *= 1 - p.foundOut * world.tally.branches.columns.gapFound[k];
    if (week % p.patience !== 0) return;
    if (k < 0) {
      o.legitimacy[g] *= 1 - Math.min(1, weeks * p.zeroSum * world.district.columns.coverage[0]);
      return;
    }
    const pull = o.relation[g] === INTEGRATED ? 0 : p.strategy === "absorb" ? 1 : 1 / 3;
    o.legitimacy[g] += Math.min(1, weeks * p.legitimacy * b.reported[k]) * (1 - o.legitimacy[g]);
    o.agenda[g] *= 1 - Math.min(1, weeks * p.alignment * pull);
    o.autonomy[g] *= 1 - Math.min(1, weeks * p.autonomyLoss * rigidity * pull);
    const lasted = week - b.founded[k] >= p.integration * YEAR;
    if (o.relation[g] === EMBEDDED && lasted && o.quality[g] >= 0.5 && rigidity <= p.integrationRigidity) o.relation[g] = INTEGRATED;
  },
});
