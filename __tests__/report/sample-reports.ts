import { onlyWatch } from "../../src/gate/only-watch.ts";
import type {
  CaseReport,
  Comparison,
  GateConfig,
  PromptReport,
  Report,
  VariantsReport,
  VersionReport,
} from "../../src/model.ts";
import { type ReportedRun, reportVariants } from "../../src/pipeline/reports/report-variants.ts";
import { alone, caseReport, comparison, latency, promptReport, report } from "./build-report.ts";
import { hostileTexts as allHostileTexts } from "./hostile.ts";

/** As many as a person can read through in a golden file; hostile-sinks.test.ts takes them all. */
const hostileTexts = allHostileTexts.slice(0, 31);

const fell: Partial<Comparison> = {
  baseline: 0.82,
  candidate: 0.72,
  difference: -0.1,
  interval: [-0.164, -0.036],
  pValue: 0.01,
  pBetter: 0.99,
  adjustedPValue: 0.02,
  worse: 27,
  better: 7,
  verdict: "regression",
};

const outputs: readonly (readonly [
  id: string,
  tags: readonly string[],
  expected: string,
  before: string,
  after: string,
])[] = [
  ["ticket-007", ["billing"], "billing", "billing", "This ticket is about an invoice that was charged twice."],
  [
    "ticket-012",
    ["billing", "long"],
    "billing",
    "billing",
    "The customer asks for their money back.\n\nSuggested queue: payments",
  ],
  ["ticket-019", [], "account", "account", "login"],
  [
    "ticket-031",
    ["outage"],
    "incident",
    "incident",
    "The customer reports that the dashboard has not loaded since this morning, that two colleagues see the same, and that an export which ran every night did not arrive. They ask whether this is known and when it will be mended. ".repeat(
      3,
    ),
  ],
  ["ticket-044", [], "billing", "billing", ""],
  ["ticket-058", [], "sales", "sales", "pricing"],
  ["ticket-063", [], "sales", "sales", "quote"],
];

const worseCases: readonly CaseReport[] = outputs.map(([id, tags, expected, before, after]) =>
  caseReport({
    id,
    tags,
    expected,
    baseline: { status: "completed", text: before, failure: null },
    candidate: { status: "completed", text: after, failure: null },
    reasons: { contains: `the answer does not contain "${expected}"` },
  }),
);

const better = caseReport({
  id: "ticket-088",
  change: "better",
  worse: [],
  scores: { contains: { baseline: 0, candidate: 1 } },
  baseline: { status: "completed", text: "invoice", failure: null },
  candidate: { status: "completed", text: "billing", failure: null },
  reasons: {},
});

const schemaHolds = comparison({
  metric: "json-schema",
  baseline: 0.99,
  candidate: 0.995,
  difference: 0.005,
  interval: [-0.012, 0.022],
  pValue: 0.75,
  pBetter: 0.25,
  adjustedPValue: 0.75,
  worse: 1,
  better: 2,
});

const slower = latency({
  candidate: 918,
  difference: -0.12,
  interval: [-0.25, -0.02],
  pValue: 0.004,
  pBetter: 0.996,
  worse: 140,
  better: 60,
  margin: 0.1,
  verdict: "regression",
});

const regressed = promptReport({
  change: { kind: "changed", parts: ["text", "model"] },
  models: { baseline: "openai/gpt-5-mini", candidate: "openai/gpt-5-nano" },
  comparisons: [
    comparison(fell),
    schemaHolds,
    slower,
    comparison({
      ...fell,
      gated: false,
      slice: "billing",
      pairs: 61,
      difference: -0.213,
      candidate: 0.607,
      interval: [-0.33, -0.09],
      worse: 15,
      better: 2,
      pValue: 0.0008,
      adjustedPValue: 0.0032,
    }),
  ],
  cases: [...worseCases, better],
  notes: ["The golden set gained 3 cases and lost 1 in this change; they are not part of the comparison."],
});

