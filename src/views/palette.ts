import { interpolateLab, rgb } from "d3";
import type { HolderKind } from "../observation/index.ts";

/**
 * All colours of the pictures. Hue belongs to the circles; agents are told apart by shape, quantities go from grey to ink,
 * and what is counted by kind has colours of its own. No two that can stand in one picture are alike, in light or dark, for
 * readers who see all colours or lack one kind of cone: tests/views/palette.test.ts holds them to it.
 */
export interface Shade {
  readonly light: string;
  readonly dark: string;
}
export type Theme = keyof Shade;
const shade = (light: string, dark: string): Shade => ({ light, dark });

/** The theme of the page that an element stands in. */
export const themeOf = ({ ownerDocument }: Element): Theme => (ownerDocument.documentElement.dataset.theme === "dark" ? "dark" : "light");

/** Ground, writing and hairlines, as the style sheet has them. */
export const paper = shade("#ffffff", "#191d24");
export const ink = shade("#20242b", "#e4e7ec");
export const line = shade("#e3e6eb", "#2f3641");
/** What is there but not in question. */
export const quiet = shade("#6b737e", "#98a1ad");

/** What was, beside what is. */
export const ghost = shade("#868d98", "#7c8591");

/** Ties of the four circles, and those of government. */
export const circleColours = {
  party: shade("#a8321a", "#f06a4a"),
  acquaintance: shade("#3585d6", "#86c1ff"),
  interest: shade("#c08700", "#ffd66b"),
  industry: shade("#553285", "#8f63d6"),
  government: shade("#868d98", "#7c8591"),
} as const;
export type CircleName = keyof typeof circleColours;
export const circleNames = ["party", "acquaintance", "interest", "industry", "government"] as const;

/** Lines of one chart, in the order of use. */
export const seriesColours: readonly Shade[] = [
  ink,
  shade("#7d4215", "#b44613"),
  shade("#639f9e", "#579288"),
  shade("#7a40c2", "#7756cd"),
  shade("#a99505", "#d7bf6b"),
];

/** Organizations covered, by the form of their branch. */
export const formColours = {
  own: shade("#7d4215", "#b44613"),
  joint: shade("#d2ae3f", "#d7bf6b"),
  dispatched: shade("#98a0aa", "#6f7783"),
} as const;

/** States of matters: on their way in blues, in trouble yellow and orange, ended in grey, green and black. */
export const stateColours = {
  new: shade("#d0ccb2", "#f9eee1"),
  raised: shade("#c2e7fd", "#194054"),
  takenUp: shade("#94a9ca", "#145e98"),
  deliberated: shade("#4788eb", "#6f7b95"),
  decided: shade("#697194", "#43a1fa"),
  inService: shade("#203575", "#c9d1e7"),
  reopened: shade("#dfc702", "#d7bf2f"),
  escalated: shade("#cb6c34", "#d45328"),
  closed: shade("#888481", "#9f9fae"),
  settled: shade("#086a53", "#10956f"),
  dropped: shade("#29272e", "#636467"),
} as const;

/** Kinds of those who hold resources. */
export const holderColours = {
  district: shade("#04354f", "#515185"),
  station: shade("#d5571a", "#c66213"),
  community: shade("#76b9e6", "#9ad8fc"),
  workplace: shade("#9d51c1", "#b270c0"),
  branch: shade("#72211d", "#7a313c"),
  organization: shade("#336d68", "#83ae8f"),
  resident: shade("#e0cc33", "#f2e070"),
  outside: shade("#9da39f", "#7b787c"),
} as const satisfies Record<HolderKind, Shade>;

const scales = { light: interpolateLab("#e1e4e9", ink.light), dark: interpolateLab("#2d343f", ink.dark) };

/** The colour of a quantity from 0 to 1: from nearly that of the page to ink, even in lightness. */
export const scaleColour = (value: number, theme: Theme): string => scales[theme](Math.max(0, Math.min(1, value)));

/** The same for both themes. */
export const scaleShade = (value: number): Shade => shade(scaleColour(value, "light"), scaleColour(value, "dark"));

const middles = { light: scales.light(0), dark: scales.dark(0) };
/** Less and more than what it is compared with: brown and teal, neither of which any circle has, and neither of which is praise. */
const differences = {
  light: { less: interpolateLab(middles.light, "#6a3505"), more: interpolateLab(middles.light, "#004f4a") },
  dark: { less: interpolateLab(middles.dark, "#f5ad6b"), more: interpolateLab(middles.dark, "#62d9cb") },
};

/** The colour of a difference from -1 to 1: none is that of no quantity, and both sides leave it alike. */
export const differenceColour = (value: number, theme: Theme): string =>
  differences[theme][value < 0 ? "less" : "more"](Math.min(1, Math.abs(value)));

/** Residents by what they did: too young, nothing, took part, volunteered. */
export const participationColours = [0.08, 0.3, 0.62, 1].map(scaleShade);
/** Adults by how far they know the policies. */
export const awarenessColours = [0.05, 0.35, 0.65, 1].map(scaleShade);
/** Residents who are not, and who are, in the party. */
export const memberColours = [0.25, 1].map(scaleShade);

/** Black or white, whichever is read better on a colour "rgb(r, g, b)". */
export function inkOn(colour: string): string {
  const { r, g, b } = rgb(colour);
  const [red, green, blue] = [r, g, b].map((part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return light > EVEN ? "#000000" : "#ffffff";
}

/** Relative luminance (WCAG 2.2) of a ground on which black and white have the same contrast, 4.58. */
const EVEN = Math.sqrt(1.05 * 0.05) - 0.05;
