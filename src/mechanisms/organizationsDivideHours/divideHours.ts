import { defineMechanism, ORGANIZATION, OUTSIDE, STAFF_TIME } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";

/** Organizations divide a binding budget of hours (eq. 4.21) [M04, H02]. */
export const divideHours = defineMechanism({
  id: "divideHours",
  verb: "organizationsDivideHours",
  title: { en: "Division of hours", zh: "工时分配" },
  summary: {
    en: "Each organization divides its hours between service, party work, reporting and seeking resources.",
    zh: "每个组织在服务、党建、报表与寻求资源之间分配工时。",
  },
  rows: ["M04", "H01", "H02", "T04"],
  sheet: {
    equation: [
      "H = 60 (h_s staff + h_v volunteers)",
      "e_p = min((w_p H + owed) · 2 rigidity, H) if covered ; e_r = min(60 a_r (½ + rigidity) , H − e_p) if registered or covered",
      "e_k = w_k (H − e_p − e_r) ; e_s = H − e_p − e_r − e_k ; q += κ e_p / H / 52",
    ].join("\n"),
    symbols: {
      H: "minutes available this week",
      e_p: "party work",
      owed: "minutes owed to events, training and checks this week, at a rigidity of one half",
      e_r: "reports and inspections",
      e_k: "seeking resources",
      e_s: "service",
      κ: "complementarity of party work and service",
      rigidity: "0-1, multiplies every requirement of the programme [H01]",
    },
    source:
      "eq. 4.21 (Holmstrom & Milgrom 1991), with the binding budget of M04; 8 hours of administration a week at rigidity 1 (science.md 9).",
    departures: "Required hours come first; organizations do not optimize a score yet.",
    draws: "none",
    placebo: "See administrativePromotion: covered organizations spend the hours without a branch.",
    harm: "Each hour of party work or reporting is an hour less of service: rigidity rules how many.",
  },
  rivals: ["mechanisms.divideHours.complementarity"],
  parameters: {
    staffHours: quantity({
      default: 36,
      min: 0,
      max: 60,
      unit: "hours a week",
      en: "Working hours of one member of staff.",
      zh: "每名工作人员每周工时。",
    }),
    volunteerHours: quantity({
      default: 1.5,
      min: 0,
      max: 20,
      unit: "hours a week",
      en: "Hours of one standing volunteer.",
      zh: "每名常设志愿者每周小时数。",
    }),
    partyShare: share({
      default: 0.1,
      of: "hours",
      en: "Hours for party work of a covered organization at rigidity 1.",
      zh: "刚性为1时已覆盖组织的党建工时占比。",
      rows: ["M04"],
      partyBuilding: true,
    }),
    reportingHours: quantity({
      default: 8,
      min: 0,
      max: 40,
      unit: "hours a week",
      en: "Hours for reports and inspections of a covered organization at rigidity 1.",
      zh: "刚性为1时已覆盖组织的报表与检查工时。",
      rows: ["H02"],
      prior: [2, 20],
      partyBuilding: true,
    }),
    baseReporting: quantity({
      default: 2,
      min: 0,
      max: 40,
      unit: "hours a week",
      en: "Hours for reports that any registered organization owes.",
      zh: "任何登记组织的基本报表工时。",
    }),
    complementarity: quantity({
      default: 0,
      min: -2,
      max: 2,
      unit: "quality a year per share of hours",
      en: "How far hours of party work raise (above 0) or lower (below 0) the quality of service.",
      zh: "党建工时对服务质量的互补（正）或替代（负）效应。",
      rows: ["M04"],
      prior: [-1, 1],
      partyBuilding: true,
    }),
    seekingShare: share({
      default: 0.1,
      of: "remaining hours",
      en: "Hours spent on seeking resources.",
      zh: "寻求资源的工时占比。",
      rows: ["M05"],
    }),
  },
  reads: ["organizations", "branches"],
  writes: [
    "organizations.hoursService",
    "organizations.hoursParty",
    "organizations.hoursReporting",
    "organizations.hoursSeeking",
    "organizations.hoursUsed",
    "organizations.adminShare",
    "ledger",
    "tally.communities",
  ],
  measures: ["admin_hours_share", "admin_hours", "party_work_hours"],
  step(world, context) {
    const o = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      if (!o.alive[g]) continue;
      const c = o.community[g];
      if (context.mode(c) === "off") continue;
      const p = context.of(c);
      const covered = o.coverage[g] > 0 || (o.placebo[g] > 0 && world.schedule.byCommunity[c].partyBuilding === "placebo");
      const rigidity = context.rigidity(c);
      const hours = Math.round(60 * (p.staffHours * o.staff[g] + p.volunteerHours * o.volunteers[g]));
      const party = covered ? Math.min(hours, Math.round(p.partyShare * hours * rigidity + o.hoursOwed[g] * 2 * rigidity)) : 0;
      const owed = (o.registered[g] ? p.baseReporting : 0) + (covered ? p.reportingHours * rigidity : 0);
      const reporting = Math.min(hours - party, Math.round(60 * owed));
      const rest = hours - party - reporting;
      // Complements: what is learnt in party work makes service better; substitutes: it makes it worse [M04].
      if (party > 0 && p.complementarity !== 0) {
        const quality = o.quality[g] + (p.complementarity * party) / hours / 52;
        o.quality[g] = quality < 0 ? 0 : Math.min(quality, 1);
      }
      const seeking = Math.round(rest * p.seekingShare);
      o.hoursParty[g] = party;
      o.hoursReporting[g] = reporting;
      o.hoursSeeking[g] = seeking;
      o.hoursService[g] = rest - seeking;
      o.hoursUsed[g] = 0;
      o.adminShare[g] += hours > 0 ? ((party + reporting) / hours - o.adminShare[g]) / 8 : 0;
      world.ledger.move(STAFF_TIME, OUTSIDE, 0, ORGANIZATION, g, hours);
      world.ledger.move(STAFF_TIME, ORGANIZATION, g, OUTSIDE, 0, hours - o.hoursService[g]);
      const t = world.tally.communities.columns;
      t.partyMinutes[c] += party;
      t.adminMinutes[c] += reporting;
    }
  },
});
