/** Evenly spaced levels, both ends included, as a person writes them: from 0 to 0.3 in 4 are 0, 0.1, 0.2 and 0.3. */
export function evenLevels(from: number, to: number, steps: number): number[] {
  const level = evenLevel(from, to, steps);
  return Array.from({ length: steps }, (_, k) => level(k));
}

/**
 * One of evenly spaced levels by its number.
 *
 * A level is the number nearest to the fraction that the decimals of both ends make: its numerator and denominator are whole
 * numbers, and dividing two of them rounds once. Beyond 2^53, where they are not exact, the ends are still met.
 */
export function evenLevel(from: number, to: number, steps: number): (k: number) => number {
  const scale = Number(`1e${Math.max(decimals(from), decimals(to))}`);
  const [low, high] = [Math.round(from * scale), Math.round(to * scale)];
  const gaps = steps - 1;
  const exact = Math.max(Math.abs(low), Math.abs(high), scale) * gaps <= Number.MAX_SAFE_INTEGER;
  return (k) => {
    if (k === 0) return from;
    if (k === gaps) return to;
    return exact ? (low * (gaps - k) + high * k) / (scale * gaps) : (from * (gaps - k) + to * k) / gaps;
  };
}

/** Decimals of a number as it is written: 3 of 0.125, 7 of 1e-7. */
function decimals(value: number): number {
  const [digits, power = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(power));
}
