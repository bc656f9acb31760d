import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createScorer } from "../../src/score/registry.ts";
import { scoreSample } from "../../src/score/score-sample.ts";
import { caseOf, contextOf, sampleOf, specOf } from "../score/support.ts";
import { dataFolder, hasData, readCases } from "./data.ts";

interface Summary {
  readonly answer_has_citation?: { readonly total: number };
  /** The same under its later name. */
  readonly has_citation?: { readonly total: number };
  readonly answer_length?: { readonly mean: number; readonly max: number; readonly min: number };
}

/** What was published of each run. */
function readSummaries(): readonly (readonly [string, Summary])[] {
  const meta = JSON.parse(readFileSync(join(dataFolder, "azure_rag_chat_runs.meta.json"), "utf8")) as Record<
    string,
    { readonly summary: Summary }
  >;
  return Object.entries(meta).map(([run, { summary }]) => [run, summary]);
}

describe.skipIf(!hasData)("the recorded runs of a question-answering prompt", () => {
  const cases = hasData ? readCases("azure_rag_chat_runs") : [];
  const citation = createScorer(specOf("citation", { pattern: "\\[[^\\]]+\\]" }), contextOf());
  const length = createScorer(specOf("length"), contextOf());

  it.each(hasData ? readSummaries() : [])("%s: citations and lengths are those published", async (run, summary) => {
    const values = { citation: [] as number[], length: [] as number[] };
    for (const { outputs } of cases) {
      const output = outputs[run];
      if (output === null || output === undefined) continue;
      for (const [name, score] of await scoreSample(sampleOf(output), caseOf(), [citation, length])) {
        if (score.status === "scored") values[name as keyof typeof values].push(score.value);
      }
    }
    const cited = summary.answer_has_citation ?? summary.has_citation;
    if (cited) expect(values.citation.reduce((sum, each) => sum + each, 0)).toBe(cited.total);
    if (summary.answer_length) {
      expect(Math.max(...values.length)).toBe(summary.answer_length.max);
      expect(values.length.reduce((sum, each) => sum + each, 0) / values.length.length).toBeCloseTo(
        summary.answer_length.mean,
        2,
      );
    }
  });
});
