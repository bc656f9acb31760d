import { scaleLinear } from "d3-scale";
import type { VariantsReport, VersionMeasure, VersionReport } from "../../model.ts";
import { formatNarrowChange, unknown } from "../../report/numbers.ts";
import { showName } from "../show-text.ts";
import { VerdictMark } from "./marks.tsx";
import { formatMean } from "./words.ts";

/** The versions of a prompt, quality against cost: for choosing. */
export function Versions({ report, words }: { readonly report: VariantsReport; readonly words: readonly string[] }) {
  const metrics = report.versions[0]?.quality.map(({ metric }) => metric) ?? [];
  const qualityOf = ({ quality }: VersionReport, metric: string) => quality.find((each) => each.metric === metric);
  return (
    <section class="figure versions">
      <h2>
        Versions of <bdi>{showName(report.prompt)}</bdi>, for choosing
      </h2>
      {words.map((sentence) => (
        <p key={sentence}>{showName(sentence)}</p>
      ))}
      <Chart report={report} />
      <div class="scroll" role="region" aria-label="Versions" tabIndex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col" class="number">
                #
              </th>
              <th scope="col">Version</th>
              <th scope="col">Model</th>
              {metrics.map((metric) => (
                <th key={metric} scope="col" class="number">
                  <bdi>{showName(metric)}</bdi>
                </th>
              ))}
              <th scope="col" class="number">
                {report.costMetric === "cost" ? "Cost of an answer" : "Tokens of an answer"}
              </th>
              <th scope="col" class="number">
                Latency
              </th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {report.versions.map((version, index) => (
              <tr key={version.name}>
                <td class="number muted">{index + 1}</td>
                <th scope="row">
                  <bdi>{showName(version.name)}</bdi>
                  {report.cheapest === version.name && <span class="tag">cheapest that holds</span>}
                </th>
                <td>
                  <bdi>{version.model === null ? unknown : showName(version.model)}</bdi>
                </td>
                {metrics.map((metric) => (
                  <td key={metric} class="number">
                    {measureText(qualityOf(version, metric) ?? null, version)}
                  </td>
                ))}
                <td class="number">{measureText(version.cost, version)}</td>
                <td class="number">{measureText(version.latency, version)}</td>
                <td>
                  {version.verdict !== null && <VerdictMark verdict={version.verdict} />}
                  {version.dominatedBy !== null && (
                    <small>
                      dominated by <bdi>{showName(version.dominatedBy)}</bdi>
                    </small>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function measureText(measure: VersionMeasure | null, { role }: VersionReport): string {
  if (measure === null || measure.value === null) return unknown;
  const change = role === "baseline" ? "" : ` (${formatNarrowChange(measure, measure.difference)})`;
  return `${formatMean(measure, measure.value)}${change}`;
}

interface Point {
  readonly number: number;
  readonly version: VersionReport;
  readonly x: number;
  readonly y: number;
  readonly interval: VersionMeasure["interval"];
}

const size = { width: 640, height: 240, left: 60, right: 24, top: 16, bottom: 44 };

function Chart({ report }: { readonly report: VariantsReport }) {
  const points = report.versions.flatMap((version, index): readonly Point[] => {
    const [quality] = version.quality;
    if (quality === undefined || quality.value === null) return [];
    if (version.cost === null || version.cost.value === null) return [];
    return [{ number: index + 1, version, x: version.cost.value, y: quality.value, interval: quality.interval }];
  });
  const [first] = points;
  const quality = first?.version.quality[0];
  const cost = first?.version.cost;
  if (points.length < 2 || quality === undefined || cost == null) return null;
  const costs = points.map((point) => point.x);
  const scores = points.flatMap((point) => [point.y, ...(point.interval ?? [])]);
  const x = scaleLinear()
    .domain([Math.min(0, ...costs), Math.max(...costs) * 1.05 || 1])
    .nice()
    .range([size.left, size.width - size.right]);
  const y = scaleLinear()
    .domain([Math.min(...scores), Math.max(...scores)])
    .nice(4)
    .range([size.height - size.bottom, size.top]);
  return (
    <svg class="chart" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label="Quality against cost">
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line class="grid" x1={size.left} x2={size.width - size.right} y1={y(tick)} y2={y(tick)} />
          <text x={size.left - 8} y={y(tick) + 4} text-anchor="end">
            {formatMean(quality, tick)}
          </text>
        </g>
      ))}
      {x.ticks(5).map((tick) => (
        <text key={tick} x={x(tick)} y={size.height - size.bottom + 18} text-anchor="middle">
          {formatMean(cost, tick)}
        </text>
      ))}
      <text x={(size.left + size.width) / 2} y={size.height - 6} text-anchor="middle">
        {report.costMetric === "cost" ? "cost of an answer →" : "tokens of an answer →"}
      </text>
      {points.map(({ number, version, interval, ...point }) => (
        <g key={number} class={`point ${version.role}${version.dominatedBy === null ? "" : " dominated"}`}>
          {interval !== null && <line x1={x(point.x)} x2={x(point.x)} y1={y(interval[0])} y2={y(interval[1])} />}
          <circle cx={x(point.x)} cy={y(point.y)} r="5.5" />
          <text
            x={x(point.x) + (number % 2 === 0 ? -9 : 9)}
            y={y(point.y) - 7}
            text-anchor={number % 2 === 0 ? "end" : "start"}
          >
            {number}
          </text>
        </g>
      ))}
    </svg>
  );
}
