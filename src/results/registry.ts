import { inspect } from "./formats/inspect.ts";
import { jsonl } from "./formats/jsonl.ts";
import { junit } from "./formats/junit.ts";
import { openaiEvals } from "./formats/openai-evals.ts";
import { promptfoo, promptfooLines } from "./formats/promptfoo.ts";
import type { ResultsFormat } from "./results-format.ts";

/** Every format of results files. The first that accepts a file reads it; what is in lines and nobody's is our own. */
export const resultsFormats = {
  promptfoo,
  inspect,
  junit,
  "openai-evals": openaiEvals,
  "promptfoo-lines": promptfooLines,
  jsonl,
} as const satisfies Record<string, ResultsFormat>;
