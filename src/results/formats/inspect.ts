import type { Json, JsonObject } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { DocumentFormat } from "../results-format.ts";
import type { ResultsTable } from "../results-table.ts";

/** Grades in letters and words; every other text is no grade, and leaves the sample unscored. */
const grades: ReadonlyMap<string, number> = new Map([
  ["C", 1],
  ["P", 0.5],
  ["I", 0],
  ["N", 0],
  ["yes", 1],
  ["true", 1],
  ["no", 0],
  ["false", 0],
]);

/** An inspect log as JSON: samples with an epoch and the scores of each scorer. */
export const inspect: DocumentFormat = {
  shape: "document",
  description: "an inspect log",
  writesNaN: true,
  accepts: (document) => isObject(document) && isObject(document["eval"]) && "status" in document,
  read(document, table) {
    const { samples, status } = document as JsonObject;
    if (!Array.isArray(samples)) {
      table.refuse("the log has no samples", "Write it whole: inspect log dump FILE > log.json");
      return;
    }
    if (typeof status === "string" && status !== "success") {
      table.warn(`its status is ${status}, so that samples may be missing.`);
    }
    for (const [index, sample] of samples.entries()) readSample(sample, index, table);
  },
};

function readSample(sample: Json, index: number, table: ResultsTable): void {
  const id = isObject(sample) ? sample["id"] : null;
  if (!isObject(sample) || (typeof id !== "string" && typeof id !== "number")) {
    table.refuse(`sample ${index + 1} has no id`);
    return;
  }
  const epoch = sample["epoch"];
  const row = table.addRow(String(id), typeof epoch === "number" && Number.isInteger(epoch) ? epoch : null);
  if (isObject(sample["error"])) table.setFailed(row);
  // The oldest logs have one score without a name.
  const scores = sample["scores"] ?? (isObject(sample["score"]) ? { score: sample["score"] } : {});
  for (const [scorer, score] of Object.entries(isObject(scores) ? scores : {})) {
    const value = isObject(score) ? (score["value"] ?? null) : null;
    if (!isObject(value)) table.setScore(row, scorer, gradeOf(value));
    else for (const [key, part] of Object.entries(value)) table.setScore(row, `${scorer}.${key}`, gradeOf(part));
  }
  const seconds = sample["working_time"] ?? sample["total_time"];
  if (typeof seconds === "number" && seconds > 0) table.setScore(row, "latency", seconds * 1000);
  const tokens = countTokens(sample["model_usage"]);
  if (tokens > 0) table.setScore(row, "tokens", tokens);
}

function gradeOf(value: Json): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "string") return null;
  const grade = grades.get(value) ?? grades.get(value.toLowerCase());
  if (grade !== undefined) return grade;
  return value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : null;
}

function countTokens(usage: Json | undefined): number {
  if (!isObject(usage)) return 0;
  let total = 0;
  for (const each of Object.values(usage)) {
    const tokens = isObject(each) ? each["total_tokens"] : null;
    if (typeof tokens === "number") total += tokens;
  }
  return total;
}
