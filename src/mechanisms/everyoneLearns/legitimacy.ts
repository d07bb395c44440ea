import { defineMechanism } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";

/** What the government has seen of an organization, in the order of `organizations.standing`. */
const REPORTS = 0;
export const AWARDS = 1;
const FINDINGS = 2;
export const KINDS_OF_STANDING = 3;
const FILED = 0.25; // of what registration counts, for those that are only filed

const worth = (label: { en: string; zh: string }, help: { en: string; zh: string }, by: number) =>
  quantity({ label, help, default: by, min: 0, max: 10, unit: "times", rows: ["N14", "H06"], prior: [0, by * 2] });

/** Legitimacy with government is what government has seen: registration, reports, awards, findings, each for a while [N14, H06]. */
export const legitimacy = defineMechanism({
  id: "legitimacy",
  phase: "everyoneLearns",
  scope: "organization",
  every: "week",
  title: { en: "Legitimacy with government", zh: "组织合法性" },
  summary: {
    en: "Registration, reports, awards and what inspections find make an organization legitimate; each but the first is forgotten.",
    zh: "登记、上报、获奖与检查结果共同决定组织的合法性；除登记外，其余都会逐渐淡忘。",
  },
  rows: ["N14", "T13", "H06"],
  specification: {
    equation: [
      "S = ρ + w_r R + w_a A + w_f F, at least 0 ; leg = S / (1 + S) ; ρ = 1 if registered, ¼ if filed",
      "R(t+1) = R + (1 − 2^(−1/τ)) (reports − R) ; A(t+1) = 2^(−1/τ) A + awards ; F(t+1) = 2^(−1/τ) F + findings, every week",
    ].join("\n"),
    symbols: {
      leg: "legitimacy, 0-1",
      reports:
        "1 in a week in which a matter that it served was recorded as closed, settled or not, plus the activity that its branch reports",
      awards: "awards as a demonstration project",
      findings: "inspections passed, less those failed and gaps found between report and work",
      τ: "half-life of what government remembers, weeks",
      "w_r, w_a, w_f": "weights against registration",
    },
    source: "N14 (legitimacy brings resources), T13, H06. Weights and the half-life are judgements.",
    departures: "Government is one observer: offices do not differ. It reads records, not the truth.",
    draws: "none",
    harm: "Reports count before they are checked: who reports beyond the truth gains until an inspection.",
  },
  parameters: {
    reports: worth(
      { en: "Weight of reports", zh: "上报权重" },
      { en: "Of weekly reports, against registration.", zh: "每周都有上报时，相对于登记。" },
      1,
    ),
    awards: worth(
      { en: "Weight of an award", zh: "获奖权重" },
      { en: "Of one award, against registration.", zh: "一次获奖，相对于登记。" },
      0.5,
    ),
    findings: worth(
      { en: "Weight of a finding", zh: "检查权重" },
      { en: "Of one inspection, against registration.", zh: "一次检查，相对于登记。" },
      0.3,
    ),
    memory: quantity({
      label: { en: "Memory of government", zh: "政府记忆" },
      help: {
        en: "Then half of the reports are forgotten, and an award or a finding counts half.",
        zh: "之后上报忘记一半，获奖与检查结果只算一半。",
      },
      default: 104,
      min: 1,
      max: 1040,
      unit: "weeks",
      rows: ["N14"],
      prior: [26, 416],
    }),
  },
  reads: [
    "organizations.registered",
    "weekTotals.organizations.awarded",
    "weekTotals.organizations.findings",
    "weekTotals.organizations.reported",
    "weekTotals.organizations.settled",
    "weekTotals.organizations.unsettled",
  ],
  writes: ["organizations.legitimacy", "organizations.standing"],
  measures: ["org_income_gini", "income_government", "org_income_top_tenth_share"],
  step(world, { parameters: p }, g) {
    const { standing, legitimacy: leg, registered } = world.organizations.columns;
    const { awarded, findings, reported, settled, unsettled } = world.weekTotals.organizations.columns;
    const at = g * KINDS_OF_STANDING;
    const reports = (settled[g] + unsettled[g] > 0 ? 1 : 0) + reported[g];
    standing[at + REPORTS] += (1 - pow(2, -1 / p.memory)) * (reports - standing[at + REPORTS]);
    standing[at + AWARDS] = pow(2, -1 / p.memory) * standing[at + AWARDS] + awarded[g];
    standing[at + FINDINGS] = pow(2, -1 / p.memory) * standing[at + FINDINGS] + findings[g];
    const seen = p.reports * standing[at + REPORTS] + p.awards * standing[at + AWARDS] + p.findings * standing[at + FINDINGS];
    const all = Math.max(0, (registered[g] ? 1 : FILED) + seen);
    leg[g] = all / (1 + all);
  },
});
