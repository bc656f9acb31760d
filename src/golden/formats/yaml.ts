import { UserError } from "../../errors.ts";
import { readYaml } from "../../source/yaml.ts";
import { type GoldenFormat, megabyte, type RowResult } from "../golden-format.ts";

/** A YAML list of cases. */
export const yamlFormat: GoldenFormat = {
  endings: [".yaml", ".yml"],
  description: "a YAML list of maps",
  // Reading keeps the place of every value: some 90 times the file's size in memory.
  sizeLimit: 10 * megabyte,
  *read(path, text): Iterable<RowResult> {
    const yaml = readYaml(path, text);
    if (yaml.value === null) return;
    if (!Array.isArray(yaml.value)) {
      throw new UserError({
        message: "a golden set in YAML is a list of cases",
        hint: 'Begin each case with "- ".',
        place: yaml.place([]),
      });
    }
    for (const [index, value] of yaml.value.entries()) {
      yield { row: { value, place: yaml.place([index]), placeOf: (key) => yaml.keyPlace([index, key]) } };
    }
  },
};
