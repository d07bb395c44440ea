import { UndirectedGraph } from "graphology";
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { spans } from "../../src/cli/report/figures.ts";
import { page, paragraph, table } from "../../src/cli/report/page.ts";
import { graphGexf, graphMl, odd } from "../../src/exports/index.ts";
import { inMarkdown } from "../../src/exports/markup.ts";
import { scenario } from "../support/scenarios.ts";

/** What a title may hold that a document would act upon. */
const marks = [
  "<b>bold</b>",
  "[x](javascript:alert(1))",
  "![x](http://a/b)",
  "a | b",
  "`code`",
  "a\n# head",
  "a\r\n\n- item",
  "**strong** _em_ ~~gone~~",
];
const acting = ["\u202egnp.exe", "\u2066left\u2069", "a\u0000b\u001b[31m", "a\u2028b"];
const hostile = [...marks, ...acting, "&amp; \" ' \\*"];
const ranges = "\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069";
const gone = new RegExp(`[${ranges}]`);
const shown = (text: string) => text.replace(new RegExp(gone, "g"), "");

/** What Markdown shows of a line in which every mark is escaped. */
const read = (line: string) => line.replace(/\\([\\`*_[\]<>&|~])/g, "$1");

it.each(hostile)("%j is a text in Markdown, on one line and nothing else", async (title) => {
  const line = inMarkdown(title);
  expect(line).not.toMatch(/[\n\r]/);
  expect(line).not.toMatch(gone);
  expect(line.replace(/\\./g, "")).not.toMatch(/[`*_[\]<>&|~]/);
  expect(read(line)).toBe(shown(title).replace(/\s+/g, " "));
  const plain = await scenario("community");
  expect(odd({ ...plain, title }).split("\n")).toHaveLength(odd(plain).split("\n").length);
  expect(odd({ ...plain, title })).toContain(`**${line}**`);
});

it.each(hostile)("%j is a text in a report and in its figures", (title) => {
  const html = page("en", { title, kind: title, body: [paragraph(title), table([{ text: title, id: title }], [[title]])] });
  const { document } = parseHTML(html);
  for (const place of ["title", "h1", ".kind", "main p", "th", "td"])
    expect(document.querySelector(place)?.textContent, place).toBe(shown(title));
  expect(document.querySelectorAll("b, a, img, script")).toHaveLength(0);
  const svg = spans([{ name: title, value: 1, low: 0, high: 2 }], { label: title });
  expect(svg).not.toMatch(gone);
  expect(parseHTML(`<html><body>${svg}</body></html>`).document.querySelectorAll("b, a, img")).toHaveLength(0);
});

it.each(hostile)("%j is a text in GraphML and GEXF", (title) => {
  const graph = new UndirectedGraph();
  graph.addNode("0", { label: title });
  graph.addNode("1", { label: "other" });
  graph.addEdge("0", "1", { what: title });
  for (const xml of [graphMl(graph), graphGexf(graph)]) {
    expect(xml.replace(/\s*<\?xml[^>]*>/, "")).not.toMatch(gone);
    const inside = [...xml.matchAll(/>([^<>]*)<|="([^"<]*)"/g)].map(([, text, value]) => text ?? value).join("\n");
    expect(inside).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#x?[0-9a-f]+);)/i);
    expect(xml).not.toContain("<b>");
  }
});
