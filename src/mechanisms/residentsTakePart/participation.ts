import {
  COMMUNITY,
  defineMechanism,
  IN_SERVICE,
  OUTSIDE,
  PUBLIC_GOOD,
  RESIDENT,
  TAKEN_UP,
  VOLUNTEER_TIME,
  type World,
} from "../../engine/index.ts";
import { receives } from "../casesAreWorked/endings.ts";
import { participationParameters } from "./participationParameters.ts";
import { countActive, forgetActive, participationScratch, takePart } from "./takePart.ts";

/** Residents take part as those around them do, by one of three rival rules (eq. 4.1, 4.4, 4.5) on the four circles. */
export const participation = defineMechanism({
  id: "participation",
  phase: "residentsTakePart",
  scope: "district",
  every: "week",
  title: { en: "Participation", zh: "居民参与" },
  summary: {
    en: "Residents who are asked join by a threshold, by random utility or by conditional cooperation, given how many in their circles take part.",
    zh: "受邀居民参照各圈的参与情况，按阈值、随机效用或条件合作决定是否参与。",
  },
  rows: ["L1", "L2", "L3", "L4", "L5", "L6", "I10", "M02", "Z12", "Z18"],
  specification: {
    equation: [
      "r_i = Σ_l w_l share_l(i) / Σ_l w_l over the circles that i belongs to",
      "θ_i = μ + σ z_i − a (age − 45)/10 − b member − c (m_i − 0.4) − x (e_i − 0.3) + f·fatigue − k close − p s e_i + h asked (1 + s)",
      "threshold: joins if r ≥ θ, else by noise ; logit: P = logistic(k (r − θ)) ; conditional: P = α + β r for half of all, 0 for 30%",
      "P(asked) = 1 − exp(−Σ rates of senders): committee λ + outreach, acquaintances and colleagues λ_c times their active share, group λ_g, branch its calls, organization λ_v if registered ; one asks, by its rate",
      "comes with min(time left of the week, length) ; freely: support ½ + ½ satisfaction ; pressed and not willing: control s",
    ].join("\n"),
    symbols: {
      w: "weight of a circle",
      share: "share of contacts in the circle who took part in the last weeks of memory",
      z: "standing readiness, standard normal",
      θ: "threshold, share of contacts",
      λ: "invitations a week",
      calls: "invitations of members by their branches (branchReach), 0 for others",
      outreach: "further invitations by mobilization, media and branches (week totals)",
      f: "weight of fatigue",
      e: "extrinsic motive; x its weight",
      k: "asked by an acquaintance, a fellow member or a colleague",
      s: "strictness with which the branch asks: rigidity, 0 for other senders ; p weight of pressure",
      "h, asked": "habituation, and invitations of that sender remembered",
    },
    source:
      "eq. 4.1 (Granovetter 1978), network form; 4.4 (random utility); 4.5 (Fischbacher, Gächter & Fehr 2001); thresholds N(0.25, 0.12) (references: starting values), age and party gap of [S76].",
    departures:
      "Only those who are asked decide; σ is larger than in the source and μ shifts with age so that one fixed point lies inside.",
    draws: "agent = resident: 0 asked, 1 noise, 2 kind of participation, 3 minutes, 4 who asks.",
    harm: "Mobilization through branches tires the same core, is heard less the oftener it comes, and is felt as control by those who would not have come.",
  },
  rivals: ["mechanisms.participation.rule=threshold", "mechanisms.participation.rule=logit", "mechanisms.participation.rule=conditional"],
  chances: {
    "": {
      0: { of: "resident", en: "is asked to take part", zh: "受邀参与" },
      1: { of: "resident", en: "joins", zh: "参与" },
      2: { of: "resident", en: "volunteers rather than takes part in governance", zh: "参加志愿服务而非治理" },
    },
  },
  parameters: participationParameters,
  reads: [
    "communities.contact",
    "groups.members",
    "matters.class",
    "matters.community",
    "matters.needVolunteer",
    "matters.state",
    "residents.extrinsic",
    "residents.fatigue",
    "residents.groups",
    "residents.homeBranch",
    "residents.member",
    "residents.motivation",
    "residents.registered",
    "residents.satisfaction",
    "residents.workplace",
    "residents.workBranch",
    "weekTotals.communities.branchInvitations",
    "weekTotals.communities.outreach",
    "weekTotals.communities.outreachDigital",
    "weekTotals.communities.outreachMembers",
    "weekTotals.communities.partyWeight",
    "weekTotals.communities.pressure",
    "ties",
  ],
  writes: [
    "ledger",
    "matters.gotVolunteer",
    "residents.asked",
    "residents.controlMet",
    "residents.lastGovernance",
    "residents.lastMobilized",
    "residents.lastVolunteering",
    "residents.minutesMonth",
    "residents.minutesWeek",
    "residents.minutesYear",
    "residents.rewardMet",
    "residents.supportMet",
    "weekTotals.communities.attendances",
    "weekTotals.communities.invitations",
  ],
  measures: [
    "participation_rate",
    "participation_governance",
    "participation_volunteering",
    "participation_mobilized",
    "volunteer_hours_per_adult",
  ],
  kernels: { countActive, takePart },
  step(world, context) {
    const { communities, ledger } = world;
    const { given } = participationScratch(world);
    forgetActive(world);
    given.fill(0);
    context.throughout("countActive");
    context.everywhere("takePart");
    for (let c = 0; c < communities.rows; c++) ledger.pass(VOLUNTEER_TIME, OUTSIDE, 0, RESIDENT, COMMUNITY, c, given[c]);
    serveCommunity(world);
  },
});

/** What was given works on the public goods of the community, the oldest first. */
function serveCommunity(world: World): void {
  const { matters, ledger } = world;
  const m = matters.columns;
  for (let q = 0; q < matters.rows; q++) {
    if (m.class[q] !== PUBLIC_GOOD || m.state[q] < TAKEN_UP || m.state[q] > IN_SERVICE) continue;
    const c = m.community[q];
    const minutes = Math.min(m.needVolunteer[q] - m.gotVolunteer[q], ledger.balance(VOLUNTEER_TIME, COMMUNITY, c));
    if (minutes <= 0) continue;
    ledger.move(VOLUNTEER_TIME, COMMUNITY, c, OUTSIDE, 0, minutes);
    receives(world, q, "gotVolunteer", minutes);
  }
}
