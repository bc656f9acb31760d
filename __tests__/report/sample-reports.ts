import type { CaseReport, Comparison, PromptReport, Report } from "../../src/model.ts";
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

/** Every outcome a reader can meet, by name. */
export const sampleReports: Readonly<Record<string, Report>> = {
  regression: report({
    prompts: [regressed, promptReport({ name: "reply", path: "prompts/reply.prompt.yml" })],
    samples: { path: "report.samples.jsonl", sha256: "5".repeat(64) },
  }),
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
