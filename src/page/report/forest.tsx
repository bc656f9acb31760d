import { scaleLinear } from "d3-scale";
import type { Comparison, PromptReport } from "../../model.ts";
import { formatCount, formatCounted, formatInterval, formatNarrowChange, formatShare } from "../../report/numbers.ts";
import { showName } from "../show-text.ts";
import { VerdictMark } from "./marks.tsx";
import { formatMean, formatNarrowMean, longUnit, tones } from "./words.ts";

/** Rows that share an axis. */
interface Group {
  readonly title: string;
  readonly rows: readonly Comparison[];
  readonly scale: "points" | "percent" | "value";
}

const longList = 60;

/** Every metric's difference with its interval against no change and the tolerance; worse is always on the left. */
export function Forest({ prompt }: { readonly prompt: PromptReport }) {
  const groups = groupRows(prompt.comparisons);
  if (groups.length === 0) return null;
  return (
    <section class="figure" aria-labelledby="forest-title">
      <h3 id="forest-title">Metric by metric</h3>
      <div class="forest" role="table" aria-labelledby="forest-title">
        <div role="row" class="forest-row head">
          {["Metric", "Baseline", "Candidate", "Change", "Interval", "Cases", "Verdict"].map((title) => (
            <span key={title} role="columnheader" class={title.toLowerCase()}>
              {title}
            </span>
          ))}
        </div>
        {groups.map((group) => (
          <Rows key={group.title} group={group} />
        ))}
      </div>
      {groups.some(({ scale }) => scale !== "value") && (
        <p class="caption">
          The dot is the best guess, the line the interval in which the true difference may lie, the dashed mark your
          tolerance. A loss beyond it is a regression; passing rests on the line's left end.
        </p>
      )}
    </section>
  );
}

function Rows({ group }: { readonly group: Group }) {
  const shown = group.rows.slice(0, longList);
  const axis = axisOf(group.scale, shown);
  return (
    <div role="rowgroup" aria-label={group.title} class="forest-group">
      <div role="row" class="forest-title">
        <span role="cell">{group.title}</span>
      </div>
      {shown.map((comparison) => (
        <Row key={`${comparison.metric} ${comparison.slice}`} comparison={comparison} axis={axis} />
      ))}
      <div class="forest-row axis" role="presentation" aria-hidden="true">
        <Axis axis={axis} />
      </div>
      {group.rows.length > longList && (
        <p class="caption">and {formatCounted(group.rows.length - longList, "more comparison")} in report.json</p>
      )}
    </div>
  );
}

function Row({ comparison, axis }: { readonly comparison: Comparison; readonly axis: Axis }) {
  const { metric, baseline, candidate, difference, interval, pairs, verdict, gated, confidence, slice } = comparison;
  const alone = difference === null && comparison.margin === null;
  const change = alone ? "" : formatNarrowChange(comparison, difference);
  const leftOut = leftOutOf(comparison);
  return (
    <div role="row" class={gated ? "forest-row" : "forest-row watched"}>
      <span role="cell" class="metric">
        <bdi>{showName(metric)}</bdi>
        {longUnit(comparison) !== null && longUnit(comparison) !== metric && (
          <span class="muted"> in {longUnit(comparison)}</span>
        )}
        {slice !== null && (
          <span class="tag">
            <bdi>{showName(slice)}</bdi>
          </span>
        )}
        {leftOut !== "" && <small>{leftOut}</small>}
      </span>
      <span role="cell" class="baseline number">
        {formatNarrowMean(comparison, baseline)}
      </span>
      <span role="cell" class="candidate number">
        {formatNarrowMean(comparison, candidate)}
      </span>
      <span role="cell" class="change number">
        {change}
      </span>
      <span role="cell" class="interval">
        <Interval comparison={comparison} axis={axis} />
        <span class="spoken">
          {interval === null
            ? "no interval"
            : `${formatShare(confidence)} interval ${alone ? interval.map((end) => formatMean(comparison, end)).join(" to ") : formatInterval(comparison, interval)}`}
        </span>
      </span>
      <span role="cell" class="cases number">
        {formatCount(pairs)}
      </span>
      <span role="cell" class="verdict">
        {gated ? <VerdictMark verdict={verdict} /> : <span class="muted">watched</span>}
      </span>
    </div>
  );
}

interface Axis {
  readonly scale: Group["scale"];
  readonly from: number;
  readonly to: number;
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Of the group's intervals; an interval that is far wider than the others is cut at the edge, and shows it. */
function axisOf(scale: Group["scale"], rows: readonly Comparison[]): Axis {
  if (scale === "value") return makeAxis(scale, 0, 1);
  const ends = rows.flatMap(({ interval, difference, margin }) => [
    ...(interval ?? []),
    ...(difference === null ? [] : [difference]),
    ...(margin === null ? [] : [-1.25 * margin]),
  ]);
  const widest = scale === "percent" ? 1.5 : 1;
  return makeAxis(scale, Math.max(-widest, Math.min(0, ...ends)), Math.min(widest, Math.max(0.01, ...ends)));
}

function makeAxis(scale: Group["scale"], low: number, high: number): Axis {
  const position = scaleLinear().domain([low, high]).nice(5);
  const [from = low, to = high] = position.domain();
  position.range([2, 98]).clamp(true);
  return { scale, from, to, at: (value) => position(value), ticks: position.ticks(5) };
}

function Interval({ comparison, axis }: { readonly comparison: Comparison; readonly axis: Axis }) {
  const { interval, difference, candidate, margin, atLeast, verdict, gated } = comparison;
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
        <circle class={gated ? `estimate ${tones[verdict]}` : "estimate"} cx={percent(estimate)} cy="12" r="5" />
      )}
    </svg>
  );
}

function Axis({ axis }: { readonly axis: Axis }) {
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
            {unit} better →
          </text>
        </>
      )}
    </svg>
  );
}

function groupRows(comparisons: readonly Comparison[]): readonly Group[] {
  const byGate = (rows: readonly Comparison[]): readonly Comparison[] =>
    rows.toSorted((one, other) => Number(other.gated) - Number(one.gated));
  const isAlone = ({ baseline, difference, margin }: Comparison): boolean =>
    baseline === null && difference === null && margin === null;
  const whole = comparisons.filter(({ slice }) => slice === null);
  const groups: readonly Group[] = [
    { title: "Scores", scale: "points", rows: byGate(whole.filter((each) => !isAlone(each) && each.kind !== "ratio")) },
    {
      title: "Time, tokens and cost of a call",
      scale: "percent",
      rows: byGate(whole.filter((each) => !isAlone(each) && each.kind === "ratio")),
    },
    { title: "Judged alone, without a baseline", scale: "value", rows: byGate(whole.filter(isAlone)) },
    {
      title: "Slices: cases with one tag",
      scale: "points",
      rows: byGate(comparisons.filter((each) => each.slice !== null && !isAlone(each) && each.kind !== "ratio")),
    },
    {
      title: "Slices, judged alone",
      scale: "value",
      rows: byGate(comparisons.filter((each) => each.slice !== null && isAlone(each))),
    },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** Cases that the numbers do not hold. */
function leftOutOf({ failed, unscored }: Comparison): string {
  const parts = [
    ...(failed.baseline > 0 ? [`${formatCount(failed.baseline)} failed in the baseline`] : []),
    ...(failed.candidate > 0 ? [`${formatCount(failed.candidate)} failed`] : []),
    ...(unscored > 0 ? [`${formatCount(unscored)} unscored`] : []),
  ];
  return parts.join(", ");
}
