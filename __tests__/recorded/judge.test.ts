import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { compare, type Report, run } from "../../src/index.ts";
import { operationalScores } from "../../src/score/operational.ts";
import { messagesOf } from "../end-to-end/support.ts";
import { readQuestion } from "../judge/support.ts";
import { sampleOf } from "../score/support.ts";
import { chatCompletion, startModelServer } from "../support/model-server.ts";
import { createRepository, gitEnvironment } from "../support/repository.ts";
import { dataFolder, hasData } from "./data.ts";

interface RatedCase {
  readonly id: string;
  readonly input: string;
  readonly expected: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly scores: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

type Figures = Readonly<Record<string, number>>;

const read = (file: string): string => readFileSync(join(dataFolder, file), "utf8");
const lines = hasData ? read("azure_rag_chat_runs.jsonl").split("\n") : [];
const rated = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as RatedCase);
const meta: Readonly<Record<string, { readonly summary: Readonly<Record<string, Figures>> }>> = hasData
  ? JSON.parse(read("azure_rag_chat_runs.meta.json"))
  : {};

const kinds: Readonly<Record<string, object>> = {
  gpt_groundedness: { kind: "groundedness", context: "{{expected}}" },
  gpt_relevance: { kind: "relevance", context: "{{expected}}" },
  gpt_coherence: { kind: "coherence" },
  gpt_similarity: { kind: "similarity" },
  gpt_fluency: { kind: "fluency" },
};
const servers: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** Serves the recorded answers of one variant, and as the judge the ratings that its answers got; without one, prose. */
async function serve(variantOf: (text: string) => string) {
  const byId = new Map(rated.map((each) => [each.id, each]));
  const server = await startModelServer((request) => {
    const { model } = request.body as { readonly model: string };
    const messages = messagesOf(request);
    if (!model.startsWith("gpt_")) {
      const [system, user] = messages.map(({ content }) => content);
      const id = /^\[(\w+)\]/.exec(user ?? "")?.[1] ?? "";
      const variant = variantOf(system ?? "");
      return { body: chatCompletion(byId.get(id)?.outputs[variant] ?? null) };
    }
    const { blocks } = readQuestion(messages);
    const id = /^id: (\w+)$/m.exec(blocks["input"] ?? "")?.[1] ?? blocks["input"] ?? "";
    // Fluency is judged by the answer alone.
    const entry =
      byId.get(id) ?? rated.find(({ outputs }) => served.some((each) => outputs[each] === blocks["answer"]));
    // Which variant said this: the first of those that are served.
    const variant = served.find((each) => entry?.outputs[each] === blocks["answer"]) ?? "";
    const rating = entry?.scores[variant]?.[model];
    return rating === undefined
      ? { text: "I cannot rate this." }
      : { text: JSON.stringify({ reason: "recorded", choice: String(rating) }) };
  });
  servers.push(server);
  return server.url;
}

let served: readonly string[] = [];

function project(url: string, metrics: readonly string[], system: string, passAt?: number): Record<string, string> {
  const judges = metrics.map((name) => {
    const input = kinds[name] !== undefined && name !== "gpt_fluency" ? { input: "id: {{id}}\n{{input}}" } : {};
    return { judge: { name, ...kinds[name], ...input, model: `azure/${name}`, votes: 1, ...(passAt && { passAt }) } };
  });
  return {
    "assay.yml": stringify({
      providers: { azure: { baseUrl: url, keyEnv: null } },
      scorers: [...judges, { regex: { name: "citation", pattern: "\\[[^\\]]+\\]" } }],
      run: { trials: 1 },
      gate: {
        stopEarly: false,
        metrics: Object.fromEntries([...metrics, "citation"].map((name) => [name, { gate: true }])),
      },
    }),
    "prompts/chat.prompt.yml": stringify({
      model: "azure/chat",
      messages: [
        { role: "system", content: system },
        { role: "user", content: "[{{id}}] {{input}}" },
      ],
    }),
    "golden/chat.jsonl": rated
      .map(({ id, input, expected }) => JSON.stringify({ id, vars: { id, input }, expected }))
      .join("\n"),
  };
}

const options = { environment: gitEnvironment, concurrency: 48, store: false as const };

async function runVariant(variant: string, passAt?: number): Promise<Report> {
  served = [variant];
  const metrics = Object.keys(meta[variant]?.summary ?? {}).filter((name) => name.startsWith("gpt_"));
  const url = await serve(() => variant);
  const { directory } = await createRepository(project(url, metrics, variant, passAt));
  return run({ directory, ...options });
}

