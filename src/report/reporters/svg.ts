import type { VariantsReport, VersionMeasure, VersionReport } from "../../model.ts";
import { escapeXml, inline, quoteName } from "../escape.ts";
import type { Reporter } from "../reporter.ts";
import { captionOf, formatSum } from "../version-words.ts";

const size = { width: 920, height: 440 } as const;
const plot = { left: 90, right: 330, top: 84, bottom: 62 } as const;
/** Names stand beside the plot, where none hides another. */
const legend = { left: size.width - plot.right + 30, top: plot.top + 8, step: 22 } as const;
const shownNames = 14;
const shownPanels = 8;
/** A cost this many times another is drawn on a logarithmic scale. */
const widestLinear = 5;
const colours = { baseline: "#57606a", candidate: "#0969da", variant: "#1a7f37", dominated: "#bf8700" } as const;

/** For a file beside the report: every version as a point, quality against cost, with the intervals of both. */
export const svg: Reporter = {
  description: "a picture: the versions of a prompt, quality against cost, with their intervals",
  render(report) {
    const panels = (report.variants ?? []).slice(0, shownPanels).map(drawPanel);
    const shown = panels.length === 0 ? [drawNothing()] : panels;
    const height = shown.length * size.height;
    const moved = shown.map((panel, index) => `<g transform="translate(0 ${index * size.height})">\n${panel}\n</g>`);
    return `${[
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${height}" viewBox="0 0 ${size.width} ${height}" font-family="sans-serif" font-size="12">`,
      `<rect width="${size.width}" height="${height}" fill="#ffffff"/>`,
      ...moved,
      "</svg>",
    ].join("\n")}\n`;
  },
};

interface Point {
  readonly version: VersionReport;
  readonly quality: VersionMeasure;
  readonly cost: VersionMeasure;
  readonly x: number;
  readonly y: number;
  /** Counts from 1; by which the point is found in the legend. */
  readonly number: number;
}

function drawPanel(report: VariantsReport): string {
  const points = report.versions.flatMap((version, index): readonly Point[] => {
    const { cost } = version;
    const [quality] = version.quality;
    if (quality === undefined || cost === null || quality.value === null || cost.value === null) return [];
    return [{ version, quality, cost, x: cost.value, y: quality.value, number: index + 1 }];
  });
  const title = text(plot.left, 24, `Versions of ${quoteName(report.prompt, 60)}`, 'font-size="16" fill="#1f2328"');
  const [first] = points;
  if (first === undefined) return [title, text(plot.left, 60, "Quality and cost are not known.")].join("\n");
  const x = scaleOf(
    points.flatMap((point) => [point.x, ...(point.cost.interval ?? [])]),
    plot.left,
    size.width - plot.right,
    true,
  );
  const y = scaleOf(
    points.flatMap((point) => [point.y, ...(point.quality.interval ?? [])]),
    size.height - plot.bottom,
    plot.top,
    false,
  );
  const unit = report.costMetric === "cost" ? "cost of an answer" : "tokens of an answer";
  return [
    title,
    text(plot.left, 42, captionOf(report).replace(/, [^,]* first; .*$/, "; the same for the cost."), 'fill="#57606a"'),
    ...drawAxes(x, y, first, unit),
    ...points.map((point) => drawPoint(point, x, y)),
    ...drawLegend(report.versions),
  ].join("\n");
}

/** A point with its whiskers and its number; what another version dominates is drawn hollow. */
function drawPoint({ version, quality, cost, x: costs, y: scores, number }: Point, x: Scale, y: Scale): string {
  const [left, top] = [x.at(costs), y.at(scores)];
  const colour = colourOf(version);
  const whiskers = [
    ...(quality.interval === null
      ? []
      : [line(left, y.at(quality.interval[0]), left, y.at(quality.interval[1]), colour)]),
    ...(cost.interval === null ? [] : [line(x.at(cost.interval[0]), top, x.at(cost.interval[1]), top, colour)]),
  ];
  // Neighbours put their numbers on different sides.
  const side = number % 2 === 0 ? 'text-anchor="end"' : "";
  const label = text(left + (number % 2 === 0 ? -8 : 8), top - 8, String(number), `fill="${colour}" ${side}`.trim());
  const dot = `<circle cx="${round(left)}" cy="${round(top)}" r="5" fill="${version.dominatedBy === null ? colour : "#ffffff"}" stroke="${colour}" stroke-width="2"/>`;
  return [...whiskers, dot, label].join("\n");
}

function drawLegend(versions: readonly VersionReport[]): readonly string[] {
  const lines = versions.slice(0, shownNames).map((version, index) => {
    const dominated = version.dominatedBy === null ? "" : " (dominated)";
    const name = `${index + 1}  ${inline(version.name, 32)}${dominated}`;
    return text(legend.left, legend.top + index * legend.step, name, `fill="${colourOf(version)}"`);
  });
  const more = versions.length - lines.length;
  const bottom = legend.top + lines.length * legend.step;
  return more > 0 ? [...lines, text(legend.left, bottom, `and ${more} more`)] : lines;
}

function colourOf({ role, dominatedBy }: VersionReport): string {
  return dominatedBy !== null && role === "variant" ? colours.dominated : colours[role];
}

function drawAxes(x: Scale, y: Scale, { quality, cost }: Point, unit: string): readonly string[] {
  const bottom = size.height - plot.bottom;
  const grey = "#d0d7de";
  return [
    line(plot.left, bottom, size.width - plot.right, bottom, grey),
    line(plot.left, plot.top, plot.left, bottom, grey),
    ...x.ends.map((end) => text(x.at(end), bottom + 18, formatSum(cost, end), 'text-anchor="middle" fill="#57606a"')),
    ...y.ends.map((end) =>
      text(plot.left - 8, y.at(end) + 4, formatSum(quality, end), 'text-anchor="end" fill="#57606a"'),
    ),
    text((plot.left + size.width - plot.right) / 2, bottom + 42, `${unit} →`, 'text-anchor="middle" fill="#57606a"'),
    text(plot.left - 8, plot.top - 12, `↑ ${inline(quality.metric, 32)}`, 'fill="#57606a"'),
  ];
}

interface Scale {
  readonly ends: readonly number[];
  at(value: number): number;
}

function scaleOf(values: readonly number[], from: number, to: number, mayBeLogarithmic: boolean): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const logarithmic = mayBeLogarithmic && low > 0 && high / low > widestLinear;
  const position = (value: number): number => (logarithmic ? Math.log(value) : value);
  const span = position(high) - position(low);
  // A tenth stays free at both ends.
  const at = (value: number): number =>
    span === 0 ? (from + to) / 2 : from + (to - from) * (0.1 + (0.8 * (position(value) - position(low))) / span);
  return { ends: low === high ? [low] : [low, high], at };
}

function drawNothing(): string {
  return text(plot.left, 60, "No prompt was tried in several versions.");
}

function text(x: number, y: number, words: string, attributes = 'fill="#1f2328"'): string {
  return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${escapeXml(words)}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number, colour: string): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${colour}" stroke-width="1.5"/>`;
}

/** Tenths of a pixel. */
function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 10) / 10 : 0;
}
