import { defineMechanism } from "../../engine/index.ts";
import { choice, quantity, share, whole } from "../../scenario/index.ts";

const EMBEDDED = 1;
const INTEGRATED = 2;

/** A branch gives its organizations standing and takes some of their autonomy; with time they integrate (or do not) [N13, H07, H09]. */
export const politicalEmbedding = defineMechanism({
  id: "politicalEmbedding",
  verb: "branchesLive",
  title: { en: "Political embedding", zh: "政治嵌入" },
  summary: {
    en: "Covered organizations gain legitimacy and lose autonomy and distance from the plan; mutual benefit turns embedding into integration.",
    zh: "被覆盖组织获得合法性而让渡自主与议程差异；互惠使嵌入转为融合。",
  },
  rows: ["N13", "N14", "F08", "F09", "H03", "H07", "H09"],
  partyBuilding: true,
  sheet: {
    equation: [
      "leg += a act (1 − leg) ; agenda −= g k agenda ; aut −= c rigidity k aut (k = 1 absorbing, ⅓ cooperating, 0 once integrated)",
      "integrated after y years embedded with quality ≥ ½ and rigidity ≤ r ; uncovered: leg −= z · (share covered) · leg",
    ].join("\n"),
    symbols: {
      leg: "legitimacy, 0-1",
      agenda: "distance of the agenda from the plan, 0-1",
      aut: "autonomy, 0-1",
      act: "activity of the branch, 0-1",
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
      default: "cooperate",
      en: "Whether the district absorbs organizations or cooperates with them.",
      zh: "区级对组织的策略：吸纳或合作。",
      rows: ["H09"],
    }),
    legitimacy: share({
      default: 0.004,
      of: "the distance to full legitimacy a week",
      en: "Standing gained at full activity, a.",
      zh: "支部充分活动时的合法性增益。",
      rows: ["N13", "N14"],
    }),
    alignment: share({ default: 0.004, of: "agenda a week", en: "Alignment, g.", zh: "议程趋同速度。", rows: ["F08"] }),
    autonomyLoss: share({
      default: 0.006,
      of: "autonomy a week",
      en: "Autonomy lost at rigidity 1, c.",
      zh: "刚性为1时自主性损失。",
      rows: ["H03"],
    }),
    integration: quantity({
      default: 3,
      min: 0,
      max: 20,
      unit: "years",
      en: "Years embedded before integration, y.",
      zh: "由嵌入到融合的年数。",
      rows: ["H07"],
    }),
    integrationRigidity: share({
      default: 0.5,
      of: "full rigidity",
      en: "Rigidity above which nobody integrates, r.",
      zh: "超过则无法融合的刚性。",
      rows: ["H07"],
    }),
    zeroSum: share({
      default: 0.001,
      of: "legitimacy a week",
      en: "Standing that the uncovered lose where all others are covered, z.",
      zh: "他人全被覆盖时未覆盖者的合法性损失。",
      rows: ["N14"],
    }),
    patience: whole({ default: 4, min: 1, max: 52, unit: "weeks", en: "Weeks between two adjustments.", zh: "调整间隔周数。" }),
  },
  reads: ["branches.activity", "organizations.branch", "organizations.quality", "district.coverage"],
  writes: ["organizations.legitimacy", "organizations.agenda", "organizations.autonomy", "organizations.relation"],
  measures: ["org_autonomy_mean", "org_agenda_distance", "org_income_gini"],
  step(world, context) {
    if (context.week % context.district.patience !== 0) return;
    const b = world.branches.columns;
    const o = world.organizations.columns;
    const covered = world.district.columns.coverage[0];
    const weeks = context.district.patience;
    for (let g = 0; g < world.organizations.rows; g++) {
      const c = o.community[g];
      if (!o.alive[g] || context.mode(c) !== "on") continue;
      const p = context.of(c);
      const k = o.branch[g];
      if (k < 0) {
        o.legitimacy[g] *= 1 - Math.min(1, weeks * p.zeroSum * covered);
        continue;
      }
      const rigidity = context.rigidity(c);
      const pull = o.relation[g] === INTEGRATED ? 0 : p.strategy === "absorb" ? 1 : 1 / 3;
      o.legitimacy[g] += Math.min(1, weeks * p.legitimacy * b.activity[k]) * (1 - o.legitimacy[g]);
      o.agenda[g] *= 1 - Math.min(1, weeks * p.alignment * pull);
      o.autonomy[g] *= 1 - Math.min(1, weeks * p.autonomyLoss * rigidity * pull);
      if (
        o.relation[g] === EMBEDDED &&
        context.week - b.founded[k] >= p.integration * 52 &&
        o.quality[g] >= 0.5 &&
        rigidity <= p.integrationRigidity
      )
        o.relation[g] = INTEGRATED;
    }
  },
});
