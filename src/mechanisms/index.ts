import type { Mechanism } from "../engine/index.ts";
import { composeScenario } from "../scenario/index.ts";
import { administrativePromotion } from "./branchesLive/administrativePromotion.ts";
import { caseQueue } from "./casesAreWorked/caseQueue.ts";
import { neighbourhoodSettlement } from "./casesAreWorked/neighbourhoodSettlement.ts";
import { fatigue } from "./everyoneLearns/fatigue.ts";
import { learningByDoing } from "./everyoneLearns/learningByDoing.ts";
import { motivationCrowding } from "./everyoneLearns/motivationCrowding.ts";
import { normDiffusion } from "./everyoneLearns/normDiffusion.ts";
import { trust } from "./everyoneLearns/trust.ts";
import { arrivals } from "./mattersArise/arrivals.ts";
import { awareness } from "./messagesSpread/awareness.ts";
import { densityDependence } from "./organizationsComeAndGo/densityDependence.ts";
import { divideHours } from "./organizationsDivideHours/divideHours.ts";
import { threshold } from "./residentsTakePart/threshold.ts";
import { governmentPurchase } from "./resourcesAreExchanged/governmentPurchase.ts";
import { matching } from "./resourcesAreExchanged/matching.ts";
import { ownIncome } from "./resourcesAreExchanged/ownIncome.ts";
import { powerDependence } from "./resourcesAreExchanged/powerDependence.ts";
import { acquaintanceTurnover } from "./tiesChange/acquaintanceTurnover.ts";
import { exchangeTurnover } from "./tiesChange/exchangeTurnover.ts";
import { groupTurnover } from "./tiesChange/groupTurnover.ts";
import { timeBank } from "./timeBankTrades/timeBank.ts";
import { campaignPulse } from "./turnCalendar/campaignPulse.ts";

/** All mechanisms. Those of one verb run in the order in which they stand here. */
export const mechanisms: readonly Mechanism[] = [
  campaignPulse,
  arrivals,
  awareness,
  administrativePromotion,
  divideHours,
  governmentPurchase,
  ownIncome,
  matching,
  powerDependence,
  threshold,
  timeBank,
  neighbourhoodSettlement,
  caseQueue,
  fatigue,
  learningByDoing,
  motivationCrowding,
  normDiffusion,
  trust,
  acquaintanceTurnover,
  groupTurnover,
  exchangeTurnover,
  densityDependence,
];

/** The schema of a scenario with the parameters of all mechanisms. */
export const scenarioSchema = composeScenario(Object.fromEntries(mechanisms.map(({ id, parameters }) => [id, parameters])));
