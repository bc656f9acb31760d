import type { Comparison, PromptReport } from "../../model.ts";
import { formatCount, formatCounted, formatNarrowChange } from "../../report/numbers.ts";
import { showName } from "../show-text.ts";
import { type Axis, AxisTicks, axisOf, IntervalPlot, type Scale, tellInterval } from "./interval-plot.tsx";
import { VerdictMark } from "./marks.tsx";
import { Slices } from "./slices.tsx";
import { formatNarrowMean, longUnit, tones } from "./words.ts";

/** Rows that share an axis. */
interface Group {
  readonly title: string;
  readonly rows: readonly Comparison[];
  readonly scale: Scale;
}

const longList = 60;

/**
 * Every metric's difference with its interval against no change and the tolerance, and the slices beside it; worse is always
 * on the left.
 */
export function Forest({ prompt }: { readonly prompt: PromptReport }) {
  const groups = groupRows(prompt.comparisons);
  const slices = prompt.comparisons.filter(({ slice }) => slice !== null);
  if (groups.length === 0) return null;
  return (
    <div class={slices.length === 0 ? "figure" : "figure forests"}>
      <section aria-labelledby="forest-title">
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
      {slices.length > 0 && <Slices comparisons={slices} />}
    </div>
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
        <Row key={comparison.metric} comparison={comparison} axis={axis} />
      ))}
      <div class="forest-row axis" role="presentation" aria-hidden="true">
        <AxisTicks axis={axis} />
      </div>
      {group.rows.length > longList && (
        <p class="caption">and {formatCounted(group.rows.length - longList, "more comparison")} in report.json</p>
      )}
    </div>
  );
}

function Row({ comparison, axis }: { readonly comparison: Comparison; readonly axis: Axis }) {
  const { metric, baseline, candidate, difference, pairs, verdict, gated } = comparison;
  const alone = difference === null && comparison.margin === null;
  const change = alone ? "" : formatNarrowChange(comparison, difference);
  const { count: leftOut, words } = leftOutOf(comparison);
  return (
    <div role="row" class={gated ? "forest-row" : "forest-row watched"}>
      <span role="cell" class="metric">
        <bdi>{showName(metric)}</bdi>
        {longUnit(comparison) !== null && longUnit(comparison) !== metric && (
          <span class="muted"> in {longUnit(comparison)}</span>
        )}
        {leftOut > 0 && <small title={words}>{formatCounted(leftOut, "case")} left out</small>}
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
        <IntervalPlot comparison={comparison} axis={axis} tone={gated ? tones[verdict] : null} />
        <span class="spoken">{tellInterval(comparison)}</span>
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
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** Cases that the numbers do not hold: how many, and why. */
function leftOutOf({ failed, unscored }: Comparison): { readonly count: number; readonly words: string } {
  const parts = [
    [failed.baseline, "failed in the baseline"],
    [failed.candidate, "failed in the candidate"],
    [unscored, "could not be scored"],
  ] as const;
  const told = parts.filter(([count]) => count > 0);
  return {
    count: told.reduce((sum, [count]) => sum + count, 0),
    words: told.map(([count, what]) => `${formatCount(count)} ${what}`).join(", "),
  };
}
