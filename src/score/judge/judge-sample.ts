import type { Case, CompletedSample, Score, Scorer, ScorerTools } from "../../model.ts";
import type { ScorerContext } from "../factory.ts";
import { unscored } from "../scores.ts";
import { askJudge, type Opinion } from "./ask-judge.ts";
import { buildQuestion, type JudgeRequest } from "./build-question.ts";
import { combineOpinions } from "./combine-opinions.ts";
import type { JudgePlan } from "./plan.ts";
import { createReader } from "./read-answer.ts";

/** What a model is to be judged by: its answer, or its words of refusal. */
export function outputOf({ reply }: CompletedSample): string {
  return reply.text || (reply.refusal ?? "");
}

/** Scores one output by one opinion, and where the arms differ by all votes. */
export function judgeSample(plan: JudgePlan, render: ScorerContext["render"]): Pick<Scorer, "score" | "review"> {
  const read = createReader(plan);
  const judge = async (votes: number, sample: CompletedSample, testCase: Case, tools: ScorerTools): Promise<Score> => {
    const request = buildQuestion(plan, testCase, [{ name: "answer", text: outputOf(sample) }], render);
    if ("reason" in request) return unscored(request.reason);
    return combineOpinions(await askAll(plan, request, votes, read, tools), plan);
  };
  return {
    score: (sample, testCase, tools) => judge(1, sample, testCase, tools),
    ...(plan.votes > 1 && {
      review: (sample, testCase, tools) => judge(plan.votes, sample, testCase, tools),
    }),
  };
}

/** Every model's opinions, side by side. The first is known already where it was asked for before. */
export function askAll(
  { models }: JudgePlan,
  request: JudgeRequest,
  votes: number,
  read: ReturnType<typeof createReader>,
  tools: ScorerTools,
  purpose = "",
): Promise<readonly Opinion[]> {
  const questions = models.flatMap((model) =>
    Array.from({ length: votes }, (_, index) => ({
      model,
      request,
      purpose: purposeOf(purpose, index),
      further: index > 0,
    })),
  );
  return Promise.all(questions.map((question) => askJudge(question, read, tools)));
}

/** The first opinion goes by the judge's name alone. */
function purposeOf(purpose: string, index: number): string {
  return [purpose, index === 0 ? "" : String(index + 1)].filter((part) => part !== "").join(":");
}
