import type { CaseChange, CaseReport, Report, Vote } from "../../src/model.ts";
import { reporters } from "../../src/report/registry.ts";
import { defaultRenderOptions } from "../../src/report/reporter.ts";
import { comparison, latency, promptReport, report } from "../report/build-report.ts";

/** A report with its samples, as a run of two trials writes them. */
export interface Sampled {
  readonly report: Report;
  readonly lines: readonly string[];
}

const changes: readonly CaseChange[] = ["same", "same", "worse", "better", "same", "failed", "unscored"];

/** Texts that a test puts in the place of believable ones. */
export interface Texts {
  readonly output?: (index: number) => string;
  readonly id?: (index: number) => string;
}

/** So many cases, of which every seventh got worse, better, failed or could not be scored. */
export function sampledReport(count: number, { output, id }: Texts = {}): Sampled {
  const ids = Array.from(
    { length: count },
    (_, index) => id?.(index) ?? `ticket-${String(index + 1).padStart(5, "0")}`,
  );
  const moves = ids.map((_, index) => changes[index % changes.length] as CaseChange);
  const cases = ids.map((name, index): CaseReport => {
    const change = moves[index] as CaseChange;
    const [before, after] = scoresOf(change);
    return {
      id: name,
      tags: index % 3 === 0 ? ["billing", "long"] : ["account"],
      change,
      scores: { helpful: { baseline: before, candidate: after } },
      worse: change === "worse" ? ["helpful"] : [],
      expected: null,
      baseline: null,
      candidate: null,
      reasons: {},
    };
  });
  const lines = ids.flatMap((name, index) =>
    (["baseline", "candidate"] as const).flatMap((arm) =>
      [0, 1].map((trial) => {
        const change = moves[index] as CaseChange;
        const [before, after] = scoresOf(change);
        const failed = change === "failed" && arm === "candidate";
        const told = arm === "baseline" ? `The answer ${index} is billing.` : `The answer ${index} is account.`;
        return JSON.stringify({
          prompt: "prompts/triage.prompt.yml",
          arm,
          id: name,
          trial,
          fingerprint: "f",
          ...(trial === 0 && {
            messages: [
              {
                role: "system",
                content: `${arm === "baseline" ? "Take care. " : ""}${"Sort the message into a queue. ".repeat(8)}`,
              },
              { role: "user", content: output?.(index) ?? `Message number ${index}` },
            ],
            expected: output?.(index) ?? "billing",
          }),
          status: failed ? "failed" : "completed",
          output: failed ? null : (output?.(index) ?? told),
          ...(failed && { failure: { kind: "server", message: output?.(index) ?? "503 Service Unavailable" } }),
          scores: failed ? {} : { helpful: arm === "baseline" ? before : after },
          reasons: failed ? {} : { helpful: output?.(index) ?? `It names the queue ${arm}.` },
          ...(index === 2 && { opinions: { helpful: { asked: 3, agreeing: 2, votes: votesOf(arm, output?.(2)) } } }),
          tokens: failed ? null : { input: 100 + (index % 40), output: 12 },
          latencyMs: failed ? null : 400 + ((index * 37) % 300) - (arm === "candidate" ? 90 : 0),
          cost: failed ? null : 0.0004,
          model: "gpt-5-mini-2025-08-07",
          tags: [],
          cluster: null,
        });
      }),
    ),
  );
  const prompt = promptReport({
    trials: { baseline: 2, candidate: 2 },
    goldenSize: count,
    cost: 0.12,
    comparisons: [
      comparison({
        metric: "helpful",
        kind: "bounded",
        verdict: "regression",
        difference: -0.1,
        interval: [-0.16, -0.04],
      }),
      comparison({ metric: "helpful", kind: "bounded", gated: false, slice: "billing", verdict: "inconclusive" }),
      latency(),
    ],
    asks: {
      baseline: configuration("Take care. Sort the message.", "openai/gpt-5"),
      candidate: configuration("Sort the message.", "openai/gpt-5-mini"),
    },
    cases,
  });
  return {
    report: report({ prompts: [prompt], samples: { path: "report.samples.jsonl", sha256: "0".repeat(64) } }),
    lines,
  };
}

/** The report's page. */
export function renderPage({ report: sample, lines }: Sampled): Promise<string> {
  const samples = async function* () {
    yield* lines;
  };
  return reporters.html.render(sample, { ...defaultRenderOptions, ...(lines.length > 0 && { samples }) });
}

function configuration(content: string, model: string) {
  return {
    messages: [{ role: "system", content } as const],
    model,
    parameters: {},
    format: null,
    tools: null,
    included: {},
  };
}

/** Two for what stands, and one against it. */
function votesOf(arm: "baseline" | "candidate", why?: string): readonly Vote[] {
  return [true, false, true].map((agrees) => ({
    model: "openai/gpt-5",
    choice: agrees === (arm === "baseline") ? "pass" : "fail",
    why: why ?? (agrees ? `It names the queue ${arm}.` : "It is hard to tell."),
  }));
}

function scoresOf(change: CaseChange): readonly [baseline: number | null, candidate: number | null] {
  if (change === "worse") return [0.9, 0.2];
  if (change === "better") return [0.3, 0.8];
  return change === "failed" || change === "unscored" ? [0.7, null] : [0.7, 0.7];
}
