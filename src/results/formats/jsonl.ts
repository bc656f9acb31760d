import { quote } from "../../errors.ts";
import type { Json, JsonObject } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { LinesFormat } from "../results-format.ts";
import type { CaseFacts, ResultsTable } from "../results-table.ts";

const example = 'For example: {"id": "case-1", "trial": 0, "scores": {"correct": 1}}';
const mostTrials = 1_000_000;

/** Our own: `{"id", "trial", "scores": {metric: number}, "tags", "cluster", "weight"}`, a trial a line. */
export const jsonl: LinesFormat = {
  shape: "lines",
  description: "JSON Lines",
  accepts: () => true,
  open: (table) => (row, line) => readRow(row, line, table),
};

function readRow(row: JsonObject, line: number, table: ResultsTable): void {
  const id = readId(row["id"]);
  if (id === null) {
    table.refuse("the row has no id", example, line);
    return;
  }
  const trial = row["trial"] ?? 0;
  if (typeof trial !== "number" || !Number.isInteger(trial) || trial < 0 || trial > mostTrials) {
    table.refuse("trial is no whole number from 0 on", example, line);
    return;
  }
  const index = table.addRow(id, trial, line);
  // As our own samples files have it.
  if (row["status"] === "failed") table.setFailed(index);
  readFacts(row, index, line, table);
  const scores = row["scores"];
  if (isObject(scores)) {
    for (const metric of Object.keys(scores)) readScore(scores[metric], metric, index, line, table);
  } else if (scores !== undefined && scores !== null) {
    table.refuse("scores is no map from metrics to numbers", example, line);
  } else {
    for (const metric of ["score", "pass"]) {
      if (Object.hasOwn(row, metric)) readScore(row[metric], metric, index, line, table);
    }
  }
}

function readScore(value: Json | undefined, metric: string, index: number, line: number, table: ResultsTable): void {
  if (typeof value === "number" || value === null) table.setScore(index, metric, value);
  else if (typeof value === "boolean") table.setScore(index, metric, value ? 1 : 0);
  else table.refuse(`the score of ${quote(metric)} is no number`, "Write a number, true or false, or null.", line);
}

function readFacts(row: JsonObject, index: number, line: number, table: ResultsTable): void {
  const { tags, cluster, weight } = row;
  if ((tags ?? cluster ?? weight ?? null) === null) return;
  const facts: { -readonly [Key in keyof CaseFacts]: CaseFacts[Key] } = {};
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === "string")) facts.tags = tags;
  else if (tags !== undefined && tags !== null) table.refuse("tags is no list of words", undefined, line);
  const name = readId(cluster);
  if (name !== null) facts.cluster = name;
  else if (cluster !== undefined && cluster !== null) table.refuse("cluster is no name", undefined, line);
  if (typeof weight === "number" && weight >= 0 && Number.isFinite(weight)) facts.weight = weight;
  else if (weight !== undefined && weight !== null) table.refuse("weight is no number from 0 on", undefined, line);
  table.describeCase(index, facts);
}

/** Ids are words; numbers are taken as they are written. */
function readId(value: Json | undefined): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}
