import { describe, expect, test } from "vitest";
import type {
  CaseReport,
  Comparison,
  PromptReport,
  Report,
  VariantsReport,
  Verdict,
  VersionMeasure,
  VersionReport,
} from "../../src/model.ts";
import { columns } from "../../src/report/layout.ts";
import { reporters } from "../../src/report/registry.ts";
import { defaultRenderOptions } from "../../src/report/reporter.ts";
import { alone, caseReport, comparison, latency, promptReport, report } from "./build-report.ts";
import { hostileTexts } from "./hostile.ts";

/** GitHub's limit on a comment, in characters, and ours, in bytes. */
const githubLimit = 65_536;
const ownLimit = 60_000;

function createRandom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const below = (count: number): number => Math.floor(next() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: below(count + 1) }, make);
  return { next, below, pick, many };
}

type Random = ReturnType<typeof createRandom>;

const verdicts: readonly Verdict[] = [
  "regression",
  "below-threshold",
  "error",
  "skipped",
  "inconclusive",
  "no-regression",
  "above-threshold",
  "improvement",
  "new",
  "unchanged",
  "deleted",
];

function randomText(random: Random): string {
  return random.many(4, () => random.pick(["triage", "reply to a customer", ...hostileTexts])).join(" ");
}

function randomComparison(random: Random): Comparison {
  const number = (): number | null => (random.below(8) === 0 ? null : random.next() * 10 ** random.below(6));
  const difference = random.below(8) === 0 ? null : random.next() * 2 - 1;
  const shape = random.pick([
    comparison(),
    latency(),
    latency({ direction: "higher" }),
    comparison({ kind: "bounded" }),
    alone(),
  ]);
  return {
    ...shape,
    metric: random.below(3) === 0 ? randomText(random) : shape.metric,
    gated: random.below(2) === 0,
    slice: random.below(4) === 0 ? randomText(random) : null,
    pairs: random.below(1e6),
    baseline: number(),
    candidate: number(),
    difference,
    interval: difference === null ? null : [difference - random.next(), difference + random.next()],
    casesNeeded: random.below(2) === 0 ? null : random.below(1e6),
    pValue: random.pick([null, 0, 1e-300, 1e-9, 0.03, 1]),
    verdict: random.pick(verdicts),
  };
}

function randomCase(random: Random): CaseReport {
  return caseReport({
    id: randomText(random),
    tags: random.many(6, () => randomText(random)),
    change: random.pick(["worse", "worse", "better", "same", "failed"]),
    worse: random.many(3, () => random.pick(["contains", randomText(random)])),
    expected: random.pick([null, randomText(random).repeat(random.below(20))]),
    candidate: { status: "completed", text: randomText(random).repeat(random.below(20)), failure: null },
  });
}

function randomVersions(random: Random): VariantsReport {
  const measured = (metric: string, kind: VersionMeasure["kind"], unit: string | null): VersionMeasure => {
    const value = random.pick([null, 0, random.next(), random.next() * 1e6]);
    const interval = random.below(3) === 0 || value === null ? null : ([value * 0.9, value * 1.1] as const);
    const difference = random.pick([null, 0, random.next() - 0.5]);
    return { metric, kind, direction: "higher", unit, value, interval, difference, pairs: random.below(1e6) };
  };
  const metrics = random.many(5, () => randomText(random));
  const version = (role: VersionReport["role"]): VersionReport => ({
    name: randomText(random),
    role,
    model: random.pick([null, randomText(random)]),
    verdict: random.pick([null, ...verdicts]),
    reason: null,
    quality: metrics.map((metric) => measured(metric, random.pick(["binary", "bounded"]), null)),
    cost: random.pick([null, measured("cost", "ratio", "USD")]),
    latency: random.pick([null, measured("latency", "ratio", "ms")]),
    dominatedBy: random.pick([null, randomText(random)]),
    details: null,
  });
  return {
    prompt: randomText(random),
    path: randomText(random),
    costMetric: random.pick(["cost", "tokens"]),
    confidence: 0.9,
    gatingComparisons: random.below(20),
    versions: [version("baseline"), ...random.many(random.pick([3, 60]), () => version("variant"))],
    cheapest: random.pick([null, randomText(random)]),
  };
}

