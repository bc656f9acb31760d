import { describe, expect, test } from "vitest";
import { defaultConfig } from "../../src/config/config.ts";
import { escapeLogLine } from "../../src/github/log.ts";
import type { Attribution, GoldenHealth, Report } from "../../src/model.ts";
import { checkResult, describeMistakes } from "../../src/pipeline/action/publish-verdict.ts";
import { nothing } from "../../src/pipeline/plan/estimate-run.ts";
import { renderChanges } from "../../src/report/changes-text.ts";
import { renderCheck } from "../../src/report/check-text.ts";
import { reporters } from "../../src/report/registry.ts";
import type { RenderOptions } from "../../src/report/reporter.ts";
import { renderMarkdown } from "../support/render-markdown.ts";
import { alone, caseReport, comparison, latency, promptReport, report } from "./build-report.ts";
import { hostileTexts } from "./hostile.ts";

const marker = "<!-- prompt-assay:default 2026-11-01T12:00:00.000Z -->";
const runUrl = "https://github.example/octo-org/prompts/actions/runs/1";
const options: RenderOptions = { color: false, width: 100, marker, runUrl, onPullRequest: true };

/** A report in which a text stands wherever somebody else's words may stand. */
function hostileHealth(text: string): GoldenHealth {
  return {
    cases: 1,
    trials: { baseline: 1, candidate: 1 },
    detectableDrop: null,
    findings: [
      { kind: "leak", count: 2, examples: [{ id: text, place: { path: text, line: 1 }, detail: text }] },
      { kind: "small-tag", count: 1, examples: [{ id: text, place: null, detail: null }] },
    ],
  };
}

function hostileAttribution(text: string): Attribution {
  const measured = { difference: -0.1, interval: null } as const;
  const shares = [
    { parts: ["model"], ...measured },
    { parts: ["text"], ...measured },
  ] as const;
  const metric = { metric: text, direction: "higher", kind: "binary", unit: null, slice: text } as const;
  return {
    groups: [["text"], ["model"]],
    mixes: 2,
    cases: 9,
    of: 9,
    confidence: 0.95,
    metrics: [{ ...metric, cases: 9, ...measured, shares }],
    notes: [text],
  };
}

function reportOf(text: string): Report {
  const output = (prefix: string) => ({ status: "completed" as const, text: `${prefix}${text}`, failure: null });
  const regressed = comparison({
    metric: text,
    slice: null,
    baseline: 0.82,
    candidate: 0.72,
    difference: -0.1,
    interval: [-0.164, -0.036],
    pValue: 0.01,
    adjustedPValue: 0.02,
    verdict: "regression",
  });
  const moved = caseReport({
    id: text,
    tags: [text, "tag"],
    worse: [text],
    scores: { [text]: { baseline: 1, candidate: 0 } },
    expected: text,
    baseline: output("the same words, then "),
    candidate: output("the same words, and now "),
    reasons: { [text]: text },
  });
  const failed = caseReport({
    id: `failed ${text}`,
    expected: text,
    baseline: output(""),
    candidate: { status: "failed", text: null, failure: text },
  });
  return report({
    base: { revision: text, commit: null },
    prompts: [
      promptReport({
        name: text,
        path: text,
        previousPath: text,
        models: { baseline: text, candidate: text },
        attribution: hostileAttribution(text),
        health: hostileHealth(text),
        comparisons: [
          regressed,
          { ...regressed, metric: "known", slice: text },
          latency({ unit: text }),
          comparison({ gated: false, slice: text }),
        ],
        cases: [moved, failed, caseReport({ id: text, change: "better" })],
        notes: [text],
        added: { cases: 1, comparisons: [alone({ metric: text })] },
      }),
      promptReport({
        name: `${text} accepted`,
        path: `${text}/b`,
        comparisons: [regressed],
        accepted: { by: text, how: "comment", reason: text, until: null },
      }),
      promptReport({ name: text, path: text, verdict: "deleted", comparisons: [] }),
    ],
    failures: [{ message: text, kind: "server", calls: 1 }],
    warnings: [text],
    samples: { path: text, sha256: "0".repeat(64) },
  });
}

