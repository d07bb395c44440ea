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

/** That a path has another name now, if it has. */
export function calledNow(path: string): Said | undefined {
  const name = presentName(path);
  return name === undefined ? undefined : said("calledNow", { name });
}
