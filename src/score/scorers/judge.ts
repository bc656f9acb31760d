import { quote, UserError } from "../../errors.ts";
import type { JsonObject } from "../../model.ts";
import { decodeText } from "../../source/text.ts";
import type { ScorerContext, ScorerFactory } from "../factory.ts";
import { judgePair } from "../judge/judge-pair.ts";
import { judgeSample } from "../judge/judge-sample.ts";
import { checkJudge, type JudgeOptions, judgeOptions } from "../judge/options.ts";
import { isBinary, type JudgePlan, kindOf, menuOf, modelsOf, planJudge, stepOf, votesOf } from "../judge/plan.ts";

/** A model that judges outputs. */
export const judge: ScorerFactory = {
  description:
    "A model judges the output: by a rubric, on a scale, against context or expected, or one version against the other.",
  example: "- judge: { name: helpful, rubric: rubrics/helpful.md, model: openai/gpt-6-sol }",
  options: judgeOptions,
  check: (options) => checkJudge(options as unknown as JudgeOptions),
  metric: (options) => {
    const written = options as unknown as JudgeOptions;
    const graded = written.panel === "mean" || !isBinary(menuOf(written));
    return {
      kind: graded ? "bounded" : "binary",
      direction: "higher",
      unit: null,
      gatesByDefault: true,
      judged: true,
      ...(kindOf(written) === "pairwise" && { paired: true }),
    };
  },
  asks: (options) => {
    const written = options as unknown as JudgeOptions;
    const paired = kindOf(written) === "pairwise";
    return modelsOf(written).map((model) =>
      paired ? { model, calls: 2, perPair: true } : { model, calls: 1, furtherCalls: votesOf(written) - 1 },
    );
  },
  create: (options, context) => {
    const plan = planJudge(options as unknown as JudgeOptions, readRubric(options, context));
    return {
      ...(plan.kind.pairwise ? judgePair(plan, context.render) : judgeSample(plan, context.render)),
      judge: describeJudge(plan, kindOf(options as unknown as JudgeOptions)),
    };
  },
};

function describeJudge({ fingerprint, models, menu, text, criteria }: JudgePlan, kind: string) {
  return {
    fingerprint,
    models,
    kind,
    rubric: [text, ...criteria].join("\n"),
    scale: menu.map(({ name, value }) => ({ name, value })),
    step: stepOf(menu),
  };
}

function readRubric(options: JsonObject, { files }: ScorerContext): string {
  const { rubric, instructions = "" } = options as unknown as JudgeOptions;
  if (rubric === undefined) return instructions.trim();
  const bytes = files.get(rubric) ?? null;
  const text = bytes === null ? null : decodeText(rubric, bytes).trim();
  if (text === null) {
    throw new UserError({
      message: `no such file: ${quote(rubric)}`,
      hint: "Paths are relative to the folder of assay.yml.",
    });
  }
  if (text === "")
    throw new UserError({ message: `the rubric ${quote(rubric)} is empty`, hint: "Write what to look for." });
  return text;
}
