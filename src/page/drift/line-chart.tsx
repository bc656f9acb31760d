import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DriftMark, DriftMean, DriftPage } from "../../model.ts";
import { showName } from "../show-text.ts";
import { Bands } from "./bands.tsx";
import { formatLevel, round } from "./format-level.ts";

type Steps = DriftPage["prompts"][number]["steps"];

const width = 960;
const height = 190;
const edge = { left: 60, right: 12, top: 8, bottom: 22 };

interface Point {
  readonly index: number;
  readonly mean: DriftMean;
}

/** A run that has no value breaks the line. */
interface Place {
  readonly index: number;
  readonly mean: DriftMean | undefined;
}

/** One metric over time: pointed at, or walked along by the arrow keys, it tells each night. */
export function LineChart({
  row,
  steps,
  marks,
}: {
  readonly row: string;
  readonly steps: Steps;
  readonly marks: readonly DriftMark[];
}) {
  const [chosen, setChosen] = useState<number | null>(null);
  const roll = useRef<HTMLDivElement>(null);
  // In a narrow window the last nights are what is looked for.
  useLayoutEffect(() => {
    if (roll.current !== null) roll.current.scrollLeft = roll.current.scrollWidth;
  }, [steps]);
  const places = steps.map((step, index): Place => ({ index, mean: step.metrics[row] }));
  const points = places.filter((place): place is Point => place.mean !== undefined);
  const hasValue = (index: number): boolean => places[index]?.mean !== undefined;
  if (points.length === 0) return null;
  const lows = points.map(({ mean }) => mean.low);
  const highs = points.map(({ mean }) => mean.high);
  const isScore = points.every(({ mean }) => mean.unit === undefined);
  const x = scaleLinear([0, Math.max(1, steps.length - 1)], [edge.left, width - edge.right]);
  const y = scaleLinear(isScore ? [0, 1] : spanOf(lows, highs), [height - edge.bottom, edge.top]);
  const indexOf = (at: string): number => steps.findIndex((step) => step.at === at);
  const reference = steps.findLast(({ kind }) => kind === "reference")?.metrics[row];
  const move = (to: number): void => setChosen(Math.max(0, Math.min(steps.length - 1, to)));
  const point = (event: PointerEvent): void => {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect();
    move(Math.round(x.invert(((event.clientX - box.left) / box.width) * width)));
  };
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move((chosen ?? steps.length - 1) + (chosen === null ? 0 : step));
  };
  return (
    <div class="figure">
      <h3>
        <bdi>{showName(nameOfRow(row))}</bdi>
      </h3>
      <div
        ref={roll}
        class="roll"
        tabIndex={0}
        role="group"
        aria-label={`${showName(nameOfRow(row))} over ${steps.length} runs; the arrow keys go from night to night`}
        onKeyDown={walk}
        onBlur={() => setChosen(null)}
      >
        <svg
          class="nights"
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={`${showName(nameOfRow(row))}: ${tellStep(steps, row, null)}`}
          onPointerMove={point}
          onPointerLeave={() => setChosen(null)}
        >
          {y.ticks(4).map((tick) => (
            <g key={tick}>
              <line class="grid" x1={edge.left} x2={width - edge.right} y1={y(tick)} y2={y(tick)} />
              <text x={edge.left - 6} y={y(tick) + 4} text-anchor="end">
                {round(tick)}
              </text>
            </g>
          ))}
          {marks.map((mark) => (
            <Change key={mark.at} mark={mark} indexOf={indexOf} x={x} />
          ))}
          {steps.map(({ kind, at }, index) =>
            kind === "gap" ? (
              <rect
                key={at}
                class="gap"
                x={x(index) - 1}
                y={edge.top}
                width={2}
                height={height - edge.bottom - edge.top}
              />
            ) : null,
          )}
          {reference !== undefined && (
            <line
              class="reference"
              x1={edge.left}
              x2={width - edge.right}
              y1={y(reference.mean)}
              y2={y(reference.mean)}
            />
          )}
          <path
            class="interval"
            d={
              area<Place>(
                ({ index }) => x(index),
                ({ mean }) => y(mean?.low ?? 0),
                ({ mean }) => y(mean?.high ?? 0),
              ).defined(({ mean }) => mean !== undefined)(places) ?? ""
            }
          />
          <path
            class="mean"
            d={
              line<Place>(
                ({ index }) => x(index),
                ({ mean }) => y(mean?.mean ?? 0),
              ).defined(({ mean }) => mean !== undefined)(places) ?? ""
            }
          />
          {points
            .filter(({ index }) => !hasValue(index - 1) && !hasValue(index + 1))
            .map(({ index, mean }) => (
              <circle key={index} class="dot" cx={x(index)} cy={y(mean.mean)} r={3} />
            ))}
          {chosen !== null && (
            <line class="chosen" x1={x(chosen)} x2={x(chosen)} y1={edge.top} y2={height - edge.bottom} />
          )}
          <text x={edge.left} y={height - 6}>
            {steps[0]?.at.slice(0, 10)}
          </text>
          <text x={width - edge.right} y={height - 6} text-anchor="end">
            {steps.at(-1)?.at.slice(0, 10)}
          </text>
        </svg>
        <Bands steps={steps} width={width} from={edge.left} to={width - edge.right} />
      </div>
      <p class="readout" aria-live="polite">
        {tellStep(steps, row, chosen)}
      </p>
    </div>
  );
}

/** `judge:helpful`: the judge on the stored answers. */
function nameOfRow(row: string): string {
  return row.startsWith("judge:") ? `${row.slice("judge:".length)}: the judge on the same stored answers` : row;
}

/** Amounts fill the height; one that never changes runs through the middle. */
function spanOf(lows: readonly number[], highs: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...lows), Math.max(...highs)];
  const room = Math.max((high - low) * 0.05, Math.abs(high) * 0.02, 1e-9);
  return [low - room, high + room];
}

function Change({
  mark,
  indexOf,
  x,
}: {
  readonly mark: DriftMark;
  readonly indexOf: (at: string) => number;
  readonly x: (index: number) => number;
}) {
  const [first, earliest, latest] = [mark.change.first, mark.change.earliest, mark.change.latest].map(indexOf);
  if (first === undefined || first < 0) return null;
  const from = x((earliest ?? first) - 0.5);
  const to = x((latest ?? first) - 0.5);
  return (
    <g class={mark.event === "recovered" ? "change over" : "change"}>
      <title>{showName(mark.words)}</title>
      <rect x={from} y={edge.top} width={Math.max(1, to - from)} height={height - edge.bottom - edge.top} />
      <line x1={x(first - 0.5)} x2={x(first - 0.5)} y1={edge.top} y2={height - edge.bottom} />
    </g>
  );
}

function tellStep(steps: Steps, row: string, chosen: number | null): string {
  const step = steps[chosen ?? steps.length - 1];
  if (step === undefined) return "";
  const day = step.at.slice(0, 10);
  if (step.kind === "gap") return `${day}: could not be judged`;
  const of = step.metrics[row];
  const cases = of === undefined ? "" : ` over ${of.cases} cases`;
  const what = step.kind === "reference" ? ", the reference" : "";
  return `${day}${what}: ${formatLevel(of)}${cases}; ${showName(step.models[0] ?? "unknown model")}; version ${step.fingerprint?.slice(0, 7) ?? "unknown"}`;
}
