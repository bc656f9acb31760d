import type { JsonObject } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { LinesFormat } from "../results-format.ts";
import type { ResultsTable } from "../results-table.ts";

/**
 * Logs of OpenAI Evals: first the run's `spec`, then events of samples, of which `match`, `metrics` and `error` tell
 * results. The k-th event of a type is about the k-th trial of its sample.
 */
export const openaiEvals: LinesFormat = {
  shape: "lines",
  description: "an OpenAI Evals log",
  accepts: (first) => isObject(first["spec"]) || ("sample_id" in first && "event_id" in first),
  open(table) {
    const samples = new Map<string, Sample>();
    return (event, line) => {
      const { sample_id: id, type, data } = event;
      if (typeof id !== "string" && typeof id !== "number") return;
      const name = String(id);
      let sample = samples.get(name);
      if (sample === undefined) {
        // Whatever is told of a sample first: it was asked, and if nothing follows it is unscored.
        sample = { rows: [table.addRow(name, null, line)], matches: 0, metrics: 0 };
        samples.set(name, sample);
      }
      if (type === "error") table.setFailed(sample.rows[0] ?? 0);
      if (!isObject(data)) return;
      if (type === "match") readMatch(data, rowOf(sample, sample.matches++, name, line, table), table);
      if (type === "metrics") readMetrics(data, rowOf(sample, sample.metrics++, name, line, table), table);
    };
  },
};

interface Sample {
  readonly rows: number[];
  matches: number;
  metrics: number;
}

function rowOf(sample: Sample, trial: number, id: string, line: number, table: ResultsTable): number {
  const known = sample.rows[trial];
  if (known !== undefined) return known;
  const row = table.addRow(id, null, line);
  sample.rows.push(row);
  return row;
}

function readMatch(data: JsonObject, row: number, table: ResultsTable): void {
  const { correct } = data;
  if (typeof correct === "boolean" || typeof correct === "number") table.setScore(row, "correct", Number(correct));
}

function readMetrics(data: JsonObject, row: number, table: ResultsTable): void {
  for (const [metric, value] of Object.entries(data)) {
    if (typeof value === "number" || typeof value === "boolean") table.setScore(row, metric, Number(value));
    else if (value === null) table.setScore(row, metric, null);
  }
}
