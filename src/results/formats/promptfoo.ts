import type { Json, JsonObject } from "../../model.ts";
import { canonicalHash, canonicalJson, isObject } from "../../source/json.ts";
import type { DocumentFormat, LinesFormat } from "../results-format.ts";
import type { ResultsTable } from "../results-table.ts";

/** As many characters of a test's variables as name it; longer ones are named by their hash, too. */
const longestVariables = 80;
/** `failureReason` where the call itself failed, not what it answered. */
const callFailed = 2;

/** What `promptfoo eval --output results.json` writes, in any of its versions. */
export const promptfoo: DocumentFormat = {
  shape: "document",
  description: "promptfoo's JSON output",
  sparse: true,
  accepts: (document) => {
    const rows = findRows(document);
    if (rows === null) return false;
    return rows.length === 0 ? isObject(document) && "evalId" in document : isResult(rows[0]);
  },
  read(document, table) {
    for (const row of findRows(document) ?? []) {
      if (isObject(row)) readResult(row, undefined, table);
      else table.refuse("a result is no object");
    }
  },
};

/** What `promptfoo eval --output results.jsonl` writes: the same results, one a line. */
export const promptfooLines: LinesFormat = {
  shape: "lines",
  description: "promptfoo's JSON Lines output",
  sparse: true,
  accepts: isResult,
  open: (table) => (row, line) => readResult(row, line, table),
};

function findRows(document: Json): readonly Json[] | null {
  if (!isObject(document)) return null;
  const { results, evalResults } = document;
  const inner = isObject(results) ? results["results"] : (results ?? evalResults);
  return Array.isArray(inner) ? inner : null;
}

function isResult(row: Json | undefined): boolean {
  if (!isObject(row) || !("success" in row)) return false;
  return ["promptIdx", "testIdx", "testCase", "vars", "gradingResult", "namedScores"].some((key) => key in row);
}

/** Repeats of a test are rows with the same variables: the trials of one case. */
function readResult(result: JsonObject, line: number | undefined, table: ResultsTable): void {
  const row = table.addRow(nameCase(result), null, line);
  const { success, score, failureReason, namedScores, latencyMs, cost, tokenUsage, response, error } = result;
  // Before there was a failureReason, what was not graded but has an error failed.
  const ungraded = failureReason === undefined && typeof error === "string" && !isObject(result["gradingResult"]);
  if (failureReason === callFailed || ungraded) {
    table.setFailed(row);
    return;
  }
  if (typeof success === "boolean") table.setScore(row, "pass", success ? 1 : 0);
  setNumber(row, "score", score, table);
  if (isObject(namedScores)) {
    for (const [metric, value] of Object.entries(namedScores)) setNumber(row, metric, value, table);
  }
  // From the cache an answer takes no time; a cost or a count of 0 stands for an unknown one.
  const cached = isObject(response) && response["cached"] === true;
  if (!cached) setPositive(row, "latency", latencyMs, table);
  setPositive(row, "cost", cost, table);
  if (isObject(tokenUsage)) setPositive(row, "tokens", tokenUsage["total"], table);
}

function setNumber(row: number, metric: string, value: Json | undefined, table: ResultsTable): void {
  if (typeof value === "number" || value === null) table.setScore(row, metric, value);
}

function setPositive(row: number, metric: string, value: Json | undefined, table: ResultsTable): void {
  if (typeof value === "number" && value > 0) table.setScore(row, metric, value);
}

/** The test's description and variables; where a run has several columns of prompts and models, the column, too. */
function nameCase(result: JsonObject): string {
  const test = isObject(result["testCase"]) ? result["testCase"] : {};
  const description = test["description"] ?? result["description"];
  const variables = result["vars"] ?? test["vars"] ?? {};
  const parts: string[] = [];
  if (typeof description === "string" && description !== "") parts.push(description);
  if (isObject(variables) && Object.keys(variables).length > 0) parts.push(nameVariables(variables));
  if (parts.length === 0) parts.push(`test ${String(result["testIdx"] ?? 0)}`);
  const column = result["promptIdx"];
  if (typeof column === "number" && column > 0) parts.push(`(column ${column + 1})`);
  return parts.join(" ");
}

function nameVariables(variables: JsonObject): string {
  const text = canonicalJson(variables);
  if (text.length <= longestVariables) return text;
  return `${text.slice(0, longestVariables).toWellFormed()}… ${canonicalHash(variables).slice(0, 12)}`;
}
