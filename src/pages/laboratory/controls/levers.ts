/**
 * What somebody who makes policy has in hand, by path, in the order in which one would ask for it: the programme and its end,
 * how strict it is, what government buys and by which rule, station, instructors, alliance, time bank, mobilization, media,
 * exemplars, campaign.
 */
export const levers: readonly string[] = [
  "partyBuilding",
  "withdrawal",
  "rigidity",
  "mechanisms.governmentPurchase.budget",
  "mechanisms.governmentPurchase.rule",
  "mechanisms.sparkStation.mode",
  "mechanisms.instructors.perOrganization",
  "mechanisms.communityAlliance.joining",
  "mechanisms.timeBank.mode",
  "mechanisms.timeBank.redemption",
  "mechanisms.mobilizationTree.depth",
  "mechanisms.awareness.messages",
  "mechanisms.exemplars.perCommunity",
  "mechanisms.campaign.mode",
  "mechanisms.campaign.startWeek",
];

/** How long a run is and what of it counts: set where the run is driven, not among what a policy may change. */
export const ofRun: readonly string[] = ["weeks", "burnInWeeks"];
