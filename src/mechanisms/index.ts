import type { Mechanism } from "../engine/index.ts";
import { composeScenario } from "../scenario/index.ts";
import { activityForms } from "./branchesLive/activityForms.ts";
import { administrativeDrive } from "./branchesLive/administrativeDrive.ts";
import { branchReports } from "./branchesLive/branchReports.ts";
import { branchWork } from "./branchesLive/branchWork.ts";
import { decline } from "./branchesLive/decline.ts";
import { dispatchedCoverage } from "./branchesLive/dispatchedCoverage.ts";
import { fiveStrengths } from "./branchesLive/fiveStrengths.ts";
import { fourForces } from "./branchesLive/fourForces.ts";
import { instructors } from "./branchesLive/instructors.ts";
import { internalManagement } from "./branchesLive/internalManagement.ts";
import { liaisonOfficers } from "./branchesLive/liaisonOfficers.ts";
import { memberRecruitment } from "./branchesLive/memberRecruitment.ts";
import { needDrivenFounding } from "./branchesLive/needDrivenFounding.ts";
import { politicalEmbedding } from "./branchesLive/politicalEmbedding.ts";
import { secretaryTraining } from "./branchesLive/secretaryTraining.ts";
import { sparkStation } from "./branchesLive/sparkStation.ts";
import { caseQueue } from "./casesAreWorked/caseQueue.ts";
import { consultation } from "./casesAreWorked/consultation.ts";
import { costShares } from "./casesAreWorked/costShares.ts";
import { expertHelp } from "./casesAreWorked/expertHelp.ts";
import { mediation } from "./casesAreWorked/mediation.ts";
import { neighbourhoodSettlement } from "./casesAreWorked/neighbourhoodSettlement.ts";
import { publicGoods } from "./casesAreWorked/publicGoods.ts";
import { routing } from "./casesAreWorked/routing.ts";
import { extrinsicMotive } from "./everyoneLearns/extrinsicMotive.ts";
import { familiarity } from "./everyoneLearns/familiarity.ts";
import { fatigue } from "./everyoneLearns/fatigue.ts";
import { forgetting } from "./everyoneLearns/forgetting.ts";
import { habituation } from "./everyoneLearns/habituation.ts";
import { learningByDoing } from "./everyoneLearns/learningByDoing.ts";
import { legitimacy } from "./everyoneLearns/legitimacy.ts";
import { motivationCrowding } from "./everyoneLearns/motivationCrowding.ts";
import { normDiffusion } from "./everyoneLearns/normDiffusion.ts";
import { organizationLearning } from "./everyoneLearns/organizationLearning.ts";
import { reputation } from "./everyoneLearns/reputation.ts";
import { roleLaw } from "./everyoneLearns/roleLaw.ts";
import { satisfaction } from "./everyoneLearns/satisfaction.ts";
import { trust } from "./everyoneLearns/trust.ts";
import { arrivals } from "./mattersArise/arrivals.ts";
import { careNeeds } from "./mattersArise/careNeeds.ts";
import { awareness } from "./messagesSpread/awareness.ts";
import { exhibitionHall } from "./messagesSpread/exhibitionHall.ts";
import { newMedia } from "./messagesSpread/newMedia.ts";
import { smartTechnology } from "./messagesSpread/smartTechnology.ts";
import { densityDependence } from "./organizationsComeAndGo/densityDependence.ts";
import { dualIncubation } from "./organizationsComeAndGo/dualIncubation.ts";
import { growth } from "./organizationsComeAndGo/growth.ts";
import { incubation } from "./organizationsComeAndGo/incubation.ts";
import { memberEntrepreneurship } from "./organizationsComeAndGo/memberEntrepreneurship.ts";
import { partyInnovation } from "./organizationsComeAndGo/partyInnovation.ts";
import { pilots } from "./organizationsComeAndGo/pilots.ts";
import { typeDifferentiation } from "./organizationsComeAndGo/typeDifferentiation.ts";
import { divideHours } from "./organizationsDivideHours/divideHours.ts";
import { partyBusiness } from "./organizationsDivideHours/partyBusiness.ts";
import { programmeTasks } from "./organizationsDivideHours/programmeTasks.ts";
import { roleTransformation } from "./organizationsDivideHours/roleTransformation.ts";
import { workerLoad } from "./organizationsDivideHours/workerLoad.ts";
import { branchReach } from "./residentsTakePart/branchReach.ts";
import { exemplars } from "./residentsTakePart/exemplars.ts";
import { jointProjects } from "./residentsTakePart/jointProjects.ts";
import { medicalAssistance } from "./residentsTakePart/medicalAssistance.ts";
import { mobilizationTree } from "./residentsTakePart/mobilizationTree.ts";
import { neighbourVisits } from "./residentsTakePart/neighbourVisits.ts";
import { pairing } from "./residentsTakePart/pairing.ts";
import { participation } from "./residentsTakePart/participation.ts";
import { strengthsAssignment } from "./residentsTakePart/strengthsAssignment.ts";
import { talentTraining } from "./residentsTakePart/talentTraining.ts";
import { volunteerCentre } from "./residentsTakePart/volunteerCentre.ts";
import { communityAlliance } from "./resourcesAreExchanged/communityAlliance.ts";
import { demonstrationAwards } from "./resourcesAreExchanged/demonstrationAwards.ts";
import { governmentPurchase } from "./resourcesAreExchanged/governmentPurchase.ts";
import { matching } from "./resourcesAreExchanged/matching.ts";
import { ownIncome } from "./resourcesAreExchanged/ownIncome.ts";
import { partyElderCare } from "./resourcesAreExchanged/partyElderCare.ts";
import { partyProjects } from "./resourcesAreExchanged/partyProjects.ts";
import { partyServicePoints } from "./resourcesAreExchanged/partyServicePoints.ts";
import { partySupervision } from "./resourcesAreExchanged/partySupervision.ts";
import { partyWelfare } from "./resourcesAreExchanged/partyWelfare.ts";
import { platformConstruction } from "./resourcesAreExchanged/platformConstruction.ts";
import { powerDependence } from "./resourcesAreExchanged/powerDependence.ts";
import { resourceDependence } from "./resourcesAreExchanged/resourceDependence.ts";
import { venturePhilanthropy } from "./resourcesAreExchanged/venturePhilanthropy.ts";
import { acquaintanceTurnover } from "./tiesChange/acquaintanceTurnover.ts";
import { exchangeTurnover } from "./tiesChange/exchangeTurnover.ts";
import { groupTurnover } from "./tiesChange/groupTurnover.ts";
import { jobChange } from "./tiesChange/jobChange.ts";
import { timeBank } from "./timeBankTrades/timeBank.ts";
import { campaign } from "./turnCalendar/campaign.ts";
import { epidemic } from "./turnCalendar/epidemic.ts";
import { people } from "./turnCalendar/people.ts";

