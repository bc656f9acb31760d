import type { Case, CompletedSample, Opinions, Score, Scorer, ScorerTools } from "../../model.ts";
import type { ScorerContext } from "../factory.ts";
import { scored, unscored } from "../scores.ts";
import type { Opinion } from "./ask-judge.ts";
import { buildQuestion } from "./build-question.ts";
import { askAll, outputOf } from "./judge-sample.ts";
import type { JudgePlan } from "./plan.ts";
import { createReader } from "./read-answer.ts";
import { voteOf } from "./votes.ts";

/**
 * Compares the outputs of both arms, in both orders: 1 where the candidate is preferred in both, 0 where the baseline is, and
 * 0.5, a tie, where the preference flips with the order or there is none. Equal outputs tie without a question.
 */
export function judgePair(plan: JudgePlan, render: ScorerContext["render"]): Pick<Scorer, "score" | "compare"> {
  const read = createReader(plan);
  const ask = async (
    first: CompletedSample,
    second: CompletedSample,
    order: string,
    testCase: Case,
    tools: ScorerTools,
  ): Promise<readonly Opinion[] | { readonly reason: string }> => {
    const answers = [
      { name: "answer A", text: outputOf(first) },
      { name: "answer B", text: outputOf(second) },
    ];
    const request = buildQuestion(plan, testCase, answers, render);
    return "reason" in request ? request : askAll(plan, request, 1, read, tools, order);
  };
  return {
    score: () => unscored("a pairwise judge needs both versions"),
    async compare(baseline, candidate, testCase, tools) {
      if (outputOf(baseline) === outputOf(candidate))
        return tie("both outputs are the same", { asked: 1, agreeing: 1 });
      const [forth, back] = await Promise.all([
        ask(baseline, candidate, "baseline-first", testCase, tools),
        ask(candidate, baseline, "candidate-first", testCase, tools),
      ]);
      if ("reason" in forth) return unscored(forth.reason);
      if ("reason" in back) return unscored(back.reason);
      return combineOrders(forth, back, plan.models);
    },
  };
}

/** Each model decides for itself over both orders; a panel by the majority of those that did. */
function combineOrders(forth: readonly Opinion[], back: readonly Opinion[], models: readonly string[]): Score {
  let missing = "nobody was asked";
  let agreeing = 0;
  let sum = 0;
  let decided = 0;
  let told = "";
  for (const [index, one] of forth.entries()) {
    const other = back[index];
    if (one.status === "none" || other === undefined || other.status === "none") {
      missing = one.status === "none" ? one.reason : other?.status === "none" ? other.reason : missing;
      continue;
    }
    decided++;
    // "A" stands for the baseline in one order and for the candidate in the other.
    const [forthCandidate, backCandidate] = [1 - one.choice.value, other.choice.value];
    if (forthCandidate === backCandidate) {
      agreeing++;
      sum += 2 * forthCandidate - 1;
    }
    told ||= one.reason;
  }
  if (decided === 0 || 2 * decided <= forth.length) return unscored(missing);
  const votes = forth.flatMap((one, index) => {
    const [other, model = ""] = [back[index], models[index]];
    return [voteOf(one, model, "baseline"), ...(other === undefined ? [] : [voteOf(other, model, "candidate")])];
  });
  const opinions = { asked: decided, agreeing, votes };
  if (Math.abs(sum) * 2 <= decided) return tie(agreeing < decided ? "the order decides" : told, opinions);
  const score = scored(sum > 0 ? 1 : 0, `${sum > 0 ? "candidate" : "baseline"} preferred: ${told}`);
  return score.status === "scored" ? { ...score, opinions } : score;
}

function tie(reason: string, opinions: Opinions): Score {
  return { status: "scored", value: 0.5, reason: `tie: ${reason}`, opinions };
}
