import { marks } from "./marks.ts";
import { type Language, say } from "./say.ts";

const circleWords = ["circle_party", "circle_acquaintance", "circle_interest", "circle_industry"] as const;
const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 });

/** The numbers that the titles of the network pictures are made from. */
interface Seen {
  organizations: number;
  ties: number;
  largest: number;
  inCircles: readonly number[];
  circles: readonly { across: number; largestWithout: number }[];
}

/** A circle holds the web together if the largest piece loses at least a tenth of itself without it. */
const LEAST_LOSS = 0.1;

/** What the blocks show: who is in several circles, and in none. */
export const tellBlocks = (language: Language, { organizations, inCircles }: Seen): string =>
  say(language, "title_blocks", { several: inCircles.slice(2).reduce((a, b) => a + b, 0), all: organizations, none: inCircles[0] });

/** Which circle holds most together, if one does. */
export function tellLayers(language: Language, { largest, circles }: Seen): string {
  if (largest === 0) return say(language, "title_layersEmpty");
  const least = circles.reduce((best, { largestWithout }, c) => (largestWithout < circles[best].largestWithout ? c : best), 0);
  const after = circles[least].largestWithout;
  if (largest - after < LEAST_LOSS * largest) return say(language, "title_layersNone", { before: largest });
  const circle = say(language, circleWords[least]);
  return say(language, "title_layersHolds", { circle: language === "en" ? circle.toLowerCase() : circle, before: largest, after });
}

/** How much of the exchange crosses communities. */
export function tellMatrix(language: Language, { ties, circles }: Seen): string {
  if (ties === 0) return say(language, "title_layersEmpty");
  const across = circles.reduce((sum, circle) => sum + circle.across, 0);
  return say(language, "title_matrix", { share: percent.format(across / ties), ties });
}

/** What became of the ties from one week or world to another, over all circles. */
export function tellChange(language: Language, counts: readonly { kept: number; lost: number; gained: number }[]): string {
  const sum = (of: "kept" | "lost" | "gained") => counts.reduce((total, count) => total + count[of], 0);
  return say(language, "title_change", { before: sum("kept") + sum("lost"), lost: sum("lost"), kept: sum("kept"), gained: sum("gained") });
}

/** In which circles somebody has ties, and how many. */
export function tellPerson(language: Language, name: string, others: readonly number[]): string {
  const there = others.flatMap((count, c) => (count > 0 ? [`${say(language, circleWords[c])} ${count}`] : []));
  if (there.length === 0) return say(language, "title_personNone", { name });
  return say(language, "title_person", { name, count: there.length, numbers: there.join(marks[language].list) });
}
