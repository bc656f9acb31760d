import { newerReport, noJson, noReport, wrongReport } from "../errors.ts";
import type { Json, Problem, Report } from "../model.ts";
import { isObject } from "../source/json.ts";
import { compileLater, describeErrors } from "./compile-schema.ts";
import { reportSchema } from "./report-schema.ts";

/** What is told of a file that is no report. */
const toldErrors = 3;

const schema = compileLater(reportSchema);

/** Reads the text of a report.json; where it is none, tells what it is instead and what to do. */
export async function readReport(
  text: string,
  path: string,
): Promise<{ readonly report: Report } | { readonly problem: Problem }> {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return { problem: noJson(path, isJsonLines(text)) };
  }
  if (!isObject(value) || value["schemaVersion"] === undefined) return { problem: noReport(path, null) };
  const { schemaVersion } = value;
  if (typeof schemaVersion === "number" && schemaVersion > 1) return { problem: newerReport(path, schemaVersion) };
  const command = otherCommand(Object.keys(value));
  if (command !== null) return { problem: noReport(path, command) };
  const validate = await schema();
  if (validate(value)) return { report: value as unknown as Report };
  const errors = describeErrors(validate);
  return { problem: wrongReport(path, errors.slice(0, toldErrors), errors.length) };
}

/** Which other command wrote it, by a key that only its JSON has. */
function otherCommand(keys: readonly string[]): string | null {
  if (keys.includes("verdict")) return null;
  if (keys.includes("sets")) return "power";
  if (keys.includes("controls")) return "backtest";
  return keys.includes("prompts") ? "changes" : null;
}

function isJsonLines(text: string): boolean {
  const [first = "", second = ""] = text.split("\n", 2);
  try {
    return second !== "" && isObject(JSON.parse(first) as Json);
  } catch {
    return false;
  }
}
