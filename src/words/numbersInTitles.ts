import { type Language, say } from "./say.ts";

const percent = (digits: number) => new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: digits });
const [whole, tenths] = [percent(0), percent(1)];
const EDGE = 0.01; // nearer than this to none or to all a share has a decimal, so that it is not read as none or all
const LEAST = 0.001; // the least that a decimal shows

const HUNDRED = 100;
const exact = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const rounded = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** A share in whole percents: none and all only where it is so. */
export function shareText(language: Language, share: number): string {
  if (share > 0 && share < LEAST) return say(language, "find_under", { share: tenths.format(LEAST) });
  if (share < 1 && share > 1 - LEAST) return tenths.format(1 - LEAST);
  return (share < EDGE || share > 1 - EDGE ? tenths : whole).format(share);
}

/** A difference between shares, whichever way. */
export function pointsText(language: Language, difference: number): string {
  const count = Math.round(HUNDRED * Math.abs(difference));
  return say(language, count === 1 ? "find_point" : "find_points", { count });
}

/** A number of things or hours: small ones with a decimal where they have one. */
export const countText = (count: number): string => (Math.abs(count) < HUNDRED ? rounded : exact).format(count);
