import { posix } from "node:path";
import type { JudgeErrors } from "../../gate/correct-for-judge.ts";
import type { Calibration, Json, Judge, JudgeStanding, Problem, Scorer, Tree } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { PromptPlan } from "../plan/plan-run.ts";

/** By the names of the metrics. */
export type Standings = ReadonlyMap<string, JudgeStanding>;

/** Where the calibration of a judge is kept, relative to the folder of assay.yml. */
export function calibrationPath(judge: string): string {
  const name = judge.replace(/[^\p{L}\p{N}_-]/gu, (character) => `%${(character.codePointAt(0) ?? 0).toString(16)}`);
  return `calibration/${name}.json`;
}

/** The judges of a prompt, each name once: scorers, and what is within combinations. */
export function judgesOf(plan: Pick<PromptPlan, "cases" | "added" | "scorersFor">): readonly Scorer[] {
  const judges = new Map<string, Scorer>();
  for (const { testCase } of [...plan.cases, ...plan.added]) {
    for (const scorer of plan.scorersFor(testCase)) {
      for (const each of [scorer, ...(scorer.within ?? [])])
        if (each.judge !== undefined && !judges.has(each.metric.name)) judges.set(each.metric.name, each);
    }
  }
  return [...judges.values()];
}

/** The combinations of a prompt with a judge within them, each name once. */
export function combinationsOf(plan: Pick<PromptPlan, "cases" | "added" | "scorersFor">): readonly Scorer[] {
  const found = new Map<string, Scorer>();
  for (const { testCase } of [...plan.cases, ...plan.added])
    for (const scorer of plan.scorersFor(testCase))
      if (scorer.within !== undefined) found.set(scorer.metric.name, scorer);
  return [...found.values()];
}

/** The same plans with what the tree of the goalposts knows of their judges. */
export async function addStandings(
  plans: readonly PromptPlan[],
  tree: Tree,
  directory: string,
): Promise<readonly PromptPlan[]> {
  const read = new Map<string, Json>();
  const result: PromptPlan[] = [];
  for (const plan of plans) {
    const standings = new Map<string, JudgeStanding>();
    for (const { metric, judge } of judgesOf(plan)) {
      const path = posix.join(directory, calibrationPath(metric.name));
      if (!read.has(path)) read.set(path, await readJson(tree, path));
      standings.set(metric.name, standingOf(read.get(path) ?? null, judge as Judge));
    }
    result.push(standings.size === 0 ? plan : { ...plan, standings });
  }
  return result;
}

async function readJson(tree: Tree, path: string): Promise<Json> {
  const bytes = await tree.read(path);
  if (bytes === null) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Json;
  } catch {
    return null;
  }
}

function standingOf(value: Json, judge: Judge): JudgeStanding {
  if (!isObject(value) || value["schemaVersion"] !== 1 || typeof value["labels"] !== "number")
    return { status: "none" };
  if (value["fingerprint"] !== judge.fingerprint) return { status: "other-judge" };
  return { status: "calibrated", calibration: value as unknown as Calibration };
}

/** Judges that agree less with people than the gate asks for, or of which that is not known. */
export function refuseJudges(plans: readonly PromptPlan[], minKappa: number | null): readonly Problem[] {
  if (minKappa === null) return [];
  const problems = new Map<string, Problem>();
  for (const plan of plans) {
    for (const { metric, place } of judgesOf(plan)) {
      const standing = plan.standings?.get(metric.name) ?? { status: "none" };
      const kappa = standing.status === "calibrated" ? (standing.calibration.kappa?.value ?? null) : null;
      if (kappa !== null && kappa >= minKappa) continue;
      const known = kappa === null ? "is not calibrated" : `agrees with people at κ = ${kappa.toFixed(2)}`;
      const message = `the judge ${metric.name} ${known}, and gate.minKappa asks for ${minKappa}`;
      const hint = "Run prompt-assay calibrate labels.jsonl and commit its file; or improve the rubric, or the model.";
      problems.set(message, { message, hint, ...(place && { place }) });
    }
  }
  return [...problems.values()];
}

/**
 * How often the judge of a metric errs, for the correction of differences; null where it is not known, or grades, or
 * where the metric is a combination's, which errs otherwise than the judge within.
 */
export function errorsOf(plan: PromptPlan): (metric: string) => JudgeErrors | null {
  if (plan.standings === undefined) return () => null;
  const within = new Set(
    combinationsOf(plan).flatMap((scorer) => (scorer.within ?? []).map(({ metric }) => metric.name)),
  );
  return (metric) => {
    const standing = within.has(metric) ? undefined : plan.standings?.get(metric);
    if (standing?.status !== "calibrated") return null;
    const { truePositiveRate, falsePositiveRate } = standing.calibration;
    if (truePositiveRate === null || falsePositiveRate === null) return null;
    return {
      truePositiveRate: truePositiveRate.value,
      passed: truePositiveRate.of,
      falsePositiveRate: falsePositiveRate.value,
      failed: falsePositiveRate.of,
    };
  };
}
