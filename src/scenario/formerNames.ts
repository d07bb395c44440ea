import { deletedParameters } from "./deletedParameters.ts";
import { type Said, said } from "./said.ts";

/** What mechanisms and parameters were called before, by path, and what they are called now. */
export const formerNames: Readonly<Record<string, string>> = {
  "mechanisms.administrativePromotion": "mechanisms.administrativeDrive",
  "mechanisms.administrativePromotion.maximumUnits": "mechanisms.administrativeDrive.maximumOrganizations",
  "mechanisms.campaignPulse": "mechanisms.campaign",
  "mechanisms.communityAlliance.lent": "mechanisms.communityAlliance.resourcesLent",
  "mechanisms.consultation.aspiration": "mechanisms.consultation.acceptanceThreshold",
  "mechanisms.consultation.mu": "mechanisms.consultation.stepSize",
  "mechanisms.doubleHatching": "mechanisms.dualIncubation",
  "mechanisms.epidemicPulse": "mechanisms.epidemic",
  "mechanisms.exchangeTurnover.kept": "mechanisms.exchangeTurnover.strengthKept",
  "mechanisms.fatigue.perWeek": "mechanisms.fatigue.weeklyFatigue",
  "mechanisms.neighbourGuardian": "mechanisms.neighbourVisits",
  "mechanisms.partySupervision.erodes": "mechanisms.partySupervision.feelWatched",
  "mechanisms.partySupervision.told": "mechanisms.partySupervision.residentsTold",
  "mechanisms.timeBank.giftReward": "mechanisms.timeBank.thanks",
  "mechanisms.timeBank.recognition": "mechanisms.timeBank.thanks",
  "mechanisms.trust.told": "mechanisms.trust.secondHand",
  "mechanisms.ventureGrants": "mechanisms.venturePhilanthropy",
  "branches.doubleReport": "branches.dualRegistration",
  "circles.withdrawn": "circles.withoutContact",
  "population.unitSize": "population.workplaceSize",
};

/** What a path is called now, if it or what it stands in was called otherwise before. */
export function presentName(path: string): string | undefined {
  const keys = path.split(".");
  for (let depth = keys.length; depth > 0; depth--) {
    const former = keys.slice(0, depth).join(".");
    if (Object.hasOwn(formerNames, former)) return [formerNames[former], ...keys.slice(depth)].join(".");
  }
  return undefined;
}

/** That a path has another name now, or that there is no such parameter any more and what holds in its place. */
export function calledNow(path: string): Said | undefined {
  const name = presentName(path);
  if (name !== undefined) return said("calledNow", { name });
  return Object.hasOwn(deletedParameters, path) ? said("wasDeleted", { instead: deletedParameters[path] }) : undefined;
}