/** What our own Markdown is made of. */
const ownElements = new Set([
  ..."h2 h4 p br ul li strong code pre ins del table thead tbody tr th td details summary sub a #comment".split(" "),
]);
/** Where GitHub looks for no mention, reference or emoji. */
const quiet = ["code", "pre"];
/** What GitHub would make a link, a picture or a notification of. */
const meaningful =
  /@[a-z]|#\d|\bGH-\d|:[a-z+][\w+-]*:|https?:|www\.|\b(?=[0-9a-f]*\d)[0-9a-f]{7,40}\b|\$|<\/?[a-z!]|\[\^|evil\.example/i;

function expectNoEffect(markdown: string): void {
  const { elements, texts } = renderMarkdown(markdown);
  for (const { name, attributes } of elements) {
    expect(ownElements).toContain(name);
    const allowed = name === "a" ? { href: runUrl } : name === "th" || name === "td" ? attributes : {};
    if (name !== "#comment") expect(attributes).toEqual(allowed);
  }
  expect(elements.filter(({ name }) => name === "a").length).toBeLessThanOrEqual(1);
  expect(elements.filter(({ name }) => name === "#comment").length).toBeLessThanOrEqual(1);
  for (const { text, inside } of texts) {
    if (inside.some((name) => quiet.includes(name)) || inside.includes("a")) continue;
    expect(text).not.toMatch(meaningful);
  }
}

describe("no hostile text has an effect", () => {
  test("there are enough of them", () => {
    expect(hostileTexts.length).toBeGreaterThanOrEqual(60);
  });

  test.each(hostileTexts)("in the comment: %j", (text) => {
    const markdown = reporters.markdown.render(reportOf(text), options);
    expectNoEffect(markdown);
    const { elements } = renderMarkdown(markdown);
    expect(elements.filter(({ name }) => name === "details").length).toBe(
      renderMarkdown(reporters.markdown.render(reportOf("plain"), options)).elements.filter(
        ({ name }) => name === "details",
      ).length,
    );
    expect(markdown.trimEnd().split("\n").at(-1)).toBe(marker);
    expect(elements.filter(({ name }) => name === "#comment").length).toBe(1);
  });

  test.each(hostileTexts)("in a mistake's comment, in the check run and in its annotations: %j", (text) => {
    expectNoEffect(describeMistakes([text, `${text}: ${text}`]).markdown);
    const { title, summary, annotations } = checkResult(reportOf(text), "", new Map());
    for (const line of [title, ...annotations.map(({ message }) => message)]) {
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|^\s*::|##\[/u);
    }
    expect(summary).toBe("");
  });

  test.each(hostileTexts)("in what changes and check print: %j", (text) => {
    const { name, path, change, baseline, candidate, notes } = promptReport({ name: text, path: text, notes: [text] });
    const changes = renderChanges({
      schemaVersion: 1,
      base: { revision: text, commit: null },
      head: { revision: text, commit: null },
      prompts: [{ name, path, previousPath: text, change, baseline, candidate, notes }],
      warnings: [text],
    });
    const check = renderCheck({
      configPath: text,
      gate: defaultConfig().gate,
      prompts: [
        {
          name,
          path,
          model: text,
          cases: 1,
          gating: [text],
          watched: [text],
          notRun: [text],
          calls: { run: 1, comparison: 2, opinions: 0, confirmation: 4 },
          estimate: { samples: nothing, scorers: nothing },
          health: hostileHealth(text),
          hints: [text],
        },
      ],
      total: { samples: nothing, scorers: nothing },
      hints: [text],
      problems: [],
      warnings: [],
    });
    for (const line of `${changes}${check}`.split("\n")) {
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]|^\s*::|##\[/u);
    }
  });

  test.each(hostileTexts)("in the log, as the terminal's report and as single lines: %j", (text) => {
    for (const rendered of [
      reporters.text.render(reportOf(text), options),
      reporters.json.render(reportOf(text), options),
    ]) {
      for (const line of rendered.split("\n").map(escapeLogLine)) {
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]|^\s*::|##\[/u);
      }
    }
    expect(JSON.parse(reporters.json.render(reportOf(text), options)).prompts[0].name).toBe(text);
  });
});
