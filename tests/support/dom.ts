import { parseHTML } from "linkedom";

/** A document without a browser, for charts. */
export const emptyDocument = (): Document => parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;

export const texts = (node: Element, selector: string): string[] =>
  [...node.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");
export const numbers = (node: Element, selector: string, attribute: string): number[] =>
  [...node.querySelectorAll(selector)].map((element) => Number(element.getAttribute(attribute)));

/** The points of a path "M0,1L2,3". */
export const points = (d: string | null): [number, number][] =>
  (d ?? "").split(/[MLZ]/).flatMap((pair) => (pair === "" ? [] : [pair.split(",").map(Number) as [number, number]]));
