import { scaleOf } from "./Narrowing.tsx";

interface BarProps {
  of: { mean: number; low: number; high: number; least: number };
  /** What the scale reaches on both sides [as far as this one needs]. */
  reach?: number;
}

/** An interval in a row of a table, beside zero and what does not matter. */
export function Bar({
  of: { mean, low, high, least },
  reach = scaleOf(
    [
      { low, high },
      { low: mean, high: mean },
    ],
    least,
  ),
}: BarProps) {
  const at = (value: number) => 50 + (50 * Math.max(-reach, Math.min(reach, value))) / reach;
  return (
    <svg viewBox="0 0 100 12" preserveAspectRatio="none" role="presentation">
      <rect class="matters-not" x={at(-least)} width={at(least) - at(-least)} y={0} height={12} />
      <line class="zero" x1={50} x2={50} y1={0} y2={12} />
      {Number.isFinite(high - low) && <rect class="bar" x={at(low)} width={Math.max(0.6, at(high) - at(low))} y={4} height={4} />}
    </svg>
  );
}
