import { afterAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { compare, type Report, type ScorerFactory } from "../../src/index.ts";
import { chatCompletion, startModelServer } from "../support/model-server.ts";
import { createRepository, gitEnvironment } from "../support/repository.ts";
import { type ExpectedPair, hasData, type RecordedCase, readAzureRuns, readCases, readExpected } from "./data.ts";

const concurrency = 32;
const servers: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** A scorer of the test's own: `correct`, pass or fail, or no score. */
function correctScorer(score: (id: string, text: string, variant: string | null) => boolean | null): ScorerFactory {
  return {
    description: "The recorded verdict.",
    options: { type: "object", additionalProperties: false, properties: {} },
    example: "- correct",
    metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
    create: () => (sample, testCase) => {
      const correct = score(testCase.id, sample.reply.text, sample.reply.model);
      if (correct === null) return { status: "unscored", reason: "no recorded verdict" };
      return { status: "scored", value: correct ? 1 : 0, reason: null };
    },
  };
}

/** Serves recorded answers: the message names the case, `variantOf` tells from the request which variant is asked. */
async function serve(cases: ReadonlyMap<string, RecordedCase>, variantOf: (body: Body) => string): Promise<string> {
  const server = await startModelServer(({ body }) => {
    const request = body as unknown as Body;
    const id = /^\[([^\]]+)\]/.exec(request.messages.at(-1)?.content ?? "")?.[1] ?? "";
    const variant = variantOf(request);
    return { body: chatCompletion(cases.get(id)?.outputs[variant] ?? null, { body: { model: variant } }) };
  });
  servers.push(server);
  return server.url;
}

