import { group as groupBy } from "d3";
import type { ParameterEntry } from "../../../scenario/index.ts";
import type { Word } from "../../../words/index.ts";
import type { Circle } from "../../../worker/protocol.ts";
import { language, t } from "../preferences.ts";
import { description } from "../session/index.ts";

export type Grouping = "phase" | "circle";

/** Controls that stand together under one title: a mechanism's, or those of a section of the scenario. */
export interface Group {
  id: string;
  title: string;
  summary: string | undefined;
  entries: ParameterEntry[];
}

export interface Heading {
  id: string;
  title: string;
  groups: Group[];
}

const sections = ["programme", "method", "population", "organizations", "branches", "circles", "matters", "prices"] as const;
const circles: readonly Circle[] = ["party", "acquaintance", "interest", "industry", "district"];

/** The circles of parameters that stand in no mechanism, by path. */
const circleOfPath: readonly [RegExp, Circle][] = [
  [/^(partyBuilding|rigidity|withdrawal|method\.|branches\.|population\.members$)/, "party"],
  [/^circles\.partners$/, "industry"],
  [/^circles\./, "acquaintance"],
  [/^population\.(group|workGroups)/, "interest"],
  [/^(organizations\.|population\.(unit|work|local|employed))/, "industry"],
];

/** The part of the scenario that a parameter stands in: a mechanism by id, or a section. */
function partOf({ path }: ParameterEntry): string {
  const [first, second] = path.split(".");
  return first === "mechanisms" ? second : second === undefined ? "programme" : first;
}

/** Parameters under headings: the phases of the week after the district, or the four circles before it. */
export function grouped(entries: readonly ParameterEntry[], by: Grouping): Heading[] {
  const mechanisms = description.value?.mechanisms ?? [];
  const headings = new Map<string, Heading>();
  const order = ["district", ...new Set(mechanisms.map(({ phase }) => phase))];
  if (by === "circle") order.splice(0, order.length, ...circles);
  for (const id of order) headings.set(id, { id, title: t((by === "phase" ? `phase_${id}` : `circle_${id}`) as Word), groups: [] });
  const entriesOf = groupBy(entries, partOf);
  for (const part of [...sections, ...mechanisms.map(({ id }) => id)]) {
    const mechanism = mechanisms.find(({ id }) => id === part);
    const title = mechanism ? mechanism.title[language.value] : t(`section_${part}` as Word);
    for (const entry of entriesOf.get(part) ?? []) {
      const circle = mechanism?.circle ?? circleOfPath.find(([path]) => path.test(entry.path))?.[1] ?? "district";
      const { groups } = headings.get(by === "circle" ? circle : (mechanism?.phase ?? "district")) as Heading;
      const group = groups.find(({ id }) => id === part);
      if (group) group.entries.push(entry);
      else groups.push({ id: part, title, summary: mechanism?.summary[language.value], entries: [entry] });
    }
  }
  return [...headings.values()].filter(({ groups }) => groups.length > 0);
}
