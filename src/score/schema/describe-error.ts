import type { ErrorObject } from "ajv/dist/2020.js";

/** What a value must be, in the validator's words; a property too many is named. */
export function describeError(error: ErrorObject | undefined): string {
  if (error === undefined) return "does not hold";
  if (error.keyword === "uniqueItems") return "must have unique items";
  const name: unknown = error.params["additionalProperty"];
  const message = error.message ?? "does not hold";
  return typeof name === "string" ? `${message}: ${JSON.stringify(name)}` : message;
}
