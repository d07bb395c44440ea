import type { Resolve } from "../read.ts";
import { type Said, said } from "../said.ts";
import type { Layer } from "../scenarioFile.ts";
import { parametersOf } from "./parameters.ts";
import { type District, districtSchema, isSealed } from "./schema.ts";

/** The file of a district's folder that scenarios read. */
export const DISTRICT_FILE = "district.json";

type Found = { ok: true; layers: Layer[]; district?: District } | { ok: false; message: Said; remedy: Said };

/**
 * The district that the files of a scenario name, the last of them that names one, and the layers with what it gives below
 * that file: the file may say otherwise.
 */
export async function withDistrict(layers: readonly Layer[], resolve: Resolve): Promise<Found> {
  const at = layers.findLastIndex(({ tree }) => Object.hasOwn(tree, "district"));
  if (at < 0) return { ok: true, layers: [...layers] };
  const { file, tree } = layers[at];
  if (typeof tree.district !== "string") {
    const parsed = districtSchema.safeParse(tree.district);
    return parsed.success ? given(layers, at, file, parsed.data) : { ok: true, layers: [...layers] }; // the schema says what is wrong
  }
  const folder = tree.district.replace(/[/\\]+$/, "");
  const found = await resolve(folder.endsWith(".json") ? folder : `${folder}/${DISTRICT_FILE}`, file);
  if (!found || "message" in found)
    return { ok: false, message: said("names", { file: folder, which: said("hasNoDistrictFile") }), remedy: said("readDistrict") };
  const parsed = readDistrictFile(found.text);
  if (!parsed) return { ok: false, message: said("names", { file: folder, which: said("isNoDistrict") }), remedy: said("readDistrict") };
  return given(layers, at, found.path, parsed);
}

/** The district in the text of a file that was written for it; undefined if it is not as it was written. */
export function readDistrictFile(text: string): District | undefined {
  try {
    const parsed = districtSchema.safeParse(JSON.parse(text));
    return parsed.success && isSealed(parsed.data) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function given(layers: readonly Layer[], at: number, file: string, district: District): Found {
  const parameters: Layer = { file, tree: parametersOf(district), broken: [], find: () => undefined };
  return { ok: true, district, layers: [...layers.slice(0, at), parameters, ...layers.slice(at)] };
}