const unsettled: Partial<Comparison> = {
  pairs: 80,
  baseline: 0.8,
  candidate: 0.7625,
  difference: -0.0375,
  interval: [-0.105, 0.03],
  pValue: 0.2,
  pBetter: 0.8,
  minimumDetectable: 0.12,
  worse: 7,
  better: 4,
  casesNeeded: 206,
  trialsNeeded: 3,
  verdict: "inconclusive",
};

const unavailable = [
  { message: "503 Service Unavailable", kind: "server", calls: 38 },
  { message: "no answer within 60 s", kind: "timeout", calls: 3 },
] as const;

const names = ["classify", "reply", "summary", "translate", "extract", "route", "rewrite", "moderate"];

function manyPrompts(): readonly PromptReport[] {
  return Array.from({ length: 40 }, (_, index) => {
    const name = `${names[index % names.length]}-${String(index + 1).padStart(2, "0")}`;
    const path = `prompts/${name}.prompt.yml`;
    if (index === 11 || index === 29) return { ...regressed, name, path, notes: [] };
    if (index === 20) return promptReport({ name, path, comparisons: [comparison(unsettled)] });
    return promptReport({ name, path });
  });
}

function hostilePrompt(value: string, index: number): PromptReport {
  const other = hostileTexts[(index * 7 + 3) % hostileTexts.length] ?? "";
  return promptReport({
    name: value,
    path: other,
    previousPath: value,
    models: { baseline: value, candidate: other },
    comparisons: [comparison({ ...fell, metric: value }), latency({ metric: other, unit: value, slice: value })],
    cases: [
      caseReport({
        id: value,
        tags: [value, other],
        scores: Object.fromEntries([[value, { baseline: 1, candidate: 0 }]]),
        worse: [value, other],
        expected: value,
        baseline: { status: "completed", text: other, failure: null },
        candidate: { status: "failed", text: null, failure: value },
        reasons: Object.fromEntries([[value, other]]),
      }),
      caseReport({ id: other, change: "better", worse: [] }),
    ],
    notes: [value, other],
  });
}

const cost = (difference: number, interval: readonly [number, number]): Comparison =>
  comparison({
    metric: "cost",
    gated: false,
    direction: "lower",
    kind: "ratio",
    unit: "USD",
    baseline: 0.0021,
    candidate: 0.0021 * (1 - difference),
    difference,
    interval,
    margin: 0.1,
    pValue: 0.9,
    pBetter: 0.1,
    adjustedPValue: null,
    verdict: "improvement",
  });

function triedVersion(name: string, changes: Partial<Comparison>, costs: Comparison): PromptReport {
  return promptReport({
    name: `triage · ${name}`,
    change: { kind: "changed", parts: ["model"] },
    models: { baseline: "openai/gpt-5-mini", candidate: name },
    comparisons: [comparison(changes), latency(), costs],
  });
}

const steady: Partial<Comparison> = { candidate: 0.825, difference: 0.005, interval: [-0.02, 0.03] };

/** Reports of prompts in versions, as the pipeline makes them. */
function versionsOf(candidate: PromptReport | null, ...variants: readonly PromptReport[]): readonly VariantsReport[] {
  const planned = (report: PromptReport, variant?: string): ReportedRun => ({
    report,
    run: {
      plan: { baseline: {}, ...(variant === undefined ? {} : { variant: { name: variant, prompt: "triage" } }) },
    } as unknown as ReportedRun["run"],
  });
  const runs = variants.map((report) => planned(report, report.name.split(" · ")[1]));
  return reportVariants(candidate === null ? runs : [planned(candidate), ...runs], { alpha: 0.05 } as GateConfig);
}

