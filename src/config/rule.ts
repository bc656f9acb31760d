import type { Problem } from "../model.ts";
import type { YamlSource } from "../source/yaml.ts";
import type { WrittenConfig } from "./written.ts";

/** What a rule looks at: the file as written, so that every mistake has its place. */
export interface RuleContext {
  readonly written: WrittenConfig;
  readonly source: YamlSource;
  readonly providerTypes: readonly string[];
}

/** A rule that the schema cannot express; it tells of every breach. */
export type Rule = (context: RuleContext) => readonly Problem[];
