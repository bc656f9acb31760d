import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

/** The scores of a case, every trial of both arms, between 0 and 1; a cross where a trial has none. */
export function Sparkline({
  baseline,
  candidate,
}: {
  readonly baseline: readonly (number | null)[];
  readonly candidate: readonly (number | null)[];
}) {
  const top = Math.max(1, ...[...baseline, ...candidate].map((value) => value ?? 0));
  const y = scaleLinear().domain([0, top]).range([16, 4]);
  const x = (count: number, from: number) => (index: number) => from + (count === 1 ? 12 : (index * 24) / (count - 1));
  const means = [meanOf(baseline), meanOf(candidate)];
  const [before, after] = means;
  const path =
    before == null || after == null
      ? null
      : line()([
          [15, y(before)],
          [49, y(after)],
        ]);
  return (
    <svg class="spark" width="64" height="20" viewBox="0 0 64 20" aria-hidden="true" focusable="false">
      {path !== null && <path class="slope" d={path} />}
      <Points values={baseline} x={x(baseline.length, 3)} y={y} kind="baseline" />
      <Points values={candidate} x={x(candidate.length, 37)} y={y} kind="candidate" />
    </svg>
  );
}

function Points({
  values,
  x,
  y,
  kind,
}: {
  readonly values: readonly (number | null)[];
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly kind: string;
}) {
  return (
    <>
      {values.map((value, index) =>
        value === null ? (
          <path key={index} class="none" d={`M${x(index) - 2},8l4,4m-4,0l4,-4`} />
        ) : (
          <circle key={index} class={kind} cx={x(index)} cy={y(value)} r="2.5" />
        ),
      )}
    </>
  );
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
