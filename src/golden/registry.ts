import { csvFormat } from "./formats/csv.ts";
import { jsonFormat } from "./formats/json.ts";
import { jsonlFormat } from "./formats/jsonl.ts";
import { yamlFormat } from "./formats/yaml.ts";
import type { GoldenFormat } from "./golden-format.ts";

/** Every format of golden files, by its name. */
export const goldenFormats = {
  jsonl: jsonlFormat,
  yaml: yamlFormat,
  json: jsonFormat,
  csv: csvFormat,
} as const satisfies Record<string, GoldenFormat>;

/** All file name endings that a golden set may have. */
export const goldenEndings: readonly string[] = Object.values(goldenFormats).flatMap(
  ({ endings }): readonly string[] => endings,
);

/** The format of a golden file by its name; null where no format reads it. */
export function goldenFormatOf(path: string): GoldenFormat | null {
  const formats: readonly GoldenFormat[] = Object.values(goldenFormats);
  return formats.find(({ endings }) => endings.some((ending) => path.endsWith(ending))) ?? null;
}
