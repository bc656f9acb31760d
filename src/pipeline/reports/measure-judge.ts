import type { Calibration, Case, CompletedSample, Disagreement, Judge, Score, Scorer } from "../../model.ts";
import { createReply } from "../../models/reply.ts";
import { guardScore } from "../../score/score-sample.ts";
import { unscored } from "../../score/scores.ts";
import { scopeTools } from "../../score/tools.ts";
import { measureAgreement, measureRate } from "../../stats/judge-agreement.ts";
import type { Executor } from "../calls/executor.ts";
import { inParallel } from "../calls/in-parallel.ts";
import type { Label } from "../kept/labels.ts";

/** A label with the case that it is about. */
export interface LabelledCase {
  readonly label: Label;
  readonly testCase: Case;
}

/** What a judge made of the labelled outputs. */
export interface MeasuredJudge {
  readonly calibration: Calibration;
  readonly disagreements: readonly Disagreement[];
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

/** A category of a judge: choices of the same value are one, `same/immaterial/more`. */
interface Category {
  readonly name: string;
  readonly value: number;
}

/** Words of people for what passes and what does not, whatever the judge calls it. */
const passWords = ["pass", "true", "1", "yes"];
const failWords = ["fail", "false", "0", "no"];

/** The judge's categories from the worst to the best. */
export function categoriesOf({ kind, scale }: Judge): readonly Category[] {
  if (kind === "pairwise") {
    return [
      { name: "baseline", value: 0 },
      { name: "tie", value: 0.5 },
      { name: "candidate", value: 1 },
    ];
  }
  const values = [...new Set(scale.map(({ value }) => value))].sort((left, right) => left - right);
  const isPassFail = values.length === 2 && values[0] === 0 && values[1] === 1;
  return values.map((value) => {
    const names = scale.filter((each) => each.value === value).map(({ name }) => name);
    return { name: isPassFail ? (value === 1 ? "pass" : "fail") : names.join("/"), value };
  });
}

/** The category that a label names; null where it is none of this judge's. */
export function categoryOf({ label }: Label, judge: Judge): number | null {
  const categories = categoriesOf(judge);
  const entry = judge.kind === "pairwise" ? undefined : judge.scale.find(({ name }) => name === label);
  const at = (index: number): number | null => (index < 0 ? null : index);
  if (entry !== undefined) return at(categories.findIndex(({ value }) => value === entry.value));
  const named = at(categories.findIndex(({ name }) => name === label));
  if (named !== null || categories.length !== 2) return named;
  if (passWords.includes(label.toLowerCase())) return 1;
  return failWords.includes(label.toLowerCase()) ? 0 : null;
}

/** Asks a judge about every labelled output, once each, and holds its answers against the labels. */
export async function measureJudge(
  scorer: Scorer,
  judge: Judge,
  labelled: readonly LabelledCase[],
  { toolsFor }: Pick<Executor, "toolsFor">,
  now: Date,
): Promise<MeasuredJudge> {
  const categories = categoriesOf(judge);
  const scores = new Array<Score | undefined>(labelled.length);
  await inParallel(labelled, async ({ label, testCase }, trial) => {
    const tools = scopeTools(toolsFor({ caseId: testCase.id, trial, draw: "calibrate" }), scorer.metric.name);
    scores[trial] = await guardScore(scorer, () => askJudge(scorer, label, testCase, tools));
  });
  const table = categories.map(() => categories.map(() => 0));
  const disagreements: Disagreement[] = [];
  const reasons = new Map<string, number>();
  let unscoredLabels = 0;
  let asked = 0;
  let agreeing = 0;
  for (const [index, { label }] of labelled.entries()) {
    const score = scores[index] as Score;
    const people = categoryOf(label, judge) ?? 0;
    if (score.status === "unscored") {
      unscoredLabels++;
      reasons.set(score.reason, (reasons.get(score.reason) ?? 0) + 1);
      continue;
    }
    asked += score.opinions?.asked ?? 0;
    agreeing += score.opinions?.agreeing ?? 0;
    const own = nearest(categories, score.value);
    const row = table[people] as number[];
    row[own] = (row[own] ?? 0) + 1;
    if (own === people) continue;
    disagreements.push({
      prompt: label.prompt,
      id: label.id,
      people: categories[people]?.name ?? "",
      judge: categories[own]?.name ?? "",
      reason: score.reason,
      place: label.place,
    });
  }
  const passFail = categories.length === 2;
  return {
    calibration: {
      schemaVersion: 1,
      judge: scorer.metric.name,
      fingerprint: judge.fingerprint,
      models: judge.models,
      kind: judge.kind,
      at: now.toISOString(),
      labels: labelled.length - unscoredLabels,
      unscored: unscoredLabels,
      ...measureAgreement(table, passFail ? 1 : null),
      orderAgreement: judge.kind === "pairwise" ? measureRate(agreeing, asked) : null,
      confusion: { categories: categories.map(({ name }) => name), table },
    },
    disagreements,
    reasons: [...reasons].map(([reason, count]) => ({ reason, count })).sort((left, right) => right.count - left.count),
  };
}

function askJudge(
  scorer: Scorer,
  { shown }: Label,
  testCase: Case,
  tools: Parameters<Scorer["score"]>[2],
): Score | Promise<Score> {
  if ("output" in shown) return scorer.score(sampleOf(shown.output, testCase), testCase, tools);
  const [baseline, candidate] = [sampleOf(shown.baseline, testCase), sampleOf(shown.candidate, testCase)];
  return scorer.compare?.(baseline, candidate, testCase, tools) ?? unscored("this judge compares nothing");
}

function sampleOf(output: string, { id }: Case): CompletedSample {
  const base = { prompt: "", arm: "candidate", caseId: id, trial: 0, fingerprint: "", attempts: 0 } as const;
  return { ...base, status: "completed", reply: createReply(output), latencyMs: 0 };
}

/** A panel's mean lies between two grades: the nearer one, of two as near the lower. */
function nearest(categories: readonly Category[], value: number): number {
  let best = 0;
  for (const [index, category] of categories.entries()) {
    const gap = (each: number): number => Math.abs((categories[each]?.value ?? 0) - value);
    if (Math.abs(category.value - value) < gap(best) - 1e-9) best = index;
  }
  return best;
}
