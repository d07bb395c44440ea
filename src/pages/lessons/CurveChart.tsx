import { useRef } from "preact/hooks";
import {
  type Band,
  bandsOf,
  type Ensemble,
  isShare,
  knotWeeks,
  measureOf,
  type Predicted,
  type Prediction,
  scaleOf,
} from "../../teaching/index.ts";
import { tellPredictedValue } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";

const [WIDTH, HEIGHT] = [640, 320];
const [LEFT, RIGHT, TOP, BOTTOM] = [66, 16, 40, 34];
const [PLOT_WIDTH, PLOT_HEIGHT] = [WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM];
const TICKS = 5;
const STEPS = 50; // of the arrow keys over the whole scale
const YEAR = 52;

interface Props {
  predict: Prediction;
  weeks: number;
  /** What is drawn so far. */
  values: Predicted;
  /** The runs, if they are there. */
  ensemble?: Ensemble | undefined;
  /** Whether the runs are shown; else only the weeks that are given. */
  revealed: boolean;
  /** What others drew, where a whole class did. */
  crowd?: readonly Predicted[] | undefined;
  /** Draws; nothing once it is said. */
  onDraw?: ((values: Predicted) => void) | undefined;
}

/** A curve that is drawn by hand, by pointer or by keyboard, and the runs that it is held against. */
export function CurveChart({ predict, weeks, values, ensemble, revealed, crowd = [], onDraw }: Props) {
  const box = useRef<SVGSVGElement>(null);
  const [low, high] = scaleOf(predict);
  const x = (week: number) => LEFT + (PLOT_WIDTH * week) / weeks;
  const y = (value: number) => TOP + PLOT_HEIGHT * (1 - (value - low) / (high - low));
  const knots = knotWeeks(predict, weeks);
  const form = { share: isShare(predict), difference: false };
  const read = (value: number) => tellPredictedValue(language.value, value, form);
  const line = (course: readonly number[], from = 1) =>
    course
      .map((value, k) => (Number.isFinite(value) ? `${x(from + k).toFixed(1)},${y(value).toFixed(1)}` : ""))
      .filter(Boolean)
      .join(" ");
  const bands = ensemble && bandsOf(ensemble);
  const other = ensemble && ensemble.courses.length > 1 ? bandsOf(ensemble, 1) : undefined;
  const shownTo = revealed ? weeks : predict.known;

  const within = (value: number) => Math.min(high, Math.max(low, value));
  const drawTo = (event: PointerEvent) => {
    if (!onDraw || !box.current || (event.type === "pointermove" && event.buttons === 0)) return;
    const area = box.current.getBoundingClientRect();
    const week = (((event.clientX - area.left) / area.width) * WIDTH - LEFT) * (weeks / PLOT_WIDTH);
    const value = within(low + (1 - (((event.clientY - area.top) / area.height) * HEIGHT - TOP) / PLOT_HEIGHT) * (high - low));
    const nearest = knots.reduce((best, knot, k) => (Math.abs(knot - week) < Math.abs(knots[best] - week) ? k : best), 0);
    onDraw(values.map((old, k) => (k === nearest ? value : old)));
  };
  const move = (event: KeyboardEvent, k: number) => {
    const step = (high - low) / STEPS;
    const by = { ArrowUp: step, ArrowRight: step, ArrowDown: -step, ArrowLeft: -step, PageUp: 5 * step, PageDown: -5 * step }[event.key];
    if (by === undefined || !onDraw) return;
    event.preventDefault();
    event.stopPropagation(); // single keys of the page step through scenes
    onDraw(values.map((old, other) => (other === k ? within(old + by) : old)));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset
    <svg
      ref={box}
      class={onDraw ? "curve drawing" : "curve"}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="group"
      aria-label={t("predictYours")}
      onPointerDown={(event) => {
        if (onDraw) box.current?.setPointerCapture(event.pointerId);
        drawTo(event);
      }}
      onPointerMove={drawTo}
    >
      <text class="tick" x={4} y={20}>
        {measureOf(predict).label[language.value]}
      </text>
      {Array.from({ length: TICKS }, (_, k) => low + (k * (high - low)) / (TICKS - 1)).map((tick) => (
        <g key={tick} class="tick">
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} text-anchor="end">
            {read(tick).replace(".0%", "%")}
          </text>
        </g>
      ))}
      {Array.from({ length: Math.floor(weeks / YEAR) + 1 }, (_, year) => year * YEAR).map((week) => (
        <text key={week} class="tick" x={x(week)} y={HEIGHT - 12} text-anchor={week === 0 ? "start" : week === weeks ? "end" : "middle"}>
          {week === 0 ? t("weekShort", { week }) : week}
        </text>
      ))}
      {revealed && bands && <Area bands={bands} x={x} y={y} />}
      {revealed && ensemble?.courses[0].map((run, k) => <polyline key={k} class="run" points={line(run)} />)}
      {(revealed || predict.known > 0) && other && <polyline class="other" points={line(other.slice(0, shownTo).map((b) => b.middle))} />}
      {bands && shownTo > 0 && <polyline class="middle" points={line(bands.slice(0, shownTo).map((band) => band.middle))} />}
      {crowd.map((drawn, k) => (
        <polyline key={k} class="crowd" points={knots.map((week, knot) => `${x(week)},${y(drawn[knot])}`).join(" ")} />
      ))}
      {values.length === knots.length && <polyline class="yours" points={knots.map((week, k) => `${x(week)},${y(values[k])}`).join(" ")} />}
      {values.length === knots.length &&
        knots.map((week, k) => (
          <circle
            key={week}
            class="knot"
            cx={x(week)}
            cy={y(values[k])}
            r={onDraw ? 7 : 3}
            {...(onDraw
              ? {
                  role: "slider",
                  tabindex: 0,
                  "aria-label": t("predictPoint", { week }),
                  "aria-valuemin": low,
                  "aria-valuemax": high,
                  "aria-valuenow": values[k],
                  "aria-valuetext": read(values[k]),
                  onKeyDown: (event: KeyboardEvent) => move(event, k),
                }
              : {})}
          />
        ))}
    </svg>
  );
}

/** The middle nine tenths of the runs. */
function Area({ bands, x, y }: { bands: readonly Band[]; x: (week: number) => number; y: (value: number) => number }) {
  const known = bands.map((band, k) => ({ ...band, week: k + 1 })).filter(({ low }) => Number.isFinite(low));
  const upper = known.map(({ week, high }) => `${x(week)},${y(high)}`);
  const lower = known.map(({ week, low }) => `${x(week)},${y(low)}`).reverse();
  return <polygon class="band" points={[...upper, ...lower].join(" ")} />;
}
