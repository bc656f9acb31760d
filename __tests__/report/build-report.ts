import type { CaseReport, Comparison, PromptReport, Report } from "../../src/model.ts";

/** Builders with believable defaults: a test names only what it is about. */

export function comparison(changes: Partial<Comparison> = {}): Comparison {
  return {
    metric: "contains",
    gated: true,
    direction: "higher",
    kind: "binary",
    unit: null,
    pairs: 200,
    effectiveCases: 200,
    baseline: 0.82,
    candidate: 0.815,
    difference: -0.005,
    interval: [-0.022, 0.012],
    confidence: 0.9,
    margin: 0.05,
    atLeast: null,
    pValue: 0.31,
    pBetter: 0.69,
    adjustedPValue: 0.31,
    minimumDetectable: 0.075,
    worse: 3,
    better: 2,
    failed: { baseline: 0, candidate: 0 },
    unscored: 0,
    casesNeeded: null,
    trialsNeeded: null,
    verdict: "no-regression",
    reason: null,
    slice: null,
    ...changes,
  };
}

export function latency(changes: Partial<Comparison> = {}): Comparison {
  return comparison({
    metric: "latency",
    gated: false,
    direction: "lower",
    kind: "ratio",
    unit: "ms",
    baseline: 820,
    candidate: 812,
    difference: 0.01,
    interval: [-0.03, 0.05],
    margin: 0.2,
    pValue: 0.6,
    pBetter: 0.4,
    adjustedPValue: null,
    minimumDetectable: 0.06,
    worse: 95,
    better: 105,
    ...changes,
  });
}

export function caseReport(changes: Partial<CaseReport> = {}): CaseReport {
  return {
    id: "ticket-001",
    tags: ["billing"],
    change: "worse",
    scores: { contains: { baseline: 1, candidate: 0 } },
    worse: ["contains"],
    expected: "billing",
    baseline: { status: "completed", text: "billing", failure: null },
    candidate: { status: "completed", text: "This ticket is about an invoice.", failure: null },
    reasons: { contains: 'the answer does not contain "billing"' },
    ...changes,
  };
}

export function promptReport(changes: Partial<PromptReport> = {}): PromptReport {
  const comparisons = changes.comparisons ?? [comparison(), latency()];
  const gated = comparisons.find((entry) => entry.gated);
  return {
    name: "triage",
    path: "prompts/triage.prompt.yml",
    previousPath: null,
    change: { kind: "changed", parts: ["text"] },
    baseline: { revision: "main", fingerprint: "a".repeat(64), version: null },
    candidate: { revision: "working tree", fingerprint: "b".repeat(64), version: null },
    models: { baseline: "openai/gpt-5-mini", candidate: "openai/gpt-5-mini" },
    verdict: gated?.verdict ?? "skipped",
    reason: gated?.reason ?? null,
    advisory: false,
    // Two versions make a pair.
    pair: changes.baseline === null || changes.candidate === null ? null : "c".repeat(64),
    accepted: null,
    trials: { baseline: 1, candidate: 1 },
    stopped: null,
    stored: null,
    confirmation: null,
    comparisons,
    added: null,
    cost: null,
    cases: [],
    goldenSize: 200,
    notes: [],
    ...changes,
  };
}

export function report(changes: Partial<Report> = {}): Report {
  const prompts = changes.prompts ?? [promptReport()];
  const verdict = changes.verdict ?? prompts[0]?.verdict ?? "unchanged";
  const failed = verdict === "regression" || verdict === "below-threshold";
  return {
    schemaVersion: 1,
    command: "compare",
    verdict,
    passed: verdict === "skipped" ? null : !failed && verdict !== "error",
    exitCode: failed ? 1 : verdict === "error" ? 3 : 0,
    base: { revision: "main", commit: "4c1b9e27d0a35f8e6b7c1d2e3f405162738495a6" },
    head: { revision: "working tree", commit: null },
    goalposts: "base",
    gate: {
      margin: 0.05,
      alpha: 0.05,
      scope: "suite",
      inconclusive: "warn",
      gatingComparisons: prompts.flatMap((prompt) => prompt.comparisons.filter((entry) => entry.gated)).length,
    },
    prompts,
    calls: { planned: 400, made: 400, cached: 0, saved: 0, failed: 0 },
    failures: [],
    cost: 0.12,
    durationMs: 34_200,
    warnings: [],
    samples: null,
    ...changes,
  };
}

/** Judged without a baseline. */
export function alone(changes: Partial<Comparison> = {}): Comparison {
  return comparison({
    pairs: 30,
    effectiveCases: null,
    baseline: null,
    candidate: 0.7667,
    difference: null,
    interval: [0.62, 0.87],
    margin: null,
    pValue: null,
    pBetter: null,
    adjustedPValue: null,
    minimumDetectable: null,
    worse: 0,
    better: 0,
    verdict: "new",
    ...changes,
  });
}
