import { planSchema } from "../../experiment/index.ts";
import { jsonSchemaOf } from "../../scenario/index.ts";

interface Node {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: string[];
  write?: string;
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  additionalProperties?: Node | false;
  minimum?: number;
  maximum?: number;
}

/** The format of a plan as a table in Markdown, from its schema. */
export function planFormat(): string {
  const lines = ["| key | what | write |", "|---|---|---|"];
  const row = (path: string, node: Node, needed: boolean) => {
    if (node.description) lines.push(`| \`${path}\` | ${node.description}${needed ? " Needed." : ""} | ${writeThere(node)} |`);
    walk(node, path);
    if (node.items?.properties) walk(node.items, `${path}[]`);
    if (node.additionalProperties) row(`${path}.NAME`, node.additionalProperties, false);
  };
  const walk = ({ properties = {}, required }: Node, path: string) => {
    for (const [key, child] of Object.entries(properties))
      row(path === "" ? key : `${path}.${key}`, child, required?.includes(key) === true);
  };
  walk(jsonSchemaOf(planSchema) as Node, "");
  return `${lines.join("\n")}\n`;
}

function writeThere({ type, write, enum: words, default: byDefault, minimum, maximum = Number.MAX_SAFE_INTEGER }: Node): string {
  const bounds = minimum === undefined ? "" : maximum === Number.MAX_SAFE_INTEGER ? ` from ${minimum}` : ` from ${minimum} to ${maximum}`;
  const what =
    write ??
    words?.join(", ") ??
    (type === "integer" ? `a whole number${bounds}` : type === "number" ? `a number${bounds}` : "a map of keys");
  return typeof byDefault === "number" || typeof byDefault === "string" ? `${what} [${byDefault}]` : what;
}
