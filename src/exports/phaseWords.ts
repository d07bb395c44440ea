import type { phases } from "../engine/index.ts";

/** The phases of the week in words. */
export const phaseWords: Record<(typeof phases)[number], string> = {
  turnCalendar: "turn the calendar",
  mattersArise: "matters arise",
  messagesSpread: "messages spread",
  branchesLive: "branches form and live",
  organizationsDivideHours: "organizations divide their hours",
  resourcesAreExchanged: "resources are exchanged",
  residentsTakePart: "residents are mobilized and take part",
  timeBankTrades: "the time bank trades",
  casesAreWorked: "cases are worked",
  everyoneLearns: "everyone learns",
  tiesChange: "ties change",
  organizationsComeAndGo: "organizations are founded, grow, change role and close",
  weekIsObserved: "the week is observed",
};
