import { checkGlobs, checkGoldenPaths } from "./check-paths.ts";
import { checkPlainData } from "./check-plain-data.ts";
import { checkAddresses, checkHeaders, checkKeyVariables, checkProviderTypes } from "./check-providers.ts";
import { checkMetricNames, checkScorerShapes } from "./check-scorers.ts";
import { checkVariants } from "./check-variants.ts";
import type { Rule } from "./rule.ts";

/** All rules, in no particular order: what they find is sorted by place. */
export const rules: readonly Rule[] = [
  checkScorerShapes,
  checkMetricNames,
  checkProviderTypes,
  checkKeyVariables,
  checkAddresses,
  checkHeaders,
  checkGoldenPaths,
  checkGlobs,
  checkPlainData,
  checkVariants,
];