const nano = triedVersion("openai/gpt-5-nano", { ...fell, adjustedPValue: 0.03 }, cost(0.8, [0.77, 0.83]));
const terse = {
  ...triedVersion("terse", steady, cost(0.3, [0.25, 0.35])),
  change: { kind: "changed", parts: ["parameters"] },
  models: { baseline: "openai/gpt-5-mini", candidate: "openai/gpt-5-mini" },
} as const;
const other = triedVersion("mistral/small", steady, cost(0.45, [0.4, 0.5]));
const large = triedVersion(
  "openai/gpt-5",
  { ...steady, verdict: "inconclusive", interval: [-0.06, 0.07] },
  cost(-3, [-3.3, -2.7]),
);
const gone = triedVersion(
  "openai/gpt-6",
  {
    pairs: 0,
    baseline: null,
    candidate: null,
    difference: null,
    interval: null,
    verdict: "error",
    reason: "missing-model",
  },
  cost(0, [0, 0]),
);

const withCost = promptReport({ comparisons: [comparison(), latency(), cost(0.02, [-0.01, 0.05])] });

/** The same where no price is known. */
function withTokens(report: PromptReport): PromptReport {
  const comparisons = report.comparisons.map((each) =>
    each.metric === "cost"
      ? { ...each, metric: "tokens", unit: "tokens", baseline: 412, candidate: 412 * (1 - (each.difference ?? 0)) }
      : each,
  );
  return { ...report, comparisons };
}

const longer = { name: "triage · longer", change: terse.change, models: terse.models };

function hostileVersions(): VariantsReport {
  const [report] = versionsOf(null, nano);
  const [baseline, variant] = (report?.versions ?? []) as readonly [VersionReport, VersionReport];
  const rename = (version: VersionReport, value: string): VersionReport => ({
    ...version,
    name: value,
    model: value,
    dominatedBy: value,
    details: null,
    quality: version.quality.map((each) => ({ ...each, metric: value, unit: value })),
  });
  return {
    ...(report as VariantsReport),
    prompt: hostileTexts[5] ?? "",
    versions: [rename(baseline, hostileTexts[7] ?? ""), ...hostileTexts.map((value) => rename(variant, value))],
    cheapest: hostileTexts[8] ?? "",
  };
}

