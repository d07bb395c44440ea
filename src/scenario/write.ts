import { type Document, isSeq, parseDocument, stringify } from "yaml";
import type { BaseScenario, Intervention, ScenarioSchema } from "./scenario.ts";

/** What is to be changed in a scenario file. */
export interface Changes {
  /** Values by path. */
  set: Readonly<Record<string, unknown>>;
  /** Interventions of files that this one extends: a list replaces theirs, so they are written too. */
  inherited: readonly Intervention[];
  /** Interventions to add. */
  interventions: readonly Intervention[];
}

/** The text of a scenario file with changes made to it; comments and all else stay as they are. */
export function withChanges(text: string, { set, inherited, interventions }: Changes): string {
  const document = parseDocument(text);
  for (const [path, value] of Object.entries(set)) document.setIn(path.split("."), inOneLine(document, value));
  if (interventions.length > 0) {
    let list = document.get("interventions");
    if (!isSeq(list)) {
      list = document.createNode([]);
      document.set("interventions", list);
      for (const intervention of inherited) (list as { add(node: unknown): void }).add(inOneLine(document, intervention));
    }
    if (!isSeq(list)) throw new Error("withChanges: the list of interventions could not be made.");
    for (const intervention of interventions) list.add(inOneLine(document, intervention));
    const weekOf = (item: unknown) => (item as { get(key: string): number }).get("week");
    list.items.sort((a, b) => weekOf(a) - weekOf(b));
    list.flow = false;
  }
  return document.toString({ lineWidth: 0 });
}

const inOneLine = (document: Document, value: unknown) =>
  typeof value === "object" && value !== null ? document.createNode(value, { flow: true }) : value;

/** A scenario file that says what a scenario says, without what is so by default and without its interventions. */
export function scenarioText(scenario: BaseScenario, schema: ScenarioSchema): string {
  const usual = schema.parse({ title: scenario.title });
  const { interventions: _, ...rest } = scenario;
  return stringify(differences(rest, usual as never), { lineWidth: 0 });
}

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

function differences(tree: Tree, usual: Tree): Tree {
  const result: Tree = {};
  for (const [key, value] of Object.entries(tree)) {
    if (isTree(value) && isTree(usual[key])) {
      const within = differences(value, usual[key]);
      if (Object.keys(within).length > 0) result[key] = within;
    } else if (key === "title" || JSON.stringify(value) !== JSON.stringify(usual[key])) result[key] = value;
  }
  return result;
}
