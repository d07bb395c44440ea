import { inMarkup } from "../../exports/index.ts";
import type { Language } from "../../words/index.ts";
import css from "./report.css?raw";

/** A piece of HTML; what comes from outside has been escaped. */
export type Html = string;

export const escaped: (text: unknown) => Html = inMarkup;

export const paragraph = (text: string): Html => `<p>${escaped(text)}</p>`;
export const section = (title: string, ...parts: Html[]): Html => `<section><h2>${escaped(title)}</h2>${parts.join("\n")}</section>`;
export const figure = (svg: Html, caption: string): Html => `<figure>${svg}<figcaption>${escaped(caption)}</figcaption></figure>`;

/** A text, with the id of what it names, or lines of text. */
export type Cell = string | { readonly text: string; readonly id: string } | readonly string[];

/** Columns from which on a table is printed on a page of its own kind, which lies on its side. */
const WIDE = 11;

/** A number, a range of numbers or both: "0.12 [0.10, 0.14]". */
const NUMBER = /^(-|[-−+<]?[\d.]+%?( – [\d.]+)?( ?\[.*)?|\[.*)$/;

function cell(tag: string, content: Cell): Html {
  if (Array.isArray(content)) return `<${tag}>${content.map(escaped).join("<br>")}</${tag}>`;
  const { text, id } = typeof content === "string" ? { text: content, id: undefined } : (content as { text: string; id: string });
  const kind = id === undefined && NUMBER.test(text) ? ' class="number"' : "";
  return `<${tag}${kind}${id === undefined ? "" : ` title="${escaped(id)}"`}>${escaped(text)}</${tag}>`;
}

/** Texts and numbers as a table; cells of numbers, and ranges of them, stand to the right. */
export function table(head: readonly Cell[], rows: readonly (readonly Cell[])[]): Html {
  const row = (tag: string, cells: readonly Cell[]) => `<tr>${cells.map((content) => cell(tag, content)).join("")}</tr>`;
  const body = `<tbody>${rows.map((cells) => row("td", cells)).join("\n")}</tbody>`;
  return `<div class="table${head.length >= WIDE ? " wide" : ""}"><table><thead>${row("th", head)}</thead>${body}</table></div>`;
}

/** Names with what they stand for, one under the other. */
export function facts(rows: readonly (readonly [name: string, content: Cell])[]): Html {
  const row = ([name, content]: readonly [string, Cell]) => `<tr><th scope="row">${escaped(name)}</th>${cell("td", content)}</tr>`;
  return `<div class="table"><table class="facts"><tbody>${rows.map(row).join("\n")}</tbody></table></div>`;
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
