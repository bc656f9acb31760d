import type { Json, PromptVersion } from "../../model.ts";

/**
 * A golden set to begin with: one case that shows which variables the prompt takes, marked as a draft, for nobody has
 * said yet what it is to be asked.
 */
export function starterCases(version: PromptVersion): string {
  const defaults = version.configuration.defaults ?? {};
  const vars: Record<string, Json> = {};
  for (const { name } of version.variables) {
    const key = name.split(".")[0] ?? name;
    vars[key] = defaults[key] ?? (name === key ? `an example of ${key}` : {});
  }
  return `${JSON.stringify({ id: "first", vars, draft: true })}\n`;
}
