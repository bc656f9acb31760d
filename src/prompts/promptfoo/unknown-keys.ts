import type { ConfigReading } from "./reading.ts";
import type { Spot } from "./spot.ts";

/** Keys that are read, and keys that change nothing of what is asked and judged. */
const silent = [
  ...["prompts", "providers", "targets", "tests", "scenarios", "defaultTest", "assertionTemplates"],
  ...["description", "tags", "metadata", "sharing", "outputPath", "writeLatestResults", "$schema"],
];
const reasons: Readonly<Record<string, string>> = {
  env: "a prompt never sees the environment",
  nunjucksFilters: "filters of one's own are code, which is not run",
  extensions: "extensions are code, which is not run",
  derivedMetrics: "derived metrics are formulas, which have no equal here",
  redteam: "attacks are not made here",
  evaluateOptions: "trials, concurrency and delays stand under run in assay.yml",
  commandLineOptions: "options of the run stand under run in assay.yml",
};

/** Tells every key of the configuration that is not read. */
export function noteUnknownKeys(root: Spot, config: ConfigReading): void {
  for (const [key, spot] of root.entries()) {
    if (silent.includes(key)) continue;
    const why = Object.hasOwn(reasons, key) ? `: ${reasons[key]}` : "";
    config.note(`${JSON.stringify(key.slice(0, 60))} is not read${why}`, spot.place);
  }
}
