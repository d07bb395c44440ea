const WIDE = 0.62; // of the size of letters, their mean width; Chinese ones are as wide as tall

/** How wide a text is about, in sizes of its letters. */
export function letterWidth(text: string): number {
  let sum = 0;
  for (const letter of text) sum += letter > "\u2E7F" ? 1 : WIDE;
  return sum;
}

/** A text as much of which is left as there is room for, with a sign that something is missing; nothing if that says nothing. */
export function shortened(text: string, room: number, width: (text: string) => number = letterWidth): string {
  if (width(text) <= room) return text;
  const letters = [...text];
  while (letters.length > 2 && width(`${letters.join("")}…`) > room) letters.pop();
  return letters.length > 2 || width(`${letters.join("")}…`) <= room ? `${letters.join("")}…` : "";
}
