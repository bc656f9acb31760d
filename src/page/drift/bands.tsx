import type { DriftPage } from "../../model.ts";
import { showName } from "../show-text.ts";

type Steps = DriftPage["prompts"][number]["steps"];

interface Span {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Which version was asked, and which model answered: a band each, in two shades by turns. */
export function Bands({
  steps,
  width,
  from,
  to,
}: {
  readonly steps: Steps;
  readonly width: number;
  readonly from: number;
  readonly to: number;
}) {
  const cell = (to - from) / Math.max(1, steps.length);
  const bands = [
    { title: "version", spans: spansOf(steps, ({ fingerprint }) => fingerprint?.slice(0, 7) ?? null) },
    { title: "model", spans: spansOf(steps, ({ models }) => models[0] ?? null) },
  ];
  return (
    <svg class="bands" viewBox={`0 0 ${width} 36`} role="img" aria-label={bands.map(describeBand).join("; ")}>
      {bands.map(({ title, spans }, index) => (
        <g key={title}>
          {spans.map(({ name, start, end }, position) => (
            <g key={start}>
              <rect
                class={position % 2 === 0 ? "even" : "odd"}
                x={from + start * cell}
                y={index * 18}
                width={Math.max(1, (end - start + 1) * cell - 1)}
                height={16}
              >
                <title>{`${title} ${showName(name)}`}</title>
              </rect>
              {(end - start + 1) * cell > 8 * name.length && (
                <text x={from + start * cell + 4} y={index * 18 + 12}>
                  {showName(name)}
                </text>
              )}
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Runs in a row with the same name; a gap breaks none. */
function spansOf(steps: Steps, nameOf: (step: Steps[number]) => string | null): readonly Span[] {
  const spans: Span[] = [];
  for (const [index, step] of steps.entries()) {
    const name = nameOf(step);
    const last = spans.at(-1);
    if (name === null) continue;
    if (last?.name === name) spans[spans.length - 1] = { ...last, end: index };
    else spans.push({ name, start: index, end: index });
  }
  return spans;
}

function describeBand({ title, spans }: { readonly title: string; readonly spans: readonly Span[] }): string {
  return `${title}: ${spans.map(({ name }) => showName(name)).join(", then ")}`;
}
