/** A difference with its sign, and with as many decimals as its interval can bear. */
export function signed(value: number, { low, high }: { readonly low: number; readonly high: number }): string {
  const half = (high - low) / 2;
  const text = value.toFixed(half < 0.05 ? 3 : half < 0.5 ? 2 : 1).replace("-", "−");
  return value > 0 ? `+${text}` : text;
}
