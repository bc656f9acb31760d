import { findHistory, type PromptHistory } from "../../drift/history.ts";
import type { CompletedSample, DriftAnswer, DriftScores, Scorer } from "../../model.ts";
import { createReply } from "../../models/reply.ts";
import { guardScore } from "../../score/score-sample.ts";
import { scopeTools } from "../../score/tools.ts";
import type { Executor } from "../calls/executor.ts";
import { inParallel } from "../calls/in-parallel.ts";
import { nameCase } from "./case-name.ts";
import type { PlannedNight } from "./plan-night.ts";

/**
 * Has the judges of a prompt score again what the history keeps of its answers, so that a judge that drifts is told from a
 * model that does. Null where there is no judge, or no answer of this version.
 */
export async function checkJudges(
  { plan, present }: PlannedNight,
  answers: readonly DriftAnswer[],
  executor: Executor,
): Promise<DriftScores | null> {
  const known = new Map(plan.cases.map((planCase) => [nameCase({ planCase, baseline: [], candidate: [] }), planCase]));
  const scores = new Map<string, Record<string, readonly number[]>>();
  await inParallel(answers, async (answer) => {
    const planCase = known.get(answer.case);
    if (planCase === undefined) return;
    const judges = plan.scorersFor(planCase.testCase).filter(isJudge);
    for (const scorer of judges) {
      const { name } = scorer.metric;
      // A draw of its own: where tonight's answer reads the same, its judgement must not stand in for this one.
      const tools = scopeTools(executor.toolsFor({ caseId: answer.id, trial: 0, draw: "drift:check" }), name);
      const sample = sampleOf(answer, present.path);
      const score = await guardScore(scorer, () => scorer.score(sample, planCase.testCase, tools));
      if (score.status === "scored") scores.set(answer.case, { ...scores.get(answer.case), [name]: [score.value] });
    }
  });
  return scores.size === 0 ? null : Object.fromEntries([...scores].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Judges of single outputs; one of pairs has nothing to compare with at night. */
function isJudge({ judge, compare }: Scorer): boolean {
  return judge !== undefined && compare === undefined;
}

/** What the history keeps of the answers of this very version. */
export function answersOf(
  night: PlannedNight,
  histories: readonly PromptHistory[],
  isThere: (path: string) => boolean,
): readonly DriftAnswer[] {
  const history = findHistory(histories, night.present, isThere)?.history;
  return (history?.answers ?? []).filter(({ fingerprint }) => fingerprint === night.present.fingerprint);
}

function sampleOf({ id, output, fingerprint }: DriftAnswer, prompt: string): CompletedSample {
  return {
    prompt,
    arm: "candidate",
    caseId: id,
    trial: 0,
    fingerprint,
    attempts: 0,
    status: "completed",
    latencyMs: 0,
    reply: createReply(output, {}),
  };
}