interface Body extends Readonly<Record<string, unknown>> {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

function assayYml(baseUrl: string): string {
  return stringify({
    providers: { recorded: { baseUrl, keyEnv: null } },
    golden: "golden/{name}.jsonl",
    scorers: ["correct"],
    run: { trials: 1 },
    gate: { stopEarly: false },
  });
}

function promptYml(system: string, parameters: unknown = {}): string {
  const user = { role: "user", content: "[{{id}}] {{input}}" };
  return stringify({
    model: "recorded/model",
    modelParameters: parameters,
    messages: [{ role: "system", content: system }, user],
  });
}

function golden(cases: readonly RecordedCase[]): string {
  return cases.map(({ id, input, expected }) => JSON.stringify({ id, vars: { input }, expected })).join("\n");
}

/** Every figure of the answer key, exactly. */
function expectAgreement(report: Report, name: string, pair: ExpectedPair): void {
  const prompt = report.prompts.find((each) => each.name === name);
  const comparison = prompt?.comparisons.find((each) => each.metric === "correct");
  const sixDigits = (value: number | null | undefined) => Number(value?.toFixed(6));
  expect({
    pairs: comparison?.pairs,
    baseline: sixDigits(comparison?.baseline),
    candidate: sixDigits(comparison?.candidate),
    worse: comparison?.worse,
    better: comparison?.better,
  }).toEqual({
    pairs: pair.n,
    baseline: pair.acc_a,
    candidate: pair.acc_b,
    worse: pair.b_a_right_b_wrong,
    better: pair.c_a_wrong_b_right,
  });
}

describe.skipIf(!hasData)("recorded outputs of BIG-Bench Hard: two wordings of 27 prompts", async () => {
  const wordings = {
    direct: "Give the answer, and nothing else.",
    cot: 'Reason step by step, then end with "So the answer is …".',
  };
  const pairs = hasData ? readExpected().filter((pair) => pair.dataset.startsWith("bbh") && pair.task !== null) : [];
  let report: Report | undefined;

  /** The text after the last "the answer is", its full stop off, is the target. */
  const isRight = (text: string, expected: string | null): boolean =>
    (text.split("the answer is").at(-1) ?? "").trim().replace(/\.$/, "") === expected;

  async function compareAll(): Promise<Report> {
    const cases = readCases("bbh_codex_direct_vs_cot");
    const byId = new Map(cases.map((each) => [each.id, each]));
    const url = await serve(byId, ({ messages }) => (messages[0]?.content === wordings.cot ? "cot" : "direct"));
    const tasks = new Map<string, RecordedCase[]>();
    for (const each of cases) tasks.set(each.task ?? "", [...(tasks.get(each.task ?? "") ?? []), each]);
    const files = (wording: string) =>
      Object.fromEntries([...tasks.keys()].map((task) => [`prompts/${task}.prompt.yml`, promptYml(wording)]));
    const repository = await createRepository({
      "assay.yml": assayYml(url),
      ...Object.fromEntries([...tasks].map(([task, list]) => [`golden/${task}.jsonl`, golden(list)])),
      ...files(wordings.direct),
    });
    await repository.write(files(wordings.cot));
    await repository.commit("Let it reason");
    const scorers = { correct: correctScorer((id, text) => isRight(text, byId.get(id)?.expected ?? null)) };
    return compare({
      directory: repository.directory,
      environment: gitEnvironment,
      base: "HEAD~1",
      head: "HEAD",
      concurrency,
      scorers,
    });
  }

  it("has 27 suites", () => expect(pairs).toHaveLength(27));

  it.each(pairs)("$task", { timeout: 300_000 }, async (pair) => {
    report ??= await compareAll();
    expectAgreement(report, pair.task ?? "", pair);
  });

  it("as 27 gated prompts of one pull request: one regresses, two do not survive the correction", async () => {
    report ??= await compareAll();
    const verdictOf = (name: string) => report?.prompts.find((prompt) => prompt.name === name)?.verdict;
    expect(report.gate.gatingComparisons).toBe(27);
    expect(report.prompts.filter(({ verdict }) => verdict === "regression").map(({ name }) => name)).toEqual([
      "word_sorting",
    ]);
    expect([verdictOf("causal_judgement"), verdictOf("ruin_names")]).toEqual(["inconclusive", "inconclusive"]);
  });
});

describe.skipIf(!hasData)("recorded outputs of a product's question answering: system prompts and parameters", () => {
  const ownDefault = "Answer the employee's question from the sources, and cite them.";
  const runs = hasData ? readAzureRuns() : new Map();
  const key = (run: { system: string | null; parameters: unknown } | undefined) =>
    JSON.stringify([run?.system, run?.parameters]);
  const pairs = hasData
    ? readExpected().filter(
        (pair) => pair.dataset.startsWith("azure") && key(runs.get(pair.A)) !== key(runs.get(pair.B)),
      )
    : [];

  it("has seven pairs that differ in what is asked", () => expect(pairs).toHaveLength(7));

  it.each(pairs)("$A against $B", async (pair) => {
    const byId = new Map(readCases("azure_rag_chat_runs").map((each) => [each.id, each]));
    const text = (variant: string): string => {
      const run = runs.get(variant);
      return promptYml(run?.system ?? ownDefault, run?.parameters);
    };
    // The server sees no name of a variant: it tells them apart by what is asked.
    const asked = (variant: string): string => {
      const run = runs.get(variant);
      return JSON.stringify([run?.system ?? ownDefault, Object.entries(run?.parameters ?? {}).sort()]);
    };
    const url = await serve(byId, ({ model: _model, messages, ...parameters }) => {
      const request = JSON.stringify([messages[0]?.content, Object.entries(parameters).sort()]);
      return [pair.A, pair.B].find((variant) => asked(variant) === request) ?? "unknown";
    });
    const repository = await createRepository({
      "assay.yml": assayYml(url),
      "golden/chat.jsonl": golden([...byId.values()]),
      "prompts/chat.prompt.yml": text(pair.A),
    });
    await repository.write({ "prompts/chat.prompt.yml": text(pair.B) });
    await repository.commit("Change what is asked");
    const scorers = { correct: correctScorer((id, _text, variant) => byId.get(id)?.correct[variant ?? ""] ?? null) };
    const options = { directory: repository.directory, environment: gitEnvironment, concurrency, scorers };
    const report = await compare({ ...options, base: "HEAD~1", head: "HEAD" });
    expectAgreement(report, "chat", pair);
  });
});
