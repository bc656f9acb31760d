import { scaleLinear } from "d3-scale";
import type { Comparison } from "../../model.ts";
import { formatInterval, formatShare } from "../../report/numbers.ts";
import { formatMean, type Tone } from "./words.ts";

/** What an axis is of: points of a score, per cent of an amount, or values that stand for themselves. */
export type Scale = "points" | "percent" | "value";

/** Where differences stand; worse is always on the left. */
export interface Axis {
  readonly scale: Scale;
  readonly from: number;
  readonly to: number;
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Of the group's intervals; an interval that is far wider than the others is cut at the edge, and shows it. */
export function axisOf(scale: Scale, rows: readonly Comparison[]): Axis {
  if (scale === "value") return makeAxis(scale, 0, 1);
  const ends = rows.flatMap(({ interval, difference, margin }) => [
    ...(interval ?? []),
    ...(difference === null ? [] : [difference]),
    ...(margin === null ? [] : [-1.25 * margin]),
  ]);
  const widest = scale === "percent" ? 1.5 : 1;
  return makeAxis(scale, Math.max(-widest, Math.min(0, ...ends)), Math.min(widest, Math.max(0.01, ...ends)));
}

function makeAxis(scale: Scale, low: number, high: number): Axis {
  const position = scaleLinear().domain([low, high]).nice(5);
  const [from = low, to = high] = position.domain();
  position.range([2, 98]).clamp(true);
  return { scale, from, to, at: (value) => position(value), ticks: position.ticks(5) };
}

/** The best guess and its interval, no change and the tolerance. */
export function IntervalPlot({
  comparison,
  axis,
  tone,
}: {
  readonly comparison: Comparison;
  readonly axis: Axis;
  /** Null: grey. */
  readonly tone: Tone | null;
}) {
  const { interval, difference, candidate, margin, atLeast } = comparison;
  const isValue = axis.scale === "value";
  const estimate = isValue ? candidate : difference;
  const tolerated = isValue ? atLeast : margin === null ? null : -margin;
  const drawn = !(isValue && comparison.kind === "ratio");
  const percent = (value: number): string => `${axis.at(value)}%`;
  return (
    <svg class="interval-plot" width="100%" height="24" role="img" aria-hidden="true" focusable="false">
      {axis.ticks.map((tick) => (
        <line key={tick} class={tick === 0 ? "zero" : "grid"} x1={percent(tick)} x2={percent(tick)} y1="0" y2="24" />
      ))}
      {tolerated !== null && drawn && (
        <line class="tolerance" x1={percent(tolerated)} x2={percent(tolerated)} y1="2" y2="22" />
      )}
      {interval !== null && drawn && (
        <line class="range" x1={percent(interval[0])} x2={percent(interval[1])} y1="12" y2="12" />
      )}
      {interval !== null &&
        drawn &&
        interval.map((end, index) =>
          end < axis.from || end > axis.to ? null : (
            <line key={index} class="range" x1={percent(end)} x2={percent(end)} y1="8" y2="16" />
          ),
        )}
      {estimate !== null && drawn && (
        <circle class={tone === null ? "estimate" : `estimate ${tone}`} cx={percent(estimate)} cy="12" r="5" />
      )}
    </svg>
  );
}

/** What stands below the plots of an axis. */
export function AxisTicks({ axis }: { readonly axis: Axis }) {
  const unit = { points: "points", percent: "%", value: "" }[axis.scale];
  const size = (tick: number): string => String(Number((Math.abs(tick) * 100).toFixed(2)));
  return (
    <svg class="axis-plot" width="100%" height="30" role="presentation" focusable="false">
      {axis.ticks.map((tick) => (
        <text key={tick} x={`${axis.at(tick)}%`} y="11" text-anchor="middle">
          {axis.scale === "value" ? tick : size(tick)}
        </text>
      ))}
      {axis.scale !== "value" && (
        <>
          <text x="0%" y="26">
            ← {unit} worse
          </text>
          <text x="100%" y="26" text-anchor="end">
            better →
          </text>
        </>
      )}
    </svg>
  );
}

/** The interval in words, for whoever hears the page. */
export function tellInterval(comparison: Comparison): string {
  const { interval, confidence, difference, margin } = comparison;
  if (interval === null) return "no interval";
  const alone = difference === null && margin === null;
  const range = alone
    ? interval.map((end) => formatMean(comparison, end)).join(" to ")
    : formatInterval(comparison, interval);
  return `${formatShare(confidence)} interval ${range}`;
}
