import type { Case, Json } from "../model.ts";
import { caseValues } from "./case-values.ts";
import type { ScorerContext } from "./factory.ts";
import { missingValues } from "./text-pair.ts";

/** Where nothing else is written: the case's answer. */
export const expectedTemplate = "{{expected}}";

/** Texts to hold an output against, or why there are none. */
export type ExpectedTexts = { readonly texts: readonly string[] } | { readonly reason: string };

/** Fills a template. The case's answer alone may be a list: then each of its entries is a text. */
export function expectedTexts(template: string, context: ScorerContext, testCase: Case): ExpectedTexts {
  const { expected } = testCase;
  if (template === expectedTemplate && Array.isArray(expected)) {
    return expected.length === 0 ? { reason: "the case's list of answers is empty" } : { texts: expected.map(asText) };
  }
  const { text, missing } = context.render(template, caseValues(testCase));
  return missing.length > 0 ? { reason: missingValues(missing) } : { texts: [text] };
}

function asText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
