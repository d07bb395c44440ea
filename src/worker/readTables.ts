import { readObservations } from "../experiment/index.ts";
import { scenarioSchema } from "../mechanisms/index.ts";
import { contradictionsOf } from "../population/index.ts";
import { type District, parametersOf, readDistrictFile, residentsOf } from "../scenario/index.ts";
import { tellContradictions } from "../words/index.ts";
import { type GivenFile, readDistrict } from "../workbook/index.ts";
import type { TablesRead } from "./protocol.ts";

/** Reads tables that were dropped on the page, or the file that the command line has made of them. */
export async function readTables(files: readonly GivenFile[]): Promise<TablesRead> {
  const made =
    files.length === 1 && files[0].name.endsWith(".json") ? readDistrictFile(new TextDecoder().decode(files[0].bytes)) : undefined;
  if (made) return { remarks: [], more: 0, district: described(made, []) };
  const { district, remarks, more, lines } = await readDistrict(files, readObservations);
  return { remarks, more, district: district && described(district, lines) };
}

function described(district: District, lines: NonNullable<TablesRead["district"]>["lines"]): TablesRead["district"] {
  const parameters = parametersOf(district);
  const scenario = scenarioSchema.parse({ title: "-", ...parameters, district });
  const names = district.communities.map(({ name }) => name);
  const [en, zh] = (["en", "zh"] as const).map((language) => tellContradictions(language, contradictionsOf(scenario), names));
  return {
    digest: district.digest,
    text: JSON.stringify(district),
    communities: district.communities.length,
    residents: residentsOf(district),
    organizations: scenario.organizations.count,
    lines,
    contradictions: en.map((one, k) => ({ en: one, zh: zh[k] })),
  };
}
