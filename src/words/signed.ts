/** Decimals at most; less than that is not told apart in words. */
const MOST = 8;

/** A difference with its sign, and with as many decimals as its interval can bear: the first figure of its width, and one more. */
export function signed(value: number, { low, high }: { readonly low: number; readonly high: number }): string {
  const width = high - low;
  const digits = width > 0 && Number.isFinite(width) ? Math.max(0, Math.min(MOST, 1 - Math.floor(Math.log10(width)))) : 1;
  const text = value.toFixed(digits).replace("-", "−");
  return value > 0 ? `+${text}` : text;
}
