import { stringify } from "yaml";
import type { Language } from "../../words/index.ts";
import css from "./report.css?raw";

/** A piece of HTML; what comes from outside has been escaped. */
export type Html = string;

export const escaped = (text: unknown): Html =>
  String(text).replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] as string);

export const paragraph = (text: string): Html => `<p>${escaped(text)}</p>`;
export const section = (title: string, ...parts: Html[]): Html => `<section><h2>${escaped(title)}</h2>${parts.join("\n")}</section>`;
export const figure = (svg: Html, caption: string): Html => `<figure>${svg}<figcaption>${escaped(caption)}</figcaption></figure>`;

/** A plan, or another tree of values, as YAML. */
export const outline = (tree: unknown): Html =>
  `<pre>${escaped(stringify(tree, { collectionStyle: "any", lineWidth: 100 }).trimEnd())}</pre>`;

/** Texts and numbers as a table; cells of numbers, and ranges of them, stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): Html {
  const cell = (tag: string, text: string) => `<${tag}${/^[[\d−+-]/.test(text) ? ' class="number"' : ""}>${escaped(text)}</${tag}>`;
  const row = (tag: string, cells: readonly string[]) => `<tr>${cells.map((text) => cell(tag, text)).join("")}</tr>`;
  return `<div class="table"><table><thead>${row("th", head)}</thead><tbody>${rows.map((cells) => row("td", cells)).join("\n")}</tbody></table></div>`;
}

/** A page that needs nothing but itself: no script, no network. */
export const page = (
  language: Language,
  { title, kind, body }: { title: string; kind: string; body: readonly Html[] },
): Html => `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${css}</style>
</head>
<body>
<header><p class="kind">${escaped(kind)}</p><h1>${escaped(title)}</h1></header>
<main>
${body.filter((part) => part !== "").join("\n")}
</main>
</body>
</html>
`;
