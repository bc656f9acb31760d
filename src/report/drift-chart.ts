import type { DriftEvent, DriftLine, DriftStep } from "../model.ts";
import { escapeXml } from "./escape.ts";

const width = 240;
const height = 48;
const edge = 4;

/** Nights that a sparkline shows, the last ones. */
const shown = 60;

/** Colours that can be read on light and on dark ground. */
const colors = {
  line: "#4078c0",
  band: "#4078c033",
  change: "#d73a49",
  reference: "#8b949e",
  gap: "#8b949e66",
} as const;

/** The metric that a prompt is shown by: one that drifts, else the first that is a score. */
export function mainRow(line: DriftLine): string | null {
  const last = line.steps.findLast(({ kind }) => kind !== "gap");
  const known = Object.keys(last?.metrics ?? {});
  const drifting = line.drifting
    ? line.events.filter(({ event, row }) => event !== "recovered" && known.includes(row)).map(({ row }) => row)
    : [];
  // What is answered says more than the check of its judge.
  return drifting.findLast((row) => !row.startsWith("judge:")) ?? drifting.at(-1) ?? known[0] ?? null;
}

/** A small picture of a metric over the last nights: its interval, its line, the reference as dashes, changes in red. */
export function drawSparkline(line: DriftLine, row: string): string {
  const steps = line.steps.slice(-shown);
  const means = steps.flatMap(({ metrics }) => metrics[row] ?? []);
  const isShare = means.every(({ unit }) => unit === undefined);
  const bottom = isShare ? 0 : Math.min(...means.map(({ low }) => low));
  const top = isShare ? 1 : Math.max(...means.map(({ high }) => high));
  const x = (index: number): number => edge + ((width - 2 * edge) * index) / Math.max(1, steps.length - 1);
  const y = (value: number): number =>
    round(height - edge - ((height - 2 * edge) * (value - bottom)) / Math.max(1e-9, top - bottom));
  const points = steps.flatMap((step, index) => {
    const mean = step.metrics[row];
    return mean === undefined ? [] : [{ ...mean, index, x: round(x(index)) }];
  });
  // A run that has no value breaks the line.
  const stretches: (typeof points)[] = [];
  for (const point of points) {
    const last = stretches.at(-1);
    if (last?.at(-1)?.index === point.index - 1) last.push(point);
    else stretches.push([point]);
  }
  const draw = (corners: readonly (readonly [number, number])[]): string =>
    `M${corners.map(([at, value]) => `${at} ${y(value)}`).join("L")}`;
  const reference = steps.findLast(({ kind }) => kind === "reference")?.metrics[row];
  const band = stretches.map((stretch) => {
    const highs = stretch.map(({ x: at, high }) => [at, high] as const);
    return `${draw([...highs, ...stretch.toReversed().map(({ x: at, low }) => [at, low] as const)])}Z`;
  });
  const last = points.at(-1);
  const parts = [
    `<title>${escapeXml(`${line.name}: ${row}, ${steps.length} runs`)}</title>`,
    ...gapsOf(steps).map(
      (index) => `<rect x="${round(x(index)) - 1}" y="0" width="2" height="${height}" fill="${colors.gap}"/>`,
    ),
    reference === undefined
      ? ""
      : `<path d="M${edge} ${y(reference.mean)}H${width - edge}" stroke="${colors.reference}" stroke-dasharray="3 3"/>`,
    `<path d="${band.join("")}" fill="${colors.band}"/>`,
    ...changesOf(line.events, steps, row).map(
      (index) => `<path d="M${round(x(index))} 0V${height}" stroke="${colors.change}"/>`,
    ),
    `<path d="${stretches.map((stretch) => draw(stretch.map(({ x: at, mean }) => [at, mean]))).join("")}" fill="none" stroke="${colors.line}" stroke-width="1.5"/>`,
    last === undefined ? "" : `<circle cx="${last.x}" cy="${y(last.mean)}" r="2.5" fill="${colors.line}"/>`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">${parts.join("")}</svg>\n`;
}

function gapsOf(steps: readonly DriftStep[]): readonly number[] {
  return steps.flatMap(({ kind }, index) => (kind === "gap" ? [index] : []));
}

function changesOf(events: readonly DriftEvent[], steps: readonly DriftStep[], row: string): readonly number[] {
  const firsts = new Set(events.filter((event) => event.row === row).map(({ change }) => change.first));
  return steps.flatMap(({ at }, index) => (firsts.has(at) ? [index] : []));
}

/** A badge for a README: how many prompts drift. */
export function drawBadge(lines: readonly DriftLine[]): string {
  const drifting = lines.filter((line) => line.drifting).length;
  const text = lines.length === 0 ? "no nights yet" : drifting === 0 ? "steady" : `${drifting} drifting`;
  const color = lines.length === 0 ? "#6e7681" : drifting === 0 ? "#2da44e" : "#d73a49";
  const [left, right] = [78, 10 + text.length * 7];
  const label = (at: number, words: string): string =>
    `<text x="${at}" y="14" text-anchor="middle" fill="#fff" font-family="Verdana,sans-serif" font-size="11">${words}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="prompt drift: ${text}"><title>prompt drift: ${text}</title><rect width="${left + right}" height="20" rx="3" fill="#444c56"/><rect x="${left}" width="${right}" height="20" rx="3" fill="${color}"/>${label(left / 2, "prompt drift")}${label(left + right / 2, text)}</svg>\n`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