export { type Around, aroundResidents, type CircleOfResident, cameLately } from "./residentsTakePart/aroundResident.ts";
export { chanceToJoin, exposure, type RuleOfDecision } from "./residentsTakePart/rules.ts";

/** All mechanisms. Those of one phase run in the order in which they stand here. */
export const mechanisms: readonly Mechanism[] = [
  people,
  campaign,
  epidemic,
  arrivals,
  careNeeds,
  awareness,
  newMedia,
  exhibitionHall,
  smartTechnology,
  memberRecruitment,
  administrativeDrive,
  needDrivenFounding,
  dispatchedCoverage,
  sparkStation,
  secretaryTraining,
  instructors,
  branchWork,
  branchReports,
  activityForms,
  fourForces,
  fiveStrengths,
  politicalEmbedding,
  internalManagement,
  liaisonOfficers,
  decline,
  partyBusiness,
  roleTransformation,
  divideHours,
  programmeTasks,
  workerLoad,
  communityAlliance,
  platformConstruction,
  governmentPurchase,
  venturePhilanthropy,
  demonstrationAwards,
  ownIncome,
  partyWelfare,
  partyProjects,
  partyServicePoints,
  matching,
  partyElderCare,
  partySupervision,
  powerDependence,
  resourceDependence,
  mobilizationTree,
  volunteerCentre,
  talentTraining,
  exemplars,
  jointProjects,
  branchReach,
  participation,
  strengthsAssignment,
  neighbourVisits,
  medicalAssistance,
  pairing,
  timeBank,
  routing,
  neighbourhoodSettlement,
  publicGoods,
  mediation,
  consultation,
  costShares,
  expertHelp,
  caseQueue,
  fatigue,
  learningByDoing,
  habituation,
  extrinsicMotive,
  motivationCrowding,
  normDiffusion,
  trust,
  satisfaction,
  organizationLearning,
  roleLaw,
  reputation,
  legitimacy,
  familiarity,
  forgetting,
  acquaintanceTurnover,
  groupTurnover,
  jobChange,
  exchangeTurnover,
  densityDependence,
  dualIncubation,
  incubation,
  memberEntrepreneurship,
  partyInnovation,
  pilots,
  typeDifferentiation,
  growth,
];

/** The schema of a scenario with the parameters of all mechanisms. */
export const scenarioSchema = composeScenario(
  Object.fromEntries(mechanisms.map(({ id, parameters }) => [id, parameters])),
  mechanisms.filter(({ partyBuilding }) => partyBuilding).map(({ id }) => id),
);