/** Every outcome a reader can meet, by name. */
export const sampleReports: Readonly<Record<string, Report>> = {
  "variants-beside": report({
    prompts: [withCost],
    variants: versionsOf(withCost, nano, other, large),
  }),
  "variants-not-judged": report({
    prompts: [],
    verdict: "error",
    cost: null,
    calls: { planned: 400, made: 201, cached: 0, saved: 0, failed: 200 },
    failures: [{ message: "404 Not Found: no such model", kind: "missing-model", calls: 200 }],
    variants: versionsOf(null, withTokens({ ...gone, verdict: "error", reason: "missing-model" })),
  }),
  "variants-of-one-model": report({
    prompts: [],
    verdict: "unchanged",
    passed: true,
    exitCode: 0,
    cost: null,
    variants: versionsOf(null, withTokens(terse), withTokens({ ...large, ...longer })),
  }),
  "variants-alone": report({
    prompts: [],
    verdict: "unchanged",
    passed: true,
    exitCode: 0,
    cost: null,
    variants: versionsOf(
      null,
      withTokens(nano),
      withTokens(other),
      withTokens({ ...gone, verdict: "error", reason: "missing-model" }),
    ),
  }),
  regression: report({
    prompts: [regressed, promptReport({ name: "reply", path: "prompts/reply.prompt.yml" })],
    samples: { path: "report.samples.jsonl", sha256: "5".repeat(64) },
  }),
  watched: onlyWatch(
    report({ prompts: [regressed, promptReport({ name: "reply", path: "prompts/reply.prompt.yml" })] }),
  ),
  improvement: report({
    prompts: [
      promptReport({
        comparisons: [
          comparison({
            baseline: 0.72,
            candidate: 0.82,
            difference: 0.1,
            interval: [0.036, 0.164],
            pValue: 0.99,
            pBetter: 0.01,
            adjustedPValue: 0.99,
            worse: 7,
            better: 27,
            verdict: "improvement",
          }),
          latency(),
        ],
        cases: [better],
      }),
    ],
  }),
  "no-regression": report({
    prompts: [
      promptReport({
        comparisons: [
          comparison(),
          comparison({
            metric: "levenshtein",
            kind: "bounded",
            baseline: 0.874,
            candidate: 0.853,
            difference: -0.021,
            interval: [-0.034, -0.008],
            pValue: 0.004,
            pBetter: 0.996,
            adjustedPValue: 0.008,
            worse: 61,
            better: 32,
          }),
          latency({
            gated: true,
            candidate: 861,
            difference: -0.05,
            interval: [-0.12, 0.02],
            pValue: 0.11,
            pBetter: 0.89,
            adjustedPValue: 0.22,
          }),
        ],
      }),
    ],
  }),
  "inconclusive-worse": report({
    prompts: [
      promptReport({
        comparisons: [comparison(unsettled), latency({ pairs: 80 })],
        goldenSize: 80,
        cases: worseCases.slice(0, 2),
      }),
    ],
  }),
  "inconclusive-better": report({
    gate: { margin: 0.05, alpha: 0.05, scope: "suite", inconclusive: "fail", gatingComparisons: 1 },
    passed: false,
    exitCode: 1,
    prompts: [
      promptReport({
        goldenSize: 30,
        comparisons: [
          comparison({
            pairs: 30,
            baseline: 0.9,
            candidate: 0.9333,
            difference: 1 / 30,
            interval: [-0.12, 0.16],
            pValue: 0.69,
            pBetter: 0.31,
            minimumDetectable: 0.19,
            worse: 1,
            better: 2,
            casesNeeded: 150,
            trialsNeeded: 5,
            verdict: "inconclusive",
          }),
        ],
      }),
    ],
  }),
  error: report({
    verdict: "error",
    calls: { planned: 200, made: 200, cached: 0, saved: 0, failed: 41 },
    failures: unavailable,
    cost: null,
    prompts: [
      promptReport({
        goldenSize: 100,
        verdict: "error",
        reason: "failed",
        comparisons: [
          comparison({
            pairs: 64,
            failed: { baseline: 21, candidate: 20 },
            verdict: "error",
            reason: "failed",
            difference: -0.031,
            candidate: 0.79,
            interval: [-0.11, 0.05],
            minimumDetectable: 0.14,
            worse: 5,
            better: 3,
          }),
        ],
      }),
    ],
  }),
  "refused-key": report({
    verdict: "error",
    calls: { planned: 400, made: 1, cached: 0, saved: 399, failed: 1 },
    failures: [{ message: "401 Unauthorized: incorrect API key provided", kind: "refused-key", calls: 1 }],
    cost: null,
    durationMs: 410,
    prompts: [
      promptReport({
        verdict: "error",
        reason: "refused-key",
        comparisons: [
          comparison({
            pairs: 0,
            baseline: null,
            candidate: null,
            difference: null,
            interval: null,
            pValue: null,
            pBetter: null,
            adjustedPValue: null,
            minimumDetectable: null,
            worse: 0,
            better: 0,
            failed: { baseline: 200, candidate: 200 },
            verdict: "error",
            reason: "refused-key",
          }),
        ],
      }),
    ],
  }),
  "first-run": report({
    verdict: "new",
    goalposts: "base",
    calls: { planned: 30, made: 30, cached: 0, saved: 0, failed: 0 },
    prompts: [
      promptReport({
        change: { kind: "new", parts: [] },
        baseline: null,
        models: { baseline: null, candidate: "openai/gpt-5-mini" },
        comparisons: [alone()],
        goldenSize: 30,
        advisory: true,
        notes: [
          "First run: the base has no assay.yml, so this one is judged by its own and cannot fail; it starts to hold once merged.",
        ],
      }),
    ],
  }),
  "new-with-threshold": report({
    command: "run",
    base: null,
    goalposts: "head",
    calls: { planned: 60, made: 60, cached: 0, saved: 0, failed: 0 },
    prompts: [
      promptReport({
        change: { kind: "new", parts: [] },
        baseline: null,
        goldenSize: 30,
        comparisons: [
          alone({ atLeast: 0.8, verdict: "below-threshold" }),
          alone({ metric: "json-schema", candidate: 1, interval: [0.92, 1], atLeast: 0.9, verdict: "above-threshold" }),
        ],
      }),
      promptReport({
        name: "reply",
        path: "prompts/reply.prompt.yml",
        change: { kind: "new", parts: [] },
        baseline: null,
        goldenSize: 30,
        comparisons: [alone({ candidate: 0.9, interval: [0.78, 0.96], atLeast: 0.8, verdict: "above-threshold" })],
      }),
    ],
  }),
  repaired: report({
    prompts: [
      promptReport({
        change: { kind: "repaired", parts: [] },
        baseline: null,
        goldenSize: 30,
        comparisons: [alone({ candidate: 0.9, interval: [0.78, 0.96], atLeast: 0.8, verdict: "above-threshold" })],
        notes: ["prompts/triage.prompt.yml:4:3: not valid YAML: all mapping items must start at the same column"],
      }),
    ],
  }),
  "deleted-and-unchanged": report({
    verdict: "unchanged",
    calls: { planned: 4, made: 4, cached: 0, saved: 0, failed: 0 },
    prompts: [
      promptReport({
        change: { kind: "judging", parts: ["golden"] },
        verdict: "unchanged",
        comparisons: [],
        added: { cases: 4, comparisons: [alone({ pairs: 4, candidate: 0.75, interval: [0.35, 0.94] })] },
      }),
      promptReport({
        name: "reply",
        path: "prompts/reply.prompt.yml",
        change: { kind: "judging", parts: ["scorers"] },
        verdict: "unchanged",
        comparisons: [],
      }),
      promptReport({
        name: "legacy",
        path: "prompts/legacy.prompt.yml",
        change: { kind: "deleted", parts: [] },
        verdict: "deleted",
        comparisons: [],
        candidate: null,
      }),
    ],
  }),
  "nothing-changed": report({
    verdict: "unchanged",
    prompts: [],
    calls: { planned: 0, made: 0, cached: 0, saved: 0, failed: 0 },
    cost: null,
    durationMs: 120,
    warnings: ['prompts "prompts/**/*.prompt.yml" matched 4 files, none of which changed.'],
  }),
  skipped: report({
    prompts: [
      promptReport({
        verdict: "skipped",
        reason: "fork",
        comparisons: [],
        notes: ["A fork cannot bring the golden set it is judged by."],
      }),
    ],
    calls: { planned: 0, made: 0, cached: 0, saved: 0, failed: 0 },
    cost: null,
    durationMs: 90,
  }),
  "forty-prompts": report({
    verdict: "regression",
    prompts: manyPrompts(),
    calls: { planned: 16_000, made: 15_980, cached: 20, saved: 0, failed: 2 },
    failures: [{ message: "429 Too Many Requests", kind: "rate-limit", calls: 2 }],
    cost: 4.8,
    durationMs: 605_000,
  }),
  hostile: report({
    verdict: "regression",
    base: { revision: hostileTexts[0] ?? "", commit: null },
    head: { revision: hostileTexts[13] ?? "", commit: null },
    variants: [hostileVersions()],
    prompts: [
      ...hostileTexts.map(hostilePrompt),
      ...hostileTexts.map((value) =>
        promptReport({
          name: value,
          path: value,
          verdict: "deleted",
          change: { kind: "deleted", parts: [] },
          comparisons: [],
        }),
      ),
    ],
    failures: hostileTexts.map((message) => ({ message, kind: "server", calls: 1 })),
    warnings: hostileTexts,
    samples: { path: hostileTexts[15] ?? "", sha256: "0".repeat(64) },
  }),
};
