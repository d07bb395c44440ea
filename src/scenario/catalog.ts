import { z } from "zod";
import { maySchedule } from "./interventions.ts";
import type { Bilingual, Evidence } from "./parameter.ts";
import type { ScenarioSchema } from "./scenario.ts";

/** What controls, help and documents need to know of a parameter. */
export interface ParameterEntry {
  path: string;
  type: "number" | "integer" | "boolean" | "choice" | "numbers";
  unit: string;
  min?: number;
  max?: number;
  default: unknown;
  /** What the value may be; in a list, in multiples of each number. */
  prior?: readonly [number, number];
  options?: string[];
  /** What the numbers of a list stand for, one name each. */
  of?: string[];
  label: Bilingual;
  /** Of the mechanism or the section that it belongs to; none for those of the scenario itself. */
  section?: Bilingual;
  help: Bilingual;
  rows: string[];
  evidence: Evidence;
  source?: string;
  /** The target range that the default was fitted to. */
  fitted?: string;
  /** A week of the experimenter's calendar. */
  calendar?: boolean;
  partyBuilding: boolean;
  /** Holds for the district as a whole: no community can have a value of its own. */
  ofDistrict: boolean;
  /** Whether it may change during a run. */
  live: boolean;
}

/** The same answer for the same schema, computed once, and only if somebody asks. */
const once = <S extends z.ZodType, T>(compute: (schema: S) => T) => {
  const answers = new WeakMap<S, T>();
  return (schema: S): T => {
    if (!answers.has(schema)) answers.set(schema, compute(schema));
    return answers.get(schema) as T;
  };
};

/** What may stand in a file, such as a scenario, as JSON Schema (draft 2020-12), for editors and for whoever explains a fault. */
export const jsonSchemaOf = once((schema: z.ZodType) => z.toJSONSchema(schema, { io: "input" }) as Record<string, any>);

/** All parameters in the order of the schema. */
export const parameterCatalog = once((schema: ScenarioSchema) => entriesOf(jsonSchemaOf(schema)));

function entriesOf(json: Record<string, any>): ParameterEntry[] {
  const entries: ParameterEntry[] = [];
  const walk = (node: Record<string, any>, path: string, section?: Bilingual): void => {
    for (const [key, child] of Object.entries<Record<string, any>>(node.properties ?? {})) {
      const at = path === "" ? key : `${path}.${key}`;
      if (child.properties) walk(child, at, { en: child.title, zh: child.titleZh });
      else if (child.evidence) {
        const items = child.type === "array" ? child.items : child;
        entries.push({
          path: at,
          type: child.enum ? "choice" : child.type === "array" ? "numbers" : child.type,
          unit: child.unit,
          ...(items?.minimum === undefined ? {} : { min: items.minimum, max: items.maximum }),
          default: child.default,
          ...(child.prior ? { prior: child.prior } : {}),
          ...(child.enum ? { options: child.enum } : {}),
          ...(child.of ? { of: child.of } : {}),
          label: { en: child.title, zh: child.titleZh },
          ...(section ? { section } : {}),
          help: { en: child.description, zh: child.descriptionZh },
          rows: child.rows,
          evidence: child.evidence,
          ...(child.source ? { source: child.source } : {}),
          ...(child.fitted ? { fitted: child.fitted } : {}),
          ...(child.calendar ? { calendar: true } : {}),
          partyBuilding: child.partyBuilding === true,
          ofDistrict: child.ofDistrict === true,
          live: maySchedule(at),
        });
      }
    }
  };
  walk(json, "");
  return entries;
}
