import type { Comparison } from "../../model.ts";
import { formatCounted, formatNarrowChange } from "../../report/numbers.ts";
import { showName } from "../show-text.ts";
import { type Axis, AxisTicks, axisOf, IntervalPlot, tellInterval } from "./interval-plot.tsx";
import { Mark } from "./marks.tsx";
import { formatNarrowMean, tones, verdictNames } from "./words.ts";

/** Rows that are shown at once; more are folded. */
const shownRows = 18;
/** Rows that are drawn at all: a tag a case makes thousands. */
const drawnRows = 240;

/** The metrics among the cases of one tag, tag by tag; those whose metrics lost most come first. */
export function Slices({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const tags = groupByTag(comparisons);
  const drawn = takeRows(tags, drawnRows);
  const first = takeRows(drawn, shownRows);
  const rest = drawn.slice(first.length);
  const axis = axisFor(drawn.flatMap(({ rows }) => rows).filter(({ kind }) => kind !== "ratio"));
  return (
    <section class="slices" aria-labelledby="slices-title">
      <h3 id="slices-title">Slices: cases with one tag</h3>
      <Tags tags={first} axis={axis} label="slices-title" />
      {rest.length > 0 && (
        <details>
          <summary>{formatCounted(rest.length, "more tag")}</summary>
          <Tags tags={rest} axis={axis} label="slices-title" />
        </details>
      )}
      {drawn.length < tags.length && (
        <p class="caption">and {formatCounted(tags.length - drawn.length, "more tag")} in report.json</p>
      )}
    </section>
  );
}

interface Tag {
  readonly name: string;
  readonly rows: readonly Comparison[];
}

function Tags({
  tags,
  axis,
  label,
}: {
  readonly tags: readonly Tag[];
  readonly axis: Axis | null;
  readonly label: string;
}) {
  return (
    <div class="slice-table" role="table" aria-labelledby={label}>
      <div role="row" class="spoken">
        {["Metric", "Change", "Interval", "Verdict"].map((title) => (
          <span key={title} role="columnheader">
            {title}
          </span>
        ))}
      </div>
      {tags.map(({ name, rows }) => (
        <div key={name} role="rowgroup" class="forest-group" aria-label={showName(name)}>
          <div role="row" class="forest-title">
            <span role="cell">
              <span class="tag">
                <bdi>{showName(name)}</bdi>
              </span>{" "}
              {formatCounted(Math.max(...rows.map(({ pairs }) => pairs)), "case")}
              {rows.some(({ gated }) => gated) ? "" : ", watched"}
            </span>
          </div>
          {rows.map((comparison) => (
            <Row key={comparison.metric} comparison={comparison} axis={axis} />
          ))}
        </div>
      ))}
      {axis !== null && (
        <div class="slice-row axis" role="presentation" aria-hidden="true">
          <AxisTicks axis={axis} />
        </div>
      )}
    </div>
  );
}

function Row({ comparison, axis }: { readonly comparison: Comparison; readonly axis: Axis | null }) {
  const { metric, difference, candidate, verdict, gated } = comparison;
  const alone = isAlone(comparison);
  // What is only watched stands out where something was found.
  const tone = gated || ["bad", "good"].includes(tones[verdict]) ? tones[verdict] : null;
  const drawn = axis !== null && alone === (axis.scale === "value") && comparison.kind !== "ratio";
  return (
    <div role="row" class={gated ? "slice-row" : "slice-row watched"}>
      <span role="cell" class="metric">
        <bdi>{showName(metric)}</bdi>
      </span>
      <span role="cell" class="change number">
        {alone ? formatNarrowMean(comparison, candidate) : formatNarrowChange(comparison, difference)}
      </span>
      <span role="cell" class="interval">
        {drawn && <IntervalPlot comparison={comparison} axis={axis} tone={tone} />}
        <span class="spoken">{tellInterval(comparison)}</span>
      </span>
      <span role="cell" class="verdict" title={verdictNames[verdict]}>
        <Mark tone={tone ?? "calm"} name={<span class="spoken">{verdictNames[verdict]}</span>} />
      </span>
    </div>
  );
}

/** Of differences; where all of them are judged alone, of their values. */
function axisFor(rows: readonly Comparison[]): Axis | null {
  if (rows.length === 0) return null;
  const compared = rows.filter((each) => !isAlone(each));
  return compared.length === 0 ? axisOf("value", rows) : axisOf("points", compared);
}

/** Tags that count come first, then by what the worst of their metrics lost. */
function groupByTag(comparisons: readonly Comparison[]): readonly Tag[] {
  const tags = new Map<string, Comparison[]>();
  for (const each of comparisons) {
    const name = each.slice ?? "";
    tags.set(name, [...(tags.get(name) ?? []), each]);
  }
  const counts = ({ rows }: Tag): number => Number(rows.some(({ gated }) => gated));
  const lowest = ({ rows }: Tag): number => Math.min(0, ...rows.map(({ difference }) => difference ?? 0));
  return [...tags]
    .map(([name, rows]): Tag => ({ name, rows }))
    .sort((one, other) => counts(other) - counts(one) || lowest(one) - lowest(other));
}

/** The first tags that have about so many rows together, at least one. */
function takeRows(tags: readonly Tag[], most: number): readonly Tag[] {
  let count = 0;
  return tags.filter(({ rows }, index) => {
    count += rows.length;
    return index === 0 || count <= most;
  });
}

function isAlone({ baseline, difference, margin }: Comparison): boolean {
  return baseline === null && difference === null && margin === null;
}
