import type { VariantsReport, VersionReport } from "../model.ts";
import { inline } from "./escape.ts";
import { columns, pad } from "./layout.ts";
import { formatValue } from "./numbers.ts";
import { describeWithChange } from "./version-words.ts";

const widestName = 32;
const widestCost = 24;
const fewestCells = 16;
const mostCells = 48;

/**
 * Quality against cost as a picture of at most `width` columns: a line a version, the cheapest first, with its score and
 * the interval. Empty where there is nothing to draw, or no room.
 */
export function drawVersions({ versions }: VariantsReport, width: number): readonly string[] {
  const drawn = versions.flatMap((version) => {
    const [quality] = version.quality;
    return quality === undefined || quality.value === null ? [] : [{ version, quality, value: quality.value }];
  });
  const baseline = drawn.find(({ version }) => version.role === "baseline");
  if (drawn.length < 2 || baseline === undefined) return [];
  const byCost = drawn.toSorted((one, other) => costOf(one.version) - costOf(other.version));
  const names = byCost.map(({ version }) => inline(version.name, widestName));
  const costs = byCost.map(({ version }) => inline(describeWithChange(version.cost, version), widestCost));
  const nameWidth = Math.max(...names.map(columns));
  const costWidth = Math.max(...costs.map(columns));
  const cells = Math.min(mostCells, width - nameWidth - costWidth - 4);
  if (cells < fewestCells) return [];
  const ends = byCost.flatMap(({ value, quality }) => [value, ...(quality.interval ?? [])]);
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const cellOf = (value: number): number =>
    to === from ? Math.floor(cells / 2) : Math.round(((value - from) / (to - from)) * (cells - 1));
  const lines = byCost.map(({ value, quality }, index) => {
    const axis: string[] = Array.from({ length: cells }, () => " ");
    axis[cellOf(baseline.value)] = "┊";
    if (quality.interval !== null) {
      const [low, high] = quality.interval.map(cellOf) as [number, number];
      axis.fill("─", low, high);
      axis[high] = "┤";
      axis[low] = "├";
    }
    axis[cellOf(value)] = "●";
    const start = `${pad(names[index] ?? "", nameWidth, "left")}  ${pad(costs[index] ?? "", costWidth, "right")}`;
    return `${start}  ${axis.join("")}`.trimEnd();
  });
  const [left, right] = [formatValue(baseline.quality, from), formatValue(baseline.quality, to)];
  const scale = from === to ? left : left + pad(right, cells - columns(left), "right");
  return [...lines, `${" ".repeat(nameWidth + costWidth + 4)}${scale}`];
}

/** What is not known comes last. */
function costOf({ cost }: VersionReport): number {
  return cost === null || cost.difference === null ? Number.POSITIVE_INFINITY : -cost.difference;
}
