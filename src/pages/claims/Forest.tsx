import { scaleOf } from "../laboratory/real/Narrowing.tsx";
import type { JudgedRow } from "./judged.ts";

const [WIDTH, HEIGHT] = [220, 42];
const EDGE = 8;

/** One contrast: its pairs, mean and interval, and below them each draw of the parameters, beside what would not matter; zero in the middle. */
export function Forest({ of }: { of: JudgedRow }) {
  const { row, factor, least, mean, low, high } = of;
  const pairs = row.pairs.filter(Number.isFinite).map((value) => factor * value);
  const draws = row.draws.filter(Number.isFinite).map((value) => factor * value);
  const { low: from, high: to } = row.drawn;
  const drawn = draws.length > 0 ? [{ low: factor * from, high: factor * to }] : [];
  const spread = pairs.map((value) => ({ low: value, high: value }));
  const reach = scaleOf([{ low, high }, ...spread, ...drawn], least);
  const x = (value: number) => WIDTH / 2 + (Math.max(-reach, Math.min(reach, value)) / reach) * (WIDTH / 2 - EDGE);
  const y = HEIGHT / 3;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="presentation">
      <rect class="matters-not" x={x(-least)} width={x(least) - x(-least)} y={0} height={HEIGHT} />
      <line class="zero" x1={x(0)} x2={x(0)} y1={0} y2={HEIGHT} />
      {pairs.map((value, k) => (
        <circle key={k} class="pair" cx={x(value)} cy={y + 9} r={1.8} />
      ))}
      {draws.map((value, k) => (
        <line key={`draw ${k}`} class="draw" x1={x(value)} x2={x(value)} y1={HEIGHT - 13} y2={HEIGHT - 3} />
      ))}
      {Number.isFinite(low) && <line class="interval" x1={x(low)} x2={Math.max(x(high), x(low) + 1)} y1={y - 2} y2={y - 2} />}
      {Number.isFinite(mean) && <circle class="mean" cx={x(mean)} cy={y - 2} r={4.5} />}
    </svg>
  );
}