const within = (ours: number, theirs: number | undefined, what: string): void =>
  expect(Math.abs(ours - (theirs ?? Number.NaN)), what).toBeLessThanOrEqual(0.005 + 1e-9);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(!hasData)("the recorded Azure runs, with their ratings served by a judge", () => {
  it.each(Object.keys(meta))(
    "%s: every figure of the summary",
    async (variant) => {
      const summary = meta[variant]?.summary ?? {};
      const report = await runVariant(variant);
      const [prompt] = report.prompts;
      for (const [name, figures] of Object.entries(summary)) {
        if (!name.startsWith("gpt_")) continue;
        const values = (prompt?.cases ?? []).flatMap(({ scores }) => scores[name]?.candidate ?? []);
        const comparison = prompt?.comparisons.find((each) => each.metric === name);
        within(1 + 4 * (comparison?.candidate ?? Number.NaN), figures["mean_rating"], `${name} of ${variant}`);
        const passes = values.filter((value) => value >= 0.75).length;
        expect(passes, name).toBe(figures["pass_count"]);
        if (variant === "2024-02b/text_retrieval") {
          expect(comparison).toMatchObject({ pairs: 189, unscored: 11 });
          expect(values).toHaveLength(189);
        } else within(passes / values.length, figures["pass_rate"], name);
      }
      const citation = prompt?.comparisons.find((each) => each.metric === "citation")?.candidate ?? Number.NaN;
      const cited = summary["answer_has_citation"] ?? summary["has_citation"];
      if (cited !== undefined) {
        within(citation, cited["rate"], "citations");
        expect(Math.round(citation * 200)).toBe(cited["total"]);
      }
      const samples = rated.map(({ outputs, scores }) =>
        operationalScores({
          ...sampleOf(outputs[variant] ?? ""),
          latencyMs: 1_000 * (scores[variant]?.["latency"] ?? Number.NaN),
        }),
      );
      for (const [metric, name, unit] of [
        ["length", "answer_length", 1],
        ["latency", "latency", 1_000],
      ] as const) {
        const figures = summary[name];
        if (figures === undefined) continue;
        const values = samples
          .map((each) => (each.get(metric) ?? Number.NaN) / unit)
          .filter((value) => !Number.isNaN(value));
        within(mean(values), figures["mean"], `${name} of ${variant}`);
        within(Math.max(...values), figures["max"], name);
        within(Math.min(...values), figures["min"], name);
        if (figures["total"] !== undefined) expect(mean(values) * values.length).toBeCloseTo(figures["total"], 6);
      }
    },
    60_000,
  );

  it("three pass rates whose source counts unrated answers as failed: ours leave them out", async () => {
    const report = await runVariant("2024-02b/text_retrieval", 4);
    const rates = report.prompts[0]?.comparisons.slice(0, 3).map(({ metric, pairs, candidate, unscored }) => ({
      [metric]: [Math.round((candidate ?? 0) * pairs), pairs, unscored],
    }));
    expect(rates).toEqual([
      { gpt_groundedness: [178, 189, 11] },
      { gpt_relevance: [183, 189, 11] },
      { gpt_coherence: [187, 189, 11] },
    ]);
    expect(report.prompts[0]?.notes.join("\n")).toContain("gpt_relevance has no score for 11 outputs of the candidate");
  }, 60_000);

  it('"You are a helpful assistant." is a regression by its citations, although the judge prefers it', async () => {
    served = ["2023-12/baseline_1", "2023-12/generalprompt_1"];
    const url = await serve((system) =>
      system.includes("helpful") ? "2023-12/generalprompt_1" : "2023-12/baseline_1",
    );
    const metrics = ["gpt_groundedness", "gpt_relevance", "gpt_coherence"];
    const files = project(url, metrics, "Answer with sources.", 4);
    const repository = await createRepository(files);
    await repository.write(project(url, metrics, "You are a helpful assistant.", 4));
    const report = await compare({ directory: repository.directory, base: "HEAD", ...options });
    const [prompt] = report.prompts;
    const differences = prompt?.comparisons.filter(({ slice }) => slice === null).slice(0, 4);
    expect(differences?.map(({ metric, verdict }) => [metric, verdict])).toEqual([
      ["gpt_groundedness", expect.stringMatching(/^(?:no-regression|improvement)$/)],
      ["gpt_relevance", expect.stringMatching(/^(?:no-regression|improvement)$/)],
      ["gpt_coherence", expect.stringMatching(/^(?:no-regression|improvement)$/)],
      ["citation", "regression"],
    ]);
    for (const each of differences?.slice(0, 3) ?? []) expect(each.difference).toBeGreaterThan(0);
    expect(report).toMatchObject({ verdict: "regression", exitCode: 1 });
  }, 60_000);
});
