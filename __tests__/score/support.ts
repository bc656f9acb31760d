import type {
  Case,
  CodeRunner,
  CompletedSample,
  FailedSample,
  JsonObject,
  Question,
  ScorerSpec,
  ScorerTools,
} from "../../src/model.ts";
import { createReply } from "../../src/models/reply.ts";
import type { ScorerContext } from "../../src/score/factory.ts";

/** A completed sample with this output; the rest is unremarkable. */
export function sampleOf(text: string, reply: Partial<CompletedSample["reply"]> = {}): CompletedSample {
  return {
    prompt: "prompts/a.prompt.yml",
    arm: "candidate",
    caseId: "case-1",
    trial: 0,
    fingerprint: "f",
    attempts: 1,
    status: "completed",
    latencyMs: 12,
    reply: createReply(text, { tokens: { input: 3, output: 4 }, model: "model-1", ...reply }),
  };
}

export function failedSample(): FailedSample {
  const { reply: _reply, latencyMs: _latency, ...base } = sampleOf("");
  return {
    ...base,
    status: "failed",
    failure: { kind: "server", message: "503", httpStatus: 503, retryable: true, retryAfterMs: null },
  };
}

export function caseOf(fields: Partial<Case> = {}): Case {
  return {
    id: "case-1",
    named: true,
    vars: {},
    expected: null,
    context: null,
    tags: [],
    weight: 1,
    cluster: null,
    scorers: [],
    place: { path: "golden/a.jsonl", line: 1 },
    ...fields,
  };
}

export function specOf(type: string, options: JsonObject = {}, name = type): ScorerSpec {
  return { type, name, options, place: { path: "assay.yml", line: 3 } };
}

/** Files as texts, and the least template engine that shows what scorers ask of it. */
export function contextOf(files: Readonly<Record<string, string>> = {}, code: CodeRunner | null = null): ScorerContext {
  const bytes = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  return {
    files: new Map(bytes),
    code,
    render: (template, values) => {
      const missing: string[] = [];
      const text = template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
        if (!Object.hasOwn(values, name)) missing.push(name);
        const value = Object.hasOwn(values, name) ? values[name] : whole;
        return typeof value === "string" ? value : JSON.stringify(value);
      });
      return { text, missing };
    },
  };
}

/** Models that give these answers one after the other, whoever asks; null: the provider is down. `asked` gathers the questions. */
export function toolsOf(answers: readonly (string | null)[] = [], asked: Question[] = []): ScorerTools {
  let next = 0;
  const down = { kind: "server", message: "503", httpStatus: 503, retryable: true, retryAfterMs: null } as const;
  return {
    async ask(question) {
      asked.push(question);
      const answer = answers[next++] ?? null;
      return answer === null
        ? { status: "failed", failure: down }
        : { status: "completed", reply: createReply(answer) };
    },
    embed: async () => ({ status: "failed", failure: down }),
  };
}
