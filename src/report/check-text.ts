import type { CheckResult } from "../model.ts";
import { visible } from "./escape.ts";

/** What `check` found, for a terminal: each prompt with its cases and what decides, then what a run would call. */
export function renderCheck(result: CheckResult): string {
  const { prompts, gate } = result;
  const lines = [
    result.configPath === null ? "No assay.yml: the defaults hold." : `Settings: ${visible(result.configPath)}`,
    `Prompts: ${prompts.length}`,
  ];
  for (const prompt of prompts) {
    lines.push(
      "",
      `${visible(prompt.name)} (${visible(prompt.path)})`,
      `  model    ${visible(prompt.model ?? "none")}`,
      `  cases    ${prompt.cases}`,
      `  decides  ${list(prompt.gating)}`,
      `  watched  ${list(prompt.watched)}`,
      ...prompt.notRun.map((each) => `  not run  ${visible(each)}`),
    );
  }
  const cases = prompts.reduce((total, prompt) => total + prompt.cases, 0);
  const gating = prompts.reduce((total, prompt) => total + prompt.gating.length, 0);
  lines.push(
    "",
    `A run of all prompts makes ${cases} calls, a comparison of all ${2 * cases}.`,
    `If all changed at once, ${gating} comparisons would decide; the correction for chance counts each of them.`,
    `Tolerated loss: ${percent(gate.margin)} points; chance of a false alarm: ${percent(gate.alpha)} %.`,
  );
  return `${lines.join("\n")}\n`;
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.map(visible).join(", ");
}

function percent(share: number): string {
  return String(Number((share * 100).toFixed(1)));
}