function randomReport(seed: number): Report {
  const random = createRandom(seed);
  const prompts: PromptReport[] = random.many(12, () =>
    promptReport({
      name: randomText(random),
      path: randomText(random),
      comparisons: random.many(5, () => randomComparison(random)),
      verdict: random.pick(verdicts),
      cases: random.many(20, () => randomCase(random)),
      notes: random.many(5, () => randomText(random)),
      advisory: random.below(4) === 0,
    }),
  );
  return report({
    prompts,
    variants: random.many(4, () => randomVersions(random)),
    verdict: random.pick(verdicts),
    warnings: random.many(30, () => randomText(random)),
    failures: random.many(30, () => ({
      message: randomText(random),
      kind: "server" as const,
      calls: random.below(1e6),
    })),
    cost: random.pick([null, 0, 0.000123, 12345.6]),
  });
}

function expectMarkdownWithin(rendered: string): void {
  expect(rendered.length).toBeLessThan(githubLimit);
  expect(Buffer.byteLength(rendered)).toBeLessThanOrEqual(ownLimit);
  // Nothing is cut inside: every part and every fence that opens closes again.
  expect(rendered.match(/^<details>$/gm)?.length ?? 0).toBe(rendered.match(/^<\/details>$/gm)?.length ?? 0);
  let open: string | null = null;
  for (const line of rendered.split("\n")) {
    const [bar = null] = /^`{3,}$/.exec(line) ?? [];
    if (open === null) open = bar;
    else if (bar === open) open = null;
  }
  expect(open).toBeNull();
}

describe("random reports", () => {
  test.each(Array.from({ length: 60 }, (_, index) => index + 1))("seed %i keeps every limit", (seed) => {
    const sample = randomReport(seed);
    expectMarkdownWithin(reporters.markdown.render(sample, defaultRenderOptions));
    const text = reporters.text.render(sample, defaultRenderOptions);
    for (const line of text.split("\n")) expect(columns(line)).toBeLessThanOrEqual(100);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(reporters.svg.render(sample, defaultRenderOptions)).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("a huge run", () => {
  const worse = caseReport({
    expected: "é".repeat(3000),
    candidate: { status: "completed", text: "日本".repeat(2000), failure: null },
  });
  const cases = Array.from({ length: 10_000 }, (_, index) => ({ ...worse, id: `case-${index}` }));
  const regressed = comparison({
    candidate: 0.72,
    difference: -0.1,
    interval: [-0.164, -0.036],
    verdict: "regression",
  });
  const prompts = Array.from({ length: 10_000 }, (_, index) =>
    promptReport({ name: `prompt-${index}`, comparisons: [regressed, latency()], cases }),
  );
  const huge = report({ prompts });

  test("keeps the comment short, and says what was cut", () => {
    const rendered = reporters.markdown.render(huge, defaultRenderOptions);
    expectMarkdownWithin(rendered);
    expect(rendered).toMatch(/^## ❌ Regression: 10,000 of 10,000 prompts got worse/);
    const rows = rendered.match(/❌ regression \|$/gm)?.length ?? 0;
    expect(rows).toBeGreaterThan(100);
    expect(rendered).toContain(`…and ${(10_000 - rows).toLocaleString("en-US")} more rows, cut for length.`);
    const shown = rendered.match(/^\*\*Case\*\*/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(0);
    expect(rendered).toContain(
      `…and ${(1e8 - shown).toLocaleString("en-US")} more cases that got worse, cut for length.`,
    );
  });

  test("keeps the terminal readable", () => {
    expect(reporters.text.render(huge, defaultRenderOptions).split("\n").length).toBeLessThan(5000);
  });

  test("shows some cases of every prompt before more of one", () => {
    const few = report({ prompts: prompts.slice(0, 3) });
    const rendered = reporters.markdown.render(few, defaultRenderOptions);
    expectMarkdownWithin(rendered);
    for (const name of ["prompt-0", "prompt-1", "prompt-2"]) expect(rendered).toContain(`#### \`${name}\``);
  });
});
