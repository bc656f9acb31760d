import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { compare, merge, type Report, type RunOptions, run, type ScorerFactory } from "../../src/index.ts";
import { reporters } from "../../src/report/registry.ts";
import { type ModelServer, type ServedAnswer, startModelServer } from "../support/model-server.ts";
import { createRepository, gitEnvironment, type TestRepository } from "../support/repository.ts";

/** Which answers a prompt gets: of a hundred cases so many are right, in each version. */
export interface Rates {
  readonly before: number;
  readonly after: number;
}

export interface SuiteOptions {
  readonly prompts: Readonly<Record<string, Rates>>;
  readonly cases?: number;
  readonly config?: Readonly<Record<string, unknown>>;
  /** Further keys of a case, by its number. */
  readonly describeCase?: (number: number) => Readonly<Record<string, unknown>>;
  /** The model that the base names, where it is another. */
  readonly modelBefore?: string;
  /** The version that all prompts state. */
  readonly stated?: string;
  /** Files that the head has and the base has not. */
  readonly edits?: Readonly<Record<string, string>>;
  readonly onCall?: (request: SuiteCall) => ServedAnswer | null;
}

/** What a call asks for. */
export interface SuiteCall {
  readonly prompt: string;
  readonly version: "before" | "after";
  readonly number: number;
  readonly count: number;
}

export interface Suite {
  readonly repository: TestRepository;
  readonly server: ModelServer;
  /** A file in which all answers are recorded. */
  readonly recordings: string;
  readonly options: RunOptions;
}

/** A share from the answer; nothing for every eleventh case. */
const graded: ScorerFactory = {
  description: "A share between 0 and 1, from the answer.",
  options: { type: "object", additionalProperties: false, properties: {} },
  example: "- graded",
  metric: () => ({ kind: "bounded", direction: "higher", unit: null, gatesByDefault: true }),
  create: () => (sample, testCase) => {
    if (Number(testCase.id.slice(5)) % 11 === 3) return { status: "unscored", reason: "every eleventh" };
    const share = chance(sample.reply.text, "graded");
    return { status: "scored", value: Math.round(share * 100) / 100, reason: share > 0.5 ? "long" : null };
  },
};

/** A share that depends on these words alone. */
function chance(...words: readonly (string | number)[]): number {
  return createHash("sha256").update(words.join("\0")).digest().readUInt32BE(0) / 2 ** 32;
}

export function goldenLine(number: number, more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ id: `case-${number}`, vars: { n: number }, expected: `answer ${number}`, ...more });
}

export function promptText(name: string, version: "before" | "after", model = "answers", stated?: string): string {
  return stringify({
    ...(stated === undefined ? {} : { version: stated }),
    model: `local/${model}`,
    messages: [{ role: "user", content: `${name} ${version} of case {{n}}` }],
  });
}

/** Prompts with answers that are right by chance, but always the same; and a recording of them all. */
export async function createSuite(suite: SuiteOptions): Promise<Suite> {
  const { cases = 60, config = {}, describeCase = () => ({}), edits = {}, onCall = () => null } = suite;
  const server = await startModelServer(({ body, count }) => {
    const { messages } = body as unknown as { readonly messages: { readonly content: string }[] };
    const [, prompt = "", version = "", number = ""] =
      /^(\S+) (\S+) of case (\d+)$/.exec(messages.at(-1)?.content ?? "") ?? [];
    const call = { prompt, version: version as SuiteCall["version"], number: Number(number), count };
    const special = onCall(call);
    if (special !== null) return special;
    const rate = suite.prompts[prompt]?.[call.version] ?? 100;
    // Both versions are right on the same cases, as far as they are equally good.
    const right = chance(prompt, number) * 100 < rate;
    return { text: right ? `answer ${number}` : `wrong ${Math.floor(chance(prompt, number, version) * 50)}` };
  });
  const names = Object.keys(suite.prompts);
  const golden = Array.from({ length: cases }, (_, number) => goldenLine(number, describeCase(number))).join("\n");
  const prompts = (version: "before" | "after"): Readonly<Record<string, string>> =>
    Object.fromEntries(
      names.map((name) => [
        `prompts/${name}.prompt.yml`,
        promptText(name, version, version === "before" ? suite.modelBefore : undefined, suite.stated),
      ]),
    );
  const { gate = {}, ...rest } = config;
  const repository = await createRepository({
    "assay.yml": stringify({
      golden: "golden/{name}.jsonl",
      providers: { local: { baseUrl: server.url, keyEnv: null } },
      scorers: [{ equals: { value: "{{expected}}" } }, "graded"],
      run: { trials: 1 },
      ...rest,
      gate: { stopEarly: false, ...(gate as object) },
    }),
    ...Object.fromEntries(names.map((name) => [`golden/${name}.jsonl`, `${golden}\n`])),
    ...prompts("before"),
  });
  await repository.write({ ...prompts("after"), ...edits });
  await repository.commit("Edit");
  const recordings = join(repository.directory, "..", `${repository.directory.split("/").at(-1)}.recordings.jsonl`);
  return {
    repository,
    server,
    recordings,
    options: {
      directory: repository.directory,
      environment: gitEnvironment,
      base: "HEAD~1",
      head: "HEAD",
      scorers: { graded },
      store: false,
    },
  };
}

/** Takes all shards, and merges them. */
export async function takeAndMerge(
  { options }: Pick<Suite, "options">,
  of: number,
  folder: string,
  command: "compare" | "run" = "compare",
): Promise<{ readonly shards: readonly Report[]; readonly merged: Report }> {
  const shards: Report[] = [];
  for (let index = 1; index <= of; index++) {
    const samplesFile = join(folder, `shard-${index}.samples.jsonl`);
    const shard = await (command === "run" ? run : compare)({ ...options, shard: { index, of }, samplesFile });
    await writeFile(join(folder, `shard-${index}.json`), reporters.json.render(shard, { color: false, width: 80 }));
    shards.push(shard);
  }
  const merged = await merge({ directory: folder, files: ["."], samplesFile: join(folder, "merged.samples.jsonl") });
  return { shards, merged };
}

/** A report without what the clock says: latencies, times, and the hash of a file that holds latencies. */
export function withoutTimes(report: Report, changes: Partial<Report> = {}): string {
  const timeless = (comparisons: Report["prompts"][number]["comparisons"]) =>
    comparisons.filter(({ metric }) => metric !== "latency");
  return JSON.stringify(
    {
      ...report,
      ...changes,
      durationMs: 0,
      samples: null,
      prompts: report.prompts.map((prompt) => ({
        ...prompt,
        comparisons: timeless(prompt.comparisons),
        added: prompt.added && { ...prompt.added, comparisons: timeless(prompt.added.comparisons) },
      })),
    },
    null,
    1,
  );
}

/** The lines of a samples file without latencies. */
export async function readSamples(file: string): Promise<readonly string[]> {
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  return lines.map((line) => {
    const { latencyMs: _latency, scores, ...rest } = JSON.parse(line) as { latencyMs: number; scores: object };
    return JSON.stringify({ ...rest, scores: { ...scores, latency: 0 } });
  });
}
